//! What holds for every page: nothing is lost, nothing is too wide, nothing is dressed that was not.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::render::clean::{lines, words};
use crate::render::fold::{dressed, fold};
use crate::render::{Sheet, html, markdown, terminal};
use crate::report::{Block, Column, Document, Fold, Role, Run, Table};

/// Pieces of texts that have broken a layout or a mark somewhere.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "States", "must", "12.", "A", " ", "  ", "\u{a0}", "\n", ", ", "; (a)", "[12] D2", "[must]",
    "](x)", "[^1]", "[x] ", "*", "**", "_", "~", "~~", "`", "#", "> ", "- ", "+", "|", "\\", "<b>",
    "&amp;", "!", ":", "=", "各国应当", "，并", "。", "「武装」", "①Ⓐ", "الأطراف", "تَعَهُّد", "، لا", "٣",
    "ICT", "e\u{301}", "\u{301}", "\u{200d}", "🇨🇭", "\u{200b}", "\t", "\u{fdd0}", "-",
    "👨\u{200d}👩\u{200d}👧", "❤\u{fe0f}", "\u{1b}[31m", "supercalifragilisticexpialidocious",
];

const ROLES: [Role; 8] =
    [Role::Plain, Role::Strong, Role::Quiet, Role::Struck, Role::Inserted, Role::Good, Role::Warn, Role::Bad];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..9).prop_map(|pieces| pieces.concat())
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    let run = (prop::sample::select(&ROLES[..]), text()).prop_map(|(role, text)| Run { text, role });
    prop::collection::vec(run, 0..6)
}

fn table() -> impl Strategy<Value = Table> {
    (1usize..5).prop_flat_map(|wide| {
        let columns = prop::collection::vec(("[A-Z][a-z]{0,12}|议题|الموضوع", any::<bool>()), wide);
        let rows = prop::collection::vec(prop::collection::vec(runs(), wide), 0..4);
        (columns, rows).prop_map(|(columns, rows)| {
            let columns = columns
                .into_iter()
                .map(|(name, prose)| Column { name, fold: if prose { Fold::Prose } else { Fold::Never } })
                .collect();
            Table { columns, rows }
        })
    })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        runs().prop_map(Block::Heading),
        runs().prop_map(Block::Prose),
        (runs(), runs(), any::<bool>()).prop_map(|(margin, body, item)| Block::Passage {
            margin,
            body,
            item
        }),
        table().prop_map(Block::Table),
        prop::collection::vec(runs(), 0..4).prop_map(Block::List),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    (text(), prop::option::of(text()), prop::collection::vec(block(), 0..4))
        .prop_map(|(title, notice, blocks)| Document { title, notice, day: None, blocks, next: Vec::new() })
}

/// Every run of a page in reading order, with whether it stands in a margin. The names of columns only if
/// asked for: a page without room for a table leaves out the names of empty cells.
fn all_runs(document: &Document, names: bool) -> Vec<(Run, bool)> {
    let mut runs = vec![(Run::plain(&document.title), false)];
    runs.extend(document.notice.iter().map(|notice| (Run::plain(notice), false)));
    let plain = |runs: &[Run]| runs.iter().map(|run| (run.clone(), false)).collect::<Vec<_>>();
    for block in &document.blocks {
        match block {
            Block::Heading(some) | Block::Prose(some) => runs.extend(plain(some)),
            Block::Passage { margin, body, .. } => {
                runs.extend(margin.iter().map(|run| (run.clone(), true)));
                runs.extend(plain(body));
            }
            Block::Table(table) => {
                let columns = table.columns.iter().filter(|_| names);
                runs.extend(columns.map(|column| (Run::plain(&column.name), false)));
                runs.extend(table.rows.iter().flatten().flat_map(|cell| plain(cell)));
            }
            Block::List(points) => runs.extend(points.iter().flat_map(|point| plain(point))),
        }
    }
    runs
}

/// The characters that must be seen: cleaned, white space aside.
fn seen(text: &str) -> String {
    let cleaned: String = lines(&[Run::plain(text)]).iter().map(|line| words(line)).collect();
    cleaned.chars().filter(|c| !c.is_whitespace()).collect()
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = seen(text).chars().collect();
    chars.sort_unstable();
    chars
}

/// Whether every character of `part` stands in `whole`, as often.
fn holds_all(whole: &str, part: &str) -> bool {
    let whole = sorted(whole);
    let mut rest = whole.iter();
    sorted(part).iter().all(|wanted| rest.any(|c| c == wanted))
}

fn undressed(shown: &str) -> String {
    anstream::adapter::strip_str(shown).to_string()
}

/// What a reader of the Markdown sees: all text, text struck out, text in bold or underlined.
fn read(markdown: &str) -> (String, String, String) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let options = Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let (mut all, mut struck, mut strong) = (String::new(), String::new(), String::new());
    let (mut in_struck, mut in_strong) = (0, 0);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Strikethrough) => in_struck += 1,
            Event::End(TagEnd::Strikethrough) => in_struck -= 1,
            Event::Start(Tag::Strong) => in_strong += 1,
            Event::End(TagEnd::Strong) => in_strong -= 1,
            Event::InlineHtml(tag) => match &*tag {
                "<del>" => in_struck += 1,
                "</del>" => in_struck -= 1,
                "<ins>" | "<strong>" => in_strong += 1,
                "</ins>" | "</strong>" => in_strong -= 1,
                "<br>" => {}
                other => panic!("a tag nobody wrote: {other} in\n{markdown}"),
            },
            Event::Text(text) => {
                all.push_str(&text);
                if in_struck > 0 {
                    struck.push_str(&text);
                }
                if in_strong > 0 {
                    strong.push_str(&text);
                }
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    (seen(&all), seen(&struck), seen(&strong))
}

