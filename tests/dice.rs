//! What random texts, drafts and files are made of: pieces that have broken a reader somewhere.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use travaux::comment::{
    Action, Answer, Answers, Attribution, Comment, DelegationCode, Form, Kind, Outcome, Placement, RoundId,
    Source, Submission, Target,
};
use travaux::draft::{
    Draft, Glossary, Issued, Language, Level, Paragraph, ParagraphId, Published, Sent, Term, VersionId,
    VersionRecord, WorkstreamId,
};
use travaux::schedule::{
    Announced, Due, Held, Milestone, MilestoneKind, Participant, ParticipantKind, Precision, Question, Round,
    RoundRecord, Rule, Schedule, Session, VersionPlan, Workstream,
};

/// The same throws on every machine and every day.
pub(crate) fn throws(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(1949);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// Words, marks that Markdown knows, brackets, spaces of every width, and scripts of every direction.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "States", " must", " should exercise", " due diligence", " ", "  ", ", ", ". ", "; ", "\u{a0}", "12.", "1) ",
    "(a)", "[States]", "[D2]", "[D2bis from D2 D3]", "[12 bis]", "](x)", "[^1]: ", "[x]: y", "\\", "\\*", "\\\\",
    "`", "```", "*", "**", "_", "~", "~~", "#", "## ", "> ", "- ", "+ ", "=", "===", "---", "|", ":--", "<b>",
    "<!-- ", "&amp;", "&#38;", "&", "!", "![", "http://x.y", "国际人道法", "各国应当", "，", "。", "①", "「", "ﬁ",
    "يجب على الدول", "، ", "٣", "e\u{301}", "\u{301}", "👩\u{200d}👩\u{200d}👧", "🇨🇭", "\u{200b}", "\u{feff}",
    "\u{ad}", "\u{2028}", "\u{3000}", "\u{2011}", "’", "“", "무력 충돌", "title", " from ", "กฎหมาย",
];

/// What only a TOML string can hold.
const CONTROLS: &[&str] =
    &["\n", "\r\n", "\r", "\t", "\u{0}", "\u{1b}[31m", "\u{7f}", "\u{85}", "\"\"\"", "'''", "\""];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("no control character", |c| !c.is_control()).prop_map(String::from),
    ]
}

/// One block of a draft: no control character, no space at its ends, not empty.
pub(crate) fn line() -> impl Strategy<Value = String> {
    vec(piece(), 1..9).prop_map(|pieces| match pieces.concat().trim_matches(' ') {
        "" => "x".to_owned(),
        text => text.to_owned(),
    })
}

/// The wording of a passage, mostly of one block.
fn blocks() -> impl Strategy<Value = String> {
    prop_oneof![3 => line().boxed(), 1 => vec(line(), 2..4).prop_map(|blocks| blocks.join("\n")).boxed()]
}

/// Any text that a record may hold: not blank.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => piece(), 1 => select(CONTROLS).prop_map(str::to_owned)];
    vec(piece, 1..9).prop_map(|pieces| {
        let text = pieces.concat();
        if text.trim().is_empty() { format!("{text}x") } else { text }
    })
}

/// Any id that the grammar knows.
pub(crate) fn id() -> BoxedStrategy<ParagraphId> {
    const SUFFIX: &str = "(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)?";
    let section = format!("[A-Z]{{1,2}}{SUFFIX}");
    let paragraph = format!("{section}[1-9][0-9]{{0,2}}{SUFFIX}");
    let item = format!("{paragraph}[a-z]{SUFFIX}");
    let ids = [(section, Level::Section), (paragraph, Level::Paragraph), (item, Level::Item)];
    let strategies = ids.map(|(grammar, level)| {
        let typed = proptest::string::string_regex(&grammar).expect("a pattern");
        let parsed = move |text: String| ParagraphId::parse(&text).filter(|id| id.level() == level);
        typed.prop_filter_map("an id of its level", parsed).boxed()
    });
    let [section, paragraph, item] = strategies;
    prop_oneof![1 => section, 4 => paragraph, 2 => item].boxed()
}

