//! What holds of every text that is taken in.

use proptest::prelude::*;

use crate::draft::Level;
use crate::intake::{Asked, Kind, Reading, labelled, read};

/// All that a reading holds, in words, in an order of no meaning.
fn words(reading: &Reading) -> Vec<String> {
    let mut parts: Vec<&str> = Vec::new();
    parts.extend(reading.title.as_deref());
    for block in &reading.blocks {
        parts.extend(block.label.as_deref());
        parts.push(&block.text);
    }
    parts.extend(reading.left_out.iter().map(|left| left.text.as_str()));
    sorted(&parts.join(" "))
}

/// The words of a text, sorted; what holds no letter or digit is none.
fn sorted(text: &str) -> Vec<String> {
    // Lines of Chinese join without a space, so that each of its signs is a word here.
    let apart = |c: char| if ('一'..='鿿').contains(&c) { format!(" {c} ") } else { c.to_string() };
    let text: String = text.chars().map(apart).collect();
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = pieces.map(str::to_owned).collect();
    words.sort();
    words
}

fn holds(reading: &Reading) {
    let mut anything = false;
    for block in &reading.blocks {
        assert!(!block.text.is_empty(), "{block:?}");
        assert_eq!(block.text, block.text.trim(), "{block:?}");
        assert!(!block.text.contains(|c: char| c.is_control() && c != '\n'), "{block:?}");
        assert!(block.line > 0, "{block:?}");
        assert!(anything || block.level != Level::Item, "{block:?}");
        anything |= block.level == Level::Paragraph;
    }
}

fn kinds() -> impl Strategy<Value = Option<Kind>> {
    prop_oneof![Just(None), Just(Some(Kind::Markdown)), Just(Some(Kind::Text)), Just(Some(Kind::Html))]
}

fn asked() -> impl Strategy<Value = Asked> {
    let sought = || prop::option::of("[a-c<]{0,2}");
    let furniture = prop::collection::vec("[a-b -]{0,2}", 0..3);
    (kinds(), prop::option::of(0_usize..5), sought(), sought(), furniture).prop_map(
        |(kind, column, from, until, furniture)| Asked { kind, column, from, until, furniture, view: None },
    )
}

/// What readers trip over.
const TRICKY: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<ul>",
    "<ol start=9 type=i>",
    "<li>",
    "</li>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td colspan=3 rowspan=2>",
    "</td>",
    "</table>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "<pre>",
    "<br>",
    "&nbsp;",
    "&amp",
    "&#0;",
    "&#x85;",
    "\n",
    "\n\n",
    "\t",
    "\u{c}",
    "# ",
    "- ",
    "12. ",
    "(a) ",
    "[D2] ",
    "> ",
    "```\n",
    "---\n",
    "===\n",
    "| a | b |\n|---|---|\n",
    "[x]: y\n",
    "\\",
    "*",
    "**",
    "  ",
    "\u{a0}",
    "\u{ad}\n",
    "\u{feff}",
    "各国",
    "。",
    "الدول",
    "١٢",
    "第",
    "条",
    "a",
    "B",
    "word",
    ".",
    ":",
    ";",
    "\r\n",
    "\u{1}",
    "Page 3\n",
    "- 3 -\n",
    "1.2",
    "[",
    "]",
    "(",
    ")",
    "（",
    "）",
    "IV",
    "OP3",
    "§",
    "Art",
    "bis",
    "•",
    "–",
    "\u{2028}",
    "\u{10ffff}",
];

fn tricky() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TRICKY), 0..40).prop_map(|parts| parts.concat())
}

/// Words that no reader can take for anything else.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "states",
        "must",
        "ensure",
        "respect",
        "各国",
        "应当",
        "الدول",
        "государства",
        "data",
    ]);
    prop::collection::vec(word, 3..30).prop_map(|words| format!("The {}.", words.join(" ")))
}

/// A block as a document has it, by a form and a text.
fn document() -> impl Strategy<Value = Vec<(u8, String)>> {
    prop::collection::vec((0_u8..6, sentence()), 1..12)
}

