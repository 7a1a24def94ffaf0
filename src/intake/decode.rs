//! Makes a text of bytes, or says what the bytes are instead.

use crate::error::{Error, Place, Problem, Result};
use crate::intake::{LARGEST, LeftOut, Why};

/// A text with LF at the ends of its lines, and the control characters that stood in it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) controls: Vec<LeftOut>,
}

/// Decodes UTF-8, or UTF-16 with a byte order mark.
pub(super) fn decoded(name: &str, bytes: &[u8]) -> Result<Decoded> {
    let fault = |problem: Problem| Err(Error::Problems(vec![problem]));
    if bytes.len() > LARGEST {
        let problem = Problem::new(Place::file(name), "the file is too large to be a text of a consultation");
        let found = format!("{} MB", bytes.len() >> 20);
        return fault(problem.found(found).expected(format!("at most {} MB", LARGEST >> 20)));
    }
    if let Some(what) = known_binary(bytes) {
        let way_out = "save it as Markdown, HTML or plain text in UTF-8 and take in that file";
        return Err(Error::refused(format!("{name} is {what}, not a text"), way_out));
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(name, rest)?,
        [0xff, 0xfe, rest @ ..] => utf16(name, rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(name, rest, u16::from_be_bytes)?,
        _ => utf8(name, bytes)?,
    };
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        let problem = Problem::new(Place::line(name, line), "the file is not a text");
        return fault(problem.found("a byte 0").expected("UTF-8, or UTF-16 with a byte order mark"));
    }
    let decoded = if is_clean(&text) { Decoded { text, controls: Vec::new() } } else { cleaned(&text) };
    if decoded.text.trim().is_empty() {
        return fault(Problem::new(Place::file(name), "the file holds no text").expected("a text"));
    }
    Ok(decoded)
}

fn utf8(name: &str, bytes: &[u8]) -> Result<String> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let at = error.valid_up_to();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let found = format!("byte 0x{:02X} at {at}", bytes.get(at).copied().unwrap_or_default());
        let problem = Problem::new(Place::line(name, line), "the file is not in UTF-8").found(found);
        Error::Problems(vec![problem.expected("a file saved as UTF-8 (other code pages are not guessed)")])
    })
}

fn utf16(name: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    match String::from_utf16(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<u16>>()) {
        Ok(text) if odd.is_empty() => Ok(text),
        _ => {
            let problem = Problem::new(Place::file(name), "the file begins as UTF-16 and is not");
            Err(Error::Problems(vec![problem.expected("a file saved as UTF-8")]))
        }
    }
}

/// Whether a text surely has nothing but LF at the ends of its lines, and no control characters.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let suspect = |at: usize| match bytes[at] {
        b'\n' | b'\t' | 0xc => false,
        0..0x20 | 0x7f => true,
        // U+0080 to U+009F; U+2028 and U+2029.
        0xc2 => bytes.get(at + 1).is_some_and(|next| *next < 0xa0),
        0xe2 => bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)),
        _ => false,
    };
    !(0..bytes.len()).any(suspect)
}

/// Ends lines with LF, whatever ended them, and takes control characters out.
fn cleaned(text: &str) -> Decoded {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let is_text = |c: char| matches!(c, '\n' | '\t' | '\u{c}') || !c.is_control();
    let mut controls = Vec::new();
    for (line, number) in text.split('\n').zip(1..) {
        if let Some(c) = line.chars().find(|c| !is_text(*c)) {
            let text = format!("U+{:04X}", u32::from(c));
            controls.push(LeftOut { line: number, text, why: Why::Control });
        }
    }
    Decoded { text: text.chars().filter(|c| is_text(*c)).collect(), controls }
}

/// Names what is known not to be a text by its first bytes.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF file"),
        (b"{\\rtf", "a rich text (RTF) file"),
        (b"\xd0\xcf\x11\xe0", "a file of old Microsoft Office (.doc, .xls)"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a compressed file"),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return Some(match () {
            () if holds(b"word/document.xml") => "a Word document (.docx)",
            () if holds(b"xl/workbook.xml") => "an Excel workbook (.xlsx)",
            () if holds(b"application/vnd.oasis.opendocument.text") => "an OpenDocument text (.odt)",
            () => "an archive (.zip)",
        });
    }
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fault(bytes: &[u8]) -> String {
        let error = decoded("in.txt", bytes).expect_err("no text");
        format!("{error} | {}", error.hint().unwrap_or_default())
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        assert!(fault(b"").contains("holds no text"));
        assert!(fault(b" \r\n\xef\xbb\xbf"[..3].as_ref()).contains("holds no text"));
        assert!(fault(b"%PDF-1.7 \xff").contains("is a PDF file"));
        assert!(fault(b"PK\x03\x04....word/document.xml").contains("Word document (.docx)"));
        assert!(fault(b"PK\x03\x04....word/document.xml").contains("save it as Markdown"));
        assert!(
            fault(b"ab\ncd\xe9f").starts_with("in.txt:2: the file is not in UTF-8: found `byte 0xE9 at 5`")
        );
        assert!(fault(b"a\n\0b").starts_with("in.txt:2: the file is not a text"));
        assert!(fault(b"\xff\xfea").contains("UTF-16"));
        assert!(fault(&vec![b'a'; LARGEST + 1]).contains("too large"));
    }

    #[test]
    fn marks_line_ends_and_controls_are_cleaned() {
        assert_eq!(decoded("x", b"\xef\xbb\xbfa\r\nb\rc").unwrap().text, "a\nb\nc");
        assert_eq!(decoded("x", b"\xff\xfea\0\xe9\0").unwrap().text, "aé");
        assert_eq!(decoded("x", b"\xfe\xff\0a").unwrap().text, "a");
        let controls = decoded("x", b"a\n\x07b").unwrap();
        assert_eq!((controls.text.as_str(), controls.controls[0].line), ("a\nb", 2));
    }
}
