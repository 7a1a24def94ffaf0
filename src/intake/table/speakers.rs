//! Who speaks, as a cell, a title row, a sheet or a file tells it.

use crate::comment::Column;
use crate::intake::table::fold::{folded, trimmed};
use crate::intake::table::heading::{Heading, recognised};

/// Who speaks in a row.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Speakers {
    pub(super) delegations: Vec<String>,
    pub(super) on_behalf_of: Vec<String>,
}

/// Names of delegations that the caller knows; they are never cut.
#[derive(Debug, Default)]
pub(super) struct KnownNames(Vec<String>);

impl KnownNames {
    pub(super) fn of(names: &[String]) -> KnownNames {
        KnownNames(names.iter().map(|name| folded(name)).filter(|name| !name.is_empty()).collect())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        let name = folded(name);
        self.0.contains(&name)
    }

    /// The one known name that stands in a text as words of its own.
    fn within<'t>(&self, text: &'t str) -> Option<&'t str> {
        let spaced = format!(" {} ", folded(text));
        let found: Vec<&String> =
            self.0.iter().filter(|name| spaced.contains(&format!(" {name} "))).collect();
        let longest = found.iter().max_by_key(|name| name.len())?;
        // `Guinea` stands in `Equatorial Guinea`: a name within the longest one is not another.
        if found.iter().any(|name| !longest.contains(name.as_str())) {
            return None;
        }
        written(text, longest)
    }
}

/// The words of a text that fold to a name.
fn written<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let starts = text.char_indices().map(|(at, _)| at);
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    starts.filter(|at| begins(*at)).take(200).find_map(|start| {
        let ends =
            text[start..].char_indices().map(|(at, c)| start + at + c.len_utf8()).take(name.len() * 3 + 8);
        // A code of three letters may be a common word as well: then it must stand in capitals.
        let shouted = |part: &str| name.len() > 3 || part.chars().all(|c| !c.is_lowercase());
        let is_name = |end: &usize| folded(&text[start..*end]) == name && shouted(&text[start..*end]);
        ends.filter(|end| !text[*end..].starts_with(char::is_alphanumeric))
            .find(is_name)
            .map(|end| &text[start..end])
    })
}

/// Words that say for whom else, in six languages, before the names.
const ON_BEHALF: [&str; 9] = [
    "on behalf of",
    "speaking for",
    "au nom de",
    "au nom du",
    "en nombre de",
    "от имени",
    "بالنيابة عن",
    "نيابة عن",
    "باسم",
];

impl Speakers {
    /// Reads a cell that names one or several: `Arendia, Borland; Cassia`.
    pub(super) fn read(text: &str, known: &KnownNames) -> Speakers {
        let text = trimmed(text);
        if text.is_empty() {
            return Speakers::default();
        }
        if known.has(text) {
            return Speakers { delegations: vec![text.to_owned()], ..Speakers::default() };
        }
        let lower = text.to_lowercase();
        let marker = ON_BEHALF.iter().filter_map(|words| Some((lower.find(words)?, words.len()))).min();
        // Small letters may be longer than capital ones: then the words are not cut.
        match marker.filter(|_| lower.len() == text.len()) {
            Some((at, length)) => {
                let (who, whom) = (&text[..at], &text[at + length..]);
                let edges =
                    |part: &str| part.trim_matches(['(', ')', ' ', ',', ';', ':', '[', ']']).to_owned();
                Speakers { delegations: names(&edges(who), known), on_behalf_of: names(&edges(whom), known) }
            }
            None => Speakers { delegations: names(text, known), ..Speakers::default() },
        }
    }
}

/// The names in a list. `and` divides only what is known or is a code: it stands within names too.
pub(super) fn names(text: &str, known: &KnownNames) -> Vec<String> {
    if known.has(text) {
        return vec![text.to_owned()];
    }
    let mut names = Vec::new();
    for part in text.split([';', '\n', '、', '；', '؛', '|', '•']) {
        let mut pending = String::new();
        for piece in part.split([',', '，', '،', '/']) {
            let joined = if pending.is_empty() { piece.to_owned() } else { format!("{pending},{piece}") };
            if known.has(&joined) || (!pending.is_empty() && !known.has(piece) && qualifies(piece)) {
                pending = joined;
                continue;
            }
            push(&mut names, &pending, known);
            pending = piece.to_owned();
        }
        push(&mut names, &pending, known);
    }
    names
}

