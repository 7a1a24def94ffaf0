//! Who speaks, in which round, and the name of one comment.

use serde::Serialize;

use crate::draft::WorkstreamId;

/// The code of a delegation: three letters of ISO 3166 for a state, an acronym for others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct DelegationCode(String);

impl DelegationCode {
    /// What a code may look like, for messages.
    pub const GRAMMAR: &str = "a code of capital letters and digits such as `XAA`";

    /// Reads a code; absent where it does not follow the grammar.
    pub fn parse(code: &str) -> Option<DelegationCode> {
        let capital = code.starts_with(|c: char| c.is_ascii_uppercase());
        let plain = code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        (capital && plain && (2..=12).contains(&code.len())).then(|| DelegationCode(code.to_owned()))
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for DelegationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A round of consultations: `r4`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct RoundId(String);

impl RoundId {
    /// Reads a name of small letters, digits and hyphens.
    pub fn parse(name: &str) -> Option<RoundId> {
        // A round and a version are both folders, so the same grammar keeps both in their place.
        crate::draft::VersionId::parse(name).map(|name| RoundId(name.to_string()))
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for RoundId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The public name of one comment, `ict/XAA-r4-3`; derived from where it stands, never typed into a file
/// of its own submission.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommentId {
    /// The workstream whose text it speaks of.
    pub workstream: WorkstreamId,
    /// The round it was received in.
    pub round: RoundId,
    /// Who said it.
    pub delegation: DelegationCode,
    /// Its number, running on through all submissions of the delegation in the round.
    pub no: u32,
}

impl CommentId {
    /// Reads `XAA-r4-3` or `ict/XAA-r4-3`, in any case; `default` is meant where no workstream is named.
    pub fn parse(text: &str, default: &WorkstreamId) -> Option<CommentId> {
        let (workstream, rest) = match text.split_once('/') {
            Some((workstream, rest)) => (WorkstreamId::parse(&workstream.to_lowercase())?, rest),
            None => (default.clone(), text),
        };
        let (rest, no) = rest.rsplit_once('-')?;
        let (delegation, round) = rest.split_once('-')?;
        Some(CommentId {
            workstream,
            delegation: DelegationCode::parse(&delegation.to_uppercase())?,
            round: RoundId::parse(&round.to_lowercase())?,
            no: no.parse().ok().filter(|no| *no > 0)?,
        })
    }

    /// The name within its workstream: `XAA-r4-3`.
    pub fn short(&self) -> String {
        format!("{}-{}-{}", self.delegation, self.round, self.no)
    }
}

impl std::fmt::Display for CommentId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.workstream, self.short())
    }
}

impl Serialize for CommentId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_may_be_named_with_and_without_its_workstream() {
        let ict = WorkstreamId::parse("ict").unwrap();
        let id = CommentId::parse("xaa-R4-3", &ict).unwrap();
        assert_eq!(id.to_string(), "ict/XAA-r4-3");
        assert_eq!(CommentId::parse("aid/XAA-r4-3", &ict).unwrap().workstream.as_str(), "aid");
        for bad in ["XAA", "XAA-r4", "XAA-r4-0", "XAA-r4-x", "a/b/XAA-r4-1"] {
            assert_eq!(CommentId::parse(bad, &ict), None, "{bad}");
        }
    }
}
