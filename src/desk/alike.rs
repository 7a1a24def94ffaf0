//! What is said alike of several workstreams is said once.

/// Puts workstreams of which the same is said together, in the order in which they came.
pub(super) fn alike<T: PartialEq>(said: impl IntoIterator<Item = (T, String)>) -> Vec<(T, Vec<String>)> {
    let mut groups: Vec<(T, Vec<String>)> = Vec::new();
    for (what, workstream) in said {
        match groups.iter_mut().find(|(known, _)| *known == what) {
            Some((_, named)) => named.push(workstream),
            None => groups.push((what, vec![workstream])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_alike_is_said_once() {
        let said = [(1, "aid"), (2, "ict"), (1, "med")].map(|(what, of)| (what, of.to_owned()));
        let groups = alike(said);
        assert_eq!(groups, [(1, vec!["aid".to_owned(), "med".to_owned()]), (2, vec!["ict".to_owned()])]);
    }
}
