//! The answer to "what would whom have the text say?".

use serde::Serialize;

use crate::draft::{Language, Level, ParagraphId};
use crate::report::next::adopting;
use crate::report::{
    About, Behind, Block, Bracketed, Cited, Document, Report, Run, SheetColumn, Spreadsheet, Table,
};
use crate::text::{counted, listed, ordinal_day, within_sentence};

/// All wordings asked for on a version, folded into one text with brackets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompilationReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub version: String,
    /// The language of the text.
    pub language: Language,
    /// Whether names are left out.
    pub unattributed: bool,
    /// Which comments were taken, in words: `of r4`.
    pub selection: String,
    /// How many comments were looked at.
    pub comments: usize,
    /// How many of them their authors took back.
    pub withdrawn: usize,
    /// How many of them a later submission replaced.
    pub replaced: usize,
    /// The passages, in reading order.
    pub passages: Vec<CompiledPassage>,
    /// What is asked of the whole text, and what has no place in it.
    pub apart: Asked,
    /// How many brackets each version has.
    pub over_versions: Vec<BracketCount>,
}

/// One passage with all that is asked of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompiledPassage {
    /// The passage.
    #[serde(flatten)]
    pub cited: Cited,
    /// Its words, with brackets.
    pub text: Vec<Bracketed>,
    /// How many brackets it has.
    pub brackets: usize,
    /// What is asked beside it.
    #[serde(flatten)]
    pub asked: Asked,
}

/// What is asked beside the words of a passage.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Asked {
    /// Wordings that would stand in its place.
    pub alternatives: Vec<Proposed>,
    /// Passages that would come after it.
    pub additions: Vec<Proposed>,
    /// Where it would go.
    pub moves: Vec<Proposed>,
    /// Who asks to keep it as it stands.
    pub retained: Listed,
    /// Comments that propose no words.
    pub without_wording: Listed,
    /// Comments whose wording could not be folded.
    pub not_folded: Vec<NotFolded>,
}

/// Words with a name of their own: `B2 alt`, `B2 bis`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposed {
    /// What it is called.
    pub name: String,
    /// The words.
    pub words: String,
    /// Who asks for it.
    #[serde(flatten)]
    pub behind: Behind,
}

/// Comments that are counted, and named where names are given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// How many.
    pub count: usize,
    /// Whose, each once; none in an unattributed answer.
    pub delegations: Vec<String>,
    /// The comments; none in an unattributed answer.
    pub comments: Vec<String>,
}

/// A comment whose wording could not be folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFolded {
    /// The comment; absent in an unattributed answer.
    pub comment: Option<String>,
    /// Why.
    pub why: String,
}

/// How many brackets a version has: fewer from one to the next where views come together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BracketCount {
    /// The version, as named on screen.
    pub version: String,
    /// Comments made on it, those taken back and replaced left out.
    pub comments: usize,
    /// Brackets.
    pub brackets: usize,
    /// Wordings in the place of whole passages.
    pub alternatives: usize,
    /// Passages to be added.
    pub additions: usize,
    /// Comments without wording.
    pub without_wording: usize,
}

const LEGEND: &str = "[ ] = proposed or contested; name after dash = proposer; / = alternatives; alt = replaces the \
                      paragraph; bis, ter = new paragraph after it. Without prejudice to the position of any \
                      delegation.";
const MEASURE: &str = "A wording that keeps less than half of a paragraph's letters stands as alt, in full; all others \
                       are folded into the text.";

impl CompiledPassage {
    fn is_untouched(&self) -> bool {
        let asked = &self.asked;
        self.brackets == 0
            && asked.alternatives.is_empty()
            && asked.additions.is_empty()
            && asked.moves.is_empty()
    }

    fn blocks(&self) -> Vec<Block> {
        let id = &self.cited.id;
        let mut blocks = Vec::new();
        match id.level() {
            Level::Title | Level::Section => {
                let mut runs = vec![Run::plain(if id.level() == Level::Section {
                    format!("{id}. ")
                } else {
                    String::new()
                })];
                runs.extend(Bracketed::runs(&self.text));
                if id.level() == Level::Section || !self.is_untouched() {
                    blocks.push(Block::Heading(runs));
                }
            }
            level => {
                let body = match self.is_untouched() {
                    true => vec![Run::quiet("[no proposals received]")],
                    false => Bracketed::runs(&self.text),
                };
                blocks.push(Block::Passage { margin: self.cited.margin(), body, item: level == Level::Item });
            }
        }
        blocks.extend(self.asked.blocks());
        blocks
    }
}

impl Asked {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for proposed in self.alternatives.iter().chain(&self.additions) {
            let mut body = vec![Run::strong(&proposed.words)];
            let by = proposed.behind.said();
            if !by.is_empty() {
                body.push(Run::quiet(format!(" ({by})")));
            }
            blocks.push(Block::Passage {
                margin: vec![Run::strong(format!("{}.", proposed.name))],
                body,
                item: false,
            });
        }
        let mut points: Vec<Vec<Run>> = Vec::new();
        for proposed in &self.moves {
            let by = proposed.behind.said();
            let by = if by.is_empty() { String::new() } else { format!(" ({by})") };
            points.push(vec![Run::plain(&proposed.name), Run::quiet(by)]);
        }
        points.extend(self.retained.point("To stay as it is", true));
        points.extend(self.without_wording.point("Without wording", false));
        let mut reasons: Vec<&str> = self.not_folded.iter().map(|one| one.why.as_str()).collect();
        reasons.sort_unstable();
        reasons.dedup();
        for why in reasons {
            let same: Vec<&NotFolded> = self.not_folded.iter().filter(|one| one.why == why).collect();
            let names: Vec<&str> = same.iter().filter_map(|one| one.comment.as_deref()).collect();
            let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
            points.push(vec![Run::plain(format!("Not folded, {why}: {}", same.len())), Run::quiet(names)]);
        }
        if !points.is_empty() {
            blocks.push(Block::List(points));
        }
        blocks
    }

    fn is_empty(&self) -> bool {
        self.blocks().is_empty()
    }
}

