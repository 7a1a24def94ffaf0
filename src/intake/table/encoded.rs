//! The texts that bytes may stand for.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

/// Code pages that spreadsheet programs still write, by the name a person knows.
const CODE_PAGES: [(&str, &Encoding); 4] = [
    ("Windows-1252", WINDOWS_1252),
    ("Windows-1251", WINDOWS_1251),
    ("Windows-1256", WINDOWS_1256),
    ("GB 18030", GB18030),
];

/// The texts that the bytes may stand for, the likeliest first; a guessed encoding is named.
///
/// UTF-8, or UTF-16 with or without a mark, is known and then the only one.
pub(super) fn texts(bytes: &[u8]) -> Vec<(Option<&'static str>, String)> {
    let known = |encoding: &'static Encoding| vec![(None, encoding.decode(bytes).0.into_owned())];
    match bytes {
        [0xff, 0xfe, ..] => return known(UTF_16LE),
        [0xfe, 0xff, ..] => return known(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(512)];
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    if head.len() >= 8 && nuls(1) * 4 > head.len() {
        return known(UTF_16LE);
    }
    if head.len() >= 8 && nuls(0) * 4 > head.len() {
        return known(UTF_16BE);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return vec![(None, text.trim_start_matches('\u{feff}').to_owned())];
    }
    let decoded = |(name, encoding): (&'static str, &'static Encoding)| {
        let (text, _, faults) = encoding.decode(bytes);
        (!faults).then(|| (Some(name), text.into_owned()))
    };
    let mut texts: Vec<_> = CODE_PAGES.into_iter().filter_map(decoded).collect();
    if texts.is_empty() {
        texts.push((Some("Windows-1252"), WINDOWS_1252.decode(bytes).0.into_owned()));
    }
    texts
}
