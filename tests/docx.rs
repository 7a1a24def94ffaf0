//! Word documents: each trap that has caught a reader, one test each; files that were made to hurt; files damaged by
//! chance; and the corpus of real ones, where it lies beside the project.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use travaux::intake::{MarginComment, Passed, View, WordFile};

use crate::dice::throws;
use crate::word_maker::{Made, archive, del, ins, p, p_mark, run, table};

fn read(made: &Made) -> WordFile {
    WordFile::read("in.docx", &made.bytes()).expect("a document")
}

/// Both texts, without their empty paragraphs.
fn views(body: &str) -> (Vec<String>, Vec<String>) {
    texts(&read(&Made::of(body)))
}

fn texts(file: &WordFile) -> (Vec<String>, Vec<String>) {
    let view = |view| -> Vec<String> {
        file.shown(view).into_iter().map(|shown| shown.text).filter(|text| !text.is_empty()).collect()
    };
    (view(View::After), view(View::Before))
}

#[track_caller]
fn same(body: &str, text: &[&str]) {
    assert_eq!(views(body), (owned(text), owned(text)));
}

#[track_caller]
fn differ(body: &str, accepted: &[&str], rejected: &[&str]) {
    assert_eq!(views(body), (owned(accepted), owned(rejected)));
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn sign(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

const CODE: &str = "<w:r><w:instrText>REF x</w:instrText></w:r>";

#[test]
fn insertions_and_deletions_stand_in_one_text_each() {
    let body = p(&(run("States ") + &del("should") + &ins("shall") + &run(" keep lists.")));
    differ(&body, &["States shall keep lists."], &["States should keep lists."]);
}

#[test]
fn what_was_inserted_and_then_deleted_stands_in_neither_text() {
    let inside = del("never");
    let body = p(&(run("a") + &format!("<w:ins w:author=\"A\">{inside}</w:ins>") + &run("b")));
    same(&body, &["ab"]);
}

#[test]
fn a_deleted_mark_joins_and_an_inserted_mark_splits() {
    let body = p_mark("<w:del w:author=\"A\"/>", &run("one ")) + &p(&run("two"));
    differ(&body, &["one two"], &["one ", "two"]);
    let body = p_mark("<w:ins w:author=\"A\"/>", &run("one ")) + &p(&run("two"));
    differ(&body, &["one ", "two"], &["one two"]);
    let many =
        p_mark("<w:del/>", &run("1")) + &p_mark("<w:del/>", &run("2")) + &p_mark("<w:del/>", &run("3"));
    differ(&(many + &p(&run("4"))), &["1234"], &["1", "2", "3", "4"]);
    let both = p_mark("<w:ins/><w:del/>", &run("one ")) + &p(&run("two"));
    same(&both, &["one two"]);
}

#[test]
fn a_vanished_mark_joins_neither_into_a_table_nor_out_of_a_cell() {
    let body = p_mark("<w:del/>", &run("before")) + &table(&[&["cell"]]) + &p(&run("after"));
    same(&body, &["before", "cell", "after"]);
    let cell = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p_mark("<w:del/>", &run("cell")));
    same(&(cell + &p(&run("after"))), &["cell", "after"]);
}

#[test]
fn a_row_or_a_cell_goes_in_and_out_with_all_it_holds() {
    let row = |form: &str, text: &str| {
        format!("<w:tr><w:trPr>{form}</w:trPr><w:tc>{}</w:tc></w:tr>", p(&run(text)))
    };
    let rows = row("<w:del/>", "old") + &row("<w:ins/>", "new") + &row("", "kept");
    differ(&format!("<w:tbl>{rows}</w:tbl>"), &["new", "kept"], &["old", "kept"]);
    let cell = |form: &str, text: &str| format!("<w:tc><w:tcPr>{form}</w:tcPr>{}</w:tc>", p(&run(text)));
    let cells = cell("<w:cellDel/>", "old") + &cell("<w:cellIns/>", "new") + &cell("", "kept");
    differ(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), &["new", "kept"], &["old", "kept"]);
}

