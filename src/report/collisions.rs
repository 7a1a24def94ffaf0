//! The answer to "where do they want different words?".

use serde::Serialize;

use crate::draft::Language;
use crate::report::next::adopting;
use crate::report::{About, Behind, Block, Cited, Document, Marked, Report, Run, SheetColumn, Spreadsheet};
use crate::text::{counted, within_sentence};

/// Where wordings collide, and which of them are like each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CollisionsReport {
    /// The head.
    pub about: About,
    /// The version, as named on screen.
    pub version: String,
    /// The language of the text.
    pub language: Language,
    /// The places, in reading order.
    pub collisions: Vec<Collision>,
    /// New paragraphs that are like each other, wherever they would stand.
    pub alike: Vec<Vec<AlikeWording>>,
}

/// One place that several would have differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Collision {
    /// The passage.
    #[serde(flatten)]
    pub cited: Cited,
    /// What stands there; none where new passages would stand in the same place.
    pub stands: String,
    /// Whether new passages would stand in the same place after it.
    pub new_passages: bool,
    /// What is wanted there.
    pub sides: Vec<Side>,
    /// Which of them collide.
    pub pairs: Vec<Pair>,
}

/// What one side wants.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// Its number in the collision, from 1.
    pub number: usize,
    /// The words; none where they are to be left out.
    pub words: String,
    /// What it asks with them: `words`, `leave out`, `keep as it stands`, `keep it, and change words in it`.
    pub asks: &'static str,
    /// Who is behind it.
    #[serde(flatten)]
    pub behind: Behind,
}

/// Two sides that collide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The one, by its number.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// What both want is kept, what only the one wants is struck, what only the other wants is inserted.
    pub words: Vec<Marked>,
    /// Of the letters of both, those in words both want in the same order, in hundredths.
    pub in_order: usize,
    /// Of their words that say something, those both want in any order, in hundredths.
    pub in_substance: usize,
    /// Whether that is called nearly the same, or alike; a likeness, no support.
    pub likeness: Option<&'static str>,
}

/// A wording that is like others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlikeWording {
    /// After which passage it would stand; absent where that was not said.
    pub after: Option<Cited>,
    /// The words.
    pub words: String,
    /// Who is behind it.
    #[serde(flatten)]
    pub behind: Behind,
    /// How like it is to the first of the group, in the same order, in hundredths.
    pub in_order: usize,
    /// How like it is to the first of the group in any order, in hundredths.
    pub in_substance: usize,
}

const MEASURE: &str = "In common: of the letters of two wordings, the share in words that both have in the same order \
                       (nearly the same: from 80%); in substance: of their words of more than three letters, the \
                       share that both have in any order (alike: from 50%). Likeness is not support.";

impl Side {
    fn wants(&self) -> String {
        match self.asks {
            "words" => format!("“{}”", self.words.trim()),
            asks => asks.to_owned(),
        }
    }

    fn point(&self) -> Vec<Run> {
        vec![
            Run::plain(format!("{}: ", self.number)),
            Run::strong(self.wants()),
            Run::quiet(format!(" – {}", self.behind.said())),
        ]
    }
}

impl Pair {
    fn point(&self) -> Vec<Run> {
        let mut runs = vec![Run::plain(format!("{} and {}", self.one, self.other))];
        let likeness = self.likeness.map(|word| format!(", {word}")).unwrap_or_default();
        let measure =
            format!(" ({}% in common, {}% in substance{likeness}): ", self.in_order, self.in_substance);
        if self.in_order > 0 {
            runs.push(Run::quiet(measure));
            runs.extend(Marked::runs(&self.words));
        }
        runs
    }
}

