//! One wish put into a text that has gone on since the comment was made.

use crate::align::Alignment;
use crate::collate::{Clash, Merged, Rewording, Wish, merge};
use crate::draft::{BREAK, Draft, Giver, ParagraphId};
use crate::text::Terms;

/// The way from the text a comment speaks of to the text that is being prepared, in one language.
#[derive(Debug, Clone, Copy)]
pub struct Adopting<'d> {
    /// The text the wish was read beside.
    pub base: &'d Draft,
    /// The text that is being prepared.
    pub ours: &'d Draft,
    /// Which passage of the one became which of the other.
    pub alignment: &'d Alignment,
    /// The terms that stay whole.
    pub terms: &'d Terms,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adopted {
    /// The text with it.
    Taken(Draft),
    /// There is nothing to do, and why.
    Nothing(&'static str),
    /// It meets what was changed since.
    Collision(Vec<Hindrance>),
}

/// What a wish meets in a text that has gone on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The same words, or words beside them, were changed in another way.
    Words {
        /// The passages as they are now.
        passages: Vec<ParagraphId>,
        /// Their words when the comment was made.
        base: String,
        /// Where both changed them.
        clashes: Vec<Clash>,
    },
    /// It is to be taken out, but was changed since.
    Changed {
        /// The passages as they are now.
        passages: Vec<ParagraphId>,
        /// Their words when the comment was made.
        base: String,
        /// Their words now.
        ours: String,
    },
    /// What stood beside the place does not stand there any more.
    Neighbours {
        /// The passage beside which it would stand, or stood.
        place: ParagraphId,
        /// What stands beside it now; absent at an end of the text.
        now: Option<ParagraphId>,
    },
    /// Nothing continues a passage that it needs.
    Gone(ParagraphId),
    /// A paragraph that holds items, or a heading that holds paragraphs, is to be taken out without them.
    Holds(ParagraphId),
}

/// The text with a change, or what it meets.
pub(super) type Outcome = Result<Draft, Hindrance>;

/// Passages with the words they have after a merge, and the passages before that they come from.
struct Heirs<'s> {
    before: &'s [ParagraphId],
    after: Vec<(ParagraphId, String)>,
}

