//! Shows where wordings want different words in the same place.

use crate::collate::{Contested, Likeness, Stance, alike, collisions};
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::draft::{Numbering, ParagraphId};
use crate::error::Result;
use crate::redline::Redline;
use crate::report::{AlikeWording, Collision, CollisionsReport, Marked, Pair, Side};
use crate::text::Terms;

impl Desk {
    /// Where wordings on a version collide; on one passage or in one section only, where one is named last.
    pub fn collisions(
        &self,
        names: &[String],
        language: Option<&str>,
        round: Option<&str>,
        carried: bool,
    ) -> Result<CollisionsReport> {
        let passage = self.named(names, 1)?.passage;
        let given = names.len() - usize::from(passage.is_some());
        let scope = self.scope(&names[..given], language, round, carried)?;
        let passage = passage.map(|typed| self.workspace.passage(&scope.name, &typed)).transpose()?;
        let (wisher, wishes) = self.wishes(&scope)?;
        let numbering = self.numbering(&scope.name);
        let draft = wisher.draft();
        let shown = |id: &ParagraphId| passage.as_ref().is_none_or(|named| draft.belongs(id, named));
        let found = collisions(&wisher, &wishes);
        let found = found.iter().filter(|contested| shown(&contested.paragraph));
        let additions: Vec<_> = wishes
            .additions
            .iter()
            .filter(|addition| addition.after.as_ref().map_or(passage.is_none(), &shown))
            .collect();
        let words: Vec<&str> = additions.iter().map(|addition| addition.words.as_str()).collect();
        let group = |group: &Vec<(usize, Likeness)>| {
            let one = |(at, likeness): &(usize, Likeness)| AlikeWording {
                after: additions[*at].after.as_ref().map(|id| cite(&numbering, id)),
                words: additions[*at].words.clone(),
                behind: self.behind(&additions[*at].backing, true),
                in_order: likeness.in_order,
                in_substance: likeness.in_substance,
            };
            group.iter().map(one).collect()
        };
        Ok(CollisionsReport {
            about: self.about(),
            version: self.title(&scope.name.version),
            language: scope.language.clone(),
            collisions: found.map(|one| self.collision(one, &numbering, wisher.terms())).collect(),
            alike: alike(&words, wisher.terms()).iter().map(group).collect(),
        })
    }

    fn collision(&self, contested: &Contested, numbering: &Numbering, terms: &Terms) -> Collision {
        let sides = contested.sides.iter().zip(1..).map(|(side, number)| Side {
            number,
            words: side.words.clone(),
            asks: match side.stance {
                Stance::Words if side.words.trim().is_empty() => "leave out",
                Stance::Words => "words",
                Stance::Keeps => "keep as it stands",
                Stance::Amends => "keep it, and change words in it",
            },
            behind: self.behind(&side.backing, true),
        });
        let pairs = contested.pairs.iter().map(|&(one, other)| {
            let worded = [one, other].iter().all(|at| contested.sides[*at].stance == Stance::Words);
            let (a, b) = (contested.sides[one].words.trim(), contested.sides[other].words.trim());
            let likeness = if worded { Likeness::between(a, b, terms) } else { Likeness::NONE };
            Pair {
                one: one + 1,
                other: other + 1,
                words: if worded { Marked::of(&Redline::between(a, b, terms)) } else { Vec::new() },
                in_order: likeness.in_order,
                in_substance: likeness.in_substance,
                likeness: match (likeness.is_nearly_the_same(), likeness.is_alike()) {
                    (true, _) => Some("nearly the same"),
                    (false, true) => Some("alike"),
                    (false, false) => None,
                },
            }
        });
        Collision {
            cited: cite(numbering, &contested.paragraph),
            stands: contested.stands.trim().to_owned(),
            new_passages: contested.span.is_none(),
            sides: sides.collect(),
            pairs: pairs.collect(),
        }
    }
}