/// Few ids, so that two drafts have many of them in common.
fn few_ids() -> BoxedStrategy<ParagraphId> {
    const IDS: &[&str] =
        &["A", "B", "A1", "A2", "A3", "A4", "A1bis", "A2bis", "B1", "B2", "A1a", "A1b", "B1a"];
    select(IDS).prop_map(|id| ParagraphId::parse(id).expect("an id")).boxed()
}

/// Few words, so that passages look alike.
fn few_words() -> BoxedStrategy<String> {
    const WORDS: &[&str] =
        &["States", "must", "should", "protect", "data", "[civilians]", "各国", "应当", "القانون", "12."];
    vec(select(WORDS), 1..9).prop_map(|words| words.join(" ")).boxed()
}

/// Any draft that could stand in a workspace.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    assembled(id(), line().boxed(), blocks().boxed())
}

/// One of several versions of the same text: ids in common, words that repeat, lineage.
pub(crate) fn version() -> impl Strategy<Value = Draft> {
    assembled(few_ids(), few_words(), few_words())
}

/// Puts passages together, leaving out what would break the invariants of a draft.
fn assembled(
    id: BoxedStrategy<ParagraphId>,
    title: BoxedStrategy<String>,
    wording: BoxedStrategy<String>,
) -> impl Strategy<Value = Draft> {
    let with = prop_oneof![6 => Just(Vec::new()), 1 => vec(id.clone(), 1..3)];
    let from = prop_oneof![3 => Just(Vec::new()), 1 => vec(id.clone(), 1..3)];
    let passage = (id, with, from, wording);
    (title.clone(), option::of(title), vec(passage, 0..12)).prop_map(|(title, note, passages)| {
        let mut taken = HashSet::new();
        let mut paragraphs = vec![Paragraph::new(ParagraphId::title(), title)];
        for (id, with, from, text) in passages {
            let level = id.level();
            let under_none =
                level == Level::Item && !paragraphs.iter().any(|p| p.level() == Level::Paragraph);
            if under_none || !taken.insert(id.clone()) {
                continue;
            }
            let with =
                with.into_iter().filter(|id| id.level() == level && taken.insert(id.clone())).collect();
            paragraphs.push(Paragraph { id, with, from, text, line: 0 });
        }
        Draft { note, paragraphs }
    })
}

/// A file that somebody wrote by hand: lines of every kind, wrapped, indented, with tabs; mostly in form.
pub(crate) fn by_hand() -> impl Strategy<Value = String> {
    let mark = select(&["", "", "  ", "\t", "[A@] ", "[A@]", "- [A@a] ", "## [Z] ", "> ", "\\"][..]);
    let line = (mark, vec(piece(), 0..4), 0..9u8).prop_map(|(mark, pieces, gap)| {
        let text = if gap == 0 { "two\twords \t".to_owned() } else { pieces.concat() };
        // What begins a passage, or a block of one, stands after an empty line.
        let gap = if mark.contains('[') || (mark == "  " && gap > 5) { "\n" } else { "" };
        format!("{gap}{mark}{text}\n")
    });
    vec(line, 0..10).prop_map(|lines| {
        let numbered = lines.iter().zip(2..).map(|(line, at)| line.replacen('@', &at.to_string(), 1));
        format!("# T\n\n[A1] x\n{}", numbered.collect::<String>())
    })
}

fn name() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,9}"
}

pub(crate) fn version_id() -> impl Strategy<Value = VersionId> {
    name().prop_map(|name| VersionId::parse(&name).expect("a name"))
}

fn language() -> impl Strategy<Value = Language> {
    "[a-z]{2,3}(-[A-Z]{2})?".prop_map(|code| Language::parse(&code).expect("a code"))
}

