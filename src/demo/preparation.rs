//! How a version came about: begun as a copy of the last one, then worked over part by part.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::demo::calendar::{Step, days_after, days_before};
use crate::demo::example::Example;
use crate::draft::{Draft, Level, Paragraph, ParagraphId, VersionName};
use crate::workspace::VersionText;

/// The steps in which a version was prepared.
pub(super) fn steps(example: &Example, name: &VersionName, text: &VersionText) -> Vec<Step> {
    let schedule = &example.workspace.schedule;
    let title = schedule.title_of(&name.version).to_lowercase();
    let before = schedule.predecessor(&name.version).map(|v| VersionName::new(&name.workstream, v));
    let before = before.and_then(|before| example.workspace.texts.get_key_value(&before));
    let path = |language: &crate::draft::Language| {
        format!("drafts/{}/{}/{language}.md", name.workstream, name.version)
    };
    let mut steps = Vec::new();
    match before {
        None => {
            let on = begun(example, name);
            let file = path(&schedule.original);
            let message = format!("{}: write the {title}", name.workstream);
            steps.push(Step::file(on, message, &file, example.file(&file)));
        }
        Some((earlier, earlier_text)) => {
            let on = begun(example, name);
            let copies = earlier_text
                .drafts
                .iter()
                .map(|(language, draft)| (path(language), Some(draft.continued().print().into_bytes())));
            let files: BTreeMap<String, Option<Vec<u8>>> = copies.collect();
            let of = schedule.title_of(&earlier.version).to_lowercase();
            let message = format!("{}: begin the {title} as a copy of the {of}", name.workstream);
            steps.push(Step { on, message, files, trailers: Vec::new(), tags: Vec::new() });
            if let Some((old, new)) =
                earlier_text.drafts.get(&schedule.original).zip(text.drafts.get(&schedule.original))
            {
                steps.extend(worked_over(name, &title, &path(&schedule.original), old, new, on, text));
            }
        }
    }
    for language in text.drafts.keys().filter(|language| **language != schedule.original) {
        let issued = text.record.issued.iter().find(|issued| issued.language == *language);
        let last = steps.last().map_or(end_of_record(example), |step| step.on);
        let on = issued.map_or(days_after(last, 7), |issued| days_before(issued.on, 1)).max(last);
        let message = format!("{}: the {title} in {language}", name.workstream);
        steps.push(Step::file(on, message, &path(language), example.file(&path(language))));
    }
    steps
}

/// The day on which a version was begun.
fn begun(example: &Example, name: &VersionName) -> NaiveDate {
    example.workspace.begun_on(name).unwrap_or_else(|| end_of_record(example))
}

/// The last day of which anything is on record.
fn end_of_record(example: &Example) -> NaiveDate {
    let held = example.workspace.rounds.values().filter_map(|record| Some(record.held?.end));
    held.max().unwrap_or_default()
}

/// One step for each part of the text that changed, at even distances until the version was issued.
fn worked_over(
    name: &VersionName,
    title: &str,
    path: &str,
    old: &Draft,
    new: &Draft,
    begun: NaiveDate,
    text: &VersionText,
) -> Vec<Step> {
    let old = old.continued();
    let parts = parts(new);
    let mut states: Vec<(String, Draft)> = Vec::new();
    let mut last = old.clone();
    for done in 1..=parts.len() {
        let state = half_done(&old, new, &parts[..done]);
        if !state.says_the_same(&last) {
            states.push((heading(new, parts[done - 1].as_ref()), state.clone()));
            last = state;
        }
    }
    let until = text.record.first_issued().unwrap_or_else(|| days_after(begun, 70));
    let room = u64::try_from((until - begun).num_days()).unwrap_or_default();
    let count = states.len() as u64;
    let steps = states.into_iter().zip(1u64..).map(|((part, state), nth)| {
        let on = days_after(begun, room * nth / (count + 1));
        let message = format!("{}: {title}, {part}", name.workstream);
        // The last state is the file itself, which may hold a note.
        let printed = Draft { note: new.note.clone(), ..state }.print();
        Step::file(on, message, path, printed.into_bytes())
    });
    steps.collect()
}

/// The parts of a text: what stands before the first heading, then each section.
fn parts(draft: &Draft) -> Vec<Option<ParagraphId>> {
    let sections = draft.paragraphs.iter().filter(|p| p.level() == Level::Section);
    std::iter::once(None).chain(sections.map(|section| Some(section.id.clone()))).collect()
}

fn part_of<'d>(draft: &'d Draft, part: Option<&ParagraphId>) -> impl Iterator<Item = &'d Paragraph> {
    let part = part.cloned();
    draft
        .paragraphs
        .iter()
        .filter(move |p| draft.section_of(&p.id).map(|section| &section.id) == part.as_ref())
}

/// The text when some of its parts are as in the new version and the others as in the old one. A passage that is
/// to move stays where it was until the part it moves to is done.
fn half_done(old: &Draft, new: &Draft, done: &[Option<ParagraphId>]) -> Draft {
    let is_done = |id: &ParagraphId| {
        done.contains(&new.section_of(id).map(|section| section.id.clone())) && new.get(id).is_some()
    };
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for part in parts(new) {
        let stays = |p: &&Paragraph| !is_done(&p.id);
        if done.contains(&part) {
            paragraphs.extend(part_of(new, part.as_ref()).cloned());
            let to_move = part_of(old, part.as_ref()).filter(stays).filter(|p| new.get(&p.id).is_some());
            paragraphs.extend(to_move.cloned());
        } else {
            paragraphs.extend(part_of(old, part.as_ref()).filter(stays).cloned());
        }
    }
    Draft { note: old.note.clone(), paragraphs }
}

fn heading(draft: &Draft, part: Option<&ParagraphId>) -> String {
    match part.and_then(|id| draft.get(id)) {
        Some(section) => format!("part {} ({})", section.id, section.text),
        None => "opening paragraphs".to_owned(),
    }
}