fn wrapped(text: &str) -> String {
    text.split(' ').collect::<Vec<_>>().chunks(5).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), asked in asked()) {
        if let Ok(reading) = read("in.txt", &bytes, &asked) {
            holds(&reading);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in tricky(), asked in asked()) {
        if let Ok(reading) = read("in", text.as_bytes(), &asked) {
            holds(&reading);
        }
        let _ = read("in", text.as_bytes(), &Asked { kind: asked.kind, ..Asked::default() });
    }

    #[test]
    fn a_label_and_its_text_are_the_whole(text in tricky()) {
        let (label, rest) = labelled(&text);
        match label {
            None => prop_assert_eq!(rest, text.as_str()),
            Some(label) => {
                let between = text.trim_start().strip_prefix(label).and_then(|text| text.strip_suffix(rest));
                prop_assert!(between.is_some_and(|between| between.trim().is_empty()), "{}", text);
            }
        }
    }

    #[test]
    fn markdown_loses_no_word(document in document()) {
        let blocks: Vec<String> = document.iter().map(|(form, text)| match form {
            0 => format!("## {text}"),
            1 => format!("- {}", wrapped(text).replace('\n', "\n  ")),
            2 => format!("> {text}"),
            3 => format!("**{text}** *{text}* `code`"),
            4 => format!("| {text} | cell |\n|---|---|\n| {text} | more |"),
            _ => wrapped(text),
        }).collect();
        let text = blocks.join("\n\n");
        let reading = read("in.md", text.as_bytes(), &Asked::default()).expect("a text");
        holds(&reading);
        prop_assert_eq!(words(&reading), sorted(&text));
    }

    #[test]
    fn html_loses_no_word(document in document()) {
        let (mut text, mut page) = (String::new(), String::new());
        for (form, block) in &document {
            page.push_str(&match form {
                0 => format!("<h2>{block}</h2>"),
                1 => format!("<ul><li>{block}<li><p>{block}</ul>"),
                2 => format!("<p>{}", block.replace("must", "<b>must</b>")),
                3 => format!("<div>{block}<br><br>{}</div>", wrapped(block)),
                4 => format!("<table><tr><td>{block}<td>{block}</table>"),
                _ => format!("<script>{block}</script><!-- {block} -->{block}"),
            });
            let times = match form { 0 | 2 => 1, 1 | 3 | 4 => 2, _ => 3 };
            text.push_str(&format!("{block} ").repeat(times));
        }
        let reading = read("in.html", page.as_bytes(), &Asked::default()).expect("a text");
        holds(&reading);
        prop_assert_eq!(words(&reading), sorted(&text));
    }

    #[test]
    fn plain_text_loses_no_word(document in document(), ending in prop::sample::select(vec!["\n\n", "\n", "\r\n\r\n", "\n\u{c}\n"])) {
        let blocks: Vec<String> = document.iter().map(|(form, text)| match form {
            0 => text.trim_end_matches('.').to_uppercase(),
            1 => format!("(a) {}", wrapped(text)),
            2 => format!("12 bis. {text}"),
            3 => format!("• {text}\n- 3 -\n{text}"),
            4 => format!("{text}\n---"),
            _ => wrapped(text),
        }).collect();
        let text = blocks.join(ending);
        let reading = read("in.txt", text.as_bytes(), &Asked::default()).expect("a text");
        holds(&reading);
        prop_assert_eq!(words(&reading), sorted(&text));
    }

    #[test]
    fn columns_share_the_words_among_them(rows in prop::collection::vec((sentence(), sentence()), 1..12)) {
        let text: String = rows.iter().map(|(left, right)| format!("<p>{left}</p>\t{right}\n")).collect();
        let asked = Asked { column: Some(2), ..Asked::default() };
        let reading = read("in.txt", text.as_bytes(), &asked).expect("a text");
        let right: Vec<&str> = rows.iter().map(|(_, right)| right.as_str()).collect();
        let taken: Vec<&str> = reading.blocks.iter().map(|block| block.text.as_str()).collect();
        prop_assert_eq!(taken, right);
        prop_assert_eq!(reading.left_out.len(), rows.len());
    }
}