fn code() -> impl Strategy<Value = DelegationCode> {
    "X[A-Z0-9]{1,4}".prop_map(|code| DelegationCode::parse(&code).expect("a code"))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1i32..=9999, 1u32..=366).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).or_else(|| NaiveDate::from_yo_opt(year, 365)).expect("a day")
    })
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        1 => Just(Target::All),
        1 => Just(Target::Unread),
        3 => id().prop_map(Target::One),
        1 => (id(), id()).prop_map(|(first, last)| Target::Span(first, last)),
        1 => (id(), id(), id()).prop_map(|(one, first, last)| {
            Target::Several(vec![Target::One(one), Target::Span(first, last)])
        }),
    ]
}

fn word<T: Copy + std::fmt::Debug + 'static>(
    words: &'static [(&'static str, T)],
) -> impl Strategy<Value = T> {
    select(words).prop_map(|(_, value)| value)
}

fn comment() -> impl Strategy<Value = Comment> {
    let asked = (word(Kind::WORDS), word(Action::WORDS), option::of(target()));
    let said = (text(), option::of(text()), option::of(text()), any::<bool>());
    let about = (target(), option::of(text()), option::of(text()), option::of(language()));
    let persons = (option::of(text()), any::<bool>());
    let others = (vec(text(), 0..3), vec(text(), 0..3), option::of(text()), option::of(text()), persons);
    (asked, said, about, others).prop_map(
        |((kind, action, to), (view, other, translation, views), about, others)| {
            let (target, cited, quote, quote_language) = about;
            // A comment says something: a view, or a wording, or both.
            let (comment, proposal) = if views { (Some(view), other) } else { (other, Some(view)) };
            let (supports, reacts_to, stated, question, (author, resolved)) = others;
            Comment {
                no: 0,
                target,
                cited,
                question,
                quote,
                quote_language,
                kind,
                action,
                proposal,
                to,
                comment,
                translation,
                stated,
                author,
                resolved,
                supports,
                reacts_to,
                line: 0,
            }
        },
    )
}

pub(crate) fn submission() -> impl Strategy<Value = Submission> {
    let head = (code(), vec(code(), 0..3), version_id(), day(), language());
    let rest = (option::of(text()), option::of(text()), option::of((text(), text(), option::of(text()))));
    let further = (vec(code(), 0..3), word(Form::WORDS), option::of(day()));
    let numbered = vec((1u32..=9, comment()), 0..4);
    (head, rest, further, numbered).prop_map(|(head, (question, replaces, source), further, numbered)| {
        let (aligned, form, withdrawn) = further;
        let (delegation, on_behalf_of, version, received, language) = head;
        let mut no = 0;
        let comments = numbered.into_iter().map(|(step, comment)| {
            no += step;
            Comment { no, ..comment }
        });
        Submission {
            workstream: WorkstreamId::parse("ict").expect("a name"),
            round: RoundId::parse("r4").expect("a name"),
            delegation,
            on_behalf_of,
            aligned,
            form,
            version,
            received,
            language,
            question,
            attribution: Attribution::Named,
            confidential: false,
            replaces,
            withdrawn,
            source: source.map(|(name, digest, kept)| Source { name, digest, kept }),
            comments: comments.collect(),
        }
    })
}

pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    let answer = (version_id(), word(Outcome::WORDS), vec(id(), 1..3), text(), option::of(text()), day());
    let answer = answer.prop_map(|(version, outcome, paragraphs, response, see, decided)| Answer {
        version,
        outcome,
        paragraphs,
        response: Some(response),
        see: if outcome == Outcome::Duplicate { Some("XAA-r4-1".to_owned()) } else { see },
        decided,
    });
    let placement = (version_id(), option::of(id()), option::of(text()), text(), day());
    let placement = placement.prop_map(|(version, paragraph, quote, by, on)| Placement {
        version,
        paragraph,
        quote,
        by,
        on,
    });
    (vec(answer, 0..3), vec(placement, 0..3))
        .prop_map(|(answers, placements)| Answers { answers, placements })
}

