//! What may be done next with a comment, where several pages offer it.

/// To see a comment's wording in the text that is being prepared.
pub(super) fn adopting(comment: &str) -> String {
    format!("`travaux adopt {comment} --dry-run` shows its wording in the version being prepared")
}

/// To say where a comment stands.
pub(super) fn placing(comment: &str) -> String {
    format!("`travaux place {comment} PARAGRAPH` says where it stands")
}
