//! Writes a draft as Markdown that any forge shows.

use crate::draft::markup::escaped;
use crate::draft::{Draft, Level, Paragraph, ParagraphId};

impl Draft {
    /// Writes the canonical file: one block a line, blocks divided by an empty line.
    pub fn print(&self) -> String {
        let mut blocks = Vec::new();
        for paragraph in &self.paragraphs {
            blocks.push(passage(paragraph));
            if paragraph.level() == Level::Title
                && let Some(note) = &self.note
            {
                blocks.push(format!("> {}", escaped(note, true)));
            }
        }
        blocks.join("\n\n") + "\n"
    }
}

fn passage(paragraph: &Paragraph) -> String {
    let mut blocks = paragraph.text.split('\n');
    let first = escaped(blocks.next().unwrap_or_default(), false);
    let mut out = match paragraph.level() {
        Level::Title => format!("# {first}"),
        Level::Section => format!("## [{}] {first}", lead(paragraph)),
        Level::Paragraph => format!("[{}] {first}", lead(paragraph)),
        Level::Item => format!("- [{}] {first}", lead(paragraph)),
    };
    for block in blocks {
        out.push_str("\n\n  ");
        out.push_str(&escaped(block, true));
    }
    out
}

fn lead(paragraph: &Paragraph) -> String {
    let ids: Vec<&str> = paragraph.ids().map(ParagraphId::as_str).collect();
    let mut lead = ids.join("+");
    if !paragraph.from.is_empty() {
        let from: Vec<&str> = paragraph.from.iter().map(ParagraphId::as_str).collect();
        lead.push_str(" from ");
        lead.push_str(&from.join(" "));
    }
    lead
}