pub(crate) fn version_record() -> impl Strategy<Value = VersionRecord> {
    let issued = proptest::collection::btree_map(language(), (day(), "[0-9a-f]{40}"), 0..3);
    let sent = vec((text(), day()), 0..3);
    let published = vec((text(), day()), 0..3);
    let labels = proptest::collection::btree_map(id(), text(), 0..4);
    (option::of(text()), issued, sent, published, labels).prop_map(
        |(despite, issued, sent, published, labels)| VersionRecord {
            despite,
            issued: issued
                .into_iter()
                .map(|(language, (on, digest))| Issued { language, on, digest })
                .collect(),
            sent: sent.into_iter().map(|(to, on)| Sent { to, on }).collect(),
            published: published.into_iter().map(|(url, on)| Published { url, on }).collect(),
            labels,
        },
    )
}

pub(crate) fn round_record() -> impl Strategy<Value = RoundRecord> {
    let held = (day(), day()).prop_map(|(one, other)| Held { start: one.min(other), end: one.max(other) });
    let announced = (proptest::option::of(text()), 1u32..200, day())
        .prop_map(|(session, statements, on)| Announced { session, statements, on });
    (proptest::option::of(held), vec(announced, 0..3))
        .prop_filter("a record says something", |(held, announced)| held.is_some() || !announced.is_empty())
        .prop_map(|(held, announced)| RoundRecord { held, announced })
}

pub(crate) fn glossary() -> impl Strategy<Value = Glossary> {
    let term =
        proptest::collection::btree_map(language(), text(), 0..4).prop_map(|wordings| Term { wordings });
    vec(term, 0..4).prop_map(|terms| Glossary { terms })
}

/// Any schedule whose parts fit together.
pub(crate) fn schedule() -> impl Strategy<Value = Schedule> {
    let head = (text(), any::<(bool, bool)>(), select(&["Europe/Zurich", "UTC", "Asia/Shanghai"][..]));
    let languages = proptest::collection::btree_set(language(), 1..4);
    let numbered = vec((text(), option::of(1u32..), any::<Index>()), 1..5);
    let session = vec(session(), 0..3);
    let rounds = vec((text(), option::of((day(), day())), option::of(text()), session, any::<Index>()), 0..4);
    let milestones = vec((text(), word(MilestoneKind::WORDS), due(), any::<Index>(), any::<bool>()), 0..4);
    let people = vec((code(), text(), option::of(text()), word(ParticipantKind::WORDS)), 0..4);
    (head, languages, numbered, rounds, milestones, people).prop_map(
        |((title, (example, illustrative), timezone), languages, numbered, rounds, milestones, people)| {
            let versions: Vec<VersionId> =
                named(&numbered, |id, _, _, _| VersionId::parse(&id).expect("a name"));
            let rounds = planned_rounds(rounds, &versions);
            let workstream = |id: String, title, number, _: &Index| {
                let id = WorkstreamId::parse(&id).expect("a name");
                Workstream { id, number, title }
            };
            let workstreams = named(&numbered, workstream);
            let version = |id: String, title, number: Option<u32>, other: &Index| {
                let id = VersionId::parse(&id).expect("a name");
                VersionPlan { id, title, follows: number.map(|_| other.get(&versions).clone()) }
            };
            let question = |id, text, _, one: &Index| {
                let put_in = rounds.get(one.index(4)).map(|round| round.id.clone());
                Question { id, text, rounds: put_in.into_iter().collect() }
            };
            let languages: Vec<Language> = languages.into_iter().collect();
            Schedule {
                title,
                example,
                illustrative,
                timezone: timezone.parse().expect("a time zone"),
                original: languages[0].clone(),
                languages,
                default_workstream: example.then(|| workstreams[0].id.clone()),
                contact: illustrative.then(|| "clerk@example.org".to_owned()),
                workstreams,
                rules: named(&numbered, |id, text, minutes, _| Rule { id, text, minutes }),
                versions: named(&numbered, version),
                questions: named(&numbered, question),
                milestones: planned_milestones(milestones, &versions, &rounds),
                rounds,
                participants: invited(people),
            }
        },
    )
}

