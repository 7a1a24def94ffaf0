//! All changes accepted are the later text, all undone the earlier.

use proptest::prelude::*;

use super::*;

fn passage(text: &str, label: Option<&str>) -> Printed {
    let label = label.map(str::to_owned);
    Printed { level: Level::Paragraph, names: Vec::new(), label, text: text.to_owned() }
}

fn tie(before: &[usize], after: &[usize], moved: bool) -> Woven {
    Woven { before: before.to_vec(), after: after.to_vec(), moved }
}

/// What a reader has before him when all changes are accepted, or rejected.
fn read(paragraphs: &[ManuscriptParagraph], accepted: bool) -> Vec<String> {
    let there = |touch: Touch| if accepted { touch.stands() } else { touch.stood() };
    let mut read = vec![String::new()];
    for paragraph in paragraphs {
        let open = read.last_mut().expect("one is always open");
        open.extend(
            paragraph.printed().into_iter().filter(|piece| there(piece.touch)).map(|piece| piece.text),
        );
        if there(paragraph.mark) {
            read.push(String::new());
        }
    }
    // The last mark is kept and nothing stands behind it; a file without any words still has one paragraph.
    assert_eq!(read.pop().as_deref(), Some(""));
    read
}

fn printed(passages: &[Printed]) -> Vec<String> {
    let line = |passage: &Printed| match &passage.label {
        Some(label) => format!("{label}\t{}", passage.text),
        None => passage.text.clone(),
    };
    passages.iter().map(line).collect()
}

fn between(old: &[Printed], new: &[Printed], ties: &[Woven]) -> Tracked {
    tracked(old, new, ties, &vec![None; ties.len()], &Terms::none())
}

#[test]
fn a_paragraph_that_moved_keeps_its_words_and_changes_its_number() {
    let old = [passage("States act.", Some("[1]")), passage("Others wait for them.", Some("[2]"))];
    let new = [passage("Others wait for them all.", Some("[1]")), passage("States act.", Some("[2]"))];
    let text = between(&old, &new, &[tie(&[1], &[0], true), tie(&[0], &[1], false)]);
    let to = text.paragraphs.iter().find(|one| one.mark == Touch::MovedTo(0)).expect("it moved");
    assert!(to.words.contains(&Touched { touch: Touch::Inserted, text: " all".to_owned() }), "{to:?}");
    assert_eq!(read(&text.paragraphs, true), printed(&new));
    assert_eq!(read(&text.paragraphs, false), printed(&old));
    assert_eq!(text.begins, [0, 1]);
}

#[test]
fn of_what_hardly_a_word_was_kept_one_goes_and_one_comes() {
    let old =
        [passage("Boats report their catch to the harbour master.", None), passage("Others wait.", None)];
    let new = |first: &str| [passage("Others wait.", None), passage(first, None)];
    let ties = [tie(&[0], &[1], true), tie(&[1], &[0], false)];
    let moves = |first: &str| {
        let text = between(&old, &new(first), &ties);
        assert_eq!(read(&text.paragraphs, true), printed(&new(first)));
        assert_eq!(read(&text.paragraphs, false), printed(&old));
        text.paragraphs
            .iter()
            .flat_map(|one| &one.words)
            .filter(|piece| piece.touch == Touch::MovedTo(0))
            .count()
    };
    assert!(moves("Boats and ships report their catch to the harbour master.") > 0);
    assert_eq!(moves("Ministers who decide on quotas write to one master."), 0);
}

#[test]
fn a_paragraph_that_was_split_is_cut_by_its_mark() {
    let old = [passage("States act. They report.", Some("[1]")), passage("x", None)];
    let new = [passage("States act.", Some("[1]")), passage("They report.", Some("[2]")), passage("x", None)];
    let text = between(&old, &new, &[tie(&[0], &[0, 1], false), tie(&[1], &[2], false)]);
    assert_eq!(text.paragraphs[0].mark, Touch::Inserted);
    assert_eq!(read(&text.paragraphs, true), printed(&new));
    assert_eq!(read(&text.paragraphs, false), printed(&old));
}

fn texts() -> impl Strategy<Value = Vec<Printed>> {
    let word = prop_oneof![
        Just("States act"),
        Just("各国应当"),
        Just("الأطراف"),
        Just("должны\nи"),
        Just("doit"),
        Just("\n\n"),
        Just("señal"),
    ];
    let words = prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "));
    let one = (words, prop::option::of(0..4usize))
        .prop_map(|(text, label)| passage(&text, label.map(|number| format!("[{number}]")).as_deref()));
    prop::collection::vec(one, 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_accepted_it_is_the_later_text_and_all_rejected_the_earlier(
        old in texts(), new in texts(), groups in prop::collection::vec(0..5usize, 14), moved in any::<u8>(),
    ) {
        let (of_old, of_new) = (&groups[..old.len()], &groups[7..7 + new.len()]);
        let places = |groups: &[usize], group| -> Vec<usize> {
            (0..groups.len()).filter(|&at| groups[at] == group).collect()
        };
        let ties: Vec<Woven> = (0..5)
            .map(|group| tie(&places(of_old, group), &places(of_new, group), moved >> group & 1 == 1))
            .collect();
        let text = between(&old, &new, &ties);
        // A file cannot be without a paragraph.
        let or_one = |passages: Vec<String>| match (passages.is_empty(), text.paragraphs.is_empty()) {
            (true, false) => vec![String::new()],
            _ => passages,
        };
        prop_assert_eq!(read(&text.paragraphs, true), or_one(printed(&new)));
        prop_assert_eq!(read(&text.paragraphs, false), or_one(printed(&old)));
        for (passage, at) in new.iter().zip(&text.begins) {
            prop_assert!(*at < text.paragraphs.len(), "{:?}", passage);
        }
    }
}
