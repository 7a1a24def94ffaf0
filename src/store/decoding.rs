//! From a file's bytes to its text, and to the name git gives them.

use git2::{ObjectType, Oid};

use crate::error::{Place, Problem};
use crate::store::source::Read;

/// The longest line that is read; a paragraph of a draft has a few hundred bytes.
const LONGEST: usize = 1 << 20;

/// The byte order mark that some programs write before a text.
const MARK: char = '\u{FEFF}';

/// The text of a file, with LF at the end of its lines, and what was odd about it.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// A byte order mark, CR LF: read all the same.
    pub(super) oddities: Vec<Problem>,
    marked: bool,
}

impl Decoded {
    /// The id of the git blob that the file is when committed: over its bytes with CR LF turned to LF, because
    /// a workspace says `* text=auto eol=lf`. It needs no repository.
    pub(super) fn digest(&self) -> String {
        if self.marked {
            blob_id(format!("{MARK}{}", self.text).as_bytes())
        } else {
            blob_id(self.text.as_bytes())
        }
    }
}

/// Reads bytes as UTF-8 text.
pub(super) fn decoded(path: &str, bytes: Vec<u8>) -> Read<Decoded> {
    let mut text = String::from_utf8(bytes).map_err(|error| vec![not_utf8(path, &error)])?;
    if let Some((line, length)) =
        text.split('\n').map(str::len).zip(1..).find_map(|(len, line)| (len > LONGEST).then_some((line, len)))
    {
        let problem = Problem::new(Place::line(path, line), "the line is too long to be read");
        return Err(vec![
            problem.found(format!("{length} bytes")).expected(format!("at most {LONGEST} bytes")),
        ]);
    }
    let mut oddities = Vec::new();
    let marked = text.starts_with(MARK);
    if marked {
        text.drain(..MARK.len_utf8());
        let problem = Problem::new(Place::line(path, 1), "the file begins with a byte order mark");
        oddities.push(problem.expected("UTF-8 without it"));
    }
    if let Some(first) = text.find("\r\n") {
        let line = 1 + text[..first].matches('\n').count();
        let problem = Problem::new(Place::line(path, line), "lines end with CR LF");
        oddities.push(problem.expected("LF alone"));
        text = text.replace("\r\n", "\n");
    }
    Ok(Decoded { text, oddities, marked })
}

fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Problem {
    let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
    let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
    let problem = Problem::new(Place::line(path, line), "the text is not UTF-8");
    match bytes {
        // What some programs save as "Unicode text".
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => problem.found("UTF-16").expected("UTF-8"),
        _ => problem.found(format!("byte 0x{:02X}", bytes[at])).expected("UTF-8"),
    }
}

/// The digest of a file, text or not, as [`Decoded::digest`] gives it.
pub(super) fn digest(bytes: &[u8]) -> String {
    blob_id(&with_lf(bytes))
}

fn blob_id(bytes: &[u8]) -> String {
    Oid::hash_object(ObjectType::Blob, bytes).map(|id| id.to_string()).unwrap_or_default()
}

/// The same bytes with CR LF turned to LF.
pub(super) fn with_lf(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        if byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            out.push(byte);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_and_crlf_are_read_and_named() {
        let read = decoded("en.md", b"\xEF\xBB\xBF# T\r\n\r\n[D2] x\r\n".to_vec()).unwrap();
        assert_eq!(read.text, "# T\n\n[D2] x\n");
        let named: Vec<String> = read.oddities.iter().map(ToString::to_string).collect();
        assert_eq!(named.len(), 2);
        assert!(named[0].starts_with("en.md:1: the file begins with a byte order mark"));
        assert!(named[1].starts_with("en.md:1: lines end with CR LF"));
    }

    #[test]
    fn the_first_bad_byte_is_named_with_its_line() {
        let problem = decoded("en.md", b"# T\n\nna\xEFve".to_vec()).unwrap_err().remove(0);
        assert_eq!(problem.to_string(), "en.md:3: the text is not UTF-8: found `byte 0xEF`, expected UTF-8");
        let word = decoded("en.md", b"\xFF\xFE#\0".to_vec()).unwrap_err();
        assert_eq!(word[0].found.as_deref(), Some("UTF-16"));
    }

    #[test]
    fn a_line_of_megabytes_is_named_and_not_parsed() {
        let long = [b"# T\n".as_slice(), &vec![b'a'; LONGEST + 1]].concat();
        assert_eq!(decoded("en.md", long).unwrap_err()[0].place, Place::line("en.md", 2));
    }

    #[test]
    fn a_digest_does_not_depend_on_the_platform() {
        assert_eq!(digest(b"hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
        assert_eq!(digest(b"hello\r\n"), digest(b"hello\n"));
        assert_ne!(digest(b"hello\r"), digest(b"hello\n"));
        for bytes in [b"\xEF\xBB\xBFa\r\nb\n".as_slice(), b"a\r\r\n\r", b""] {
            assert_eq!(decoded("en.md", bytes.to_vec()).unwrap().digest(), digest(bytes));
        }
    }
}
