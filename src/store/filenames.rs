//! What the names of files in `comments/` say.

use crate::comment::DelegationCode;

/// What a submission's file may be called.
pub(super) const SUBMISSION: &str = "`XAA.toml`, `XAA-2.toml` for a second submission";
/// What an answer's file may be called.
pub(super) const ANSWER: &str = "`XAA-3.toml`, for the third comment of XAA";

/// Whose submission a file is, and the how many-th: `XAA.toml`, `XAA-2.toml`.
pub(super) fn submission(name: &str) -> Option<(DelegationCode, u32)> {
    let stem = name.strip_suffix(".toml")?;
    match stem.split_once('-') {
        None => Some((DelegationCode::parse(stem)?, 1)),
        Some((code, further)) => Some((DelegationCode::parse(code)?, number(further).filter(|n| *n > 1)?)),
    }
}

/// Which comment a file answers: `XAA-3.toml`.
pub(super) fn answer(name: &str) -> Option<(DelegationCode, u32)> {
    let (code, no) = name.strip_suffix(".toml")?.split_once('-')?;
    Some((DelegationCode::parse(code)?, number(no)?))
}

/// A number from 1, written in the one way that it can be written.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_whose_it_is_in_one_way_only() {
        let read = |name| submission(name).map(|(code, nth)| (code.to_string(), nth));
        assert_eq!(read("XAA.toml"), Some(("XAA".to_owned(), 1)));
        assert_eq!(read("XAA-2.toml"), Some(("XAA".to_owned(), 2)));
        for bad in ["XAA-1.toml", "XAA-02.toml", "xaa.toml", "XAA.TOML", "XAA-2-3.toml", "XAA-.toml", ".toml"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert!(answer("XAA-1.toml").is_some() && answer("XAA.toml").is_none());
        assert!(answer("XAA-0.toml").is_none() && answer("XAA-+1.toml").is_none());
    }
}
