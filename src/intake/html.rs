//! Reads web pages and fragments of them, with all their faults.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::intake::Why;
use crate::intake::gather::Gather;
use crate::intake::lines::Lines;
use crate::intake::list_style::ListStyle;
use crate::intake::piece::Gathered;

/// Reads a whole page.
pub(super) fn gathered(text: &str, column: Option<usize>) -> Gathered {
    let mut html = Html::new(column);
    html.feed(text, 1);
    html.finish()
}

/// A page that comes in in pieces: in Markdown its tags stand between other text.
pub(super) struct Html {
    pub(super) gather: Gather,
    /// The element whose content is not shown, and how often it is open within itself.
    hidden: Option<(String, usize)>,
    preformatted: usize,
    /// How the open lists are numbered, and the next number of each.
    numbering: Vec<(ListStyle, i64)>,
}

impl Html {
    pub(super) fn new(column: Option<usize>) -> Html {
        Html { gather: Gather::new(column), hidden: None, preformatted: 0, numbering: Vec::new() }
    }

    /// Takes in a fragment that begins on a line of the file.
    pub(super) fn feed(&mut self, text: &str, first: usize) {
        let lines = Lines::of(text);
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            let line = |at: usize| first + lines.line(at) - 1;
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => self.text(&String::from_utf8_lossy(&text), line(text.span.start)),
                Token::Comment(comment) => {
                    let text = String::from_utf8_lossy(&comment);
                    self.gather.leave_out(&text, line(comment.span.start), Why::NotShown);
                }
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    pub(super) fn finish(self) -> Gathered {
        self.gather.finish()
    }

    fn text(&mut self, text: &str, line: usize) {
        if self.hidden.is_some() {
            self.gather.leave_out(text, line, Why::NotShown);
        } else if self.preformatted > 0 {
            for (rank, part) in text.split('\n').enumerate() {
                if rank > 0 {
                    self.gather.break_line();
                }
                self.gather.text(part, line + rank);
            }
        } else {
            self.gather.text(text, line);
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((hidden, depth)) = &mut self.hidden {
            *depth += usize::from(*hidden == name);
            return;
        }
        // A slash before `>` closes nothing in a page, but for drawings and formulas.
        if is_hidden(&name) && !(tag.self_closing && matches!(name.as_str(), "svg" | "math")) {
            self.gather.end_block();
            self.hidden = Some((name, 1));
            return;
        }
        match name.as_str() {
            "b" | "strong" => self.gather.inline.strong(true),
            "br" => self.gather.break_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.gather.heading(Some(rank(&name))),
            "ol" | "ul" | "menu" | "dir" => self.open_list(tag, name == "ol"),
            "li" => self.open_element(tag),
            "table" => self.gather.open_table(),
            "tr" => self.gather.open_row(),
            "td" | "th" => self.gather.open_cell(number(tag, "colspan", 1), number(tag, "rowspan", 1)),
            "pre" => {
                self.gather.end_block();
                self.preformatted += 1;
            }
            _ if is_block(&name) => self.gather.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((hidden, depth)) = &mut self.hidden {
            if hidden == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        match name {
            "b" | "strong" => self.gather.inline.strong(false),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.gather.heading(None),
            "ol" | "ul" | "menu" | "dir" => {
                self.numbering.pop();
                self.gather.close_list();
            }
            "li" => self.gather.close_element(),
            "table" => self.gather.close_table(),
            "td" | "th" => self.gather.close_cell(),
            "pre" => {
                self.gather.end_block();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            _ if is_block(name) => self.gather.end_block(),
            _ => {}
        }
    }

    fn open_list(&mut self, tag: &StartTag<usize>, ordered: bool) {
        let style = match ordered {
            true => ListStyle::read(&attribute(tag, "type"), &attribute(tag, "style")),
            false => ListStyle::Unnumbered,
        };
        self.numbering.push((style, number(tag, "start", 1)));
        self.gather.open_list();
    }

    fn open_element(&mut self, tag: &StartTag<usize>) {
        let mut label = None;
        if let Some((style, next)) = self.numbering.last_mut() {
            let own = number(tag, "value", *next);
            label = style.label(own);
            *next = own.saturating_add(1);
        }
        self.gather.open_element(label);
    }
}

/// The value of an attribute; empty where there is none.
fn attribute(tag: &StartTag<usize>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}

/// The value of an attribute that is a number.
fn number<N: std::str::FromStr>(tag: &StartTag<usize>, name: &str, otherwise: N) -> N {
    attribute(tag, name).trim().parse().unwrap_or(otherwise)
}

fn rank(name: &str) -> u8 {
    name.as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0'))
}

/// Elements whose content a browser does not show as text of the page.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "template"
            | "noscript"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "nav"
            | "select"
            | "textarea"
            | "button"
            | "noembed"
            | "noframes"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "main"
            | "p"
            | "search"
            | "section"
            | "summary"
            | "tbody"
            | "tfoot"
            | "thead"
    )
}
