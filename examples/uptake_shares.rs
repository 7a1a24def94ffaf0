//! Prints, for every answered comment of a workspace, how much of what it asks for stands in the version that answers
//! it, least first within each outcome: the figures behind the thresholds of `collate::uptake`.
//!
//! `cargo run --example uptake_shares -- [FOLDER]`

use std::path::Path;

use travaux::align::Alignment;
use travaux::collate::{Follower, Uptake};
use travaux::collate::{Step, Wish};
use travaux::comment::Action;
use travaux::draft::{Draft, VersionName};
use travaux::store::Store;
use travaux::workspace::Workspace;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let workspace =
        Store::open(Path::new(&folder)).and_then(|store| store.read()).expect("a workspace in form");
    let follower = Follower::new(&workspace);
    let mut rows: Vec<(String, usize, String)> = Vec::new();
    for (filed, comment) in workspace.comments() {
        let id = filed.submission.id(comment);
        for answer in workspace.answers.get(&id).map(|answers| answers.answers.as_slice()).unwrap_or_default()
        {
            let later = VersionName::new(&id.workstream, &answer.version);
            let Some(uptake) = follower.follow(filed, comment, &later).and_then(|followed| followed.uptake)
            else {
                continue;
            };
            let (share, said) = match &uptake {
                Uptake::Words(words) => (
                    words.share(),
                    format!(
                        "{}/{} in, {}/{} out, {:?}",
                        words.standing, words.put_in, words.gone, words.taken_out, words.asked
                    ),
                ),
                other => (if other.stands() { 100 } else { 0 }, format!("{other:?}")),
            };
            rows.push((
                answer.outcome.to_string(),
                share,
                format!("{id} {}, {}: {said}", answer.version, comment.action),
            ));
        }
    }
    rows.sort();
    new_passages(&workspace);
    for (outcome, share, said) in rows {
        println!("{outcome:20} {share:3}  {said}");
    }
}

/// How much of each passage that was asked for stands in each passage that is new in a later version.
fn new_passages(workspace: &Workspace) {
    let none = Draft { note: None, paragraphs: Vec::new() };
    for (filed, comment) in workspace.comments().filter(|(_, comment)| comment.action == Action::Add) {
        let submission = &filed.submission;
        let Some(words) = &comment.proposal else { continue };
        let language = submission.quoted_language(comment);
        let original = &workspace.schedule.original;
        for later in &workspace.schedule.versions {
            let made_on = VersionName::new(&submission.workstream, &submission.version);
            let later = VersionName::new(&submission.workstream, &later.id);
            let drafts =
                |name: &VersionName| workspace.draft(name, language).or(workspace.draft(name, original));
            let Some((base, later_text)) = drafts(&made_on).zip(drafts(&later)) else { continue };
            if made_on == later || workspace.schedule.way(&made_on.version, &later.version).is_none() {
                continue;
            }
            for passage in later_text.paragraphs.iter().filter(|passage| base.get(&passage.id).is_none()) {
                let only = Draft { note: None, paragraphs: vec![passage.clone()] };
                let alignment = Alignment::between(&none, &only);
                let step = Step {
                    base: &none,
                    later: &only,
                    alignment: &alignment,
                    terms: &workspace.glossary.terms(language),
                };
                let wish = Wish::Add { after: None, words: words.clone() };
                if let Some(Uptake::Words(words)) = Uptake::of(&wish, &step) {
                    println!(
                        "new {:3} {}/{} of {} in {} of {later}",
                        words.share(),
                        words.standing,
                        words.put_in,
                        submission.id(comment),
                        passage.id
                    );
                }
            }
        }
    }
}
