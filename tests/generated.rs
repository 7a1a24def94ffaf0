//! A consultation made by chance, carried through its versions: nothing is lost, and both ways lead to the same words.

use chrono::{DateTime, Utc};
use travaux::align::Alignment;
use travaux::anchor::{Anchoring, Course};
use travaux::demo::Size;
use travaux::desk::{Desk, Selection};
use travaux::draft::{Draft, Language, VersionId, VersionName, WorkstreamId};
use travaux::text::Terms;

fn size() -> Size {
    Size { paragraphs: 80, delegations: 30, comments: 600, ..Size::default() }
}

#[test]
fn the_number_of_comments_in_every_listing_is_the_number_that_came_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let laid = folder.path().join("made");
    size().lay(&laid).expect("laid out");
    let now: DateTime<Utc> = "2026-05-05T12:00:00Z".parse().expect("a moment");
    let desk = Desk::open(&laid, None, now).expect("a workspace");
    let came = size().workspace().expect("in form").comments().count();
    assert_eq!(came, 600);
    let listed = |asked: Selection| desk.comments(&asked).expect("an answer").comments.len();
    assert_eq!(listed(Selection::default()), came);
    assert_eq!(listed(Selection { by_delegation: true, ..Selection::default() }), came);
    assert_eq!(listed(Selection { within: Some("v3".to_owned()), ..Selection::default() }), came);
    let on_first = desk.carry(Some("v2"), None, false).expect("an answer");
    let on_both = desk.carry(Some("v3"), None, false).expect("an answer");
    assert_eq!((on_first.comments.len(), on_both.comments.len()), (300, 600));
    for carried in [on_first, on_both] {
        assert_eq!(carried.tally.values().sum::<usize>(), carried.comments.len());
        let concerned: usize = carried.because.iter().map(|because| because.comments.len()).sum();
        assert!(carried.for_a_person >= concerned);
    }
}

#[test]
fn words_are_the_same_directly_and_by_way_of_the_second_version_where_every_stage_kept_them() {
    let workspace = size().workspace().expect("in form");
    let made = WorkstreamId::parse("made").expect("a name");
    let name = |version: &str| VersionName::new(&made, &VersionId::parse(version).expect("a name"));
    let (mut alike, mut apart) = (0, 0);
    for code in ["en", "zh"] {
        let language = Language::parse(code).expect("a code");
        let draft = |version: &str| -> &Draft { workspace.draft(&name(version), &language).expect("a text") };
        let (first, second, third) = (draft("v1"), draft("v2"), draft("v3"));
        let direct = Course::new(first, third, Alignment::along(&[first, second, third]), Terms::none());
        let there = Course::new(first, second, Alignment::between(first, second), Terms::none());
        let on = Course::new(second, third, Alignment::between(second, third), Terms::none());
        for (filed, comment) in workspace.comments() {
            let own = filed.submission.version.as_str() == "v1" && filed.submission.language == language;
            let Some(quote) = comment.quote.as_deref().filter(|_| own) else { continue };
            let Anchoring::Exact(spots) = there.carry(&comment.target, Some(quote)) else { continue };
            let [spot] = spots.as_slice() else { continue };
            let staged = on.carry_place(&spot.paragraph, spot.span.as_ref().expect("the words"));
            let at_once = direct.carry(&comment.target, Some(quote));
            match (&staged, &at_once) {
                (Anchoring::Exact(_), _) | (_, Anchoring::Exact(_)) if staged == at_once => alike += 1,
                // The original words rule: they may have come back, or stand once more beside where they were.
                (Anchoring::Exact(one), Anchoring::Exact(other)) => {
                    panic!("`{quote}` stands at {one:?} by stages and at {other:?} directly")
                }
                _ => apart += 1,
            }
        }
    }
    assert!(alike > 100 && apart * 4 < alike, "{alike} alike, {apart} apart");
}
