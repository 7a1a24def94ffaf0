//! What holds of every guess, whatever the texts.

use proptest::prelude::*;

use super::{Certainty, Kind, arrivals, guess};

/// Versions of a few short paragraphs of few words, so that equal, alike and empty ones are common.
fn version() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "States", "must", "spare", "water", "各国", "应当", "12.", "(a)", "٣.", "é",
    ]);
    let paragraph = prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "));
    prop::collection::vec(paragraph, 0..14)
}

fn lent(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

proptest! {
    #[test]
    fn links_are_sorted_and_inside_and_the_same_each_time(old in version(), new in version()) {
        let (old, new) = (lent(&old), lent(&new));
        let links = guess(&old, &new);
        prop_assert!(links.iter().all(|link| link.old < old.len() && link.new < new.len()));
        prop_assert!(links.iter().all(|link| (0.0..=1.0).contains(&link.strength)));
        prop_assert!(links.windows(2).all(|pair| (pair[0].new, pair[0].old) < (pair[1].new, pair[1].old)));
        prop_assert_eq!(&links, &guess(&old, &new));
    }

    #[test]
    fn every_new_paragraph_arrives_once_and_only_the_linked_come_from_somewhere(old in version(), new in version()) {
        let (old, new) = (lent(&old), lent(&new));
        let links = guess(&old, &new);
        let arrivals = arrivals(&old, &new, &links);
        prop_assert_eq!(arrivals.len(), new.len());
        prop_assert_eq!(arrivals.iter().map(|arrival| arrival.from.len()).sum::<usize>(), links.len());
        prop_assert!(arrivals.iter().all(|arrival| arrival.from.is_empty() == (arrival.kind == Kind::Inserted)));
    }

    #[test]
    fn a_version_continues_itself(texts in version()) {
        let texts = lent(&texts);
        let kept = guess(&texts, &texts);
        prop_assert!(kept.iter().all(|link| link.old == link.new));
        let wordy = texts.iter().filter(|text| text.chars().any(char::is_alphanumeric)).count();
        prop_assert_eq!(kept.len(), wordy);
    }

    #[test]
    fn no_text_is_too_strange(old in prop::collection::vec(".{0,40}", 0..6), new in prop::collection::vec(".{0,40}", 0..6)) {
        guess(&lent(&old), &lent(&new));
    }
}

#[test]
fn the_near_twin_of_a_deleted_paragraph_stays_single() {
    let old = [
        "States reaffirm that the rules on the conduct of hostilities apply whatever technology is chosen.",
        "States are invited to share good practices on dissemination of the rules among volunteers and hackers.",
        "States should review progress on these commitments at regular intervals.",
    ];
    let new = [
        old[0],
        "States are encouraged to publish national positions on the application of the rules.",
        old[2],
    ];
    let links: Vec<(usize, usize)> = guess(&old, &new).iter().map(|link| (link.old, link.new)).collect();
    assert_eq!(links, [(0, 0), (2, 2)]);
}

#[test]
fn halves_find_their_whole_and_a_moved_paragraph_its_name() {
    let old = [
        "Commanders receive legal advice before any operation is approved. Records of it are kept for five years.",
        "Companies separate military from civilian workloads where feasible.",
        "Medical services are protected against malicious operations by third parties.",
    ];
    let new = [
        old[2],
        "Commanders receive legal advice before any operation is approved.",
        "Records of it are kept for five years.",
        old[1],
    ];
    let links: Vec<(usize, usize)> = guess(&old, &new).iter().map(|link| (link.old, link.new)).collect();
    assert_eq!(links, [(2, 0), (0, 1), (0, 2), (1, 3)]);
}

#[test]
fn nothing_continues_nothing() {
    assert!(guess(&[], &[]).is_empty());
    assert!(guess(&["", " ", "—"], &["", "…"]).iter().all(|link| link.certainty <= Certainty::Certain));
    assert!(guess(&["States act."], &[]).is_empty());
}