impl Collision {
    fn blocks(&self) -> Vec<Block> {
        let place = match (self.new_passages, self.stands.trim()) {
            (true, _) => vec![Run::plain("new paragraphs after it:")],
            (false, "") => vec![Run::plain("words to be put in:")],
            (false, words) => vec![Run::plain("contested: "), Run::strong(format!("“{words}”"))],
        };
        let mut points: Vec<Vec<Run>> = self.sides.iter().map(Side::point).collect();
        // That keeping collides with every change goes without saying; of two wordings only what they share is told.
        let worded = self.sides.iter().filter(|side| side.asks == "words").count() > 2;
        let told = self.pairs.iter().filter(|pair| !pair.words.is_empty() && (worded || pair.in_order > 0));
        points.extend(told.map(Pair::point));
        vec![Block::Passage { margin: self.cited.margin(), body: place, item: false }, Block::List(points)]
    }
}

impl CollisionsReport {
    fn summary(&self) -> String {
        if self.collisions.is_empty() {
            return format!("Nobody asks for different words in the same place, in {}.", self.language);
        }
        let pairs: usize = self.collisions.iter().map(|collision| collision.pairs.len()).sum();
        let places = counted(self.collisions.len(), "place");
        format!("{places} where wordings collide, {}, in {}.", counted(pairs, "pair"), self.language)
    }
}

impl Report for CollisionsReport {
    fn name(&self) -> &'static str {
        "collisions"
    }

    fn document(&self) -> Document {
        let measure = if self.collisions.is_empty() { String::new() } else { format!(" {MEASURE}") };
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary()), Run::quiet(measure)])];
        blocks.extend(self.collisions.iter().flat_map(Collision::blocks));
        if !self.alike.is_empty() {
            blocks.push(Block::Heading(vec![Run::plain("New paragraphs that are like each other")]));
        }
        for group in &self.alike {
            let point = |wording: &AlikeWording| {
                let place = wording
                    .after
                    .as_ref()
                    .map_or("whole text".to_owned(), |after| format!("after {}", after.both()));
                let measure = format!(
                    " – {} ({}% in common, {}% in substance)",
                    wording.behind.said(),
                    wording.in_order,
                    wording.in_substance
                );
                vec![
                    Run::plain(format!("{place}: ")),
                    Run::strong(format!("“{}”", wording.words)),
                    Run::quiet(measure),
                ]
            };
            blocks.push(Block::Prose(vec![Run::plain(format!("{}:", counted(group.len(), "wording")))]));
            blocks.push(Block::List(group.iter().map(point).collect()));
        }
        let sides = self.collisions.iter().flat_map(|collision| &collision.sides);
        let worded = sides.filter(|side| side.asks == "words").find_map(|side| side.behind.comments.first());
        let next = worded.map(|comment| adopting(comment));
        self.about.page(format!("Collisions on the {}", within_sentence(&self.version)), blocks).then(next)
    }

    fn spreadsheet(&self) -> Option<Spreadsheet> {
        let title = format!("Collisions on the {}", within_sentence(&self.version));
        let mut sheet = Spreadsheet::new(title, "Collisions", self.about.as_at);
        sheet.above.extend(self.about.notice());
        sheet.columns = [
            ("Number", 10),
            ("Id", 10),
            ("Stands", 40),
            ("Side", 6),
            ("Wants", 60),
            ("Who", 40),
            ("Collides with", 14),
        ]
        .into_iter()
        .map(|(heading, width)| SheetColumn::new(heading, width))
        .collect();
        for collision in &self.collisions {
            for side in &collision.sides {
                let with: Vec<String> = collision
                    .pairs
                    .iter()
                    .filter_map(|pair| match side.number {
                        number if number == pair.one => Some(pair.other.to_string()),
                        number if number == pair.other => Some(pair.one.to_string()),
                        _ => None,
                    })
                    .collect();
                let cells = [
                    collision.cited.number.clone().unwrap_or_default(),
                    collision.cited.id.to_string(),
                    collision.stands.clone(),
                    side.number.to_string(),
                    side.wants(),
                    side.behind.said(),
                    with.join(", "),
                ];
                sheet.row(cells.into_iter().map(|cell| vec![Run::plain(cell)]).collect());
            }
        }
        Some(sheet)
    }
}
