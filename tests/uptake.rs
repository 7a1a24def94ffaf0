//! Uptake: what was put in word for word has all of it, what was not put in has none, and chance has none.

use std::fmt::Write as _;
use std::fs;

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use travaux::align::Alignment;
use travaux::collate::{Adopted, Adopting, Rewording, Step, TakenUp, Uptake, Wish};
use travaux::desk::Desk;
use travaux::draft::{Draft, Giver, Paragraph, ParagraphId};
use travaux::redline::Edit;
use travaux::text::Terms;

use crate::dice::throws;

fn draft(text: &str) -> Draft {
    Draft::parse("en.md", &format!("# title\n\n{}\n", text.replace('|', "\n\n"))).expect("in form")
}

fn id(name: &str) -> ParagraphId {
    ParagraphId::parse(name).expect("an id")
}

/// How a passage should read, as a wish; no words take it out.
fn wish(base: &Draft, name: &str, words: &str) -> Wish {
    let paragraph = id(name);
    let text = &base.get(&paragraph).expect("a passage").text;
    let edits = match words {
        "" => vec![Edit { span: 0..text.len(), words: String::new() }],
        words => Edit::fewest(text, words, &Terms::none()),
    };
    Wish::Reword(vec![Rewording { paragraph, edits }])
}

fn uptake(base: &Draft, later: &Draft, wish: &Wish) -> Option<Uptake> {
    let alignment = Alignment::between(base, later);
    Uptake::of(wish, &Step { base, later, alignment: &alignment, terms: &Terms::none() })
}

/// `standing/put in, gone/taken out`, and where.
fn said(uptake: Option<Uptake>) -> String {
    let words = |words: TakenUp| {
        let passages: Vec<&str> = words.passages.iter().map(ParagraphId::as_str).collect();
        let place = if passages.is_empty() { String::new() } else { format!(" {}", passages.join(" ")) };
        format!("{}/{}, {}/{}{place}", words.standing, words.put_in, words.gone, words.taken_out)
    };
    match uptake {
        Some(Uptake::Words(taken_up)) => words(taken_up),
        other => format!("{other:?}"),
    }
}

#[track_caller]
fn case(before: &str, (name, words): (&str, &str), after: &str, expected: &str) {
    let (base, later) = (draft(before), draft(after));
    assert_eq!(said(uptake(&base, &later, &wish(&base, name, words))), expected);
}

const DATA: &str = "[A1] States should protect the data of hospitals.";

#[test]
fn words_that_were_put_in_stand_and_words_that_were_not_do_not() {
    let must = ("A1", "States must protect the data of hospitals.");
    case(DATA, must, "[A1] States must protect the data of hospitals.", "1/1, 1/1 A1");
    case(DATA, must, DATA, "0/1, 0/1");
    case(DATA, must, "[A1] States are invited to protect the data of hospitals.", "0/1, 1/1");
    // With other words around it.
    case(DATA, must, "[A1] All States must, where feasible, protect the data of hospitals.", "1/1, 1/1 A1");
    let more = ("A1", "States should protect the data of hospitals and of blood banks.");
    case(DATA, more, "[A1] States should protect the data of hospitals and of blood banks.", "4/4, 0/0 A1");
    case(DATA, more, "[A1] States should protect the data of hospitals and blood banks.", "2/4, 0/0 A1");
    case(DATA, more, "[A1] States should protect the data of hospitals and of schools.", "0/4, 0/0");
}

#[test]
fn words_that_stood_before_common_words_and_words_elsewhere_are_no_uptake() {
    // The word stood there before, and was only moved.
    case(
        "[A1] States should protect military objectives and civilian data.",
        ("A1", "States should protect military objectives and all military data."),
        "[A1] Civilian data and military objectives should be kept apart by States.",
        "0/2, 0/1",
    );
    // A small word that came with another clause.
    case(
        "[A1] States should record and review data.",
        ("A1", "States must record and review data."),
        "[A1] States should record, and must review at once, all data.",
        "0/1, 0/1",
    );
    // The words of the wish in another order are not the wish.
    case(
        "[A1] Companies act.",
        ("A1", "Companies act. Hospitals warn schools about floods."),
        "[A1] Companies act. Floods are about schools, hospitals do not warn.",
        "2/5, 0/0 A1",
    );
    // Another paragraph has them.
    case(
        "[A1] States act.|[A2] Companies act.",
        ("A1", "States act where feasible."),
        "[A1] States act.|[A2] Companies act where feasible.",
        "0/2, 0/0",
    );
}