/// `Republic of`, `Federated States of`: what follows the comma in a name turned round.
fn qualifies(piece: &str) -> bool {
    let piece = folded(piece);
    let ends = ["of", "of the", "de", "du", "des"].iter().any(|end| piece.ends_with(&format!(" {end}")));
    ends || piece == "the"
}

fn push(names: &mut Vec<String>, name: &str, known: &KnownNames) {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | '*'));
    let name = trimmed(name);
    if name.is_empty() {
        return;
    }
    for and in [" and ", " et ", " y ", " и ", " و", " & ", "和", "及", "与"] {
        let parts: Vec<&str> = name.split(and).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && !known.has(name) && parts.iter().all(|part| known.has(part) || is_code(part)) {
            names.extend(parts.into_iter().map(str::to_owned));
            return;
        }
    }
    names.push(name.to_owned());
}

/// Whether a word looks like the code of a delegation.
pub(super) fn is_code(word: &str) -> bool {
    (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// `XAA-003`, `XAA 3`: the member body and its number, as the ISO form has them in one cell.
pub(super) fn body_and_number(text: &str) -> Option<(&str, &str)> {
    let text = trimmed(text);
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (body, number) = text.split_at(digits);
    let body = body.trim_end_matches(['-', '–', ' ', '_', '.']);
    (is_code(body) && number.bytes().all(|b| b.is_ascii_digit())).then_some((body, text))
}

/// Whether a cell says that the one above holds.
pub(super) fn is_ditto(text: &str) -> bool {
    let signs = ["\"", "''", "”", "“", "″", "〃", "\"\"", "„", "--\"--"];
    let words = [
        "ditto",
        "idem",
        "same",
        "same as above",
        "ibid",
        "id",
        "то же",
        "тот же",
        "нет изменений",
        "同上",
        "نفسه",
        "كذلك",
        "como arriba",
        "como antes",
    ];
    signs.contains(&trimmed(text)) || words.contains(&folded(text).as_str())
}

/// Who speaks by a title: `Comments from Arendia`, `Country: Arendia`, `阿伦迪亚的意见`.
pub(super) fn titled(text: &str, known: &KnownNames) -> Option<String> {
    let text = trimmed(text);
    let speakers = Speakers::read(text, known);
    if !speakers.delegations.is_empty() && speakers.delegations.iter().all(|name| known.has(name)) {
        return Some(text.to_owned());
    }
    if let Some((label, value)) = text.split_once([':', '：']) {
        let names_who = recognised(label).is_some_and(|found| names_speaker(found.heading) && !found.loosely);
        if names_who && !trimmed(value).is_empty() {
            return Some(trimmed(value).to_owned());
        }
    }
    known.within(text).map(str::to_owned).or_else(|| phrased(text))
}

/// Whether a column of this heading says who speaks.
pub(super) fn names_speaker(heading: Heading) -> bool {
    matches!(heading, Heading::Of(Column::Delegation) | Heading::Body)
}

/// The name in a phrase that says who speaks.
fn phrased(text: &str) -> Option<String> {
    const BEFORE: [&str; 24] = [
        "comments from ",
        "comments by ",
        "comments of ",
        "comments submitted by ",
        "submission from ",
        "submission by ",
        "submission of ",
        "submitted by ",
        "proposals by ",
        "proposals from ",
        "commentaires de la ",
        "commentaires de l’",
        "commentaires de l'",
        "commentaires du ",
        "commentaires de ",
        "observations de la ",
        "observations de ",
        "observations du ",
        "comentarios de ",
        "observaciones de ",
        "comentarios presentados por ",
        "замечания от ",
        "تعليقات من ",
        "ملاحظات مقدمة من ",
    ];
    const AFTER: [&str; 5] = ["代表团的意见", "的意见", "提交的意见", "的评论意见", "代表团意见"];
    let lower = text.to_lowercase();
    if lower.len() == text.len()
        && let Some(before) = BEFORE.iter().find(|before| lower.starts_with(**before))
    {
        let name = &text[before.len()..];
        let end = [
            " on ",
            " sur ",
            " sobre ",
            " по ",
            " concernant ",
            " to the ",
            " regarding ",
            " (",
            ",",
            " -",
            " –",
            "\n",
        ]
        .iter()
        .filter_map(|word| name.find(word))
        .min();
        let name =
            trimmed(&name[..end.unwrap_or(name.len())]).trim_start_matches("the ").trim_end_matches('.');
        let is_name = name.chars().count() <= 60 && name.chars().next().is_some_and(|c| !c.is_lowercase());
        return is_name.then(|| name.to_owned());
    }
    let name = AFTER.iter().find_map(|after| text.strip_suffix(after))?;
    (name.chars().count() <= 20 && !name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> KnownNames {
        KnownNames::of(
            &["Arendia", "Borland", "Cassia and the Isles", "Dunmark, Republic of", "XAA", "阿伦迪亚"]
                .map(str::to_owned),
        )
    }

    #[test]
    fn several_delegations_may_stand_in_one_cell() {
        let read = |text: &str| names(text, &known());
        assert_eq!(read("Arendia, Borland; Elbonia"), ["Arendia", "Borland", "Elbonia"]);
        assert_eq!(read("Arendia/Borland"), ["Arendia", "Borland"]);
        assert_eq!(read("Arendia and Borland"), ["Arendia", "Borland"]);
        assert_eq!(read("Cassia and the Isles, Arendia"), ["Cassia and the Isles", "Arendia"]);
        assert_eq!(read("Foria and Goria"), ["Foria and Goria"], "it may be one name");
        assert_eq!(read("XAA et XAB"), ["XAA", "XAB"]);
        assert_eq!(read("Dunmark, Republic of, Borland"), ["Dunmark, Republic of", "Borland"]);
        assert_eq!(read("Hollow, Republic of; Borland"), ["Hollow, Republic of", "Borland"]);
        assert_eq!(read("Arendia\nBorland"), ["Arendia", "Borland"]);
    }

    #[test]
    fn for_whom_else_is_read_from_the_cell() {
        let read = Speakers::read("Arendia (on behalf of Borland and XAB)", &known());
        assert_eq!(read.delegations, ["Arendia"]);
        assert_eq!(read.on_behalf_of, ["Borland", "XAB"]);
        let read = Speakers::read("Arendia, au nom de XAB, XAC", &known());
        assert_eq!((read.delegations.len(), read.on_behalf_of.len()), (1, 2));
    }

    #[test]
    fn a_title_says_who_speaks() {
        let title = |text: &str| titled(text, &known());
        assert_eq!(title("Comments from Elbonia on the first version").as_deref(), Some("Elbonia"));
        assert_eq!(title("Country: Elbonia").as_deref(), Some("Elbonia"));
        assert_eq!(title("Observations de la Foria").as_deref(), Some("Foria"));
        assert_eq!(title("Input of arendia, May").as_deref(), Some("arendia"));
        assert_eq!(title("埃尔的意见").as_deref(), Some("埃尔"));
        assert_eq!(title("Comments of the delegations on the first version"), None);
        assert_eq!(title("Arendia and Borland").as_deref(), Some("Arendia and Borland"));
        assert_eq!(title("Arendia (on behalf of XAA)").as_deref(), Some("Arendia (on behalf of XAA)"));
        assert_eq!(title("Views of Arendia and of Borland"), None, "two speak, and neither alone");
        assert_eq!(title("Fourth round of consultations"), None);
    }

    #[test]
    fn the_iso_form_has_body_and_number_in_one_cell() {
        assert_eq!(body_and_number("XAA-003"), Some(("XAA", "XAA-003")));
        assert_eq!(body_and_number("XAA 12"), Some(("XAA", "XAA 12")));
        assert_eq!(body_and_number("Arendia"), None);
        assert_eq!(body_and_number("12"), None);
    }
}
