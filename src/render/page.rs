//! The page on a terminal, in a pipe or in a text file.

use anstyle::Style;

use crate::render::Sheet;
use crate::render::beside::beside;
use crate::render::clean::{Line, blocks, joined};
use crate::render::fold::{Folded, fold};
use crate::render::grid::grid;
use crate::render::passage::{margin, passage};
use crate::report::{Block, Document, Role, Run};

/// A page as text, in lines that fit the sheet.
pub fn terminal(document: &Document, sheet: &Sheet) -> String {
    let mut shown = vec![title(&document.title, sheet)];
    if let Some(notice) = &document.notice {
        shown.push(prose(&[Run::new(Role::Warn, notice)], sheet));
    }
    let margin = margin(&document.blocks, sheet);
    shown.extend(document.blocks.iter().map(|block| match block {
        Block::Heading(runs) => heading(runs, sheet),
        Block::Prose(runs) => prose(runs, sheet),
        Block::Passage { margin: name, body, item } => passage(name, body, *item, margin, sheet),
        Block::Table(table) => grid(table, sheet),
        Block::List(points) => list(points, sheet),
    }));
    if !document.next.is_empty() {
        let points: Vec<Vec<Run>> = document.next.iter().map(|next| vec![Run::plain(next)]).collect();
        shown.extend([prose(&[Run::plain("Next:")], sheet), list(&points, sheet)]);
    }
    shown.retain(|block| !block.is_empty());
    shown.join("\n\n") + "\n"
}

/// The title: bold and underlined, or over a rule.
fn title(title: &str, sheet: &Sheet) -> String {
    let lines = fold(&joined(&[Run::plain(title)]), sheet.prose(0), false);
    if !sheet.color {
        return ruled(&lines, '=');
    }
    let style = Style::new().bold().underline();
    let styled = lines
        .iter()
        .filter(|line| !line.text.is_empty())
        .map(|line| format!("{style}{}{style:#}", line.text));
    styled.collect::<Vec<_>>().join("\n")
}

/// A heading: bold, or over a rule.
fn heading(runs: &[Run], sheet: &Sheet) -> String {
    let strong = |run: Run| if run.role == Role::Plain { Run::strong(run.text) } else { run };
    let heading: Line = joined(runs).into_iter().map(strong).collect();
    let lines = fold(&heading, sheet.prose(0), sheet.color);
    if sheet.color { stacked(&lines) } else { ruled(&lines, '-') }
}

/// Lines over a rule as long as the longest of them.
fn ruled(lines: &[Folded], rule: char) -> String {
    let text = stacked(lines);
    let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
    if text.is_empty() { text } else { format!("{text}\n{}", rule.to_string().repeat(width)) }
}

/// Lines one under the other.
fn stacked(lines: &[Folded]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// A paragraph of prose.
fn prose(runs: &[Run], sheet: &Sheet) -> String {
    let lines = blocks(runs).into_iter().flat_map(|line| fold(&line, sheet.prose(0), sheet.color));
    stacked(&lines.collect::<Vec<_>>())
}

/// Points, one under the other.
fn list(points: &[Vec<Run>], sheet: &Sheet) -> String {
    let bullet = [Run::plain("-")];
    points.iter().map(|point| beside(&bullet, &blocks(point), 2, sheet)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::report::Table;

    const TEXTS: [&str; 4] = [
        "States should exercise due diligence in their use of information and communication technologies.",
        "各国应当恪尽职守，采取一切可行的预防措施，避免使平民和民用物体受到信息通信技术活动的附带损害。",
        "تتعهد الأطراف السامية المتعاقدة بأن تحترم هذه الاتفاقية وتكفل احترامها في جميع الأحوال، ولا تلجأ إلى ICT.",
        "Emoji 👨\u{200d}👩\u{200d}👧 and e\u{301}tats, anticonstitutionnellementinternationalisationsgesetzgebung.",
    ];

    fn page() -> Document {
        let redline = |text: &str| vec![Run::new(Role::Struck, text), Run::new(Role::Inserted, text)];
        let mut table = Table::new(&["Name", "Before*", "Now*"]);
        let mut blocks = vec![Block::Heading(redline("Section D"))];
        for text in TEXTS {
            table.row(vec![vec![Run::plain("D2bis")], redline(text), vec![Run::plain(text)]]);
            blocks.push(Block::Prose(redline(text)));
            blocks.push(Block::Passage {
                margin: vec![Run::plain("[12] D2")],
                body: redline(text),
                item: true,
            });
            blocks.push(Block::List(vec![redline(text)]));
        }
        blocks.push(Block::Table(table));
        Document {
            title: TEXTS[0].to_owned(),
            notice: Some("illustrative".to_owned()),
            day: None,
            blocks,
            next: vec![TEXTS[1].to_owned()],
        }
    }

    #[test]
    fn every_line_fits_in_every_script() {
        for width in [20, 60, 80, 200] {
            for (color, bidi) in [(false, false), (true, true)] {
                let shown = terminal(&page(), &Sheet { width: Some(width), color, bidi });
                let bare = anstream::adapter::strip_str(&shown).to_string();
                let widest = bare.lines().map(UnicodeWidthStr::width).max().unwrap();
                assert!(widest <= width, "{widest} > {width}\n{bare}");
            }
        }
    }

    #[test]
    fn a_page_in_a_pipe_is_legible_without_colours() {
        let passage = |name: &str, body: &str, item| Block::Passage {
            margin: vec![Run::plain(name)],
            body: vec![Run::plain(body)],
            item,
        };
        let document = Document {
            title: "ict".to_owned(),
            notice: Some("illustrative".to_owned()),
            day: None,
            blocks: vec![
                Block::Heading(vec![Run::plain("Section D")]),
                passage("[12] D2", "States:\nand so", false),
                passage("D2a", "train;", true),
                passage("[13] a very long name", "x", false),
                Block::List(vec![vec![Run::plain("a\nb")], vec![Run::strong("c")]]),
            ],
            next: vec!["go on".to_owned()],
        };
        let expected = "\
ict
===

! illustrative

Section D
---------

[12] D2     States:

            and so

D2a           train;

[13] a very long name
            x

- a
  b
- c

Next:

- go on
";
        assert_eq!(terminal(&document, &Sheet::plain()), expected);
    }

    #[test]
    fn a_narrow_page_has_its_names_on_lines_of_their_own() {
        let body = vec![Run::plain("States should exercise care.")];
        let block = Block::Passage { margin: vec![Run::plain("[12] D2")], body, item: false };
        let document = Document { blocks: vec![block], ..Document::default() };
        let shown = terminal(&document, &Sheet { width: Some(20), color: false, bidi: false });
        assert_eq!(shown, "[12] D2\n  States should\n  exercise care.\n");
    }

    #[test]
    fn arabic_beside_a_name_is_set_apart_on_a_terminal_only() {
        let body = vec![Run::plain("القانون")];
        let block = Block::Passage { margin: vec![Run::plain("D2")], body, item: false };
        let document = Document { blocks: vec![block], ..Document::default() };
        let sheet = Sheet { width: Some(80), color: false, bidi: true };
        assert_eq!(terminal(&document, &sheet), "D2          \u{2068}\u{200f}القانون\u{2069}\n");
        assert_eq!(terminal(&document, &Sheet::plain()), "D2          القانون\n");
    }

    #[test]
    fn a_file_is_not_folded() {
        let document =
            Document { blocks: vec![Block::Prose(vec![Run::plain(TEXTS[0])])], ..Document::default() };
        assert_eq!(terminal(&document, &Sheet::plain()), format!("{}\n", TEXTS[0]));
    }
}
