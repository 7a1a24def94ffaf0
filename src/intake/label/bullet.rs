//! Marks that only say that an item begins.

/// A bullet at the beginning of a text.
pub(in crate::intake) struct Bullet {
    /// How many bytes it takes.
    pub(in crate::intake) length: usize,
    /// Whether it can be nothing else: a dash may also stand within a sentence.
    pub(in crate::intake) certain: bool,
}

/// Signs that are always bullets; the last two are what Word writes in its symbol font.
const BULLETS: [char; 16] =
    ['•', '◦', '▪', '▫', '‣', '⁃', '●', '○', '■', '□', '◆', '➢', '➤', '·', '\u{f0b7}', '\u{f0a7}'];

/// Recognises a bullet. A dash, an asterisk or a plus needs a space after it.
pub(in crate::intake) fn bullet(text: &str) -> Option<Bullet> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    let spaced = text[length..].chars().next().is_none_or(char::is_whitespace);
    match first {
        _ if BULLETS.contains(&first) => Some(Bullet { length, certain: true }),
        '-' | '*' | '+' if spaced => Some(Bullet { length, certain: true }),
        '–' | '—' if spaced => Some(Bullet { length, certain: false }),
        _ => None,
    }
}
