//! Redlines of real texts, and of texts made by chance: accepted they are the later, rejected the earlier.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use proptest::prelude::*;
use travaux::desk::{Marking, compare};
use travaux::draft::{Draft, Level};
use travaux::intake::{Asked, Block, Reading, View, WordFile, open};
use travaux::render::docx;
use travaux::report::Report;

use crate::dice::{self, throws};
use crate::word::lint::lint;
use crate::word::reader::view;
use crate::word::witness::witnesses;

/// A redline as a Word file.
fn redline(before: &Reading, after: &Reading) -> Vec<u8> {
    let day = NaiveDate::from_ymd_opt(2026, 9, 15).expect("a day");
    let report =
        compare(("old.md", before), ("new.md", after), Marking { tracked: true, ..Marking::default() }, day);
    docx(&report.document(), report.manuscript().as_ref()).expect("a Word file")
}

/// A text as it is printed, a paragraph each.
fn printed(reading: &Reading) -> Vec<String> {
    let blocks = reading.blocks.iter().map(|block| match &block.label {
        Some(label) => format!("{label}\t{}", block.text),
        None => block.text.clone(),
    });
    reading.title.iter().cloned().chain(blocks).collect()
}

/// What a Word file can hold of a text: no control characters, and one kind of line end.
fn shown(paragraphs: Vec<String>) -> Vec<String> {
    let tame = |c: char| match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_control() && c != '\n' && c != '\t' => '\u{fffd}',
        c if ('\u{fdd0}'..='\u{fdef}').contains(&c) || u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
        c => c,
    };
    paragraphs.into_iter().map(|text| text.chars().map(tame).collect()).collect()
}

/// A draft as a foreign text: labels for some of its paragraphs.
fn reading(draft: &Draft) -> Reading {
    let blocks = draft.paragraphs.iter().skip(1).enumerate().map(|(at, passage)| Block {
        level: match passage.level() {
            Level::Title => Level::Paragraph,
            level => level,
        },
        label: (at % 3 > 0).then(|| format!("{at}.")),
        text: passage.text.clone(),
        line: at + 1,
        ids: Vec::new(),
    });
    Reading { title: Some(draft.title().to_owned()), blocks: blocks.collect(), ..Reading::default() }
}

fn or_one(paragraphs: Vec<String>) -> Vec<String> {
    if paragraphs.is_empty() { vec![String::new()] } else { paragraphs }
}

proptest! {
    #![proptest_config(throws(200))]

    #[test]
    fn accepted_it_is_the_later_text_and_rejected_the_earlier(before in dice::version(), after in dice::version()) {
        let (before, after) = (reading(&before), reading(&after));
        let file = redline(&before, &after);
        prop_assert_eq!(lint(&file), Vec::<String>::new());
        prop_assert_eq!(view(&file, true), or_one(shown(printed(&after))));
        prop_assert_eq!(view(&file, false), or_one(shown(printed(&before))));
    }
}

/// The corpora beside the project, where there are any.
fn versions() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let folder = std::env::var_os("CORPORA").map_or(beside, PathBuf::from).join("versions");
    Some(folder).filter(|folder| folder.is_dir())
}

#[test]
fn redlines_of_twenty_real_texts_are_exact_in_every_reader() {
    let Some(versions) = versions() else {
        println!("skipped: there are no corpora beside the project");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut texts: Vec<PathBuf> =
        fs::read_dir(versions).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    texts.sort();
    let mut count = 0;
    for text in texts.iter().take(20) {
        let read = |name: &str| open(&text.join(name), &Asked::default()).expect("a text");
        let (before, after) = (read("v1.txt"), read("v2.txt"));
        let file = redline(&before, &after);
        let name = text.file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(lint(&file), Vec::<String>::new(), "{name}");
        assert_eq!(view(&file, true), shown(printed(&after)), "{name}");
        assert_eq!(view(&file, false), shown(printed(&before)), "{name}");
        // The reader of the program itself is another one.
        let own = WordFile::read(&name, &file).expect("a Word file");
        let read =
            |view: View| own.shown(view).into_iter().map(|paragraph| paragraph.text).collect::<Vec<_>>();
        assert_eq!(read(View::After), shown(printed(&after)), "{name}");
        assert_eq!(read(View::Before), shown(printed(&before)), "{name}");
        let write = |ending: &str, bytes: &[u8]| {
            fs::write(folder.path().join(format!("{name}.{ending}")), bytes).expect("a file");
        };
        write("docx", &file);
        write("accept.txt", shown(printed(&after)).join("\n").as_bytes());
        write("reject.txt", shown(printed(&before)).join("\n").as_bytes());
        count += 1;
    }
    assert_eq!(count, 20);
    if std::env::var_os("TRAVAUX_WITNESSES").is_some() {
        witnesses(folder.path());
    } else {
        println!("skipped: other programs are asked where TRAVAUX_WITNESSES is set");
    }
}
