//! What a column of a table of comments may hold, and how delegations head it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::comment::Column;
use crate::intake::table::fold::folded;
use crate::intake::table::synonyms::SYNONYMS;
use crate::text::nearest;

/// What a column holds, of all known forms together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Heading {
    /// A column of our own form.
    Of(Column),
    /// The member body of the ISO form, with the comment's number where it is written there.
    Body,
    /// The clause of the ISO form.
    Clause,
    /// A section or chapter.
    Section,
    /// The reason, where it has a column of its own.
    Explanation,
    /// A sentence, row or indent within the paragraph.
    Sentence,
    Page,
    Line,
    FromPage,
    FromLine,
    ToPage,
    ToLine,
}

impl Heading {
    /// Whether the column says what a comment is about.
    pub(super) fn is_place(self) -> bool {
        use Heading::{Clause, FromLine, FromPage, Line, Of, Page, Section};
        matches!(
            self,
            Of(Column::Paragraph | Column::Id) | Clause | Section | Page | Line | FromPage | FromLine
        )
    }

    /// Whether the column holds what the delegation says.
    pub(super) fn is_said(self) -> bool {
        matches!(self, Heading::Of(Column::Proposal | Column::Comment) | Heading::Explanation)
    }
}

/// One heading as it was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recognised {
    pub(super) heading: Heading,
    /// The languages that head the column so, as places in the list of six.
    pub(super) languages: Vec<usize>,
    /// Whether it was recognised by a word in it only.
    pub(super) loosely: bool,
}

type Known = HashMap<String, Vec<(Heading, usize)>>;

/// All headings known word for word.
static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known::new();
    let mut learn = |heading: Heading, language: usize, words: &str| {
        let entry = known.entry(folded(words)).or_default();
        if !entry.iter().any(|(_, other)| *other == language) {
            entry.push((heading, language));
        }
    };
    for column in Column::ALL {
        for (language, name) in column.names().into_iter().enumerate() {
            learn(Heading::Of(column), language, name);
        }
    }
    for (heading, names) in SYNONYMS {
        for (language, names) in names.iter().enumerate() {
            for name in names.split('|').filter(|name| !name.is_empty()) {
                learn(*heading, language, name);
            }
        }
    }
    known
});

/// Recognises a heading, in one language or in several at once; absent where it is none.
pub(super) fn recognised(text: &str) -> Option<Recognised> {
    if text.chars().count() > 200 {
        return None;
    }
    let whole = folded(text);
    // What our own files say of a row beside its comment is no part of it.
    if whole.is_empty() || !whole.contains(char::is_alphabetic) || text.trim().starts_with("travaux:") {
        return None;
    }
    exact(&whole).or_else(|| in_parts(text)).or_else(|| loose(&whole))
}

/// A heading in the words that are known, whatever number or mark stands around it.
fn exact(folded: &str) -> Option<Recognised> {
    let bare = folded.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let joined = bare.replace(" s", "s");
    let found = [folded, bare, &joined].into_iter().find_map(|words| KNOWN.get(words))?;
    // One word may head different columns in different languages: the first language that knows it leads.
    let heading = found.first()?.0;
    let languages = found.iter().filter(|(other, _)| *other == heading).map(|(_, at)| *at).collect();
    Some(Recognised { heading, languages, loosely: false })
}

