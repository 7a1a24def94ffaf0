//! Proposals put into a text one after the other: by hand rules the same, in every order the same or a collision.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use travaux::align::Alignment;
use travaux::collate::{Adopted, Adopting, Merged, Rewording, Wish, merge};
use travaux::draft::{Draft, Giver, Level, Paragraph, ParagraphId};
use travaux::redline::Edit;
use travaux::text::Terms;

use crate::dice::{self, throws};

const WORDS: [&str; 16] = [
    "States",
    "should",
    "protect",
    "the",
    "data",
    "of",
    "every",
    "hospital",
    "and",
    "make",
    "such",
    "protection",
    "known",
    "to",
    "all",
    "parties",
];

/// Other words in the place of some that follow each other.
#[derive(Debug, Clone)]
struct Change {
    from: usize,
    to: usize,
    words: Vec<&'static str>,
}

/// Changes of a sentence whose words all differ; what is put in stood nowhere before.
fn change() -> impl Strategy<Value = Change> {
    let words =
        vec(select(&["must", "shall", "never", "public", "digital", "where", "feasible", "good"][..]), 0..3);
    (0..WORDS.len(), 0..4usize, words).prop_map(|(from, length, words)| {
        let to = (from + length).min(WORDS.len());
        // Something is put in where nothing is struck, and something is left.
        let words = if from == to && words.is_empty() { vec!["must"] } else { words };
        Change { from, to, words }
    })
}

fn changed(changes: &[&Change]) -> String {
    let mut sorted: Vec<&&Change> = changes.iter().collect();
    sorted.sort_by_key(|change| (change.from, change.to));
    let mut text: Vec<&str> = Vec::new();
    let mut at = 0;
    for change in sorted {
        text.extend(&WORDS[at..change.from]);
        text.extend(&change.words);
        at = change.to;
    }
    text.extend(&WORDS[at..]);
    text.join(" ")
}

/// By hand: two changes go together if at least one word that neither touches stands between them.
fn apart(one: &Change, other: &Change) -> bool {
    one.to < other.from || other.to < one.from
}

fn same(one: &Change, other: &Change) -> bool {
    (one.from, one.to, &one.words) == (other.from, other.to, &other.words)
}

/// A sentence after changes that were merged one by one; what collided is left out.
fn merged(base: &str, texts: &[String]) -> (String, Vec<bool>) {
    let mut now = base.to_owned();
    let mut taken = Vec::new();
    for text in texts {
        match merge(base, &now, text, &Terms::none()) {
            Merged::Clean(text) => {
                now = text;
                taken.push(true);
            }
            Merged::Collision(_) => taken.push(false),
        }
    }
    (now, taken)
}

proptest! {
    #![proptest_config(throws(400))]

    #[test]
    fn a_sequence_of_adoptions_is_what_hand_rules_make_of_it(changes in vec(change(), 1..8)) {
        let base = WORDS.join(" ");
        let texts: Vec<String> = changes.iter().map(|change| changed(&[change])).collect();
        let (now, taken) = merged(&base, &texts);
        let mut by_hand: Vec<&Change> = Vec::new();
        for (change, taken) in changes.iter().zip(&taken) {
            let known = by_hand.iter().any(|other| same(change, other));
            let clean = known || by_hand.iter().all(|other| apart(change, other));
            prop_assert_eq!(clean, *taken, "{:?} into {:?}", change, by_hand);
            if clean && !known {
                by_hand.push(change);
            }
        }
        prop_assert_eq!(now, changed(&by_hand));
    }

    #[test]
    fn another_order_gives_the_same_text_or_collides_too(changes in vec(change(), 2..7), swap in any::<Index>()) {
        let base = WORDS.join(" ");
        let texts: Vec<String> = changes.iter().map(|change| changed(&[change])).collect();
        let mut other = texts.clone();
        other.reverse();
        let first = swap.index(other.len());
        other.swap(0, first);
        let ((one, taken), (two, taken_too)) = (merged(&base, &texts), merged(&base, &other));
        let (all, all_too) = (taken.iter().all(|taken| *taken), taken_too.iter().all(|taken| *taken));
        prop_assert_eq!(all, all_too);
        if all {
            prop_assert_eq!(one, two);
        }
    }

    #[test]
    fn a_merge_loses_no_word_and_knows_no_sides(base in dice::text(), ours in dice::text(), theirs in dice::text(), keep in any::<(bool, bool)>()) {
        // Texts that recur and differ in one part, and texts that have nothing in common.
        let ours = if keep.0 { format!("{base} {ours}") } else { ours };
        let theirs = if keep.1 { format!("{theirs} {base}") } else { theirs };
        let terms = Terms::none();
        let (one, two) = (merge(&base, &ours, &theirs, &terms), merge(&base, &theirs, &ours, &terms));
        match (&one, &two) {
            (Merged::Clean(one), Merged::Clean(two)) => {
                prop_assert_eq!(one, two);
                let put_in = |text: &str| Edit::fewest(&base, text, &terms).into_iter().map(|edit| edit.words).collect::<Vec<_>>();
                let there = put_in(one);
                for words in put_in(&ours).into_iter().chain(put_in(&theirs)) {
                    prop_assert!(there.contains(&words), "`{words}` is lost in `{one}`");
                }
                // Once it is there it is there.
                prop_assert_eq!(merge(&base, one, &theirs, &terms), Merged::Clean(one.clone()));
            }
            (Merged::Collision(_), Merged::Collision(_)) => {}
            _ => prop_assert!(false, "{one:?}\n{two:?}"),
        }
    }
}