#[test]
fn a_move_leaves_one_place_and_arrives_in_another() {
    let from = p_mark(
        "<w:moveFrom w:author=\"A\"/>",
        &format!(
            "<w:moveFromRangeStart w:id=\"1\" w:name=\"move1\"/><w:moveFrom>{}</w:moveFrom>",
            run("moved")
        ),
    );
    let to = p_mark("<w:moveTo/>", &format!("<w:moveTo>{}</w:moveTo>", run("moved")));
    let body = from + "<w:moveFromRangeEnd w:id=\"1\"/>" + &p(&run("kept")) + &to + &p(&run("end"));
    differ(&body, &["kept", "moved", "end"], &["moved", "kept", "end"]);
}

#[test]
fn runs_cut_by_the_program_are_one_text() {
    let body = p("<w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"1\"><w:t>inter</w:t></w:r>\
                  <w:proofErr w:type=\"spellEnd\"/><w:r w:rsidR=\"2\"><w:t>national</w:t></w:r>");
    same(&body, &["international"]);
}

#[test]
fn of_a_field_the_result_is_text_and_the_code_is_not() {
    let field = |result: &str| sign("begin") + CODE + &sign("separate") + &run(result) + &sign("end");
    same(&p(&(run("see ") + &field("12") + &run("."))), &["see 12."]);
    let nested = sign("begin") + CODE + &field("inner") + &sign("separate") + &run("outer") + &sign("end");
    same(&p(&nested), &["outer"]);
    same(&p(&format!("<w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple>", run("7"))), &["7"]);
    let deleted = format!("<w:del>{}</w:del>", field("12").replace("instrText", "delInstrText"));
    differ(&p(&(run("see ") + &deleted)), &["see "], &["see 12"]);
}

#[test]
fn a_field_outlives_the_deletion_of_its_beginning_or_its_end() {
    let half = |inside: String| format!("<w:del>{inside}</w:del>");
    let begun = p(&(half(sign("begin") + CODE + &sign("separate")) + &run("one") + &sign("end")));
    same(&(begun + &p(&run("two"))), &["one", "two"]);
    let ended = p(&(sign("begin") + CODE + &sign("separate") + &run("one") + &half(sign("end"))));
    same(&(ended + &p(&run("two"))), &["one", "two"]);
    let never = p(&(sign("begin") + &run("one"))) + &p(&run("two"));
    same(&never, &["one", "two"]);
}

#[test]
fn content_controls_smart_tags_and_links_only_stand_around_their_text() {
    let control = |inside: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )
    };
    let cell = control(&format!("<w:tc>{}</w:tc>", p(&run("cell"))));
    let row = control(&format!("<w:tr>{cell}</w:tr>"));
    let body = control(&p(&control(&run("run"))));
    same(&(body + &format!("<w:tbl>{row}</w:tbl>")), &["run", "cell"]);
    let tagged = format!("<w:smartTag><w:smartTagPr/><w:smartTag>{}</w:smartTag></w:smartTag>", run("a"));
    let linked = format!("<w:hyperlink r:id=\"x\" xmlns:r=\"urn:r\">{}</w:hyperlink>", run("b"));
    let own = format!("<w:customXml><w:customXmlPr/>{}</w:customXml>", run("c"));
    same(&p(&(tagged + &linked + &own + &format!("<w:bdo w:val=\"rtl\">{}</w:bdo>", run("d")))), &["abcd"]);
}

#[test]
fn of_two_forms_of_one_thing_one_is_read_once() {
    let both = |requires: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"{requires}\"><w:t>new</w:t></mc:Choice>\
             <mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    same(&p(&both("wps")), &["new"]);
    same(&p(&both("w99")), &["old"]);
    same(&p(&both("nobody")), &["old"]);
}

#[test]
fn a_text_box_is_counted_once_and_is_no_text() {
    let boxed =
        |around: &str| format!("<w:{around}><w:txbxContent>{}</w:txbxContent></w:{around}>", p(&run("box")));
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>\
         </mc:AlternateContent></w:r>",
        boxed("drawing"),
        boxed("pict")
    );
    let file = read(&Made::of(p(&(run("text") + &both))));
    assert_eq!(texts(&file).0, ["text"]);
    assert_eq!(file.passed_over().collect::<Vec<_>>(), [(Passed::Picture, 1), (Passed::TextBox, 1)]);
}

