//! The answer to "what has to be looked at?".

use serde::Serialize;

use crate::report::{About, Block, Document, Report, Role, Run};
use crate::text::{capital, counted};

/// What looks wrong or unfinished, though every file is in form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingsReport {
    /// The head.
    pub about: About,
    /// What was looked at: `4 versions, 142 comments`.
    pub looked_at: String,
    /// The findings, grouped by kind.
    pub findings: Vec<Finding>,
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its kind, for programs: `quote-not-found`.
    pub kind: &'static str,
    /// Where: a file with its line, a comment, a version.
    pub place: String,
    /// What was found.
    pub what: String,
    /// What can be done.
    pub way_out: Option<String>,
}

impl Report for FindingsReport {
    fn name(&self) -> &'static str {
        "check"
    }

    fn document(&self) -> Document {
        let mut summary = match self.findings.len() {
            0 => "Nothing to report".to_owned(),
            count => counted(count, "finding"),
        };
        summary.push_str(&format!(" ({} looked at).", self.looked_at));
        let mut blocks = vec![Block::Prose(vec![Run::plain(summary)])];
        let mut kind = "";
        let mut points = Vec::new();
        for finding in &self.findings {
            if finding.kind != kind {
                if !points.is_empty() {
                    blocks.push(Block::List(std::mem::take(&mut points)));
                }
                kind = finding.kind;
                blocks.push(Block::Heading(vec![Run::plain(capital(&kind.replace('-', " ")))]));
            }
            let mut runs =
                vec![Run::new(Role::Warn, &finding.place), Run::plain(format!(": {}", finding.what))];
            if let Some(way_out) = &finding.way_out {
                runs.push(Run::quiet(format!(" ({way_out})")));
            }
            points.push(runs);
        }
        if !points.is_empty() {
            blocks.push(Block::List(points));
        }
        self.about.page("Check", blocks)
    }
}
