//! What generated delegations hand in.

use crate::demo::generated::Size;
use crate::demo::generated::chance::Chance;
use crate::demo::generated::text::Text;
use crate::demo::generated::wording::{PARTS, said};
use crate::draft::Language;

const FIRSTS: [&str; 26] = [
    "Ar", "Bor", "Cel", "Dun", "Esk", "Fal", "Gor", "Hal", "Ist", "Jor", "Kel", "Lor", "Mar", "Nor", "Os",
    "Par", "Quen", "Ros", "Sel", "Tor", "Ul", "Var", "Wes", "Xan", "Yor", "Zel",
];
const LASTS: [&str; 26] = [
    "andia", "bria", "cora", "dorra", "evia", "fenia", "gard", "heim", "insk", "javia", "kania", "landia",
    "mark", "nesia", "ovia", "polis", "quay", "ria", "stan", "tania", "ugia", "vania", "wick", "xia",
    "ystan", "zonia",
];

/// The most delegations there can be: XAA to XZZ.
pub(super) const DELEGATIONS: usize = 26 * 26;

/// The code and the name of a delegation; neither is anybody's.
pub(super) fn delegation(at: usize) -> (String, String) {
    let (first, last) = (at / 26 % 26, at % 26);
    let letter = |at: usize| char::from(b'A' + at as u8);
    (format!("X{}{}", letter(first), letter(last)), format!("{}{}", FIRSTS[first], LASTS[last]))
}

/// What each delegation hands in on one version: its code and the file; nothing from who has nothing to say.
pub(super) fn submissions<'s>(
    size: &'s Size,
    version: &'s str,
    text: &'s Text,
    comments: usize,
    chance: &'s mut Chance,
) -> impl Iterator<Item = (String, String)> + 's {
    (0..size.delegations).filter_map(move |at| {
        let (code, _) = delegation(at);
        let own = comments / size.delegations + usize::from(at < comments % size.delegations);
        let language = &size.languages[at % size.languages.len()];
        let mut file = format!(
            "[submission]\ndelegation = \"{code}\"\nversion = \"{version}\"\nreceived = 2026-05-04\nlanguage = \"{language}\"\n"
        );
        for no in 1..=own {
            file.push_str(&format!("\n[[comment]]\nno = {no}\n{}", comment(text, language, chance)));
        }
        (own > 0).then_some((code, file))
    })
}

/// One comment: mostly on words of a paragraph, sometimes on all of it, or on the whole text, or misquoting it.
fn comment(text: &Text, language: &Language, chance: &mut Chance) -> String {
    if chance.once_in(4) {
        return "type = \"general\"\ncomment = \"The text reads well.\"\n".to_owned();
    }
    let passage = &text.passages[chance.below(text.passages.len())];
    let sentence = &passage.sentences[chance.below(passage.sentences.len())];
    let first = chance.below(PARTS);
    let last = first + chance.below(PARTS - first);
    let quote = match chance.below(20) {
        0 => String::new(),
        1 => "quote = \"words that are not there\"\n".to_owned(),
        _ => format!("quote = \"{}\"\n", said(sentence, first..=last, language)),
    };
    let kind = "type = \"substantive\"\naction = \"amend\"\nproposal = \"Other words.\"\n";
    format!("paragraph = \"{}\"\n{quote}{kind}comment = \"It could be said in fewer words.\"\n", passage.id())
}
