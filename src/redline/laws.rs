//! What holds of every redline, and what some redlines look like.

use proptest::prelude::*;

use crate::redline::{Crossing, Mark, Redline};
use crate::text::Terms;

/// Draws a redline as `[-struck-]` and `{+inserted+}`.
pub(super) fn marked(before: &str, after: &str) -> String {
    let redline = Redline::between(before, after, &Terms::new(["国际人道法", "信通技术"]));
    let mark = |mark: &Mark| match mark {
        Mark::Kept(text) => (*text).to_owned(),
        Mark::Struck(text) => format!("[-{text}-]"),
        Mark::Inserted(text) => format!("{{+{text}+}}"),
    };
    redline.marks().iter().map(mark).collect()
}

#[test]
fn an_english_sentence_is_marked_as_a_lawyer_would() {
    let before =
        "States should promote respect of IHL committed by civilians through dissemination and training.";
    let after = "States must promote respect of IHL by civilians, including volunteers, through dissemination and training.";
    assert_eq!(
        marked(before, after),
        "States [-should-]{+must+} promote respect of IHL [-committed by civilians-]{+by civilians, including volunteers,+} \
         through dissemination and training."
    );
}

#[test]
fn a_chinese_sentence_is_marked_by_whole_words() {
    assert_eq!(
        marked(
            "各国应采取一切可行的预防措施，保护医疗服务免受恶意行动。",
            "各国必须采取一切可行的预防措施，保护医疗服务和人道行动免受恶意行动。"
        ),
        "各国[-应-]{+必须+}采取一切可行的预防措施，保护医疗服务{+和人道行动+}免受恶意行动。"
    );
}

#[test]
fn an_arabic_sentence_is_marked_word_by_word() {
    assert_eq!(
        marked(
            "ينبغي للدول أن تتخذ جميع التدابير الممكنة لحماية المدنيين.",
            "يجب على الدول أن تتخذ جميع التدابير الممكنة لحماية السكان المدنيين."
        ),
        "[-ينبغي للدول-]{+يجب على الدول+} أن تتخذ جميع التدابير الممكنة لحماية {+السكان +}المدنيين."
    );
}

#[test]
fn a_new_sentence_is_shown_whole() {
    let before = "The Parties shall meet. The Parties shall report.";
    let after = "The Parties shall meet. The Parties shall vote. The Parties shall report.";
    assert_eq!(
        marked(before, after),
        "The Parties shall meet. {+The Parties shall vote. +}The Parties shall report."
    );
    assert_eq!(marked("A is so.", "A is so. B is so."), "A is so.{+ B is so.+}");
    assert_eq!(
        marked("The law is clear.", "The rule is old. The law is clear."),
        "{+The rule is old. +}The law is clear."
    );
}

#[test]
fn a_new_sentence_ends_inside_its_mark() {
    assert_eq!(
        marked("The board shall act.", "The board shall vote. The chair may speak."),
        "The board shall [-act.-]{+vote. The chair may speak.+}"
    );
    assert_eq!(
        marked("The old rule holds here.", "The board met. The new rule holds here."),
        "[-The old-]{+The board met. The new+} rule holds here."
    );
    assert_eq!(
        marked("各国应当行动。", "各国应当表决。主席可以发言。"),
        "各国应当[-行动。-]{+表决。主席可以发言。+}"
    );
}

#[test]
fn a_new_number_is_all_that_is_marked() {
    assert_eq!(
        marked("12. States should act.", "13. States should act."),
        "[-12-]{+13+}. States should act."
    );
    assert_eq!(
        marked("第二条 各国应当采取行动。", "第三条 各国应当采取行动。"),
        "[-第二-]{+第三+}条 各国应当采取行动。"
    );
}

#[test]
fn a_split_is_a_paragraph_break_put_in() {
    let before = "Legal advice should be recorded in writing. Records should be kept for five years.";
    let after = "Legal advice should be recorded in writing.\n\nRecords should be kept for ten years.";
    assert_eq!(
        marked(before, after),
        "Legal advice should be recorded in writing.[- -]{+\n\n+}Records should be kept for [-five-]{+ten+} years."
    );
}

#[test]
fn spaces_alone_may_change() {
    assert_eq!(marked("see §\u{a0}5 above", "see § 5 above"), "see §[-\u{a0}-]{+ +}5 above");
    assert_eq!(marked("a\r\nb", "a\nb"), "a[-\r\n-]{+\n+}b");
    assert_eq!(marked(" ", ""), "[- -]");
}

#[test]
fn an_island_of_small_words_is_not_kept() {
    let before = "Companies that sell equipment to the army should separate workloads.";
    let after = "Companies that lend tools to the navy should separate workloads.";
    assert_eq!(
        marked(before, after),
        "Companies that [-sell equipment to the army-]{+lend tools to the navy+} should separate workloads."
    );
}