#[test]
fn words_are_found_elsewhere_in_their_own_paragraph_and_in_its_heirs() {
    let base = "[A1] States should publish lists. They should keep them current.";
    let wished = (
        "A1",
        "States should, under independent judicial control, publish lists. They should keep them current.",
    );
    case(
        base,
        wished,
        "[A1] States should publish lists. They should keep them current under independent judicial control.",
        "4/4, 0/0 A1",
    );
    case(
        base,
        wished,
        "[A1] States should publish lists.|[A1bis from A1] Under independent judicial control they should keep them current.",
        "4/4, 0/0 A1bis",
    );
    case(
        "[A1] States act.|[A2] Companies act.",
        ("A2", "Companies act without delay."),
        "[A1 from A2] States act. Companies act without delay.",
        "2/2, 0/0 A1",
    );
    // What is asked for twice stands once.
    case(
        "[A1] States publish lists. Companies publish lists.",
        ("A1", "States publish complete lists. Companies publish complete lists."),
        "[A1] States publish complete lists. Companies publish lists.",
        "1/2, 0/0 A1",
    );
}

#[test]
fn whole_passages_are_taken_out_moved_and_kept() {
    let two = "[A1] States act.|[A2] Companies act.|[A3] Others act.";
    case(two, ("A2", ""), "[A1] States act.|[A3] Others act.", "Some(Out(true))");
    case(two, ("A2", ""), two, "Some(Out(false))");
    case(two, ("A2", ""), "[A1] States act.|[A2] Firms act.|[A3] Others act.", "0/0, 1/2");
    case(two, ("A2", "Companies act now."), "[A1] States act.|[A3] Others act.", "Some(Gone)");
    let (base, moved) = (draft(two), draft("[A1] States act.|[A3] Others act.|[A2] Companies act."));
    let to = |to: &str| Wish::Move { passages: vec![id("A2")], to: to.to_owned() };
    assert_eq!(uptake(&base, &moved, &to("A3")), Some(Uptake::Moved(true)));
    assert_eq!(uptake(&base, &base, &to("A3")), Some(Uptake::Moved(false)));
    assert_eq!(uptake(&base, &moved, &to("A1")), None);
    let joined = draft("[A1] States act.|[A3 from A2] Others and companies act.");
    assert_eq!(uptake(&base, &joined, &to("A3")), Some(Uptake::Moved(true)));
    let keep = |span| Wish::Retain(vec![travaux::anchor::Spot { paragraph: id("A2"), span }]);
    let other = draft("[A1] States act.|[A2] Companies act now.|[A3] Others act.");
    assert_eq!(uptake(&base, &other, &keep(None)), Some(Uptake::Kept(false)));
    assert_eq!(uptake(&base, &other, &keep(Some(0..9))), Some(Uptake::Kept(true)));
    assert_eq!(uptake(&base, &moved, &keep(None)), Some(Uptake::Kept(true)));
}

#[test]
fn a_new_passage_is_looked_for_among_new_passages_and_in_the_one_after_which_it_should_stand() {
    let (base, words) =
        (draft("[A1] States act.|[A2] Companies act."), "Relief bodies should be warned of outages in time.");
    let add = Wish::Add { after: Some(id("A1")), words: words.to_owned() };
    let said = |after: &str| said(uptake(&base, &draft(after), &add));
    assert_eq!(said(&format!("[A1] States act.|[A3] {words}|[A2] Companies act.")), "9/9, 0/0 A3");
    assert_eq!(said(&format!("[A1] States act. {words}|[A2] Companies act.")), "9/9, 0/0 A1");
    assert_eq!(said(&format!("[A1] States act.|[A2] Companies act. {words}")), "0/9, 0/0");
    assert_eq!(
        said("[A1] States act.|[A3] Relief bodies should be warned.|[A2] Companies act."),
        "5/9, 0/0 A3"
    );
    assert_eq!(
        said("[A1] States act.|[A3] Hospitals keep relief bodies informed of all that they do.|[A2] x"),
        "0/9, 0/0"
    );
}

