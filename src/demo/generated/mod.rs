//! Consultations of any size, made by chance from a seed: for benches, for tests, and for trying the tool out.
//!
//! The wording is made of our own phrases and the delegations, XAA to XZZ, are nobody's; every answer says that they
//! are illustrative.

mod chance;
mod handed;
mod text;
mod wording;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::demo::example::{open_aside, refuse_if_used};
use crate::draft::Language;
use crate::error::{Error, Result};
use crate::report::DoneReport;
use crate::store::{Act, Clerk, Store};
use crate::text::counted;
use crate::workspace::Workspace;
use chance::Chance;
use text::Text;

/// How large a generated consultation is. The same size and seed give the same bytes.
#[derive(Debug, Clone)]
pub struct Size {
    /// What chance begins from.
    pub seed: u64,
    /// How many paragraphs the first version has.
    pub paragraphs: usize,
    /// How many versions there are, each continuing the one before; a round is held on each but the last.
    pub versions: usize,
    /// How many delegations there are, at most 676.
    pub delegations: usize,
    /// How many comments they make, over all rounds.
    pub comments: usize,
    /// In which languages each version stands, the original first; each delegation speaks one of them.
    pub languages: Vec<Language>,
}

impl Default for Size {
    fn default() -> Size {
        let languages = ["en", "zh"].iter().filter_map(|code| Language::parse(code)).collect();
        Size { seed: 1, paragraphs: 60, versions: 3, delegations: 20, comments: 200, languages }
    }
}

impl Size {
    /// The files of the consultation, by path.
    ///
    /// # Errors
    ///
    /// When it cannot be so large or so small, or in a language without wording.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>> {
        self.refuse()?;
        let mut chance = Chance::of(self.seed);
        let mut files = BTreeMap::from([("schedule.toml".to_owned(), self.schedule().into_bytes())]);
        let rounds = self.rounds();
        let mut text = Text::begin(self.paragraphs, &mut chance);
        for at in 1..=self.versions {
            for language in &self.languages {
                let draft = text.in_language(language).print();
                files.insert(format!("drafts/made/v{at}/{language}.md"), draft.into_bytes());
            }
            if at <= rounds {
                let own = self.comments / rounds + usize::from(at <= self.comments % rounds);
                for (code, file) in handed::submissions(self, &format!("v{at}"), &text, own, &mut chance) {
                    files.insert(format!("comments/made/r{at}/{code}.toml"), file.into_bytes());
                }
            }
            text = text.next(&mut chance);
        }
        Ok(files)
    }

    /// The consultation as a value.
    ///
    /// # Errors
    ///
    /// As [`Size::files`], and when no temporary folder can be written.
    pub fn workspace(&self) -> Result<Workspace> {
        open_aside(&self.files()?)
    }

    /// Lays the consultation out in a folder, which must be new or empty, as one commit.
    ///
    /// # Errors
    ///
    /// As [`Size::files`], and when the folder is in use or cannot be written.
    pub fn lay(&self, folder: &Path) -> Result<DoneReport> {
        refuse_if_used(folder)?;
        let files = self.files()?;
        let act = Act {
            files: files.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect(),
            message: "made by chance".to_owned(),
            commit: true,
            clerk: Some(Clerk {
                name: "Example clerk".to_owned(),
                email: "clerk@example.org".to_owned(),
                when: noon(),
            }),
            ..Act::default()
        };
        Store::init_apart(folder, act)?;
        let here = folder.display();
        Ok(DoneReport {
            about: None,
            done: format!(
                "{here} holds a consultation made by chance: {}, {}, {}.",
                counted(self.versions, "version"),
                counted(self.delegations, "delegation"),
                counted(self.comments, "comment")
            ),
            files: Vec::new(),
            commit: None,
            tags: Vec::new(),
            next: vec![format!("travaux -C {here} carry    where the comments stand in the newest version")],
        })
    }

    fn rounds(&self) -> usize {
        (self.versions - 1).max(1)
    }

    fn refuse(&self) -> Result<()> {
        let unknown =
            self.languages.iter().find(|own| !wording::languages().any(|code| code == own.as_str()));
        if let Some(language) = unknown {
            let known = wording::languages().collect::<Vec<_>>().join(", ");
            return Err(Error::refused(
                format!("there is no wording in `{language}`"),
                format!("use {known}"),
            ));
        }
        let fits = (1..=600).contains(&self.paragraphs)
            && (1..=99).contains(&self.versions)
            && (1..=handed::DELEGATIONS).contains(&self.delegations)
            && !self.languages.is_empty();
        if fits {
            return Ok(());
        }
        Err(Error::refused(
            "a consultation cannot be made in that size",
            "ask for 1 to 600 paragraphs, 1 to 99 versions, 1 to 676 delegations and at least one language",
        ))
    }

    fn schedule(&self) -> String {
        let languages: Vec<String> = self.languages.iter().map(|own| format!("\"{own}\"")).collect();
        let mut plan = format!(
            "[consultation]\ntitle = \"A consultation made by chance\"\nillustrative = true\ntimezone = \"Europe/Zurich\"\n\
             languages = [{}]\noriginal = {}\n\n[[workstream]]\nid = \"made\"\ntitle = \"Made by chance\"\n",
            languages.join(", "),
            languages[0]
        );
        for at in 1..=self.versions {
            plan.push_str(&format!("\n[[version]]\nid = \"v{at}\"\ntitle = \"Version {at}\"\n"));
        }
        for at in 1..=self.rounds() {
            plan.push_str(&format!("\n[[round]]\nid = \"r{at}\"\ntitle = \"Round {at}\"\n"));
        }
        for (code, name) in (0..self.delegations).map(handed::delegation) {
            plan.push_str(&format!("\n[[delegation]]\ncode = \"{code}\"\nname = \"{name}\"\n"));
        }
        plan
    }
}

/// The day on which everything generated was received.
fn noon() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2026, 5, 4).and_then(|day| day.and_hms_opt(12, 0, 0));
    day.expect("a day of the calendar").and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_reads_what_was_made_and_the_same_seed_makes_the_same() {
        let size = Size {
            languages: wording::languages().filter_map(Language::parse).collect(),
            versions: 4,
            ..Size::default()
        };
        let files = size.files().expect("of a size that can be made");
        assert_eq!(files, size.files().expect("of a size that can be made"));
        assert_ne!(files, Size { seed: 2, ..size.clone() }.files().expect("of a size that can be made"));
        let workspace = size.workspace().expect("in form");
        assert_eq!(workspace.comments().count(), 200);
        assert_eq!(workspace.texts.len(), 4);
        assert!(workspace.oddities.is_empty());
    }

    #[test]
    fn what_cannot_be_made_is_refused() {
        let german = Language::parse("de").into_iter().collect();
        assert!(Size { languages: german, ..Size::default() }.files().is_err());
        assert!(Size { delegations: 677, ..Size::default() }.files().is_err());
        assert!(Size { versions: 0, ..Size::default() }.files().is_err());
    }
}
