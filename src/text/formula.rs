//! Cells of a table in text form that a spreadsheet program would take for a formula.

use std::borrow::Cow;

/// The text, with an apostrophe before it where a program would take it for a formula: it begins with `=`, `+`, `-`,
/// `@`, a tab or a CR, or with apostrophes before one of these.
pub fn defused(text: &str) -> Cow<'_, str> {
    if looks_like_a_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text without the apostrophe that `defused`, or a spreadsheet program, put before it.
pub fn undefused(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_a_formula(rest)).unwrap_or(text)
}

fn looks_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_gets_an_apostrophe_and_loses_it_again() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+41", "'+41"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("'=1", "''=1"),
            ("''-", "'''-"),
            ("'tis", "'tis"),
            ("'", "'"),
            ("", ""),
            ("a=b", "a=b"),
            ("'\t", "''\t"),
            ("\r\n", "'\r\n"),
            ("-'", "'-'"),
            ("''=1", "'''=1"),
            ("'a", "'a"),
        ] {
            assert_eq!(defused(text), written);
            assert_eq!(undefused(written), text);
        }
    }
}
