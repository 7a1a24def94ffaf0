//! Documents as they come, and what is read in them.

use std::path::PathBuf;

use crate::draft::Level;
use crate::intake::{Asked, Reading, Why, read};

/// A reading in short: `=` title, `#` heading, `.` paragraph, `-` item, each with its label in braces.
fn short(reading: &Reading) -> String {
    let mut out: Vec<String> = reading.title.iter().map(|title| format!("= {title}")).collect();
    out.extend(reading.blocks.iter().map(|block| {
        let sign = match block.level {
            Level::Title | Level::Section => '#',
            Level::Paragraph => '.',
            Level::Item => '-',
        };
        let label = block.label.as_ref().map(|label| format!("{{{label}}} ")).unwrap_or_default();
        format!("{sign} {label}{}", block.text.replace('\n', "⏎"))
    }));
    out.join("\n")
}

#[track_caller]
fn case(name: &str, text: &str, expected: &[&str]) {
    let reading = read(name, text.as_bytes(), &Asked::default()).expect("a text");
    assert_eq!(short(&reading), expected.join("\n"));
}

#[track_caller]
fn fault(name: &str, text: &str, asked: &Asked) -> String {
    let error = read(name, text.as_bytes(), asked).expect_err("a fault");
    format!("{error} | {}", error.hint().unwrap_or_default())
}

#[test]
fn markdown_gives_its_text_without_markup() {
    let text = "---\nauthor: x\n---\n# A *title*\n\nIntro [here](http://x.org) &amp;\nthere `code`.\n\n## 1. Scope\n\nAs follows:\n\n- one\n  still one\n\n  two of one\n- two\n  1. deep\n\n> quoted\\_text\n\n**Bold heading**\n\nText.\n";
    case(
        "in.md",
        text,
        &[
            "= A title",
            ". Intro here & there code.",
            "# {1.} Scope",
            ". As follows:",
            "- one still one⏎two of one",
            "- two",
            "- {1.} deep",
            ". quoted_text",
            "# Bold heading",
            ". Text.",
        ],
    );
}

#[test]
fn numbered_paragraphs_of_markdown_keep_the_numbers_that_stood() {
    case("in.md", "12. Twelve.\n14. Fourteen.\n", &[". {12.} Twelve.", ". {14.} Fourteen."]);
    case("in.md", "As follows:\n\n1. a\n1. b\n", &[". As follows:", "- {1.} a", "- {2.} b"]);
    case("in.md", "12 bis. Twelve.\n\n(a) an item\n", &[". {12 bis.} Twelve.", "- {(a)} an item"]);
}

#[test]
fn html_within_markdown_is_read_and_what_looks_like_it_is_text() {
    let text = "<p>A <b>bold</b> word</p>\n\nThe <States> agree<br>here.\n\n<Parties>\n\n[x]: http://y.org\n";
    case("in.md", text, &[". A bold word", ". The <States> agree here.", ". <Parties>"]);
    let reading = read("in.md", text.as_bytes(), &Asked::default()).expect("a text");
    assert_eq!(reading.left_out[0].why, Why::LinkDefinition);
}

#[test]
fn a_file_of_our_own_keeps_its_margin_in_the_labels() {
    let text = "# T\n\n> A note.\n\n[O1] \\[States] are\nreminded.\n\n## [D] Data\n\n[D2bis from D2] First.\n\n  Second.\n\n- [D2bisa] item\n";
    let expected = [
        "= T",
        ". {[O1]} [States] are reminded.",
        "# {[D]} Data",
        ". {[D2bis from D2]} First.⏎Second.",
        "- {[D2bisa]} item",
    ];
    case("en.md", text, &expected);
    // With a fault of form it is Markdown like any other.
    case(
        "en.md",
        &text
            .replace("> A note.\n\n", "")
            .replace("# T\n\n[O1]", "# T\n\nNo id.\n\n[O1]")
            .replace("\n\n  Second.", ""),
        &[
            "= T",
            ". No id.",
            ". {[O1]} [States] are reminded.",
            "# {[D]} Data",
            ". {[D2bis from D2]} First.",
            "- {[D2bisa]} item",
        ],
    );
}

