//! Reads Markdown as CommonMark has it, with tables; the markup goes, its text stays.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::intake::fragment::begins_with_tag;
use crate::intake::html::Html;
use crate::intake::lines::Lines;
use crate::intake::piece::Gathered;
use crate::intake::{LeftOut, Why};

/// Reads a whole file.
pub(super) fn gathered(text: &str, column: Option<usize>) -> Gathered {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    let mut markdown = Markdown {
        source: text,
        lines: Lines::of(text),
        html: Html::new(column),
        inside: Inside::Text,
        lists: Vec::new(),
        raw: String::new(),
        raw_line: 1,
    };
    for (event, place) in events.by_ref() {
        markdown.event(event, place);
    }
    let definitions: Vec<Range<usize>> =
        events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    let mut found = markdown.html.finish();
    for place in definitions {
        let line = markdown.lines.line(place.start);
        let text = text.get(place).unwrap_or_default().trim().to_owned();
        found.left_out.push(LeftOut { line, text, why: Why::LinkDefinition });
    }
    found
}

/// What kind of block the text that comes belongs to, where that matters.
#[derive(PartialEq, Eq)]
enum Inside {
    Text,
    Code,
    FrontMatter,
}

/// A numbered list: the number that a reader of Markdown would print next, and the last one that stood.
struct List {
    next: Option<u64>,
    stood: Option<u64>,
}

struct Markdown<'t> {
    source: &'t str,
    lines: Lines,
    html: Html,
    inside: Inside,
    lists: Vec<List>,
    /// The block of raw HTML that is open: a tag in it may go on over lines.
    raw: String,
    raw_line: usize,
}

impl Markdown<'_> {
    fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        let line = self.lines.line(place.start);
        match event {
            Event::Start(tag) => self.start(&tag, place),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.inside == Inside::FrontMatter => {
                self.html.gather.leave_out(&text, line, Why::FrontMatter);
            }
            Event::Text(text) if self.inside == Inside::Code => self.code(&text, line),
            Event::Text(text) | Event::Code(text) => self.html.gather.text(&text, line),
            Event::Html(text) => self.raw.push_str(&text),
            Event::InlineHtml(text) => self.markup(&text, line),
            Event::SoftBreak => self.html.gather.inline.wrap(),
            Event::HardBreak => self.html.gather.break_line(),
            Event::Rule => self.html.gather.end_block(),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.html.gather.text(&text, line);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, place: Range<usize>) {
        let gather = &mut self.html.gather;
        match tag {
            Tag::Heading { level, .. } => gather.heading(Some(rank(*level))),
            Tag::List(first) => {
                self.lists.push(List { next: *first, stood: None });
                gather.open_list();
            }
            Tag::Item => {
                let label = self.label(place);
                self.html.gather.open_element(label);
            }
            Tag::Table(_) => gather.open_table(),
            Tag::TableHead | Tag::TableRow => gather.open_row(),
            Tag::TableCell => gather.open_cell(1, 1),
            Tag::Strong => gather.inline.strong(true),
            Tag::CodeBlock(_) => {
                gather.end_block();
                self.inside = Inside::Code;
            }
            Tag::MetadataBlock(_) => self.inside = Inside::FrontMatter,
            Tag::HtmlBlock => self.raw_line = self.lines.line(place.start),
            Tag::Paragraph | Tag::BlockQuote(_) => gather.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let gather = &mut self.html.gather;
        match tag {
            TagEnd::Heading(_) => gather.heading(None),
            TagEnd::List(_) => {
                self.lists.pop();
                gather.close_list();
            }
            TagEnd::Item => gather.close_element(),
            TagEnd::Table => gather.close_table(),
            TagEnd::TableCell => gather.close_cell(),
            TagEnd::Strong => gather.inline.strong(false),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                gather.end_block();
                self.inside = Inside::Text;
            }
            TagEnd::HtmlBlock => {
                gather.end_block();
                let raw = std::mem::take(&mut self.raw);
                self.markup(&raw, self.raw_line);
            }
            TagEnd::Paragraph | TagEnd::BlockQuote(_) => gather.end_block(),
            _ => {}
        }
    }

    /// Lines of code stand as they are; an empty one divides paragraphs.
    fn code(&mut self, text: &str, line: usize) {
        for (rank, part) in text.split('\n').enumerate() {
            if rank > 0 {
                self.html.gather.break_line();
            }
            self.html.gather.text(part, line + rank);
        }
    }

    /// A tag of a web page is read as such; what merely looks like one, `<States>`, is text.
    fn markup(&mut self, text: &str, line: usize) {
        if begins_with_tag(text.trim_start()) {
            self.html.feed(text, line);
        } else {
            self.html.gather.text(text, line);
        }
    }

    /// The number of a list's element. A lazy author writes `1.` before every one and lets it be
    /// counted; otherwise the number stands as it was written, gaps and all.
    fn label(&mut self, place: Range<usize>) -> Option<String> {
        let list = self.lists.last_mut()?;
        let counted = list.next?;
        let source = self.source.get(place).unwrap_or_default().trim_start();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let stood = source[..digits].parse::<u64>().ok();
        let number = match stood {
            Some(stood) if list.stood != Some(stood) => stood,
            _ => counted,
        };
        list.stood = stood;
        list.next = Some(number.saturating_add(1));
        let mark = if source[digits..].starts_with(')') { ')' } else { '.' };
        Some(format!("{number}{mark}"))
    }
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