#[test]
fn signs_that_stand_for_letters_are_letters() {
    let body = p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>\
                  <w:softHyphen/><w:t>e\u{a0}f</w:t><w:sym w:font=\"Symbol\" w:char=\"F02A\"/></w:r>");
    same(&body, &["a\tb\nc\u{2011}d\u{ad}e\u{a0}f\u{fffc}"]);
    let body =
        p("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t>\
                  </w:r></w:rubyBase></w:ruby><w:t>字</w:t></w:r>");
    same(&body, &["漢字"]);
    same(&p("<w:r><w:t>a &amp; b &#x41; &lt;c&gt;</w:t></w:r>"), &["a & b A <c>"]);
}

#[test]
fn presence_of_a_switch_is_not_its_truth() {
    let bold = |value: &str| {
        let file = read(&Made::of(p(&format!(
            "<w:r><w:rPr><w:b{value}/><w:rtl w:val=\"0\"/></w:rPr><w:t>x</w:t></w:r>"
        ))));
        file.shown(View::After)[0].bold
    };
    assert!(bold("") && bold(" w:val=\"1\""));
    assert!(!bold(" w:val=\"0\"") && !bold(" w:val=\"false\""));
}

#[test]
fn the_main_part_is_found_by_what_the_file_says_and_not_by_name() {
    let made = Made::of(p(&run("text")));
    for made in [made.clone(), made.clone().main("Parts/other.xml"), made.clone().strict(), made.prefix("x")]
    {
        assert_eq!(texts(&read(&made)).0, ["text"]);
    }
}

fn comment(id: &str, key: &str, text: &str) -> String {
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"A\"><w:p w14:paraId=\"{key}\">{}</w:p></w:comment>",
        run(text)
    )
}

fn around(id: &str, inside: &str) -> String {
    format!(
        "<w:commentRangeStart w:id=\"{id}\"/>{inside}<w:commentRangeEnd w:id=\"{id}\"/>\
         <w:r><w:commentReference w:id=\"{id}\"/></w:r>"
    )
}

#[test]
fn comments_keep_their_words_their_thread_and_whether_they_are_resolved() {
    let body =
        p(&(run("States ") + &around("0", &(del("should") + &ins("shall"))) + &around("3", &del("gone"))))
            + "<w:commentRangeStart w:id=\"1\"/>"
            + &p(&run("first"))
            + &p(&(run("second") + "<w:commentRangeEnd w:id=\"1\"/>" + &run(" rest")))
            + &p("<w:r><w:commentReference w:id=\"2\"/></w:r>");
    let notes = comment("0", "0A", "why")
        + &comment("1", "0B", "both")
        + &comment("2", "0c", "here")
        + &comment("3", "0D", "x");
    let threads = "<w15:commentEx w15:paraId=\"0A\" w15:done=\"1\"/>\
                   <w15:commentEx w15:paraId=\"0C\" w15:paraIdParent=\"0A\" w15:done=\"0\"/>";
    let made =
        Made::of(body).with("comments", "comments", notes).with("commentsExtended", "commentsEx", threads);
    let found: Vec<MarginComment> = read(&made).comments();
    let anchors: Vec<(Option<&str>, Option<&str>)> =
        found.iter().map(|one| (one.anchor.as_deref(), one.anchor_all.as_deref())).collect();
    let expected = [
        (Some("shall"), Some("shouldshall")),
        (Some("first\nsecond"), Some("first\nsecond")),
        (None, None),
        (Some(""), Some("gone")),
    ];
    assert_eq!(anchors, expected);
    assert_eq!(found.iter().map(|one| one.done).collect::<Vec<_>>(), [true, false, false, false]);
    assert_eq!(
        found.iter().map(|one| one.parent.as_deref()).collect::<Vec<_>>(),
        [None, None, Some("0"), None]
    );
    assert_eq!(found[0].text, "why");
}

/// The numbers before the paragraphs of a text; a bullet has none.
fn labels(styles: &str, lists: &str, body: &str, view: View) -> Vec<String> {
    let made = Made::of(body).with("styles", "styles", styles).with("numbering", "numbering", lists);
    read(&made).shown(view).into_iter().map(|shown| shown.label.unwrap_or_default()).collect()
}

fn level(at: usize, manner: &str, print: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{manner}\"/><w:lvlText w:val=\"{print}\"/></w:lvl>"
    )
}

fn item(list: u32, at: usize) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run("x")
    )
}