impl Listed {
    fn point(&self, word: &str, by_delegation: bool) -> Option<Vec<Run>> {
        let named = if by_delegation { &self.delegations } else { &self.comments };
        let names = if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) };
        (self.count > 0).then(|| vec![Run::plain(format!("{word}: {}", self.count)), Run::quiet(names)])
    }
}

impl CompilationReport {
    fn title(&self) -> String {
        format!("Compilation of proposals on the {}", within_sentence(&self.version))
    }

    fn summary(&self) -> String {
        let brackets: usize = self.passages.iter().map(|passage| passage.brackets).sum();
        let mut left_out = Vec::new();
        if self.withdrawn > 0 {
            left_out.push(format!("{} taken back", self.withdrawn));
        }
        if self.replaced > 0 {
            left_out.push(format!("{} replaced by a later submission", self.replaced));
        }
        let left_out = match left_out.is_empty() {
            true => String::new(),
            false => format!(" Left out: {}.", listed(&left_out)),
        };
        let selection = match self.selection.as_str() {
            "" => String::new(),
            selection => format!(" {selection}"),
        };
        format!(
            "As at {}, in {}. {}{selection}, {}.{left_out}",
            ordinal_day(self.about.as_at),
            self.language,
            counted(self.comments, "comment"),
            counted(brackets, "bracket"),
        )
    }

    fn versions(&self) -> Table {
        let mut table =
            Table::new(&["Version~", "Comments", "Brackets", "alt", "New paragraphs", "Without wording"]);
        for count in &self.over_versions {
            let numbers =
                [count.comments, count.brackets, count.alternatives, count.additions, count.without_wording];
            let mut row = vec![vec![Run::plain(&count.version)]];
            row.extend(numbers.iter().map(|number| vec![Run::plain(number.to_string())]));
            table.row(row);
        }
        table
    }
}

impl CompilationReport {
    /// Where the wordings differ, and how one of them is taken over.
    fn next(&self) -> Vec<String> {
        let wants = self.passages.iter().flat_map(|passage| &passage.text).filter_map(|piece| match piece {
            Bracketed::Bracket { wants, .. } => Some(wants),
            Bracketed::Kept(_) => None,
        });
        let worded = wants.flatten().find_map(|want| want.behind.comments.first());
        let adopt = worded.map(|comment| adopting(comment));
        let collide =
            adopt.is_some().then(|| "`travaux collisions` shows where the wordings differ".to_owned());
        collide.into_iter().chain(adopt).collect()
    }
}

impl Report for CompilationReport {
    fn name(&self) -> &'static str {
        "compilation"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![
            Block::Prose(vec![Run::quiet(LEGEND)]),
            Block::Prose(vec![Run::plain(self.summary()), Run::quiet(format!(" {MEASURE}"))]),
        ];
        if !self.apart.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("On the whole text")]));
            blocks.extend(self.apart.blocks());
        }
        blocks.extend(self.passages.iter().flat_map(CompiledPassage::blocks));
        if !self.over_versions.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("Brackets over the versions")]));
            blocks.push(Block::Table(self.versions()));
        }
        self.about.page(self.title(), blocks).then(self.next())
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let mut sheet = Spreadsheet::new(self.title(), "Compilation", self.about.as_at);
        sheet.above.extend(self.about.notice());
        sheet.above.push(LEGEND.to_owned());
        sheet.columns = [
            ("Number", 10),
            ("Id", 10),
            ("Text and proposals", 90),
            ("Proposed by", 40),
            ("Brackets", 10),
            ("Without wording", 16),
        ]
        .into_iter()
        .map(|(heading, width)| SheetColumn::new(heading, width))
        .collect();
        let plain = |text: &str| vec![Run::plain(text)];
        for passage in &self.passages {
            sheet.row(vec![
                plain(passage.cited.number.as_deref().unwrap_or_default()),
                plain(passage.cited.id.as_str()),
                Bracketed::runs(&passage.text),
                plain(""),
                plain(&passage.brackets.to_string()),
                plain(&passage.asked.without_wording.count.to_string()),
            ]);
            let asked = &passage.asked;
            for proposed in asked.alternatives.iter().chain(&asked.additions).chain(&asked.moves) {
                let by = proposed.behind.said();
                sheet.row(vec![
                    plain(""),
                    plain(&proposed.name),
                    plain(&proposed.words),
                    plain(&by),
                    plain(""),
                    plain(""),
                ]);
            }
        }
        Some(sheet)
    }
}

/// An id as compilations print it: `B2 bis`.
pub fn spaced(id: &ParagraphId) -> String {
    let text = id.as_str();
    let digits = text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    match text.split_at(digits) {
        (base, suffix) if suffix.len() > 2 && digits > 0 => format!("{base} {suffix}"),
        _ => text.to_owned(),
    }
}
