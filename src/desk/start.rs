//! Begins the next version, and saves hand edits.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::desk::history::path;
use crate::draft::VersionName;
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::store::Act;
use crate::text::counted;

impl Desk {
    /// Begins a version as a copy of the one it continues, ids included, lineage dropped.
    pub fn start(&self, typed: &str, commit: bool) -> Result<DoneReport> {
        self.writable()?;
        let name = self.workspace.version(typed)?;
        if let Some(text) = self.workspace.texts.get(&name) {
            // What is issued is frozen: nobody is sent to edit it.
            let way_out = match (text.record.first_issued(), self.workspace.schedule.successor(&name.version))
            {
                (None, _) => format!("edit drafts/{name}, then `travaux save`"),
                (Some(on), Some(next)) => {
                    let next = VersionName::new(&name.workstream, next);
                    format!("it was issued on {on}; `travaux start {next}` begins the next version")
                }
                (Some(on), None) => {
                    format!("it was issued on {on}, and schedule.toml names no later version")
                }
            };
            return Err(Error::refused(format!("`{name}` has been begun already"), way_out));
        }
        let before = self.workspace.schedule.predecessor(&name.version);
        let before = before.map(|version| VersionName::new(&name.workstream, version));
        let Some((before, text)) = before.and_then(|before| self.workspace.texts.get_key_value(&before))
        else {
            return Err(Error::refused(
                format!("`{name}` continues no version that has a text"),
                format!(
                    "write {} by hand, then `travaux save`",
                    path(&name, &self.workspace.schedule.original)
                ),
            ));
        };
        let files: BTreeMap<String, Option<Vec<u8>>> = text
            .drafts
            .iter()
            .map(|(language, draft)| (path(&name, language), Some(draft.continued().print().into_bytes())))
            .collect();
        let paths: Vec<String> = files.keys().cloned().collect();
        let (title, of) =
            (self.title(&name.version).to_lowercase(), self.title(&before.version).to_lowercase());
        let message = format!("{}: begin the {title} as a copy of the {of}", name.workstream);
        let commit = self.write(Act { files, message: message.clone(), commit, ..Act::default() })?;
        Ok(DoneReport {
            about: Some(self.about()),
            done: format!("The {title} begins as a copy of the {of}."),
            next: vec![
                format!("edit {}", paths.join(", ")),
                "`travaux save` keeps the edits".to_owned(),
                format!("`travaux redline {} {name}` shows what changed", before),
            ],
            files: paths,
            commit,
            tags: Vec::new(),
        })
    }

    /// Commits hand edits to schedule, drafts and comments, once every file is in form.
    pub fn save(&self, message: Option<&str>) -> Result<DoneReport> {
        self.writable()?;
        let changed = self.store.changed()?;
        if changed.is_empty() {
            return Ok(self.done("Nothing has been edited since the last commit.", Vec::new()));
        }
        let files = self.as_they_stand(&changed)?;
        let message = message.map_or_else(|| format!("Save {}", named(&changed)), str::to_owned);
        let commit = self.write(Act { files, message, commit: true, ..Act::default() })?;
        let mut done = self.done(&format!("Saved {}.", counted(changed.len(), "file")), changed);
        done.commit = commit;
        Ok(done)
    }

    /// Files as they stand in the folder; what is not there is to be deleted.
    pub(super) fn as_they_stand(&self, paths: &[String]) -> Result<BTreeMap<String, Option<Vec<u8>>>> {
        paths.iter().map(|path| Ok((path.clone(), self.store.bytes(path)?))).collect()
    }

    pub(super) fn done(&self, sentence: &str, files: Vec<String>) -> DoneReport {
        DoneReport {
            about: Some(self.about()),
            done: sentence.to_owned(),
            files,
            commit: None,
            tags: Vec::new(),
            next: Vec::new(),
        }
    }
}

/// `drafts/ict/second/en.md`, or `5 files`.
fn named(paths: &[String]) -> String {
    match paths {
        [one] => one.clone(),
        several => counted(several.len(), "file"),
    }
}
