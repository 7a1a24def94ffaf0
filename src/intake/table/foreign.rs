//! Files that are sent as tables and are none.

use crate::error::Error;

/// Why bytes are no table that can be read, and the way out; absent for a workbook or a text.
pub(super) fn foreign(name: &str, bytes: &[u8]) -> Option<Error> {
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let save = "open it in a spreadsheet program, save it as .xlsx, and take in that file";
    let (what, way_out) = match bytes {
        [] => ("empty", "ask its sender for the table"),
        // An encrypted workbook is an old archive with a part of this name in UTF-16.
        [0xd0, 0xcf, 0x11, 0xe0, ..] if holds(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") => {
            ("encrypted", "ask its sender for the password, save it without, and take in that file")
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("a file of old Microsoft Office (.xls, .doc)", save),
        [b'P', b'K', 3 | 5, ..] if holds(b"word/document.xml") => (
            "a Word document, not a table",
            "copy its table into a spreadsheet, save that as .xlsx, and take it in",
        ),
        [b'P', b'K', 3 | 5, ..] if holds(b"xl/workbook.bin") => ("a binary workbook (.xlsb)", save),
        [b'P', b'K', 3 | 5, ..] if holds(b"application/vnd.oasis.opendocument") => {
            ("an OpenDocument file", save)
        }
        [b'%', b'P', b'D', b'F', ..] => {
            ("a PDF file, not a table", "ask its sender for the table as .xlsx or .csv")
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => ("a rich text (RTF) file, not a table", save),
        _ if is_markup(bytes) => ("a web page or XML, whatever its name says", save),
        _ => return None,
    };
    Some(Error::refused(format!("{name} is {what}"), way_out))
}

/// Some systems write a web page and call it .xls.
fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head: Vec<u8> = bytes.iter().take(16).map(u8::to_ascii_lowercase).collect();
    [&b"<!doctype"[..], b"<html", b"<table", b"<?xml", b"<workbook"]
        .iter()
        .any(|start| head.starts_with(start))
}