#[test]
fn marks_count_where_only_marks_are_asked_for_and_chinese_is_read_in_words() {
    case(
        "[A1] States and parties act.",
        ("A1", "States, and parties, act."),
        "[A1] States, and parties, act.",
        "2/2, 0/0 A1",
    );
    case(
        "[A1] States and parties act.",
        ("A1", "States, and parties, act."),
        "[A1] States and parties act.",
        "0/2, 0/0",
    );
    let zh = "[A1] 各国应当保护医院的数据。";
    case(zh, ("A1", "各国必须保护医院的数据。"), "[A1] 各国必须保护医院和学校的数据。", "1/1, 1/1 A1");
    case(zh, ("A1", "各国必须保护医院的数据。"), "[A1] 各国应当保护医院的数据，并必须公布。", "0/1, 0/1");
    case(
        zh,
        ("A1", "各国应当每年定期保护医院的数据。"),
        "[A1] 各国应当每年定期保护医院的数据。",
        "2/2, 0/0 A1",
    );
}

/// One wish on a text: which passage, which words of it, what is asked, and whether it is adopted.
type Thrown = (Index, Index, usize, usize, usize, bool);

const EN: [&str; 12] = [
    "States", "should", "protect", "the", "data", "of", "every", "hospital", "and", "publish", "such",
    "lists",
];
const ZH: [&str; 12] =
    ["各国", "应当", "保护", "每个", "医院", "的", "资料", "和", "名单", "并", "公布", "地图"];
const NEW_EN: [&str; 8] =
    ["judicial", "annual", "trusted", "regional", "medical", "secret", "joint", "civil"];
const NEW_ZH: [&str; 8] = ["尽快", "定期", "公开", "独立", "充分", "及时", "书面", "逐年"];

