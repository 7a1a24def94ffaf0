//! Writes submissions and answers canonically.

use crate::comment::{Action, Answers, Attribution, Form, Submission, Target};
use crate::form::Writer;

impl Submission {
    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let attribution = (self.attribution != Attribution::Named).then_some(self.attribution);
        let mut head = Writer::new()
            .text("delegation", self.delegation.as_str())
            .texts("on-behalf-of", &self.on_behalf_of)
            .texts("aligned", &self.aligned)
            .text_if("form", (self.form != Form::Written).then_some(self.form))
            .text("version", self.version.as_str())
            .date("received", Some(self.received))
            .text("language", self.language.as_str())
            .text_if("question", self.question.as_ref())
            .text_if("attribution", attribution)
            .truth("confidential", self.confidential)
            .text_if("replaces", self.replaces.as_ref())
            .date("withdrawn", self.withdrawn);
        if let Some(source) = &self.source {
            let source = Writer::new()
                .text("name", &source.name)
                .text("digest", &source.digest)
                .text_if("kept", source.kept.as_ref());
            head = head.table("source", source);
        }
        let comments = self.comments.iter().map(|comment| {
            Writer::new()
                .number("no", Some(comment.no))
                .text_if("paragraph", (comment.target != Target::All).then_some(&comment.target))
                .text_if("cited", comment.cited.as_ref())
                .text_if("question", comment.question.as_ref())
                .text_if("quote", comment.quote.as_ref())
                .text_if("quote-language", comment.quote_language.as_ref())
                .text("type", comment.kind.word())
                .text_if("action", (comment.action != Action::None).then_some(comment.action))
                .text_if("proposal", comment.proposal.as_ref())
                .text_if("to", comment.to.as_ref())
                .text_if("comment", comment.comment.as_ref())
                .text_if("translation", comment.translation.as_ref())
                .text_if("stated", comment.stated.as_ref())
                .text_if("author", comment.author.as_ref())
                .truth("resolved", comment.resolved)
                .texts("supports", &comment.supports)
                .texts("reacts-to", &comment.reacts_to)
        });
        Writer::new().table("submission", head).tables("comment", comments).print()
    }
}

impl Answers {
    /// Writes the canonical file.
    pub fn print(&self) -> String {
        let answers = self.answers.iter().map(|answer| {
            Writer::new()
                .text("version", answer.version.as_str())
                .text("outcome", answer.outcome.word())
                .texts("paragraphs", &answer.paragraphs)
                .text_if("response", answer.response.as_ref())
                .text_if("see", answer.see.as_ref())
                .date("decided", Some(answer.decided))
        });
        let placements = self.placements.iter().map(|placement| {
            Writer::new()
                .text("version", placement.version.as_str())
                .text_if("paragraph", placement.paragraph.as_ref())
                .text_if("quote", placement.quote.as_ref())
                .text("by", &placement.by)
                .date("on", Some(placement.on))
        });
        Writer::new().tables("answer", answers).tables("placement", placements).print()
    }
}