#[test]
fn lists_print_the_numbers_that_their_patterns_say() {
    let pattern = format!(
        "<w:abstractNum w:abstractNumId=\"5\">{}{}{}</w:abstractNum>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)"),
        level(2, "upperRoman", "%1.%3")
    );
    let lists = pattern
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>\
           </w:lvlOverride></w:num>";
    let body =
        [item(1, 0), item(1, 1), item(1, 1), item(1, 0), item(1, 1), item(1, 2), item(2, 0), item(2, 0)];
    let expected = ["1.", "(a)", "(b)", "2.", "(a)", "2.I", "7.", "8."];
    assert_eq!(labels("", &lists, &body.concat(), View::After), expected);
}

#[test]
fn a_style_makes_elements_of_a_list_and_the_paragraph_may_take_itself_out() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>";
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimal", "%1)"),
        level(1, "bullet", "•")
    );
    let styled =
        |inner: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"Q\"/>{inner}</w:pPr>{}</w:p>", run("x"));
    let out = styled("<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
    let bullet = styled("<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>");
    let body = styled("") + &out + &bullet + &styled("");
    assert_eq!(labels(styles, &lists, &body, View::After), ["1)", "", "", "2)"]);
}

#[test]
fn what_is_deleted_does_not_count() {
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimal", "%1.")
    );
    let deleted = format!(
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>",
        del("gone")
    );
    let body = item(1, 0) + &deleted + &item(1, 0);
    assert_eq!(labels("", &lists, &body, View::After), ["1.", "2."]);
    assert_eq!(labels("", &lists, &body, View::Before), ["1.", "2.", "3."]);
}

/// A file made to hurt is refused at once and says why.
#[track_caller]
fn refused(bytes: &[u8], why: &str) {
    let start = Instant::now();
    let error = WordFile::read("in.docx", bytes).expect_err("no document");
    assert!(error.to_string().contains(why), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5), "it took {:?}", start.elapsed());
}

#[test]
fn files_made_to_hurt_are_refused() {
    let nested =
        |times: usize| "<w:sdt><w:sdtContent>".repeat(times) + &"</w:sdtContent></w:sdt>".repeat(times);
    refused(&Made::of(nested(100_000)).bytes(), "nests without end");
    refused(&Made::of(p(&run(&"A".repeat(70 << 20)))).bytes(), "unfolds to more than 64 MB");
    refused(&Made::of(p("<w:r><w:t>&unheard;</w:t></w:r>")).bytes(), "is damaged");
    let whole = Made::of(p(&run("text"))).bytes();
    refused(&whole[..whole.len() / 2], "is damaged");
    let text = b"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>".as_slice();
    refused(&archive([("word/document.xml", text)].into_iter()), "declares entities");
    let parts: Vec<String> = (0..5000).map(|at| format!("part{at}")).collect();
    refused(&archive(parts.iter().map(|name| (name.as_str(), b"".as_slice()))), "parts");
    let twice =
        archive([("word/document.xml", b"<x/>".as_slice()), ("word/documenu.xml", b"<x/>")].into_iter());
    let at = |bytes: &[u8], sought: &[u8]| bytes.windows(sought.len()).rposition(|window| window == sought);
    let mut forged = twice.clone();
    let place = at(&twice, b"word/documenu.xml").expect("in the list of parts");
    forged[place..place + 17].copy_from_slice(b"word/document.xml");
    refused(&forged, "two of its parts bear one name");
    refused(b"", "is empty");
    refused(b"\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "is encrypted");
    refused(b"\xd0\xcf\x11\xe0 WordDocument", "old Microsoft Office");
    refused(b"%PDF-1.7", "is a PDF file");
    refused(&archive([("word/other.xml", b"".as_slice())].into_iter()), "holds no text");
}

/// A document with most of what a document can hold.
fn rich() -> Vec<u8> {
    let body = p(&(run("States ") + &around("0", &(del("should") + &ins("shall"))) + &run(" keep lists.")))
        + &p_mark(
            "<w:del w:author=\"A\"/>",
            &(sign("begin") + CODE + &sign("separate") + &run("12") + &sign("end")),
        )
        + &item(1, 0)
        + &table(&[&["a", "b"], &["c", "d"]])
        + &p("<w:r><w:sym/><w:br/><w:ruby><w:rubyBase/></w:ruby></w:r>");
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "lowerRoman", "%1.")
    );
    Made::of(body)
        .with("comments", "comments", comment("0", "0A", "why"))
        .with("numbering", "numbering", lists)
        .bytes()
}

