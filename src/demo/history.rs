//! Lays the example out as a repository: one commit a step, dated as in the records, with tags for what was issued.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::comment::RoundId;
use crate::demo::calendar::{Step, days_before, moments};
use crate::demo::example::{Example, refuse_if_used};
use crate::demo::preparation;
use crate::draft::{VersionName, VersionRecord, WorkstreamId};
use crate::error::Result;
use crate::report::DoneReport;
use crate::schedule::RoundRecord;
use crate::store::{Act, Clerk, Store};
use crate::text::counted;
use crate::workspace::VersionText;

/// Who keeps the example: nobody real.
const CLERK: (&str, &str) = ("Example clerk", "clerk@example.org");

/// Lays the example out in a folder, which must be new or empty.
pub fn lay(folder: &Path) -> Result<DoneReport> {
    refuse_if_used(folder)?;
    let example = Example::open()?;
    let steps = moments(steps(&example));
    let count = steps.len();
    let tags: BTreeSet<String> =
        steps.iter().flat_map(|(_, step)| step.tags.iter().map(|(name, _)| name.clone())).collect();
    let mut acts = steps.into_iter().map(|(when, step)| act(when, step));
    let beginning = acts.next().unwrap_or_default();
    let (store, _) = Store::init_apart(folder, beginning)?;
    for act in acts {
        store.write(act)?;
    }
    let here = folder.display();
    let look = |command: &str, what: &str| format!("travaux -C {here} {command}    {what}");
    Ok(DoneReport {
        about: None,
        done: format!(
            "{here} holds the example consultation, illustrative in every word: {}.",
            counted(count, "commit")
        ),
        files: Vec::new(),
        commit: None,
        tags: tags.into_iter().collect(),
        next: vec![
            look("status", "what stands where today"),
            look("redline first second", "what changed, word by word"),
            look("comments D2", "who said what on paragraph D2"),
            look("carry second", "where the comments stand in the second version"),
            look("log D2", "how paragraph D2 came to say what it says"),
        ],
    })
}

/// A step as an act of the example's clerk.
fn act(when: DateTime<Utc>, step: Step) -> Act {
    let Step { message, files, trailers, tags, .. } = step;
    let clerk = Some(Clerk { name: CLERK.0.to_owned(), email: CLERK.1.to_owned(), when });
    Act { files, message, trailers, tags, commit: true, clerk, ..Act::default() }
}

fn steps(example: &Example) -> Vec<Step> {
    let workspace = &example.workspace;
    let first_day = workspace
        .rounds
        .values()
        .filter_map(|record| record.held)
        .map(|held| held.start)
        .min()
        .unwrap_or_default();
    let mut steps = vec![beginning(example, days_before(first_day, 10))];
    for ((workstream, round), record) in &workspace.rounds {
        steps.extend(round_steps(example, workstream, round, record));
    }
    for (name, text) in &workspace.texts {
        steps.extend(preparation::steps(example, name, text));
        steps.extend(circulation(example, name, text));
    }
    for filed in &workspace.submissions {
        let submission = &filed.submission;
        let author = workspace.schedule.name_of(&submission.delegation);
        let message = format!("{}: submission of {author} in {}", submission.workstream, submission.round);
        steps.push(Step::file(submission.received, message, &filed.path, example.file(&filed.path)));
    }
    for (id, answers) in &workspace.answers {
        let path =
            format!("comments/{}/{}/answers/{}-{}.toml", id.workstream, id.round, id.delegation, id.no);
        let decided = answers.answers.iter().map(|answer| answer.decided);
        let days: BTreeSet<NaiveDate> = decided.chain(answers.placements.iter().map(|p| p.on)).collect();
        steps.extend(days.into_iter().map(|day| {
            let bytes = answers.as_at(day).print().into_bytes();
            Step::file(day, format!("{}: answer {}", id.workstream, id.short()), &path, bytes)
                .trailer("Comment", id)
        }));
    }
    steps
}

/// One step for each day on which something about a round went on record.
fn round_steps(
    example: &Example,
    workstream: &WorkstreamId,
    round: &RoundId,
    record: &RoundRecord,
) -> Vec<Step> {
    let title =
        example.workspace.schedule.round(round).map_or(round.to_string(), |known| known.title.clone());
    let path = format!("comments/{workstream}/{round}/round.toml");
    let announced = record.announced.iter().map(|announced| announced.on);
    let days: BTreeSet<NaiveDate> = announced.chain(record.held.map(|held| held.end)).collect();
    let step = |day: NaiveDate| {
        let what = match record.held {
            Some(held) if held.end == day => "was held",
            _ => "statements announced",
        };
        let then = record.as_at(day).unwrap_or_default();
        Step::file(day, format!("{workstream}: {title} {what}"), &path, then.print().into_bytes())
            .trailer("Round", format!("{workstream}/{round}"))
    };
    days.into_iter().map(step).collect()
}

/// The plan and the terms. What is laid out is one's own to try things in: still illustrative, no longer the
/// example that nobody writes to.
fn beginning(example: &Example, on: NaiveDate) -> Step {
    let mut schedule = example.workspace.schedule.clone();
    schedule.example = false;
    schedule.illustrative = true;
    let mut step = Step::file(on, "Begin the consultation", "schedule.toml", schedule.print().into_bytes());
    step.files.insert("drafts/glossary.toml".to_owned(), Some(example.file("drafts/glossary.toml")));
    step
}

/// One step for each day on which something about a version went on record.
fn circulation(example: &Example, name: &VersionName, text: &VersionText) -> Vec<Step> {
    let record = &text.record;
    let issued = record.issued.iter().map(|issued| issued.on);
    let sent = record.sent.iter().map(|sent| sent.on);
    let published = record.published.iter().map(|there| there.on);
    let days: BTreeSet<NaiveDate> = issued.chain(sent).chain(published).collect();
    let title = example.workspace.schedule.title_of(&name.version).to_lowercase();
    let path = format!("drafts/{}/{}/version.toml", name.workstream, name.version);
    let step = |day: NaiveDate| {
        let message = format!("{}: the {title} {}", name.workstream, on_record(record, day));
        let mut step =
            Step::file(day, &message, &path, record.as_at(day).print().into_bytes()).trailer("Version", name);
        let first = record.first_issued() == Some(day);
        for issued in record.issued.iter().filter(|issued| issued.on == day) {
            let tag = if first { name.to_string() } else { format!("{name}-{}", issued.language) };
            if step.tags.iter().all(|(known, _)| *known != tag) {
                step.tags.push((tag, message.clone()));
            }
        }
        match record.despite.as_ref().filter(|_| first) {
            Some(reason) => step.despite(reason),
            None => step,
        }
    };
    days.into_iter().map(step).collect()
}

/// What went on record on a day: `is issued in en, sent and published`.
fn on_record(record: &VersionRecord, day: NaiveDate) -> String {
    let languages =
        record.issued.iter().filter(|issued| issued.on == day).map(|issued| issued.language.as_str());
    let languages: Vec<&str> = languages.collect();
    let mut said = Vec::new();
    if !languages.is_empty() {
        said.push(format!("issued in {}", languages.join(", ")));
    }
    if record.sent.iter().any(|sent| sent.on == day) {
        said.push("sent".to_owned());
    }
    if record.published.iter().any(|there| there.on == day) {
        said.push("published".to_owned());
    }
    format!("is {}", crate::text::listed(&said))
}