#[test]
fn html_is_read_as_a_browser_shows_it() {
    let text = "<!doctype html><head><title>Site</title><style>p {}</style></head><body><nav>Menu</nav>
<h1>Title</h1><p>Caf&eacute;&nbsp;1<p>one
two<br>three<div>four<br><br>five</div><p>&nbsp;</p>
<ol start=3 type=a><li>x:<ul><li>• deep</ul><li><p>y</p><p>z</p></ol>
<p><b>Heading <u>bold</u></b></p><ol style='list-style-type: none'><li>1. q</ol><pre>a
b

c</pre><script>var x = '<p>';</script>";
    case(
        "in.html",
        text,
        &[
            "= Title",
            ". Café\u{a0}1",
            ". one two three",
            ". four",
            ". five",
            "- {c.} x:",
            "- deep",
            "- {d.} y⏎z",
            "# Heading bold",
            ". {1.} q",
            ". a b",
            ". c",
        ],
    );
    let reading = read("in.html", text.as_bytes(), &Asked::default()).expect("a text");
    let left: Vec<&str> = reading.left_out.iter().map(|left| left.text.as_str()).collect();
    assert_eq!(left, ["Site", "p {}", "Menu", "var x = '<p>';"]);
    let lines: Vec<usize> = reading.blocks.iter().map(|block| block.line).collect();
    assert_eq!(lines, [2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 8]);
}

#[test]
fn a_column_of_a_table_is_taken() {
    let text = "<p>Both</p><table><tr><td>one<td>un<tr><td colspan=2>all<tr><td>two<td>deux</table>";
    let asked = |column| Asked { column: Some(column), ..Asked::default() };
    let taken = |column| short(&read("in.html", text.as_bytes(), &asked(column)).expect("a text"));
    assert_eq!(taken(2), ". Both\n. un\n. all\n. deux");
    assert!(fault("in.html", text, &asked(3)).contains("found `3`, expected a column from 1 to 2"));
    assert!(fault("in.html", text, &asked(0)).contains("found `0`"));
    assert!(fault("in.html", "<p>x", &asked(1)).contains("nothing here stands in columns"));
    let markdown = "| a | b |\n|---|---|\n| c | d |\n";
    assert_eq!(short(&read("in.md", markdown.as_bytes(), &asked(2)).expect("a text")), ". b\n. d");
}

#[test]
fn plain_text_is_read_by_its_look() {
    let text = "Key points\n\nA sentence that\nis wrapped.\n\nI. SCOPE\n\n1. States must respect Article\n12. They do:\n(a) first, and\n(b) second.\n\n- 3 -\n\nFishing at night\n\nNets may be cast at night, whatever the weather.\n- one\n- two\n\nAnnex\n=====\nLast.\n";
    case(
        "in.txt",
        text,
        &[
            "= Key points",
            ". A sentence that is wrapped.",
            "# {I.} SCOPE",
            ". {1.} States must respect Article 12. They do:",
            "- {(a)} first, and",
            "- {(b)} second.",
            "# Fishing at night",
            ". Nets may be cast at night, whatever the weather.",
            "- one",
            "- two",
            "# Annex",
            ". Last.",
        ],
    );
}

#[test]
fn without_empty_lines_each_line_of_a_plain_text_is_a_block() {
    case(
        "in.txt",
        "第一部分\n三、各国应当遵守规则。\n四、各方亦应如此。\n",
        &["# 第一部分", ". {三、} 各国应当遵守规则。", ". {四、} 各方亦应如此。"],
    );
    case("in.txt", "12.\n\nStates agree.\n\n13.\n", &[". {12.} States agree.", ". 13."]);
}

#[test]
fn a_paragraph_cut_by_a_page_goes_on_and_says_so() {
    let text = "Boats crossing over to the\n\n7\n\u{c}\nMeeting report\n\nother side of the lake.\n";
    let asked = Asked { furniture: vec!["Meeting report".to_owned()], ..Asked::default() };
    let reading = read("in.txt", text.as_bytes(), &asked).expect("a text");
    assert_eq!(short(&reading), ". Boats crossing over to the other side of the lake.");
    assert_eq!(reading.joins.len(), 1);
    assert_eq!((reading.joins[0].line, reading.joins[0].after.as_str()), (7, "other side of the lake."));
    let why: Vec<Why> = reading.left_out.iter().map(|left| left.why).collect();
    assert_eq!(why, [Why::PageNumber, Why::Furniture]);
}

#[test]
fn the_last_point_of_a_list_is_no_heading_and_what_is_shorter_is() {
    let text = "Aims\n\nThe council shall:\n\nHear whoever asks to be heard\n\nListen to both sides of a dispute\n\n\
                Answer letters within a month\n\nMembers who cannot come say so a week before the meeting.\n\n\
                The chair shall:\n\nOpen the meeting at ten o'clock\n\nClose the meeting at noon\n\nCosts\n\n\
                Each member bears the cost of coming and of going home.\n";
    case(
        "in.txt",
        text,
        &[
            "= Aims",
            ". The council shall:",
            ". Hear whoever asks to be heard",
            ". Listen to both sides of a dispute",
            ". Answer letters within a month",
            ". Members who cannot come say so a week before the meeting.",
            ". The chair shall:",
            ". Open the meeting at ten o'clock",
            ". Close the meeting at noon",
            "# Costs",
            ". Each member bears the cost of coming and of going home.",
        ],
    );
}