/// A text whose wishes ask for words that stand nowhere else.
struct Language {
    words: [&'static str; 12],
    between: &'static str,
    new: [&'static str; 8],
}

const LANGUAGES: [Language; 2] =
    [Language { words: EN, between: " ", new: NEW_EN }, Language { words: ZH, between: "", new: NEW_ZH }];

impl Language {
    fn text(&self) -> Draft {
        let ids = ["title", "A", "A1", "A2", "A3", "B", "B1", "B2", "B3"];
        let passage = |name: &&str| Paragraph::new(id(name), self.words.join(self.between));
        Draft { note: None, paragraphs: ids.iter().map(passage).collect() }
    }

    /// What the wish of this rank would have its passage say; none for one that is to be taken out or moved.
    fn wished(&self, rank: usize, (paragraph, from, length, new, what, _): &Thrown) -> Wished {
        let names = ["A1", "A2", "A3", "B1", "B2", "B3"];
        let name = names[paragraph.index(names.len())];
        let own = self.new[rank];
        let after = match what {
            0 => return Wished { name, words: String::new(), what: "delete" },
            1 => {
                return Wished { name, words: [own; 5].join(self.between), what: "add" };
            }
            2 => return Wished { name, words: names[from.index(names.len())].to_owned(), what: "move" },
            _ => std::iter::repeat_n(own, 1 + new).collect::<Vec<&str>>(),
        };
        let from = from.index(self.words.len());
        let to = (from + length).min(self.words.len());
        let all: Vec<&str> =
            self.words[..from].iter().chain(&after).chain(&self.words[to..]).copied().collect();
        Wished { name, words: all.join(self.between), what: "amend" }
    }
}

struct Wished {
    name: &'static str,
    words: String,
    what: &'static str,
}

impl Wished {
    fn wish(&self, base: &Draft) -> Wish {
        match self.what {
            "add" => Wish::Add { after: Some(id(self.name)), words: self.words.clone() },
            "move" => Wish::Move { passages: vec![id(self.name)], to: self.words.clone() },
            _ => wish(base, self.name, &self.words),
        }
    }

    fn comment(&self, no: usize) -> String {
        let mut comment = format!(
            "\n[[comment]]\nno = {no}\nparagraph = \"{}\"\ntype = \"substantive\"\naction = \"{}\"\n",
            self.name, self.what
        );
        match self.what {
            "move" => writeln!(comment, "to = \"{}\"", self.words),
            "delete" => Ok(()),
            _ => writeln!(comment, "proposal = \"{}\"", self.words),
        }
        .expect("a string can be written to");
        comment + "comment = \"As we said.\"\n"
    }
}

/// Which wishes went into the text, which did not, and the text; those that were void are in neither.
fn adopted(language: &Language, thrown: &[Thrown]) -> (Draft, Vec<usize>, Vec<usize>) {
    let base = language.text();
    let mut ours = base.clone();
    let mut giver = Giver::new(base.ids().cloned());
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    for (rank, one) in thrown.iter().enumerate() {
        let wish = language.wished(rank, one).wish(&base);
        let alignment = Alignment::between(&base, &ours);
        let adopting = Adopting { base: &base, ours: &ours, alignment: &alignment, terms: &Terms::none() };
        match adopting.adopt(&wish, &mut giver) {
            Adopted::Taken(draft) if one.5 => {
                ours = draft;
                taken.push(rank);
            }
            Adopted::Taken(_) | Adopted::Collision(_) => left.push(rank),
            Adopted::Nothing(_) => {}
        }
    }
    (ours, taken, left)
}

fn thrown() -> impl Strategy<Value = Vec<Thrown>> {
    vec((any::<Index>(), any::<Index>(), 0..4usize, 0..3usize, 0..9usize, any::<bool>()), 1..8)
}

/// Whether what was asked stands, all of it; whether none of it does.
fn all_or_none(uptake: Option<&Uptake>) -> (bool, bool) {
    match uptake {
        Some(Uptake::Words(words)) => {
            (words.standing == words.put_in && words.gone == words.taken_out, words.standing == 0)
        }
        Some(Uptake::Out(done) | Uptake::Moved(done)) => (*done, !done),
        _ => (false, true),
    }
}

proptest! {
    #![proptest_config(throws(400))]

    #[test]
    fn what_was_adopted_has_all_and_what_was_not_has_none(thrown in thrown(), language in 0..2usize) {
        let language = &LANGUAGES[language];
        let base = language.text();
        let (later, taken, left) = adopted(language, &thrown);
        for (ranks, adopted) in [(taken, true), (left, false)] {
            for rank in ranks {
                let wished = language.wished(rank, &thrown[rank]);
                // What is to go or to move may do so by the wish of another.
                if !adopted && ["delete", "move"].contains(&wished.what) {
                    continue;
                }
                let uptake = uptake(&base, &later, &wished.wish(&base));
                let (all, none) = all_or_none(uptake.as_ref());
                prop_assert!(if adopted { all } else { none }, "{adopted}: {} {} `{}`: {uptake:?}\n{}", wished.what, wished.name, wished.words, later.print());
            }
        }
    }
}

const SCHEDULE: &str = "[consultation]\ntitle = \"T\"\ntimezone = \"Europe/Zurich\"\nlanguages = [\"en\"]\noriginal = \"en\"\n\n[[workstream]]\nid = \"ict\"\ntitle = \"I\"\n\n[[version]]\nid = \"first\"\ntitle = \"First version\"\n\n[[version]]\nid = \"second\"\ntitle = \"Second version\"\n\n[[round]]\nid = \"r4\"\ntitle = \"R\"\n\n[[delegation]]\ncode = \"XAA\"\nname = \"Arendia\"\n";

proptest! {
    #![proptest_config(throws(40))]

    #[test]
    fn what_was_adopted_and_is_marked_not_reflected_is_found_and_nothing_else(thrown in thrown()) {
        let language = &LANGUAGES[0];
        let (later, taken, left) = adopted(language, &thrown);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |path: &str, text: String| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        write("schedule.toml", SCHEDULE.to_owned());
        write("drafts/ict/first/en.md", language.text().print());
        write("drafts/ict/second/en.md", later.print());
        let mut submission = "[submission]\ndelegation = \"XAA\"\nversion = \"first\"\nreceived = 2026-05-04\nlanguage = \"en\"\n".to_owned();
        for (rank, one) in thrown.iter().enumerate() {
            submission.push_str(&language.wished(rank, one).comment(rank + 1));
            let answer = "[[answer]]\nversion = \"second\"\noutcome = \"not-reflected\"\nresponse = \"No.\"\ndecided = 2026-05-20\n";
            write(&format!("comments/ict/r4/answers/XAA-{}.toml", rank + 1), answer.to_owned());
        }
        write("comments/ict/r4/XAA.toml", submission);
        let now: DateTime<Utc> = "2026-09-15T12:00:00Z".parse().expect("a moment");
        let report = Desk::open(folder.path(), None, now).and_then(|desk| desk.check()).expect("an answer");
        let found: Vec<String> = report
            .findings
            .iter()
            .filter(|finding| finding.kind == "not-reflected-but-stands")
            .map(|finding| finding.place.clone())
            .collect();
        let is_found = |rank: &usize| found.iter().any(|place| place.starts_with(&format!("XAA-r4-{} ", rank + 1)));
        for rank in &taken {
            prop_assert!(is_found(rank), "{rank} of {taken:?} is missing in {found:?}\n{}", later.print());
        }
        for rank in &left {
            let may_be = ["delete", "move"].contains(&language.wished(*rank, &thrown[*rank]).what);
            prop_assert!(may_be || !is_found(rank), "{rank} was not adopted: {found:?}\n{}", later.print());
        }
    }
}
