//! Makes a folder a workspace.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Utc};

use crate::draft::{Language, VersionId, WorkstreamId};
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::schedule::{Schedule, VersionPlan, Workstream};
use crate::store::{Act, Store};

/// What a new workspace begins with, as typed.
#[derive(Debug, Clone)]
pub struct NewWorkspace {
    /// What the consultation is called.
    pub title: String,
    /// The first workstream's short name.
    pub workstream: String,
    /// The languages, the original one first.
    pub languages: Vec<String>,
    /// The versions, from earliest to last.
    pub versions: Vec<String>,
    /// Where its days begin and end.
    pub timezone: String,
}

/// Makes a folder a workspace: a schedule to be filled in, a repository where there is none, one commit.
pub fn init(folder: &Path, new: &NewWorkspace, commit: bool, now: DateTime<Utc>) -> Result<DoneReport> {
    let schedule = schedule(new)?;
    let workstream = schedule.workstreams[0].id.clone();
    let version = schedule.versions[0].id.clone();
    let text = format!("drafts/{workstream}/{version}/{}.md", schedule.original);
    let files = BTreeMap::from([
        ("schedule.toml".to_owned(), Some(schedule.print().into_bytes())),
        ("drafts/glossary.toml".to_owned(), Some(Vec::new())),
    ]);
    let paths: Vec<String> = files.keys().cloned().collect();
    let message = format!("Begin the workspace: {}", schedule.title);
    let act = Act { files, message, commit, when: Some(now), ..Act::default() };
    let (_, revision) = Store::init(folder, act)?;
    Ok(DoneReport {
        about: None,
        done: match folder.components().all(|part| part == std::path::Component::CurDir) {
            true => "This folder is a workspace now.".to_owned(),
            false => format!("{} is a workspace now.", folder.display()),
        },
        files: paths,
        commit: revision.map(|revision| revision.id),
        tags: Vec::new(),
        next: vec![
            "fill in schedule.toml: rounds, milestones, delegations".to_owned(),
            format!("write the first text to {text}: `# Title`, `## [A] Heading`, `[A1] A paragraph`"),
            "`travaux save` keeps it, `travaux show` prints it".to_owned(),
        ],
    })
}

fn schedule(new: &NewWorkspace) -> Result<Schedule> {
    let bad = |what: &str, typed: &str, grammar: &str| {
        Error::refused(format!("{what} `{typed}` cannot be used"), format!("give {grammar}"))
    };
    let names = crate::draft::NAME_GRAMMAR;
    let workstream =
        WorkstreamId::parse(&new.workstream).ok_or_else(|| bad("workstream", &new.workstream, names))?;
    let languages: Vec<Language> = new
        .languages
        .iter()
        .map(|typed| Language::parse(typed).ok_or_else(|| bad("language", typed, Language::GRAMMAR)))
        .collect::<Result<_>>()?;
    let versions: Vec<VersionPlan> = new
        .versions
        .iter()
        .map(|typed| {
            let id = VersionId::parse(typed).ok_or_else(|| bad("version", typed, names))?;
            Ok(VersionPlan { title: version_title(typed), id, follows: None })
        })
        .collect::<Result<_>>()?;
    let timezone = new
        .timezone
        .parse()
        .map_err(|_| bad("time zone", &new.timezone, "a name such as `Europe/Zurich`"))?;
    let original = languages.first().cloned().ok_or_else(|| bad("language", "", Language::GRAMMAR))?;
    if versions.is_empty() {
        return Err(bad("version", "", names));
    }
    Ok(Schedule {
        title: new.title.clone(),
        example: false,
        illustrative: false,
        timezone,
        languages,
        original,
        default_workstream: None,
        contact: None,
        rules: Vec::new(),
        workstreams: vec![Workstream { id: workstream, number: None, title: new.title.clone() }],
        versions,
        questions: Vec::new(),
        rounds: Vec::new(),
        milestones: Vec::new(),
        participants: Vec::new(),
    })
}

/// `first` is the first version; a name of its own stays as it is.
fn version_title(name: &str) -> String {
    let title = match name {
        "first" | "second" | "third" | "fourth" => format!("{name} version"),
        "observations" => "key observations".to_owned(),
        other => other.replace('-', " "),
    };
    crate::text::capital(&title)
}