#[test]
fn a_part_is_cut_out_wherever_it_stands() {
    let text = "# T\n\nSee Scope.\n\n## Scope\n\na\n\n## Questions\n\nb\n\n## Scope\n\nc\n\n## Questions\n";
    let asked = |from: Option<&str>, until: Option<&str>| Asked {
        from: from.map(str::to_owned),
        until: until.map(str::to_owned),
        ..Asked::default()
    };
    let taken = |from, until| short(&read("in.md", text.as_bytes(), &asked(from, until)).expect("a text"));
    assert_eq!(taken(Some("scope"), Some("Question")), "= Scope\n. a\n. c");
    assert_eq!(taken(Some("See"), Some("Questions")), ". See Scope.\n# Scope\n. a");
    assert_eq!(taken(None, Some("Scope")), "= T\n. See Scope.");
    assert_eq!(taken(Some("b"), None), ". b\n# Scope\n. c\n# Questions");
    assert!(fault("in.md", text, &asked(Some("Scoep"), None)).contains("did you mean `Scope`?"));
    assert!(fault("in.md", text, &asked(Some("Scope"), Some("zzz"))).contains("no block ends the part"));
}

#[test]
fn a_text_in_columns_wants_one_chosen() {
    let text = "one\tun\ntwo\tdeux\nthree\ttrois\n";
    assert!(fault("in.txt", text, &Asked::default()).contains("up to 2 in a row | `--column`"));
    case("in.txt", "1.\tone\n2.\ttwo\n3.\tthree\n", &[". {1.} one", ". {2.} two", ". {3.} three"]);
    let asked =
        Asked { column: Some(1), furniture: vec!["t".to_owned(), "two".to_owned()], ..Asked::default() };
    let reading = read("in.txt", text.as_bytes(), &asked).expect("a text");
    assert_eq!(short(&reading), ". one\n. three");
}

/// A file of the field's source text, where it is at hand.
#[expect(clippy::print_stdout, reason = "a test that skips says so")]
fn seed(name: &str) -> Option<(String, Vec<u8>)> {
    let folder = std::env::var_os("TRAVAUX_SEED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/seed"), PathBuf::from);
    let path = folder.join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some((name.to_owned(), bytes)),
        Err(_) => {
            println!("skipped: the source text is not at hand ({name}); TRAVAUX_SEED names its folder");
            None
        }
    }
}

fn counts(reading: &Reading) -> (usize, usize, usize) {
    (reading.count(Level::Paragraph), reading.count(Level::Item), reading.count(Level::Section))
}

#[track_caller]
fn agrees(markdown: &str, column: usize, from: &str, until: &str) {
    let Some((name, bytes)) = seed(markdown) else { return };
    let alone = read(&name, &bytes, &Asked::default()).expect("the text alone");
    assert_eq!(counts(&alone), (27, 4, 8));
    assert_eq!(alone.title.as_deref(), Some(from));
    let Some((name, bytes)) = seed("agenda-third-consultation.txt") else { return };
    let asked = Asked {
        column: Some(column),
        from: Some(from.to_owned()),
        until: Some(until.to_owned()),
        ..Asked::default()
    };
    let inside = read(&name, &bytes, &asked).expect("the part of the agenda");
    assert_eq!(counts(&inside), (27, 4, 8));
    assert_eq!(inside.title.as_deref(), Some(from));
    assert!(inside.joins.len() >= 5);
    let texts = |reading: &Reading| -> Vec<(Level, String)> {
        reading.blocks.iter().map(|block| (block.level, block.text.clone())).collect()
    };
    for (own, other) in texts(&alone).iter().zip(texts(&inside)) {
        assert_eq!(own.0, other.0);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(letters(&own.1), letters(&other.1));
    }
}

#[test]
fn the_key_observations_are_read_alike_alone_and_out_of_the_agenda_in_english() {
    agrees("key-observations.en.md", 1, "Key observations", "Guiding questions");
}

#[test]
fn the_key_observations_are_read_alike_alone_and_out_of_the_agenda_in_chinese() {
    agrees("key-observations.zh.md", 3, "关键意见", "供讨论的");
}