/// What a reader of the page in a browser sees: all text, text struck out, text put in. A tag nobody wrote is a fault.
fn browsed(html: &str) -> (String, String, String) {
    use html5gum::{Token, Tokenizer};
    const OURS: [&str; 22] = [
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li", "div",
        "table", "thead", "tbody", "tr", "th", "td", "br", "span", "strong",
    ];
    let (mut all, mut struck, mut inserted) = (String::new(), String::new(), String::new());
    let mut open: Vec<String> = Vec::new();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                assert!(OURS.contains(&name.as_str()) || name == "del" || name == "ins", "{name} in\n{html}");
                for (attribute, value) in &tag.attributes {
                    let attribute = String::from_utf8_lossy(attribute).into_owned();
                    assert!(!attribute.starts_with("on") && attribute != "href", "{attribute}={value:?}");
                }
                if name != "br" && name != "meta" {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                assert_eq!(open.pop(), Some(name), "{html}");
            }
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text).into_owned();
                let within = |name: &str| open.iter().any(|known| known == name);
                if within("title") || within("style") {
                    continue;
                }
                all.push_str(&text);
                if within("del") {
                    struck.push_str(&text);
                }
                if within("ins") {
                    inserted.push_str(&text);
                }
            }
            Token::Doctype(_) => {}
            other => panic!("{other:?} in\n{html}"),
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    (seen(&all), seen(&struck), seen(&inserted))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_seen_on_every_sheet(document in document(), width in prop::option::of(8usize..220), color: bool, bidi: bool) {
        let shown = terminal(&document, &Sheet { width, color, bidi });
        let all: String = all_runs(&document, false).into_iter().map(|(run, _)| run.text).collect();
        prop_assert!(holds_all(&undressed(&shown), &all), "{shown}");
    }

    #[test]
    fn a_line_looks_the_same_whether_it_was_measured_or_not(runs in runs(), color: bool) {
        for line in lines(&runs) {
            let measured: Vec<String> = fold(&line, Some(usize::MAX), color).into_iter().map(|line| line.text).collect();
            prop_assert_eq!(dressed(&line, None, color), measured);
        }
    }

    #[test]
    fn every_line_fits(document in document(), width in 8usize..220, color: bool, bidi: bool) {
        let shown = terminal(&document, &Sheet { width: Some(width), color, bidi });
        for line in undressed(&shown).lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line}\n{shown}", line.width());
            prop_assert_eq!(line.trim_end(), line);
        }
    }

    #[test]
    fn without_colour_there_are_no_escape_codes_and_with_colour_every_line_ends_plain(document in document(), width in prop::option::of(8usize..220)) {
        let plain = terminal(&document, &Sheet { width, color: false, bidi: true });
        prop_assert_eq!(plain.find('\u{1b}'), None);
        let colored = terminal(&document, &Sheet { width, color: true, bidi: true });
        for line in colored.lines() {
            let last = line.rfind('\u{1b}').map_or("\u{1b}[0m", |at| &line[at..]);
            prop_assert!(last.starts_with("\u{1b}[0m"), "{line:?}");
        }
    }

    #[test]
    fn markdown_ends_with_one_line_feed(document in document()) {
        let shown = markdown(&document);
        prop_assert!(shown.ends_with('\n') && !shown.ends_with("\n\n"));
    }

    #[test]
    fn markdown_gives_every_word_back_and_marks_what_was_marked(document in document()) {
        let shown = markdown(&document);
        let (all, struck, strong) = read(&shown);
        let runs = all_runs(&document, true);
        let pick = |wanted: &dyn Fn(Role, bool) -> bool| -> String {
            runs.iter().filter(|(run, margin)| wanted(run.role, *margin)).map(|(run, _)| seen(&run.text)).collect()
        };
        prop_assert_eq!(all, pick(&|_, _| true), "{}", &shown);
        prop_assert_eq!(struck, pick(&|role, _| role == Role::Struck), "{}", &shown);
        let bold = |role, margin| matches!(role, Role::Strong | Role::Inserted) || (margin && role != Role::Struck);
        prop_assert_eq!(strong, pick(&bold), "{}", &shown);
    }

    #[test]
    fn a_browser_gives_every_word_back_and_marks_what_was_marked(document in document()) {
        let shown = html(&document, None);
        let (all, struck, inserted) = browsed(&shown);
        let runs = all_runs(&document, true);
        let pick = |wanted: &dyn Fn(Role) -> bool| -> String {
            runs.iter().filter(|(run, _)| wanted(run.role)).map(|(run, _)| seen(&run.text)).collect()
        };
        prop_assert_eq!(all, pick(&|_| true), "{}", &shown);
        prop_assert_eq!(struck, pick(&|role| role == Role::Struck), "{}", &shown);
        prop_assert_eq!(inserted, pick(&|role| role == Role::Inserted), "{}", &shown);
    }
}