/// `Paragraph / Paragraphe`, `Type of comment (ge/te/ed)`, `Comments\nObservations`: each part by itself.
fn in_parts(text: &str) -> Option<Recognised> {
    let without = without_brackets(text);
    if let Some(found) = exact(&folded(&without)) {
        return Some(found);
    }
    let parts = text.split(['/', '\n', '|', '(', ')', '（', '）', '／', ';', '*', '[', ']']);
    let more = text.split(" - ").chain(text.split(" – "));
    let found: Vec<Recognised> = parts.chain(more).filter_map(|part| exact(&folded(part))).collect();
    let heading = found.first()?.heading;
    if found.iter().any(|other| other.heading != heading) {
        return None;
    }
    let mut languages: Vec<usize> = found.into_iter().flat_map(|found| found.languages).collect();
    languages.sort_unstable();
    languages.dedup();
    Some(Recognised { heading, languages, loosely: false })
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_i32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            c if depth <= 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// A heading of few words, recognised by how one of them begins. Earlier lines decide before later ones.
#[rustfmt::skip]
const WORDS: &[(Heading, &str)] = {
    use Heading::{Explanation, Of, Section};
    &[
        (Of(Column::OnBehalfOf), "behalf nombre имени بالنياب 代表谁"),
        (Of(Column::Response), "secretari секретар الامان 秘书处 respons repons respuest ответ 答复"),
        (Explanation, "justif rational reason explan motif motiv explic razon fundament обоснов причин поясн السبب الاسباب المبرر مبرر التبرير الشرح 理由 说明 解释"),
        (Of(Column::Type), "type categ kind tipo nature тип вид характер категор نوع 类型 类别 性质"),
        (Of(Column::Proposal), "propos propuest suggest sugger sugerid sugerenc amend enmiend предл поправ المقترح مقترح الاقتراح اقتراح التعديل تعديل 拟议 建议 提案 修改 修正"),
        (Of(Column::Wording), "existing current original actuel existant actual vigent существующ нынешн текущ исходн الحالي الاصلي 现行 原文 现有 当前"),
        (Of(Column::Comment), "comment remark observ views comentari замечан коммент تعليق التعليق ملاحظ الملاحظ 意见 评论 评语"),
        (Of(Column::Paragraph), "paragr para paras parr parraf пункт абзац الفقر فقر 段"),
        (Of(Column::Delegation), "delegat delegac countr state states pays etat pais estado делегац стран государств الدول البلد الوفد 国家 代表团 成员国"),
        (Section, "section chapter chapitre seccion capitulo раздел глав القسم الفصل الباب 章节"),
    ]
};

/// The same, each beginning apart.
static STEMS: LazyLock<Vec<(Heading, Vec<&str>)>> =
    LazyLock::new(|| WORDS.iter().map(|(heading, stems)| (*heading, stems.split(' ').collect())).collect());

fn loose(folded: &str) -> Option<Recognised> {
    let words: Vec<&str> = folded.split(' ').collect();
    let unspaced = crate::text::unspaced;
    if words.len() > 8 || (folded.chars().any(unspaced) && folded.chars().count() > 16) {
        return None;
    }
    let holds = |stem: &str| {
        let han = stem.chars().any(unspaced);
        // A short word must stand as it is: `type` is no `typewriter`.
        let begins = |word: &&str| **word == *stem || (stem.chars().count() > 4 && word.starts_with(stem));
        if han { folded.contains(stem) } else { words.iter().any(begins) }
    };
    let found = STEMS.iter().find(|(_, stems)| stems.iter().any(|stem| holds(stem)));
    found.map(|(heading, _)| Recognised { heading: *heading, languages: Vec::new(), loosely: true })
}

/// The known heading nearest to words that are none.
pub(super) fn nearest_heading(text: &str) -> Option<String> {
    let names = Column::ALL.iter().flat_map(|column| column.names());
    nearest(text, names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, heading: Heading) {
        let found = recognised(text).unwrap_or_else(|| panic!("`{text}` heads nothing"));
        assert_eq!(found.heading, heading, "{text}");
    }

    #[test]
    fn our_own_headings_are_recognised_in_six_languages() {
        for column in Column::ALL {
            for name in column.names() {
                case(name, Heading::Of(column));
                case(&format!(" {}* ", name.to_uppercase()), Heading::Of(column));
            }
        }
    }

    #[test]
    fn a_heading_in_two_languages_is_of_both() {
        for text in [
            "Pays / Country",
            "Paragraphe / Paragraph",
            "Observations / Comments",
            "N°",
            "Texte proposé / Proposed text",
        ] {
            let languages = recognised(text).expect("a heading").languages;
            assert!(languages.starts_with(&[0, 1]), "{text}: {languages:?}");
        }
    }

    #[test]
    fn headings_are_recognised_as_delegations_write_them() {
        use Heading::{Body, Clause, Explanation, FromPage, Line, Of, Page, Section, Sentence, ToLine};
        for (text, heading) in [
            ("Para.", Of(Column::Paragraph)),
            ("Para no.", Of(Column::Paragraph)),
            ("¶", Of(Column::Paragraph)),
            ("Paragraph number(s)", Of(Column::Paragraph)),
            ("Paragraph / Paragraphe", Of(Column::Paragraph)),
            ("3 Paragraph", Of(Column::Paragraph)),
            ("Paragraph/ Figure/ Table/ Note (e.g. Table 1)", Of(Column::Paragraph)),
            ("Member State", Of(Column::Delegation)),
            ("Name of the country", Of(Column::Delegation)),
            ("MB/NC1", Body),
            ("1\nMB/NC", Body),
            ("Clause/ Subclause (e.g. 3.1)", Clause),
            ("Line number (e.g. 17)", Line),
            ("Type of comment2", Of(Column::Type)),
            ("Type of com-ment (ge/te/ed)", Of(Column::Type)),
            ("Comments (justification for change)", Of(Column::Comment)),
            ("Proposed change by the MB", Of(Column::Proposal)),
            ("Observations of the secretariat", Of(Column::Response)),
            ("Sentence/row/indent, etc.", Sentence),
            ("Chapter", Section),
            ("From page", FromPage),
            ("To Line", ToLine),
            ("Page", Page),
            ("Justification", Explanation),
            ("Existing text", Of(Column::Wording)),
            ("Modification proposée", Of(Column::Proposal)),
            ("Propositions de rédaction", Of(Column::Proposal)),
            ("Предложение по тексту", Of(Column::Proposal)),
            ("Comments of your delegation", Of(Column::Comment)),
            ("País", Of(Column::Delegation)),
            ("Обоснование", Explanation),
            ("الدولة", Of(Column::Delegation)),
            ("修改建议", Of(Column::Proposal)),
        ] {
            case(text, heading);
        }
        for text in [
            "",
            "12",
            "Arendia",
            "We thank the co-chairs for their excellent work on this text and its annexes",
        ] {
            assert_eq!(recognised(text), None, "{text}");
        }
    }
}
