//! What a person probably meant to type.

/// Names the known word nearest to `word`, if one is near enough to be worth saying.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = word.to_lowercase();
    let known: Vec<(String, &str)> = known.into_iter().map(|k| (k.to_lowercase(), k)).collect();
    let folded: Vec<&str> = known.iter().map(|(folded, _)| folded.as_str()).collect();
    // Whoever types the beginning of a name means that name: `D2` for `D2bis`.
    let begun = known.iter().filter(|(name, _)| lower.len() > 1 && name.starts_with(&lower));
    if let Some((_, begun)) = begun.min_by_key(|(name, _)| name.len()) {
        return Some((*begun).to_owned());
    }
    let best = similar::get_close_matches(lower.as_str(), &folded, 1, 0.6);
    let best = best.first()?;
    known.iter().find(|(folded, _)| folded == best).map(|(_, as_known)| (*as_known).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        assert_eq!(nearest("frist", ["first", "second"]), Some("first".to_owned()));
        assert_eq!(nearest("d2BSI", ["D2", "D2bis"]), Some("D2bis".to_owned()));
        assert_eq!(nearest("D2", ["D", "D2bis"]), Some("D2bis".to_owned()));
        assert_eq!(nearest("qqqq", ["first", "second"]), None);
    }
}
