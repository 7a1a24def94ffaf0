//! The page of what was received.

use crate::report::done::written;
use crate::report::received::{ReceiveReport, ReceivedFile, Reception, TakenSubmission};
use crate::report::{Block, Document, Report, Role, Run, Table};
use crate::text::{counted, listed, ordinal_day};

impl ReceivedFile {
    fn came_to(&self) -> Run {
        match &self.reception {
            Reception::Taken if self.submissions.is_empty() => Run::new(Role::Warn, "no comment taken"),
            Reception::Taken => Run::new(Role::Good, "taken"),
            Reception::Known(name) => Run::quiet(format!("received before, as {name}")),
            Reception::Same(name) => Run::quiet(format!("says the same as {name}")),
            Reception::Unread(_) => Run::new(Role::Bad, "could not be read"),
        }
    }
}

impl TakenSubmission {
    fn sentence(&self) -> String {
        let said = if self.statement { "a statement".to_owned() } else { counted(self.comments, "comment") };
        let repeated = match self.repeated {
            0 => String::new(),
            some => format!(", {some} of them unchanged"),
        };
        let elsewhere = match self.elsewhere {
            0 => String::new(),
            some => format!("; {some} more on file already"),
        };
        let replaces = self.replaces.as_ref().map(|name| format!("; replaces {name}")).unwrap_or_default();
        let beside = match self.beside.as_slice() {
            [] => String::new(),
            earlier => format!("; stands beside {}", listed(earlier)),
        };
        format!("{said}{repeated}, in {}{replaces}{beside}{elsewhere}", self.language)
    }
}

impl ReceiveReport {
    /// On which versions, in which rounds and when they arrived.
    fn occasions(&self) -> String {
        let mut told: Vec<String> = Vec::new();
        for taken in self.taken() {
            let after = if taken.after_the_round == Some(true) { ", after the round" } else { "" };
            let day = ordinal_day(taken.received);
            let said = format!(
                "on the {} in {}, received on {day}{after}",
                taken.version.to_lowercase(),
                taken.round
            );
            if !told.contains(&said) {
                told.push(said);
            }
        }
        told.join("; ")
    }

    fn summary(&self) -> String {
        let comments: usize = self.taken().map(|taken| taken.comments).sum();
        let refused: usize = self.files.iter().map(|file| file.refused.len()).sum();
        if self.taken().next().is_none() && refused == 0 {
            return "Nothing new was received.".to_owned();
        }
        let verb = if self.written { "taken in" } else { "read; nothing was written" };
        let refused = match refused {
            0 => String::new(),
            some => format!(" {} could not be taken.", counted(some, "row")),
        };
        format!(
            "{} and {} {verb}: {}.{refused}",
            counted(self.taken().count(), "submission"),
            counted(comments, "comment"),
            self.occasions()
        )
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["File~", "Came to~", "Submission", "Delegation~", "Holds*"]);
        for file in &self.files {
            let mut first = true;
            for taken in &file.submissions {
                let speakers = match taken.on_behalf_of.as_slice() {
                    [] => taken.delegation_name.clone(),
                    others => format!("{} (also for {})", taken.delegation_name, listed(others)),
                };
                table.row(vec![
                    vec![Run::plain(if first { file.file.as_str() } else { "" })],
                    vec![if first { file.came_to() } else { Run::plain("") }],
                    vec![Run::strong(&taken.name)],
                    vec![Run::plain(speakers)],
                    vec![Run::plain(taken.sentence())],
                ]);
                first = false;
            }
            if first {
                let why = match &file.reception {
                    Reception::Unread(why) => why.clone(),
                    _ => String::new(),
                };
                let blank = || vec![Run::plain("–")];
                table.row(vec![
                    vec![Run::plain(&file.file)],
                    vec![file.came_to()],
                    blank(),
                    blank(),
                    vec![Run::plain(why)],
                ]);
            }
        }
        table
    }

    /// Per file: the rows not taken, the remarks, and what else stood there.
    fn details(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for file in &self.files {
            let groups = [
                (
                    "Rows not taken",
                    file.refused.iter().map(|row| format!("{}: {}", row.place, row.reason)).collect(),
                ),
                ("To look at", file.remarks.clone()),
                ("Not read as comments", file.left.clone()),
            ];
            for (title, points) in groups {
                if points.is_empty() {
                    continue;
                }
                let title = match self.files.len() {
                    1 => title.to_owned(),
                    _ => format!("{}: {}", file.file, title.to_lowercase()),
                };
                blocks.push(Block::Heading(vec![Run::plain(title)]));
                blocks.push(Block::List(points.into_iter().map(|point| vec![Run::plain(point)]).collect()));
            }
        }
        blocks
    }
}

impl Report for ReceiveReport {
    fn name(&self) -> &'static str {
        "receive"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(self.summary())]), Block::Table(self.table())];
        blocks.extend(self.details());
        blocks.extend(written(&[], self.commit.as_ref(), &[]));
        self.about.page("Received", blocks).then(self.next.clone())
    }
}
