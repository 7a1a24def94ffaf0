//! Comments in the margin of a copy, each on its words of the version.

use crate::anchor::places;
use crate::comment::{Comment, Kind, Target};
use crate::desk::receive::marked::{Markup, Reading, author};
use crate::intake::Hung;
use crate::text::{Span, squeezed};

impl Reading<'_> {
    /// A comment in the margin, on the words of the version that it hangs on.
    pub(super) fn margin(&mut self, hung: &Hung) {
        let comment = &hung.comment;
        if comment.text.is_empty() {
            self.left.push(format!("a comment in the margin without words (no. {} of the file)", comment.id));
            return;
        }
        let on: Vec<(usize, usize, &Span)> = hung
            .on
            .iter()
            .filter_map(|(base, span)| Some((self.matched.passage[*base]?, *base, span)))
            .collect();
        let person: Vec<String> =
            Some(comment.author.clone()).filter(|author| !author.is_empty()).into_iter().collect();
        let (target, place, quote) = match on.as_slice() {
            [] => {
                self.remarks.push(format!(
                    "a comment in the margin hangs on no passage of the version: “{}”",
                    beginning(&comment.text)
                ));
                (Target::All, (usize::MAX, 1), None)
            }
            [(passage, base, span)] => {
                let quote = self.hangs_on(*passage, &self.copy.base[*base].text, span);
                (Target::One(self.id(*passage).clone()), (*passage, span.start), quote)
            }
            [(first, ..), .., (last, ..)] => {
                let low = (*first).min(*last);
                let target = Target::Span(self.id(low).clone(), self.id((*first).max(*last)).clone());
                let words: Vec<&str> =
                    on.iter().map(|(_, base, span)| &self.copy.base[*base].text[(*span).clone()]).collect();
                (target, (low, 0), Some(words.join("\n\n")).filter(|words| !words.trim().is_empty()))
            }
        };
        let general = target == Target::All;
        let taken = Comment {
            kind: if general { Kind::General } else { Kind::Substantive },
            quote,
            comment: Some(comment.text.clone()),
            author: author(&person),
            resolved: comment.done,
            ..Comment::new(0, target)
        };
        if comment.parent.is_some() {
            self.remarks
                .push(format!("“{}” answers another comment in the margin", beginning(&comment.text)));
        }
        self.comments.push((place, taken));
        self.count(Markup::Noted);
    }

    /// The words of a passage that a comment hangs on, where they can be quoted: longer by the words before them where
    /// they stand more than once, and none where they are the whole of it.
    fn hangs_on(&self, passage: usize, base: &str, span: &Span) -> Option<String> {
        let text = &self.draft.paragraphs[passage].text;
        let words = base[span.clone()].trim();
        if words.is_empty() || squeezed(words) == squeezed(text) || places(text, words).is_empty() {
            return None;
        }
        let until = base[..span.end].trim_end().len();
        let mut begins = base[..span.end].match_indices(words).map(|(at, _)| at).last().unwrap_or(span.start);
        while places(text, &base[begins..until]).len() > 1 {
            let before = base[..begins].trim_end().char_indices().rev();
            begins =
                before.into_iter().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
            if begins == 0 {
                break;
            }
        }
        let longer = base.get(begins..until).map(str::trim).filter(|longer| places(text, longer).len() == 1);
        Some(longer.unwrap_or(words).to_owned())
    }
}

fn beginning(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(60).collect()
}
