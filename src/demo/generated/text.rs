//! A generated text and the versions it grows through.

use crate::demo::generated::chance::Chance;
use crate::demo::generated::wording::{CHOICES, PARTS, Sentence, paragraph};
use crate::draft::{Draft, Language, Paragraph, ParagraphId};

/// A text in no language yet.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) passages: Vec<Passage>,
    /// The last number given in each section; no id is given twice.
    given: Vec<usize>,
}

/// A paragraph: where it was first given, which others it continues, what it says.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    section: usize,
    number: usize,
    from: Vec<ParagraphId>,
    pub(super) sentences: Vec<Sentence>,
}

/// So many paragraphs make a section.
const SECTION: usize = 24;

impl Passage {
    pub(super) fn id(&self) -> ParagraphId {
        ParagraphId::parse(&format!("{}{}", letter(self.section), self.number))
            .expect("a letter and a number")
    }
}

impl Text {
    /// A first version of so many paragraphs.
    pub(super) fn begin(paragraphs: usize, chance: &mut Chance) -> Text {
        let mut text = Text { passages: Vec::new(), given: vec![0; (paragraphs / SECTION + 1).min(26)] };
        for at in 0..paragraphs {
            let passage = text.passage((at / SECTION).min(25), chance);
            text.passages.push(passage);
        }
        text
    }

    /// The version after this one: most paragraphs stay, some are reworded, moved, split, merged, deleted, and new
    /// ones come.
    pub(super) fn next(&self, chance: &mut Chance) -> Text {
        let mut next = Text { passages: Vec::new(), given: self.given.clone() };
        let mut passages =
            self.passages.iter().map(|passage| Passage { from: Vec::new(), ..passage.clone() });
        while let Some(mut passage) = passages.next() {
            match chance.below(100) {
                0..3 => continue,
                3..30 => reword(&mut passage, chance),
                30..34 if passage.sentences.len() > 1 => {
                    let rest = passage.sentences.split_off(passage.sentences.len() / 2);
                    let heir = next.passage(passage.section, chance);
                    next.passages.push(passage.clone());
                    passage = Passage { from: vec![passage.id()], sentences: rest, ..heir };
                }
                34..37 => {
                    if let Some(other) = passages.next() {
                        passage.from.push(other.id());
                        passage.sentences.extend(other.sentences);
                    }
                }
                37..41 => {
                    let new = next.passage(passage.section, chance);
                    next.passages.push(new);
                }
                _ => {}
            }
            next.passages.push(passage);
        }
        for _ in 0..next.passages.len() / 20 {
            let (from, to) = (chance.below(next.passages.len()), chance.below(next.passages.len()));
            let moved = next.passages.remove(from);
            next.passages.insert(to, moved);
        }
        next.passages.sort_by_key(|passage| passage.section);
        next
    }

    /// The text in one language.
    pub(super) fn in_language(&self, language: &Language) -> Draft {
        let mut paragraphs = vec![Paragraph::new(ParagraphId::title(), "Generated recommendations")];
        let mut section = None;
        for passage in &self.passages {
            if section.replace(passage.section) != Some(passage.section) {
                let id = ParagraphId::parse(&letter(passage.section)).expect("a letter");
                paragraphs.push(Paragraph::new(id, format!("Part {}", passage.section + 1)));
            }
            let own = Paragraph::new(passage.id(), paragraph(&passage.sentences, language));
            paragraphs.push(Paragraph { from: passage.from.clone(), ..own });
        }
        Draft { note: None, paragraphs }
    }

    /// A new paragraph in a section.
    fn passage(&mut self, section: usize, chance: &mut Chance) -> Passage {
        self.given[section] += 1;
        let sentences = (0..2 + chance.below(3)).map(|_| sentence(chance)).collect();
        Passage { section, number: self.given[section], from: Vec::new(), sentences }
    }
}

fn letter(section: usize) -> String {
    char::from(b'A' + (section % 26) as u8).to_string()
}

fn sentence(chance: &mut Chance) -> Sentence {
    std::array::from_fn(|_| chance.below(CHOICES))
}

/// Other words for a part, or for all of one sentence, or one sentence less.
fn reword(passage: &mut Passage, chance: &mut Chance) {
    let at = chance.below(passage.sentences.len());
    match chance.below(8) {
        0 => passage.sentences[at] = sentence(chance),
        1 if passage.sentences.len() > 1 => {
            passage.sentences.remove(at);
        }
        2 => passage.sentences.insert(at, sentence(chance)),
        _ => passage.sentences[at][chance.below(PARTS)] += 1 + chance.below(CHOICES - 1),
    }
}
