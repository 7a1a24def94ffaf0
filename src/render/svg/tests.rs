use quick_xml::Reader;
use quick_xml::events::Event as Xml;

use super::*;
use crate::report::{EventKind, Lane, Mark};
use crate::schedule::Standing;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn mark(label: &str, kind: EventKind, planned: (&str, &str), actual: Option<(&str, &str)>) -> Mark {
    Mark {
        label: label.to_owned(),
        kind,
        planned: (day(planned.0), day(planned.1)),
        open: false,
        first_planned: None,
        actual: actual.map(|(from, until)| (day(from), Some(day(until)))),
        standing: Standing::Planned { days: 3 },
    }
}

fn timeline() -> Timeline {
    let round =
        mark("r<4>", EventKind::Round, ("2026-05-04", "2026-05-06"), Some(("2026-05-04", "2026-05-05")));
    let mut late = mark("first-out", EventKind::Circulation, ("2026-04-01", "2026-04-01"), None);
    late.standing = Standing::Overdue { days: 41 };
    let mut open = mark("final-out", EventKind::Circulation, ("2026-07-01", "2026-12-31"), None);
    open.open = true;
    let mut moved = mark("comments", EventKind::Deadline, ("2026-05-20", "2026-05-20"), None);
    moved.first_planned = Some((day("2026-05-10"), day("2026-05-10")));
    Timeline {
        title: "A & B \u{1b}[31m".to_owned(),
        description: vec!["Ict, \"fourth\" round: planned 4–6 May 2026.".to_owned()],
        notice: Some("Illustrative.".to_owned()),
        from: day("2026-03-20"),
        until: day("2027-01-10"),
        today: day("2026-05-12"),
        lanes: vec![
            Lane { name: "ict".to_owned(), marks: vec![round, late] },
            Lane { name: "all".to_owned(), marks: vec![open, moved] },
        ],
    }
}

/// The elements with their classes, and all text, of a picture that is well-formed.
fn read(picture: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(picture);
    let (mut elements, mut words) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(tag) | Xml::Empty(tag) => {
                let class = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "class");
                let class = class.map(|class| class.value.to_string());
                let name = tag.name().as_ref().to_owned();
                elements.push(format!("{name}.{}", class.unwrap_or_default()));
            }
            Xml::Text(text) => words.push_str(&text),
            Xml::GeneralRef(_) => words.push('&'),
            Xml::Eof => return (elements, words),
            _ => {}
        }
    }
}

#[test]
fn a_picture_is_well_formed_and_says_all_it_shows() {
    let picture = svg(&timeline());
    let (elements, words) = read(&picture);
    for wanted in [
        "title.",
        "desc.",
        "rect.planned",
        "rect.actual",
        "polygon.planned",
        "rect.open",
        "polygon.first",
        "line.now",
    ] {
        assert!(elements.contains(&wanted.to_owned()), "{wanted} in {elements:?}");
    }
    assert!(words.contains("planned 4–6 May 2026") && words.contains("! first-out +41 d"), "{words}");
    assert!(words.contains("today: 12 May 2026") && !picture.contains('\u{1b}'));
}

#[test]
fn a_picture_needs_no_colour() {
    let style = STYLE.to_owned() + &svg(&timeline());
    for hex in style.split('#').skip(1).map(|rest| rest.chars().take(3).collect::<String>()) {
        let grey = hex.chars().all(|c| hex.starts_with(c));
        assert!(grey || hex.starts_with("39"), "#{hex} is no grey");
    }
}

#[test]
fn no_name_covers_another() {
    use crate::render::svg::labels::placed;
    let wanted = (0..12).map(|at| (100.0 + 20.0 * f64::from(at), format!("milestone-{at}"), false)).collect();
    let labels = placed(wanted);
    assert_eq!(labels.len(), 12);
    for (at, one) in labels.iter().enumerate() {
        for other in &labels[at + 1..] {
            let apart = (one.x - other.x).abs() >= 6.3 * one.name.len() as f64;
            assert!(one.row != other.row || apart, "{one:?} covers {other:?}");
        }
    }
    let same = vec![(50.0, "a".to_owned(), false), (50.0, "b".to_owned(), true)];
    assert_eq!(placed(same)[0].name, "a, b");
}

#[test]
fn the_days_stand_in_their_order() {
    let one = Timeline { from: day("2026-01-01"), until: day("2026-12-31"), ..timeline() };
    let scale = Scale::of(&one);
    assert!((scale.x(one.from) - LEFT).abs() < 0.001);
    assert!((scale.x(one.until) + scale.per_day - RIGHT).abs() < 0.001);
}