/// Reads whatever it is given, and asks all there is to ask.
fn survives(bytes: &[u8]) {
    if let Ok(file) = WordFile::read("in.docx", bytes) {
        for view in [View::After, View::Before] {
            file.shown(view);
        }
        file.comments();
    }
}

/// Damage to the parts inside: the archive itself is whole.
fn damaged(edits: &[(u16, u8, u8)]) -> Vec<u8> {
    let whole = rich();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(whole.as_slice())).expect("an archive");
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("memory");
        parts.push((name, bytes));
    }
    for (place, part, byte) in edits {
        let count = parts.len();
        let bytes = &mut parts[usize::from(*part) % count].1;
        let at = usize::from(*place) % bytes.len().max(1);
        match byte % 4 {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, b"<>/&\";w:rpt09"[usize::from(*byte / 4) % 13]),
            2 => _ = bytes.drain(at..(at + usize::from(*byte / 4)).min(bytes.len())),
            _ => bytes[at] = *byte,
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    archive(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

proptest! {
    #![proptest_config(throws(300))]

    #[test]
    fn a_document_damaged_by_chance_is_read_or_refused(edits in prop::collection::vec(any::<(u16, u8, u8)>(), 1..6)) {
        survives(&damaged(&edits));
    }

    #[test]
    fn an_archive_damaged_by_chance_is_read_or_refused(edits in prop::collection::vec(any::<(u16, u8)>(), 1..9)) {
        let mut bytes = rich();
        let length = bytes.len();
        edits.iter().for_each(|(at, byte)| bytes[usize::from(*at) % length] = *byte);
        survives(&bytes);
    }
}

proptest! {
    #![proptest_config(throws(10_000))]

    /// `cargo test --release ten_thousand -- --ignored`
    #[test]
    #[ignore = "takes a while"]
    fn ten_thousand_documents_damaged_by_chance_are_read_or_refused(
        edits in prop::collection::vec(any::<(u16, u8, u8)>(), 1..9)
    ) {
        survives(&damaged(&edits));
    }
}

/// The corpus of real documents, if it is there.
fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/docx");
    let folder = std::env::var_os("TRAVAUX_CORPORA").map_or(beside, |at| PathBuf::from(at).join("docx"));
    folder.join("index.toml").is_file().then_some(folder)
}

/// A line as the corpus writes it: what is not seen goes, and every stretch of white space is one space.
fn canonical(text: &str) -> String {
    let unseen = |c: char| {
        matches!(c, '\u{ad}' | '\u{fffc}' | '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text: String = text.nfc().filter(|c| !unseen(*c)).collect();
    text.replace('\u{2011}', "-").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn real_documents_give_the_texts_that_other_programs_agree_on() {
    let Some(folder) = corpus() else {
        println!("skipped: the corpus of documents is not there (../shared/corpora, or TRAVAUX_CORPORA)");
        return;
    };
    let mut seen = 0;
    for entry in std::fs::read_dir(folder.join("files")).expect("files") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected =
            |kind: &str| std::fs::read_to_string(folder.join(format!("expected/{name}.{kind}.txt"))).ok();
        let (Some(accepted), Some(rejected)) = (expected("accept"), expected("reject")) else { continue };
        let file = WordFile::open(&path).expect("a document");
        for (view, text) in [(View::After, accepted), (View::Before, rejected)] {
            let shown = file.shown(view).into_iter().map(|shown| canonical(&shown.text));
            let shown: Vec<String> = shown.filter(|text| !text.is_empty()).collect();
            let expected: Vec<String> = text.lines().map(canonical).collect();
            let differing = shown.iter().zip(&expected).find(|(shown, expected)| shown != expected);
            assert!(shown == expected, "{name}, {view:?}, of {}: {differing:?}", expected.len());
        }
        if let Some(labels) = expected("labels") {
            let shown =
                file.shown(View::After).into_iter().filter(|shown| !canonical(&shown.text).is_empty());
            let shown: Vec<String> = shown.map(|shown| shown.label.unwrap_or_default()).collect();
            let labels: Vec<&str> =
                labels.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
            assert_eq!(shown, labels, "{name}");
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen} documents");
}