#[test]
fn three_words_stand_between_two_changes_where_two_of_them_say_something() {
    let before = "All delegations States should cooperate always or report.";
    let after = "Some members States should cooperate never nor vote.";
    let marks =
        "[-All delegations-]{+Some members+} States should cooperate [-always or report-]{+never nor vote+}.";
    assert_eq!(marked(before, after), marks);
    let before = "They shall act today in accordance with rules made.";
    let after = "They shall vote soon in accordance with customs had.";
    let marks =
        "They shall [-act today in accordance with rules made-]{+vote soon in accordance with customs had+}.";
    assert_eq!(marked(before, after), marks);
}

#[test]
fn interleaved_scraps_are_shown_whole() {
    let before = "We, the delegates of the old assembly of cities, invite the old council, which met in the old town, to \
                  consider every matter of trade that the towns had raised.";
    let after = "Noting that, the ministers adopted a plan. The old assembly of cities was thanked by all those who had \
                 spoken. To consider every matter of law will be for later, so that no haste may spoil good work done here.";
    let redline = Redline::between(before, after, &Terms::none());
    assert_eq!(redline.marks().iter().filter(|mark| matches!(mark, Mark::Inserted(_))).count(), 1);
}

/// A text of words, marks and spaces that are hard to cut.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "(the|States|shall|of|a|protect|civilians|data) ",
        1 => Just("国际人道法适用于信通技术。".to_owned()),
        1 => Just("网络行动".to_owned()),
        1 => Just("ينبغي للدول، ".to_owned()),
        1 => Just("กฎหมายระหว่างประเทศ".to_owned()),
        1 => prop::sample::select(vec![
            "\u{a0}", "\r\n", "\n\n", "\t", "e\u{301}", "\u{301}", "👩‍👩‍👧", "🇨🇭", "\u{0}", "\u{200b}", "\u{feff}",
            "m²", ". ", ", ", "; ", "(", ")", "«\u{a0}", "12.", "_", "  ", "한국어",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Two texts of which the second often keeps much of the first.
fn versions() -> impl Strategy<Value = (String, String)> {
    (text(), text(), text(), text(), text())
        .prop_map(|(a, b, c, d, e)| (format!("{a}{b}{c}"), format!("{d}{a}{e}{c}")))
}

proptest! {
    #[test]
    fn both_texts_can_be_read_back((before, after) in versions()) {
        let redline = Redline::between(&before, &after, &Terms::none());
        let read = |marks: &[Mark]| marks.iter().map(Mark::text).collect::<String>();
        let (old, new) = redline.sides();
        prop_assert_eq!(read(&old), before.as_str());
        prop_assert_eq!(read(&new), after.as_str());
        prop_assert_eq!(redline.changed(), redline.marks().iter().any(|mark| !matches!(mark, Mark::Kept(_))));
    }

    #[test]
    fn marks_are_never_empty_or_alike_and_struck_comes_first((before, after) in versions()) {
        let redline = Redline::between(&before, &after, &Terms::new(["国际人道法"]));
        prop_assert!(redline.marks().iter().all(|mark| !mark.text().is_empty()));
        for pair in redline.marks().windows(2) {
            let alike = std::mem::discriminant(&pair[0]) == std::mem::discriminant(&pair[1]);
            prop_assert!(!alike && !matches!(pair, [Mark::Inserted(_), Mark::Struck(_)]));
        }
    }

    #[test]
    fn kept_places_say_the_same_on_both_sides((before, after) in versions()) {
        let redline = Redline::between(&before, &after, &Terms::none());
        let crossing = Crossing::between(&before, &after, &Terms::none());
        for (old, new) in redline.kept() {
            prop_assert_eq!(&before[old.clone()], &after[new.clone()]);
            let said = before[old.clone()].trim();
            if let Some(carried) = crossing.carry(&old) {
                prop_assert!(carried.share == 1.0 && &after[carried.span.clone()] == said);
                prop_assert!(new.start <= carried.span.start && carried.span.end <= new.end);
            } else {
                prop_assert!(said.is_empty());
            }
        }
    }

    #[test]
    fn tokens_give_the_text_back(text in text()) {
        prop_assert_eq!(Terms::none().tokens(&text).concat(), text.as_str());
        prop_assert_eq!(Terms::new(["国际人道法", "人道", "通技"]).tokens(&text).concat(), text.as_str());
    }

    #[test]
    fn any_place_can_be_asked_for((before, after) in versions(), start in 0..99_usize, end in 0..99_usize) {
        let crossing = Crossing::between(&before, &after, &Terms::none());
        if let Some(carried) = crossing.carry(&(start..end)) {
            prop_assert!(after.get(carried.span).is_some() && carried.share >= 0.0 && carried.share <= 1.0);
        }
    }
}
