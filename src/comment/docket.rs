//! What a row of the comment matrix is known by when it comes back.

use crate::comment::digest::{digest, is_digest};
use crate::comment::{Comment, CommentId, Reply};
use crate::draft::WorkstreamId;

/// What stands in the hidden column of a matrix, under [`Origin::HEADING`](crate::comment::Origin::HEADING): the
/// comment's full name, a digest of its words, and a digest of the answer as it was sent out. The words tell that the
/// name still means the same comment, the answer what was changed in the row and what was changed on file since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docket {
    /// The comment.
    pub comment: CommentId,
    /// The digest of its words, 16 hexadecimal digits.
    pub words: String,
    /// The digest of its answer.
    pub answer: String,
}

impl Docket {
    /// Of a comment that is answered so.
    pub fn of(id: &CommentId, comment: &Comment, answer: &Reply) -> Docket {
        Docket { comment: id.clone(), words: Docket::words_of(comment), answer: Docket::answer_of(answer) }
    }

    /// The digest of a comment's words, however it was read.
    pub fn words_of(comment: &Comment) -> String {
        let words = [&comment.quote, &comment.proposal, &comment.comment];
        digest(words.map(|words| words.as_deref().unwrap_or_default()))
    }

    /// The digest of an answer.
    pub fn answer_of(answer: &Reply) -> String {
        digest(answer.meant().iter().map(String::as_str))
    }

    /// Reads what stands in the column; absent where it is not of our writing.
    pub fn parse(text: &str) -> Option<Docket> {
        let mut parts = text.split_whitespace();
        let name = parts.next()?;
        let workstream = WorkstreamId::parse(name.split_once('/')?.0)?;
        let comment = CommentId::parse(name, &workstream)?;
        let mut next = || parts.next().filter(|word| is_digest(word)).map(str::to_owned);
        let (words, answer) = (next()?, next()?);
        parts.next().is_none().then_some(Docket { comment, words, answer })
    }
}

impl std::fmt::Display for Docket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.comment, self.words, self.answer)
    }
}

impl serde::Serialize for Docket {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comment::Target;

    #[test]
    fn what_is_written_is_read_again() {
        let ict = WorkstreamId::parse("ict").expect("a workstream");
        let id = CommentId::parse("XAA-r4-3", &ict).expect("a name");
        let mut comment = Comment::new(3, Target::All);
        let docket = Docket::of(&id, &comment, &Reply::default());
        assert_eq!(Docket::parse(&docket.to_string()), Some(docket.clone()));
        for bad in ["", "ict/XAA-r4-3", "XAA-r4-3 0123456789abcdef 0123456789abcdef", "ict/XAA-r4-3 x y"] {
            assert_eq!(Docket::parse(bad), None, "{bad}");
        }
        comment.proposal = Some("shall".to_owned());
        assert_ne!(Docket::of(&id, &comment, &Reply::default()).words, docket.words);
        let reply = Reply { outcome: "Noted".to_owned(), ..Reply::default() };
        assert_ne!(Docket::answer_of(&reply), docket.answer);
        let same = Reply { outcome: " noted\r\n".to_owned(), ..Reply::default() };
        assert_eq!(Docket::answer_of(&same), Docket::answer_of(&reply), "however it is typed");
    }
}
