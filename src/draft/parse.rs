//! Reads a draft, strictly: every fault of the file is named, with its line.

use std::collections::HashMap;

use crate::draft::markup::unescaped;
use crate::draft::{Draft, Level, Paragraph, ParagraphId};
use crate::error::{Place, Problem};
use crate::text::join_lines;

impl Draft {
    /// Reads the Markdown of one version in one language.
    pub fn parse(path: &str, text: &str) -> Result<Draft, Vec<Problem>> {
        let mut reading =
            Reading { path, problems: Vec::new(), note: Vec::new(), open: Vec::new(), gap: true };
        for (line, number) in text.lines().zip(1..) {
            reading.line(line, number);
        }
        reading.close()
    }
}

/// A passage whose lines are still coming in.
struct Open<'t> {
    lead: Lead,
    line: usize,
    blocks: Vec<Vec<&'t str>>,
}

#[derive(Default)]
struct Lead {
    ids: Vec<ParagraphId>,
    from: Vec<ParagraphId>,
}

struct Reading<'t> {
    path: &'t str,
    problems: Vec<Problem>,
    note: Vec<&'t str>,
    open: Vec<Open<'t>>,
    /// Whether an empty line stood before this one.
    gap: bool,
}

impl<'t> Reading<'t> {
    fn line(&mut self, line: &'t str, number: usize) {
        let gap = std::mem::replace(&mut self.gap, line.trim_matches([' ', '\t']).is_empty());
        if self.gap {
            return;
        }
        if let Some(control) = line.chars().find(|c| c.is_control() && *c != '\t') {
            let code = format!("U+{:04X}", u32::from(control));
            self.problems
                .push(Problem::new(self.at(number), "control character").found(code).expected("plain text"));
            return;
        }
        if let Some(rest) = line.strip_prefix('>') {
            self.note_line(rest, number);
        } else if line.starts_with('#') {
            self.heading(line, number);
        } else if let Some(rest) = line.strip_prefix("- ") {
            self.lead_block(rest, number, Level::Item);
        } else if is_lead(line) {
            self.lead_block(line, number, Level::Paragraph);
        } else {
            self.wording(line, number, gap);
        }
    }

    fn at(&self, line: usize) -> Place {
        Place::line(self.path, line)
    }

    fn note_line(&mut self, rest: &'t str, number: usize) {
        if self.open.len() == 1 {
            self.note.push(rest);
        } else {
            let problem = Problem::new(self.at(number), "a note stands only under the title");
            self.problems.push(problem.found(rest).expected("a paragraph such as `[D2] ...`"));
        }
    }

    fn heading(&mut self, line: &'t str, number: usize) {
        if let Some(title) = line.strip_prefix("# ") {
            if self.open.is_empty() {
                self.open.push(Open {
                    lead: Lead { ids: vec![ParagraphId::title()], from: Vec::new() },
                    line: number,
                    blocks: vec![vec![title]],
                });
            } else {
                let problem = Problem::new(self.at(number), "a second title").found(title);
                self.problems.push(problem.expected("one title, on the first line"));
            }
        } else if let Some(rest) = line.strip_prefix("## ") {
            self.lead_block(rest, number, Level::Section);
        } else {
            let problem = Problem::new(self.at(number), "heading").found(line);
            self.problems.push(problem.expected("`# Title` or `## [D] Heading`"));
        }
    }

    fn lead_block(&mut self, line: &'t str, number: usize, level: Level) {
        let (expected, shape) = match level {
            Level::Section => ("`## [D] Heading`", "heading"),
            Level::Item => ("`- [B1a] text`", "list item"),
            Level::Title | Level::Paragraph => ("`[D2] text`", "paragraph"),
        };
        match read_lead(line) {
            Ok((lead, rest)) if lead.ids.iter().all(|id| id.level() == level) => {
                if self.open.is_empty() {
                    let problem = Problem::new(self.at(number), "the text has no title before this line");
                    self.problems.push(problem.expected("`# Title` on the first line"));
                }
                self.open.push(Open { lead, line: number, blocks: vec![vec![rest]] });
            }
            Ok((lead, _)) => {
                let found = lead.ids.iter().map(ParagraphId::as_str).collect::<Vec<_>>().join("+");
                self.problems.push(
                    Problem::new(self.at(number), format!("{shape} id")).found(found).expected(expected),
                );
            }
            Err(what) => {
                self.problems.push(
                    Problem::new(self.at(number), format!("{shape} {what}")).found(line).expected(expected),
                );
            }
        }
    }

    fn wording(&mut self, line: &'t str, number: usize, gap: bool) {
        let indented = line.starts_with("  ");
        match self.open.last_mut() {
            Some(open) if !gap => open.blocks.last_mut().expect("a passage opens with a block").push(line),
            Some(open) if indented && open.lead.ids[0].level() != Level::Title => {
                open.blocks.push(vec![line]);
            }
            _ => {
                let problem = Problem::new(self.at(number), "paragraph has no id");
                self.problems.push(problem.found(line).expected("`[D2] text`"));
            }
        }
    }

