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
    /// What is only worth knowing, grouped by kind; a plan may mean it.
    pub remarks: Vec<Finding>,
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
        if !self.remarks.is_empty() {
            summary.push_str(&format!(", {}", counted(self.remarks.len(), "remark")));
        }
        summary.push_str(&format!(" ({} looked at).", self.looked_at));
        let mut blocks = vec![Block::Prose(vec![Run::plain(summary)])];
        blocks.extend(grouped(&self.findings, Role::Warn, ""));
        blocks.extend(grouped(&self.remarks, Role::Plain, "Remark: "));
        self.about.page("Check", blocks)
    }
}

/// Points under a heading for each kind.
fn grouped(findings: &[Finding], role: Role, before: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in findings.chunk_by(|one, other| one.kind == other.kind) {
        let kind = group.first().map(|finding| finding.kind.replace('-', " ")).unwrap_or_default();
        let title = if before.is_empty() { capital(&kind) } else { format!("{before}{kind}") };
        blocks.push(Block::Heading(vec![Run::plain(title)]));
        let point = |finding: &Finding| {
            let mut runs = vec![Run::new(role, &finding.place), Run::plain(format!(": {}", finding.what))];
            runs.extend(finding.way_out.iter().map(|way_out| Run::quiet(format!(" ({way_out})"))));
            runs
        };
        blocks.push(Block::List(group.iter().map(point).collect()));
    }
    blocks
}