/// Ten paragraphs in two sections, one of them with items.
fn text() -> Draft {
    let ids = ["title", "A", "A1", "A2", "A2a", "A2b", "A3", "A4", "B", "B1", "B2", "B3", "B4"];
    let passage = |id: &&str| {
        let id = ParagraphId::parse(id).expect("an id");
        Paragraph::new(id.clone(), format!("{} {id}", WORDS.join(" ")))
    };
    Draft { note: None, paragraphs: ids.iter().map(passage).collect() }
}

/// One wish on the text: words, a passage in, out or elsewhere.
fn wish() -> impl Strategy<Value = Wish> {
    let ids: Vec<ParagraphId> =
        text().ids().filter(|id| matches!(id.level(), Level::Paragraph | Level::Item)).cloned().collect();
    let one = select(ids.clone());
    let words = (one.clone(), change()).prop_map(|(paragraph, change)| {
        let passage = text().get(&paragraph).expect("a passage").text.clone();
        let after = passage.replacen(&WORDS.join(" "), &changed(&[&change]), 1);
        Wish::Reword(vec![Rewording { paragraph, edits: Edit::fewest(&passage, &after, &Terms::none()) }])
    });
    let add = (one.clone(), select(&["A new rule.", "Another rule."][..]))
        .prop_map(|(after, words)| Wish::Add { after: Some(after), words: words.to_owned() });
    let out = one.clone().prop_map(|id| {
        let out = text().ids().filter(|other| id.covers(other)).cloned().collect::<Vec<_>>();
        let whole = |paragraph: ParagraphId| {
            let length = text().get(&paragraph).expect("a passage").text.len();
            Rewording { paragraph, edits: vec![Edit { span: 0..length, words: String::new() }] }
        };
        Wish::Reword(out.into_iter().map(whole).collect())
    });
    let paragraphs: Vec<ParagraphId> = ids.into_iter().filter(|id| id.level() == Level::Paragraph).collect();
    let moving = (select(paragraphs.clone()), select(paragraphs)).prop_map(|(id, to)| Wish::Move {
        passages: text().ids().filter(|other| id.covers(other)).cloned().collect(),
        to: to.to_string(),
    });
    prop_oneof![4 => words, 2 => add, 2 => out, 2 => moving]
}

/// Puts wishes in one after the other; what collided is left out.
fn adopted(wishes: &[&Wish]) -> (Draft, bool) {
    let base = text();
    let mut ours = base.clone();
    let mut giver = Giver::new(base.ids().cloned());
    let mut all = true;
    for wish in wishes {
        let alignment = Alignment::between(&base, &ours);
        let adopting = Adopting { base: &base, ours: &ours, alignment: &alignment, terms: &Terms::none() };
        match adopting.adopt(wish, &mut giver) {
            Adopted::Taken(draft) => ours = draft,
            Adopted::Nothing(_) => {}
            Adopted::Collision(_) => all = false,
        }
    }
    (ours, all)
}

/// The text without the ids of what is new, which are given in the order of the acts.
fn said(draft: &Draft) -> Vec<(Option<ParagraphId>, String)> {
    let base = text();
    let known = |id: &ParagraphId| base.get(id).map(|_| id.clone());
    draft.paragraphs.iter().map(|passage| (known(&passage.id), passage.text.clone())).collect()
}

proptest! {
    #![proptest_config(throws(600))]

    #[test]
    fn whatever_was_adopted_stays_in_form_and_is_there(wishes in vec(wish(), 1..8)) {
        let (draft, _) = adopted(&wishes.iter().collect::<Vec<_>>());
        let printed = draft.print();
        let read = Draft::parse("en.md", &printed);
        prop_assert_eq!(read.map(|read| said(&read)), Ok(said(&draft)), "{}", printed);
        let mut times: BTreeMap<&ParagraphId, usize> = BTreeMap::new();
        for id in draft.ids() {
            *times.entry(id).or_default() += 1;
        }
        prop_assert!(times.values().all(|times| *times == 1));
    }

    #[test]
    fn passages_put_in_out_or_elsewhere_give_one_text_in_every_order_or_collide(wishes in vec(wish(), 2..6), from in any::<Index>()) {
        let forth: Vec<&Wish> = wishes.iter().collect();
        let mut back: Vec<&Wish> = wishes.iter().rev().collect();
        let first = from.index(back.len());
        back.swap(0, first);
        let ((one, clean), (two, clean_too)) = (adopted(&forth), adopted(&back));
        prop_assert_eq!(clean, clean_too, "{:?}\n{}\n{}", wishes, one.print(), two.print());
        if clean {
            prop_assert_eq!(said(&one), said(&two));
        }
    }
}