    fn close(mut self) -> Result<Draft, Vec<Problem>> {
        if self.open.is_empty() && self.problems.is_empty() {
            let problem = Problem::new(Place::file(self.path), "the draft is empty");
            self.problems.push(problem.expected("`# Title` on the first line"));
        }
        let mut taken: HashMap<ParagraphId, usize> = HashMap::new();
        let mut paragraphs = Vec::new();
        for open in std::mem::take(&mut self.open) {
            for id in &open.lead.ids {
                if let Some(first) = taken.insert(id.clone(), open.line) {
                    let problem =
                        Problem::new(self.at(open.line), format!("id is already taken on line {first}"));
                    self.problems.push(problem.found(id.as_str()).expected("an id of its own"));
                }
            }
            if open.lead.ids[0].level() == Level::Item
                && !taken.keys().any(|id| id.level() == Level::Paragraph)
            {
                let problem = Problem::new(self.at(open.line), "list item stands under no paragraph");
                self.problems
                    .push(problem.found(open.lead.ids[0].as_str()).expected("a paragraph before it"));
            }
            let blocks = open.blocks.into_iter().map(wording).filter(|block| !block.is_empty());
            let text = blocks.collect::<Vec<_>>().join("\n");
            if text.is_empty() {
                let problem = Problem::new(self.at(open.line), "no wording after the id");
                self.problems.push(problem.expected("a text, or no such paragraph"));
            }
            let mut ids = open.lead.ids.into_iter();
            let id = ids.next().expect("a lead has an id");
            paragraphs.push(Paragraph {
                id,
                with: ids.collect(),
                from: open.lead.from,
                text,
                line: open.line,
            });
        }
        if !self.problems.is_empty() {
            self.problems.sort_by(|a, b| a.place.cmp(&b.place));
            return Err(self.problems);
        }
        let note = Some(wording(self.note)).filter(|note| !note.is_empty());
        Ok(Draft { note, paragraphs })
    }
}

/// The words of wrapped lines; a tab among them is shown as a space, and is one.
fn wording(lines: Vec<&str>) -> String {
    unescaped(&join_lines(lines).replace('\t', " "))
}

/// Whether a line begins with a bracket that follows the id grammar: a text may begin with `[States]`.
fn is_lead(line: &str) -> bool {
    let inside = line.strip_prefix('[').and_then(|rest| rest.split([']', ' ', '+']).next());
    inside.and_then(ParagraphId::parse).is_some_and(|id| id.level() != Level::Title)
}

/// Reads `[D2bis from D2 D3] text`.
fn read_lead(line: &str) -> Result<(Lead, &str), &'static str> {
    let Some((inside, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return Err("has no id");
    };
    let (own, from) = match inside.split_once(" from ") {
        Some((own, from)) => (own, Some(from)),
        None => (inside, None),
    };
    let ids: Option<Vec<ParagraphId>> = own.split('+').map(ParagraphId::parse).collect();
    let ids = ids.ok_or("id does not follow the grammar")?;
    let from: Option<Vec<ParagraphId>> =
        from.map_or(Some(Vec::new()), |from| from.split(' ').map(ParagraphId::parse).collect());
    let from = from.ok_or("names no paragraph after `from`")?;
    Ok((Lead { ids, from }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# Draft recommendations

> Illustrative.

[O1] [States] are
reminded.

## [D] Civilian involvement

[D2bis from D2 D3] First block.

  Second block.

- [D2bisa] an item
";

    #[test]
    fn a_draft_is_read_in_order_with_its_lineage() {
        let draft = Draft::parse("en.md", TEXT).expect("in form");
        let ids: Vec<&str> = draft.ids().map(ParagraphId::as_str).collect();
        assert_eq!(ids, ["title", "O1", "D", "D2bis", "D2bisa"]);
        assert_eq!(draft.paragraphs[1].text, "[States] are reminded.");
        assert_eq!(draft.paragraphs[3].text, "First block.\nSecond block.");
        assert_eq!(draft.paragraphs[3].from.len(), 2);
        assert_eq!(draft.note.as_deref(), Some("Illustrative."));
        assert_eq!(draft.print(), TEXT.replace("are\nreminded", "are reminded"));
    }

    #[track_caller]
    fn faults(text: &str) -> Vec<String> {
        Draft::parse("en.md", text).expect_err("not in form").iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_faults_of_a_file_are_named_together() {
        let found = faults("# T\n\nNo id here.\n\n[D2] x\n\n[D2] y\n\n### Deep\n\n- no id\n");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].starts_with("en.md:3: paragraph has no id"));
        assert!(found[1].starts_with("en.md:7: id is already taken on line 5"));
    }

    #[test]
    fn a_tab_is_a_space_and_an_empty_block_is_none() {
        let draft = Draft::parse("en.md", "# T\n\n[D2]\n\n  12.\tStates\n").expect("in form");
        assert_eq!(draft.paragraphs[1].text, "12. States");
    }

    #[test]
    fn an_empty_file_and_a_missing_title_are_faults() {
        assert_eq!(faults("").len(), 1);
        assert_eq!(faults("[D2] x\n").len(), 1);
    }
}
