//! The consultation's terms: where one language has a term and the other lacks its counterpart.

use crate::draft::{Glossary, Language};
use crate::text::Wording;

/// The terms that both languages have a wording for.
pub(super) struct Terms {
    pairs: Vec<(Wording, Wording)>,
}

impl Terms {
    /// The glossary's terms in two languages.
    pub(super) fn of(glossary: &Glossary, one: &Language, other: &Language) -> Terms {
        let pair = |term: &crate::draft::Term| {
            let wording =
                |language: &Language| Some(Wording::new(language.as_str(), term.wordings.get(language)?));
            Some((wording(one)?, wording(other)?))
        };
        Terms { pairs: glossary.terms.iter().filter_map(pair).collect() }
    }

    /// The terms that stand in one text without their counterpart in the other, and the counterpart looked for.
    pub(super) fn differing(&self, here: &str, there: &str) -> Vec<(String, String)> {
        let own: Vec<&Wording> = self.pairs.iter().map(|(own, _)| own).collect();
        let others: Vec<&Wording> = self.pairs.iter().map(|(_, other)| other).collect();
        let (own, others) = (found(&own, here), found(&others, there));
        let mut differing = Vec::new();
        for (at, (term, counterpart)) in self.pairs.iter().enumerate() {
            // Several terms may share a wording; one of their counterparts is enough.
            let same = |side: fn(&(Wording, Wording)) -> &Wording, other: &[Stands]| {
                let alike = self.pairs.iter().enumerate();
                alike
                    .filter(|(_, pair)| side(pair).text() == side(&self.pairs[at]).text())
                    .any(|(at, _)| other[at] != Stands::Not)
            };
            match (own[at], others[at]) {
                (Stands::Itself, _) if !same(|pair| &pair.0, &others) => {
                    differing.push((term.text().to_owned(), format!("no “{}”", counterpart.text())));
                }
                (_, Stands::Itself) if !same(|pair| &pair.1, &own) => {
                    differing.push((format!("no “{}”", term.text()), counterpart.text().to_owned()));
                }
                _ => {}
            }
        }
        differing.dedup();
        differing
    }
}

/// How a term stands in a text, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Itself,
    /// Only as a part of longer terms, or in other forms of its words.
    Within,
    Not,
}

/// How each term stands in a text.
fn found(terms: &[&Wording], text: &str) -> Vec<Stands> {
    let words = crate::text::Worded::of(text);
    let places: Vec<_> = terms.iter().map(|term| term.places(&words)).collect();
    let exact: Vec<_> = terms.iter().map(|term| term.exact_places(&words)).collect();
    // A singular and a plural that are both terms: each stands where it stands letter for letter.
    let anothers = |at: usize, place: &crate::text::Span| {
        !exact[at].contains(place)
            && exact.iter().enumerate().any(|(other, own)| other != at && own.contains(place))
    };
    let within_longer = |at: usize, place: &crate::text::Span| {
        let longer =
            places.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, places)| places);
        longer
            .into_iter()
            .any(|other| other.len() > place.len() && other.start <= place.start && place.end <= other.end)
    };
    let stands = |(at, own): (usize, &Vec<crate::text::Span>)| match own.as_slice() {
        [] if terms[at].is_said_otherwise(&words) => Stands::Within,
        [] => Stands::Not,
        own if own.iter().all(|place| within_longer(at, place) || anothers(at, place)) => Stands::Within,
        _ => Stands::Itself,
    };
    places.iter().enumerate().map(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let text = "[[term]]\nen = \"shared understanding\"\nzh = \"共同理解\"\n\n\
                    [[term]]\nen = \"ICT\"\nzh = \"信通技术\"\n\n\
                    [[term]]\nen = \"ICT operation\"\nzh = \"信通技术行动\"\n\n\
                    [[term]]\nen = \"proportionality\"\nzh = \"比例\"\n";
        Glossary::parse("glossary.toml", text).expect("a glossary")
    }

    #[track_caller]
    fn differing(here: &str, there: &str) -> Vec<(String, String)> {
        let language = |code: &str| Language::parse(code).expect("a language");
        Terms::of(&glossary(), &language("en"), &language("zh")).differing(here, there)
    }

    #[test]
    fn a_term_without_its_counterpart_is_named_in_either_direction() {
        assert_eq!(
            differing("Shared understandings grow.", "增进共识。"),
            [("shared understanding".to_owned(), "no “共同理解”".to_owned())]
        );
        assert_eq!(
            differing("They share views.", "增进共同理解。"),
            [("no “shared understanding”".to_owned(), "共同理解".to_owned())]
        );
    }

    #[test]
    fn a_term_within_a_longer_one_or_a_longer_word_is_none_of_its_own() {
        assert!(differing("An ICT operation is one.", "使用信通技术的行动是信通技术行动。").is_empty());
        assert!(differing("Disproportionate attacks", "不成比例的攻击").is_empty());
        assert!(differing("Predict the ICT activity", "预测信通技术活动").is_empty());
    }
}