impl Adopting<'_> {
    /// Puts a wish in: words by a three-way merge, passages by their neighbours.
    ///
    /// A passage is put in, taken out or moved only where the passages beside its place are still those that stood
    /// there; so two such wishes that touch the same gap between passages collide in whichever order they come, and
    /// the others give the same text in every order (but for the ids of what is new). What is neither clean nor a
    /// collision does not exist.
    pub fn adopt(&self, wish: &Wish, giver: &mut Giver) -> Adopted {
        match wish {
            Wish::Reword(rewordings) => self.reword(rewordings),
            Wish::Add { after: Some(after), words } => match self.add(after, words, giver) {
                Ok(None) => Adopted::Nothing("the paragraph stands there already"),
                Ok(Some(draft)) => Adopted::Taken(draft),
                Err(hindrance) => Adopted::Collision(vec![hindrance]),
            },
            Wish::Move { passages, to } => self.outcome(self.move_to(passages, to)),
            Wish::Retain(_) => Adopted::Nothing("it asks to keep the text as it stands"),
            Wish::Add { after: None, .. } | Wish::Nothing | Wish::Unclear(_) => {
                Adopted::Nothing("it proposes no wording for a place in the text")
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> Adopted {
        match outcome {
            Ok(draft) if draft == *self.ours => Adopted::Nothing("the text says so already"),
            Ok(draft) => Adopted::Taken(draft),
            Err(hindrance) => Adopted::Collision(vec![hindrance]),
        }
    }

    /// Rewords passages; those of which nothing would be left are taken out.
    fn reword(&self, rewordings: &[Rewording]) -> Adopted {
        let empty = |one: &Rewording| one.applied(self.base).trim().is_empty();
        let (out, other): (Vec<&Rewording>, Vec<&Rewording>) = rewordings.iter().partition(|one| empty(one));
        let mut draft = self.ours.clone();
        let mut hindrances = Vec::new();
        let mut done: Vec<&ParagraphId> = Vec::new();
        for one in &other {
            if done.contains(&&one.paragraph) {
                continue;
            }
            match self.merged(&one.paragraph, &other) {
                Ok(Heirs { before, after }) => {
                    done.extend(before);
                    for (id, text) in after {
                        if let Some(passage) = draft.paragraphs.iter_mut().find(|p| p.id == id) {
                            passage.text = text;
                        }
                    }
                }
                Err(hindrance) => {
                    done.push(&one.paragraph);
                    hindrances.push(hindrance);
                }
            }
        }
        let out: Vec<ParagraphId> = out.iter().map(|one| one.paragraph.clone()).collect();
        match self.delete(&out, draft) {
            Ok(draft) if hindrances.is_empty() => self.outcome(Ok(draft)),
            Ok(_) => Adopted::Collision(hindrances),
            Err(hindrance) => {
                hindrances.push(hindrance);
                Adopted::Collision(hindrances)
            }
        }
    }

    /// The words of one passage's heirs after the merge, with the passages before that they come from.
    fn merged<'s>(&'s self, id: &'s ParagraphId, rewordings: &[&Rewording]) -> Result<Heirs<'s>, Hindrance> {
        let pairing = self.alignment.of_before(id).filter(|pairing| !pairing.after.is_empty());
        let Some(pairing) = pairing else { return Err(Hindrance::Gone(id.clone())) };
        let (base, ours) = (self.base.joined(&pairing.before), self.ours.joined(&pairing.after));
        let theirs: Vec<String> = base
            .parts
            .iter()
            .map(|(id, part)| {
                let own = rewordings.iter().find(|one| one.paragraph == *id);
                own.map_or_else(|| base.text[part.clone()].to_owned(), |one| one.applied(self.base))
            })
            .collect();
        let theirs = theirs.join(BREAK);
        let clashes = match merge(&base.text, &ours.text, &theirs, self.terms) {
            Merged::Clean(text) => {
                let parts: Vec<String> = text.split(BREAK).map(in_form).collect();
                if parts.len() == ours.parts.len() && parts.iter().all(|part| !part.is_empty()) {
                    let ids = ours.parts.into_iter().map(|(id, _)| id);
                    return Ok(Heirs { before: &pairing.before, after: ids.zip(parts).collect() });
                }
                vec![Clash { span: 0..base.text.len(), ours: ours.text, theirs }]
            }
            Merged::Collision(clashes) => clashes,
        };
        Err(Hindrance::Words { passages: pairing.after.clone(), base: base.text, clashes })
    }
}

/// Words as a draft holds them: no space at the ends of a block, no empty block.
fn in_form(text: &str) -> String {
    let blocks: Vec<&str> = text.split('\n').map(|block| block.trim_matches(' ')).collect();
    blocks.into_iter().filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redline::Edit;

    fn draft(text: &str) -> Draft {
        Draft::parse("en.md", &format!("# title\n\n{}\n", text.replace('|', "\n\n"))).expect("in form")
    }

    /// Rewords one passage of the first text and says what becomes of it in the second.
    #[track_caller]
    fn case(
        before: &str,
        after: &str,
        (id, words, wanted): (&str, &str, &str),
        expected: Result<&str, &str>,
    ) {
        let (base, ours) = (draft(before), draft(after));
        let paragraph = ParagraphId::parse(id).expect("an id");
        let text = &base.get(&paragraph).expect("a passage").text;
        let at = text.find(words).expect("words that stand");
        let edits = vec![Edit { span: at..at + words.len(), words: wanted.to_owned() }];
        let wish = Wish::Reword(vec![Rewording { paragraph, edits }]);
        let alignment = Alignment::between(&base, &ours);
        let terms = Terms::none();
        let adopting = Adopting { base: &base, ours: &ours, alignment: &alignment, terms: &terms };
        let adopted = match adopting.adopt(&wish, &mut Giver::new(ours.ids().cloned())) {
            Adopted::Taken(draft) => {
                Ok(draft.print().trim_start_matches("# title").trim().replace("\n\n", "|"))
            }
            Adopted::Nothing(why) => Err(why.to_owned()),
            Adopted::Collision(met) => {
                Err(format!("{:?}", met[0]).split([' ', '(']).next().unwrap_or_default().to_owned())
            }
        };
        assert_eq!(adopted, expected.map(str::to_owned).map_err(str::to_owned));
    }

    #[test]
    fn words_follow_their_paragraph_when_it_was_split_or_merged() {
        case(
            "[A1] States act now. Companies keep lists.",
            "[A1] States act now.|[A1bis from A1] Companies keep lists.",
            ("A1", "lists", "public lists"),
            Ok("[A1] States act now.|[A1bis from A1] Companies keep public lists."),
        );
        case(
            "[A1] States act now.|[A2] Companies keep lists.",
            "[A1 from A2] States act now. Companies keep lists.",
            ("A2", "lists", "public lists"),
            Ok("[A1 from A2] States act now. Companies keep public lists."),
        );
    }

    #[test]
    fn what_is_gone_or_was_changed_is_never_guessed() {
        case("[A1] States act.|[A2] x", "[A2] x", ("A1", "act", "move"), Err("Gone"));
        case(
            "[A1] States act.|[A2] x",
            "[A1] States may act.|[A2] x",
            ("A1", "States act.", ""),
            Err("Changed"),
        );
        case(
            "[A1] States act.|- [A1a] x",
            "[A1] States act.|- [A1a] x",
            ("A1", "States act.", ""),
            Err("Holds"),
        );
        case("[A1] x|[A2] y|[A3] z", "[A1] x|[A2] y|[A4] new|[A3] z", ("A2", "y", ""), Err("Neighbours"));
        case("[A1] States act.", "[A1] States move.", ("A1", "act", "walk"), Err("Words"));
    }

    #[test]
    fn what_stands_there_already_is_left_as_it_is() {
        case("[A1] States act.", "[A1] States move.", ("A1", "act", "move"), Err("the text says so already"));
        case("[A1] x|[A2] y|[A3] z", "[A1] x|[A2] y|[A3] z", ("A2", "y", ""), Ok("[A1] x|[A3] z"));
    }
}
