//! What can be written, in the six languages of the United Nations; and that the lint sees what it is for.

use std::fs;
use std::io::{Cursor, Write};

use crate::sandbox::Sandbox;
use crate::word::lint::lint;
use crate::word::reader::{comments, view};
use crate::word::tree::{parse, parts};
use crate::word::witness::witnesses;

/// The sentences of one language: a title, a heading, three paragraphs, two items; then of the second version the title
/// and the first paragraph, the third in two, and a new one.
struct Sentences {
    language: &'static str,
    title: &'static str,
    heading: &'static str,
    paragraphs: [&'static str; 3],
    items: [&'static str; 2],
    later: &'static str,
    halves: [&'static str; 2],
    new: &'static str,
    /// Words of the first paragraph.
    quote: &'static str,
}

const SENTENCES: [Sentences; 6] = [
    Sentences {
        language: "en",
        title: "Recommendations on wells",
        heading: "Protection of wells",
        paragraphs: [
            "States should protect every well & spring <at all times>.",
            "Pumps are repaired within a day:",
            "Guards let repair crews pass. They keep a list of their names.",
        ],
        items: ["in the town;", "in the villages."],
        later: "States must protect every well & spring <at all times>.",
        halves: ["Guards let repair crews pass.", "They keep a list of their names."],
        new: "Nobody poisons a “well”.",
        quote: "protect every well",
    },
    Sentences {
        language: "ar",
        title: "توصيات بشأن الآبار",
        heading: "حماية الآبار",
        paragraphs: [
            "ينبغي للدول أن تحمي كل بئر (well) في جميع الأوقات.",
            "تُصلح المضخات في غضون 24 ساعة:",
            "يسمح الحراس بمرور فرق الإصلاح. ويحتفظون بقائمة بأسمائها.",
        ],
        items: ["في المدينة؛", "في القرى."],
        later: "يجب على الدول أن تحمي كل بئر (well) في جميع الأوقات.",
        halves: ["يسمح الحراس بمرور فرق الإصلاح.", "ويحتفظون بقائمة بأسمائها."],
        new: "لا يجوز لأحد أن يسمم بئرا.",
        quote: "تحمي كل بئر",
    },
    Sentences {
        language: "zh",
        title: "关于水井的建议",
        heading: "保护水井",
        paragraphs: [
            "各国应当随时保护每一口“水井”（well）。",
            "水泵应在一天之内修复：",
            "守卫应当让维修人员通过。他们应当保存维修人员名单。",
        ],
        items: ["在城镇；", "在村庄。"],
        later: "各国必须随时保护每一口“水井”（well）。",
        halves: ["守卫应当让维修人员通过。", "他们应当保存维修人员名单。"],
        new: "任何人不得在水井中投毒。",
        quote: "保护每一口",
    },
    Sentences {
        language: "fr",
        title: "Recommandations sur les puits",
        heading: "Protection des puits",
        paragraphs: [
            "Les États devraient protéger chaque puits à tout moment\u{a0}; c’est l’usage.",
            "Les pompes sont réparées en un jour\u{a0}:",
            "Les gardes laissent passer les équipes. Ils tiennent une liste de leurs noms.",
        ],
        items: ["en ville\u{a0};", "dans les villages."],
        later: "Les États doivent protéger chaque puits à tout moment\u{a0}; c’est l’usage.",
        halves: ["Les gardes laissent passer les équipes.", "Ils tiennent une liste de leurs noms."],
        new: "Nul n’empoisonne un «\u{a0}puits\u{a0}».",
        quote: "protéger chaque puits",
    },
    Sentences {
        language: "ru",
        title: "Рекомендации о колодцах",
        heading: "Защита колодцев",
        paragraphs: [
            "Государствам следует защищать каждый колодец в любое время.",
            "Насосы ремонтируются в течение суток:",
            "Охрана пропускает ремонтные бригады. Она ведёт список их имён.",
        ],
        items: ["в городе;", "в сёлах."],
        later: "Государства должны защищать каждый колодец в любое время.",
        halves: ["Охрана пропускает ремонтные бригады.", "Она ведёт список их имён."],
        new: "Никто не отравляет «колодец».",
        quote: "защищать каждый колодец",
    },
    Sentences {
        language: "es",
        title: "Recomendaciones sobre los pozos",
        heading: "Protección de los pozos",
        paragraphs: [
            "Los Estados deberían proteger cada pozo en todo momento; ¿quién no?",
            "Las bombas se reparan en un día:",
            "Los guardias dejan pasar a las cuadrillas. Llevan una lista de sus nombres.",
        ],
        items: ["en la ciudad;", "en las aldeas."],
        later: "Los Estados deben proteger cada pozo en todo momento; ¿quién no?",
        halves: ["Los guardias dejan pasar a las cuadrillas.", "Llevan una lista de sus nombres."],
        new: "Nadie envenena un «pozo».",
        quote: "proteger cada pozo",
    },
];

const SCHEDULE: &str = r#"[consultation]
title = "Illustrative consultation on wells"
illustrative = true
timezone = "Europe/Zurich"
languages = ["en", "ar", "zh", "fr", "ru", "es"]
original = "en"

[[workstream]]
id = "wells"
number = 1
title = "Wells"

[[version]]
id = "first"
title = "First version"

[[version]]
id = "second"
title = "Second version"

[[round]]
id = "r1"
title = "First round of consultations"
start = 2026-05-04
end = 2026-05-06
on = "first"

[[milestone]]
id = "first-out"
title = "First versions sent"
kind = "circulation"
version = "first"
due = 2026-04-01

[[delegation]]
code = "XAA"
name = "Arendia"

[[delegation]]
code = "XAB"
name = "Borland"
"#;

/// A consultation in six languages.
fn consultation() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("schedule.toml", SCHEDULE);
    for words in &SENTENCES {
        let Sentences { language, title, heading, paragraphs, items, later, halves, new, quote } = words;
        let [one, two, three] = paragraphs;
        let list = format!("- [A2a] {}\n\n- [A2b] {}", items[0], items[1]);
        let escaped = |text: &str| text.replace('&', "\\&").replace('<', "\\<").replace('>', "\\>");
        let first = format!(
            "# {title} (1)\n\n## [A] {heading}\n\n[A1] {}\n\n[A2] {two}\n\n{list}\n\n[A3] {three}\n",
            escaped(one)
        );
        // The second paragraph moves before the first, the third is split.
        let second = format!(
            "# {title} (2)\n\n## [A] {heading}\n\n[A4] {new}\n\n[A3] {}\n\n[A3bis from A3] {}\n\n[A1] {}\n\n[A2] {two}\n\n{list}\n",
            halves[0],
            halves[1],
            escaped(later)
        );
        sandbox.write(&format!("drafts/wells/first/{language}.md"), first);
        sandbox.write(&format!("drafts/wells/second/{language}.md"), second);
        // The delegation and those that support it quote the text in their own language.
        let comment = |no: usize, language: &str, quote: &str, more: &str| {
            format!(
                "\n[[comment]]\nno = {no}\nparagraph = \"A1\"\nquote = {quote:?}\nquote-language = {language:?}\ntype = \"substantive\"\naction = \"amend\"\nproposal = {quote:?}\ncomment = {title:?}\n{more}"
            )
        };
        let file = |code: &str| format!("comments/wells/r1/{code}.toml");
        let head = |code: &str| {
            format!(
                "[submission]\ndelegation = {code:?}\nversion = \"first\"\nreceived = 2026-05-04\nlanguage = \"en\"\n"
            )
        };
        let no = SENTENCES.iter().position(|other| other.language == *language).expect("one of them") + 1;
        for (code, more) in [("XAA", String::new()), ("XAB", format!("supports = [\"XAA-r1-{no}\"]\n"))] {
            let before = if no == 1 { head(code) } else { sandbox.read(&file(code)) };
            sandbox.write(&file(code), before + &comment(no, language, quote, &more));
        }
    }
    sandbox
}

/// What can be written, with the words that ask for it.
const WRITTEN: [(&str, &[&str]); 12] = [
    ("clean", &["show", "first"]),
    ("clean-second", &["show", "second"]),
    ("redline", &["redline", "first", "second"]),
    ("comments-on-words", &["show", "first", "--comments"]),
    ("bilingual", &["show", "first", "--beside"]),
    ("comments", &["comments"]),
    ("matrix", &["matrix", "first"]),
    ("answers", &["answers", "XAB"]),
    ("compilation", &["compile", "first"]),
    ("collisions", &["collisions", "first"]),
    ("concordance", &["concordance", "first", "second"]),
    ("milestones", &["report", "milestones"]),
];

/// Writes a file and reads it.
fn written(sandbox: &Sandbox, name: &str, words: &[&str], language: &str) -> Vec<u8> {
    let file = format!("{name}-{language}.docx");
    let mut all = words.to_vec();
    let other = if language == "en" { "ar" } else { "en" };
    if name == "bilingual" {
        all.push(other);
    }
    if !["milestones", "concordance", "matrix", "answers"].contains(&name) {
        all.extend(["--language", language]);
    }
    all.extend(["--output", &file]);
    let said = sandbox.run(&all);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{all:?}: {}", said.err);
    fs::read(sandbox.path("w").join(file)).expect("it was written")
}

#[test]
fn everything_can_be_written_in_six_languages() {
    let sandbox = consultation();
    let folder = tempfile::tempdir().expect("a folder");
    for words in &SENTENCES {
        let mut views = Vec::new();
        for (name, asked) in WRITTEN {
            let file = written(&sandbox, name, asked, words.language);
            assert_eq!(lint(&file), Vec::<String>::new(), "{name} in {}", words.language);
            fs::write(folder.path().join(format!("{name}-{}.docx", words.language)), &file).expect("a file");
            views.push((view(&file, true), view(&file, false)));
        }
        let [(first, _), (second, _), (accepted, rejected), (commented, _), ..] = views.as_slice() else {
            panic!("there are four of them at the least")
        };
        assert_eq!(first[2], format!("[1]\t{}", words.paragraphs[0]));
        assert_eq!(first[4], format!("(a)\t{}", words.items[0]));
        assert_eq!((accepted, rejected, commented), (second, first, first), "in {}", words.language);
        let write = |ending: &str, text: &[String]| {
            fs::write(
                folder.path().join(format!("redline-{}.{ending}.txt", words.language)),
                text.join("\n"),
            )
            .expect("a file");
        };
        write("accept", second);
        write("reject", first);
    }
    if std::env::var_os("TRAVAUX_WITNESSES").is_some() {
        witnesses(folder.path());
    } else {
        println!("skipped: other programs are asked where TRAVAUX_WITNESSES is set");
    }
}

#[test]
fn comments_stand_on_their_words_under_those_they_support() {
    let sandbox = consultation();
    for words in &SENTENCES {
        let file = written(&sandbox, "comments-on-words", &["show", "first", "--comments"], words.language);
        let said = comments(&file);
        assert_eq!(said.len(), 2 * SENTENCES.len());
        let on_words: Vec<_> = said.iter().filter(|comment| comment.on == words.quote).collect();
        let authors: Vec<&str> = on_words.iter().map(|comment| comment.author.as_str()).collect();
        assert_eq!(authors, ["Arendia", "Borland"], "in {}", words.language);
        assert!(on_words[1].under.is_some_and(|above| said[above].text.contains(words.title)));
        assert!(on_words[0].text.contains("Proposed: "), "{}", on_words[0].text);
        // Those that quote another language stand on the whole passage.
        let others = said
            .iter()
            .filter(|comment| comment.on == format!("[1]\t{}", words.paragraphs[0]).replace("[1]\t", ""));
        assert_eq!(others.count(), 2 * (SENTENCES.len() - 1));
    }
}

#[test]
fn every_run_says_its_language_and_its_direction() {
    let sandbox = consultation();
    let document = |language| {
        let file = written(&sandbox, "clean", &["show", "first"], language);
        parse(&parts(&file).expect("a file")["word/document.xml"]).expect("a document")
    };
    let arabic = document("ar");
    assert!(arabic.all("w:p").iter().all(|paragraph| {
        paragraph.child("w:pPr").is_some_and(|properties| properties.child("w:bidi").is_some())
    }));
    let foreign = |run: &&&crate::word::tree::Node| run.child("w:t").is_some_and(|text| text.text == "well");
    let runs = arabic.all("w:r");
    let well = runs.iter().find(foreign).expect("a run of its own");
    assert!(well.all("w:rtl").is_empty() && well.all("w:lang")[0].attribute("w:val") == Some("en-GB"));
    let others = runs.iter().filter(|run| run.child("w:t").is_some_and(|text| text.text.contains("بئر")));
    assert!(others.into_iter().all(|run| {
        run.all("w:rtl").len() == 1 && run.all("w:lang")[0].attribute("w:bidi") == Some("ar-SA")
    }));
    let chinese = document("zh");
    let han = chinese
        .all("w:r")
        .into_iter()
        .filter(|run| run.child("w:t").is_some_and(|text| text.text.contains('井')));
    assert!(han.into_iter().all(|run| {
        run.all("w:rFonts")[0].attribute("w:hint") == Some("eastAsia")
            && run.all("w:lang")[0].attribute("w:eastAsia") == Some("zh-CN")
    }));
}

#[test]
fn the_same_answer_is_the_same_file_and_its_passages_bear_their_ids() {
    let sandbox = consultation();
    let words = ["redline", "first", "second", "--output", "a.docx", "--overwrite"];
    let file = |sandbox: &Sandbox| {
        assert_eq!(sandbox.run(&words).code, 0);
        fs::read(sandbox.path("w/a.docx")).expect("it was written")
    };
    let once = file(&sandbox);
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert_eq!(once, file(&sandbox));
    let parts = parts(&once).expect("a file");
    let document = parse(&parts["word/document.xml"]).expect("a document");
    let names: Vec<String> = document
        .all("w:bookmarkStart")
        .iter()
        .filter_map(|bookmark| travaux::comment::Bookmark::parse(bookmark.attribute("w:name")?))
        .map(|bookmark| bookmark.id.to_string())
        .collect();
    assert_eq!(names, ["title", "A", "A4", "A3", "A3bis", "A1", "A2", "A2a", "A2b"]);
    assert!(parts["docProps/custom.xml"].contains("wells/second"));
    assert!(parts["docProps/core.xml"].contains("2026-09-15T00:00:00Z"));
}

#[test]
fn a_document_is_not_shown_on_a_terminal_and_its_name_says_what_it_is() {
    let sandbox = consultation();
    let said = sandbox.run(&["show", "first", "--format", "html", "--output", "a.docx"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("is a name for docx, not for html"), "{}", said.err);
    for (words, error) in [
        (vec!["show", "first", "--beside", "en"], "the text in en is to stand beside itself"),
        (vec!["show", "first", "--beside", "it"], "no language of the consultation is called `it`"),
    ] {
        let said = sandbox.run(&words);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(error), "{}", said.err);
    }
}

/// A good file with one thing broken.
fn broken(file: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let parts = parts(file).expect("a file");
    assert!(parts[part].contains(from), "{part} has no `{from}`");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(&name, zip::write::SimpleFileOptions::default()).expect("an entry");
        let text = if name == part { text.replacen(from, to, 1) } else { text };
        zip.write_all(text.as_bytes()).expect("an entry");
    }
    zip.finish().expect("a file").into_inner()
}

#[test]
fn the_lint_sees_what_nobody_else_does() {
    let sandbox = consultation();
    let redline = written(&sandbox, "redline", &["redline", "first", "second"], "en");
    let comments = written(&sandbox, "comments-on-words", &["show", "first", "--comments"], "en");
    let document = "word/document.xml";
    let cases: [(&[u8], &str, &str, &str); 12] = [
        (&redline, document, "</w:del><w:ins", "</w:del><w:r><w:delText>x</w:delText></w:r><w:ins"),
        (&redline, document, "w:delText", "w:t"),
        (&redline, document, "w:name=\"move1\"", "w:name=\"move9\""),
        (&redline, document, "<w:moveToRangeEnd ", "<w:moveFromRangeEnd "),
        (&redline, document, "<w:bookmarkEnd ", "<w:bookmarkStart "),
        (&redline, document, "NumberedParagraph", "Nowhere"),
        (&comments, "word/comments.xml", "w14:paraId=\"10000001\"", "w14:paraId=\"10000000\""),
        (&comments, "word/comments.xml", "w14:paraId=\"10000000\"", "w14:paraId=\"90000000\""),
        (&comments, "word/comments.xml", "mc:Ignorable=\"w14\"", "mc:Ignorable=\"\""),
        (&comments, "word/commentsExtended.xml", "paraIdParent=\"10000000\"", "paraIdParent=\"10000099\""),
        (&comments, document, "<w:commentRangeEnd w:id=\"0\"/>", ""),
        (&comments, "[Content_Types].xml", "/word/people.xml", "/word/nobody.xml"),
    ];
    for (file, part, from, to) in cases {
        assert_eq!(lint(file), Vec::<String>::new());
        let broken = broken(file, part, from, to);
        // A closing tag that does not fit any more is seen by everybody; what is meant here is seen by the lint.
        let found = lint(&broken);
        assert!(!found.is_empty(), "{part}: `{from}` became `{to}`, and nobody saw it");
    }
}