fn invited(people: Vec<(DelegationCode, String, Option<String>, ParticipantKind)>) -> Vec<Participant> {
    let mut taken = HashSet::new();
    let people: Vec<_> = people.into_iter().filter(|(code, ..)| taken.insert(code.clone())).collect();
    let members: Vec<DelegationCode> = people.iter().map(|(code, ..)| code.clone()).collect();
    let zh = Language::parse("zh").expect("a code");
    let one =
        |(code, name, other, kind): (DelegationCode, String, Option<String>, ParticipantKind)| Participant {
            members: if kind == ParticipantKind::Group { members.clone() } else { Vec::new() },
            code,
            name,
            names: other.into_iter().map(|name| (zh.clone(), name)).collect(),
            kind,
        };
    people.into_iter().map(one).collect()
}

type Numbered = (String, Option<u32>, Index);

fn named<T>(numbered: &[Numbered], make: impl Fn(String, String, Option<u32>, &Index) -> T) -> Vec<T> {
    let make =
        |(at, (text, number, one)): (usize, &Numbered)| make(format!("n{at}"), text.clone(), *number, one);
    numbered.iter().enumerate().map(make).collect()
}

fn session() -> impl Strategy<Value = Session> {
    (text(), any::<bool>(), vec(text(), 0..2)).prop_map(|(title, timed, parts)| Session {
        title,
        starts: timed.then(|| "10:10".to_owned()),
        ends: timed.then(|| "12:00".to_owned()),
        parts,
        line: 0,
    })
}

fn due() -> impl Strategy<Value = Due> {
    prop_oneof![
        day().prop_map(Due::On),
        (day(), day()).prop_map(|(one, other)| Due::Between(one.min(other), one.max(other))),
        Just(Due::NotAnnounced),
    ]
}

type RoundParts = (String, Option<(NaiveDate, NaiveDate)>, Option<String>, Vec<Session>, Index);

fn planned_rounds(parts: Vec<RoundParts>, versions: &[VersionId]) -> Vec<Round> {
    let round = |(at, (title, days, place, sessions, on)): (usize, RoundParts)| Round {
        id: RoundId::parse(&format!("r{at}")).expect("a name"),
        title,
        start: days.map(|(one, other)| one.min(other)),
        end: days.map(|(one, other)| one.max(other)),
        on: days.map(|_| on.get(versions).clone()),
        format: place.clone(),
        hours: place.as_ref().map(|_| "10:00-14:00".to_owned()),
        tentative: place.is_some(),
        cancelled: days.filter(|_| place.is_none()).map(|(one, _)| one),
        place,
        sessions,
        line: 0,
    };
    parts.into_iter().enumerate().map(round).collect()
}

type MilestoneParts = (String, MilestoneKind, Due, Index, bool);

fn planned_milestones(
    parts: Vec<MilestoneParts>,
    versions: &[VersionId],
    rounds: &[Round],
) -> Vec<Milestone> {
    let milestone = |(at, (title, kind, due, one, both)): (usize, MilestoneParts)| Milestone {
        id: format!("m{at}"),
        title,
        kind,
        version: (both || kind == MilestoneKind::Circulation).then(|| one.get(versions).clone()),
        round: rounds.get(one.index(4)).map(|round| round.id.clone()),
        precision: matches!(due, Due::Between(..)).then_some(Precision::HalfYear),
        time: matches!(due, Due::On(_)).then(|| "18:00".to_owned()).filter(|_| both),
        tentative: both,
        cancelled: due.last().filter(|_| both),
        due,
        line: 0,
    };
    parts.into_iter().enumerate().map(milestone).collect()
}

/// A part of a text, on character boundaries, that neither begins nor ends with a space.
pub(crate) fn cut(text: &str, from: &Index, to: &Index) -> Option<String> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (one, other) = (*from.get(&bounds), *to.get(&bounds));
    let quote = text[one.min(other)..one.max(other)].trim();
    (!quote.is_empty()).then(|| quote.to_owned())
}

/// A map of ids by what was thrown for each.
pub(crate) fn counted<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}
