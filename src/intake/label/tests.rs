//! Lower bounds: what is recognised, and above all what is not.

use crate::intake::label::headed;
use crate::intake::labelled;

#[track_caller]
fn is(text: &str, label: &str, rest: &str) {
    assert_eq!(labelled(text), (Some(label), rest), "{text}");
}

#[track_caller]
fn is_text(text: &str) {
    assert_eq!(labelled(text), (None, text), "{text}");
}

#[test]
fn numbers_with_a_mark_are_labels() {
    is("12. States agree", "12.", "States agree");
    is("12.\tStates agree", "12.", "States agree");
    is("  12.\u{a0}States agree", "12.", "States agree");
    is("12) States", "12)", "States");
    is("(12) States", "(12)", "States");
    is("(12) the principle", "(12)", "the principle");
    is("[12] States", "[12]", "States");
    is("[12 bis] States", "[12 bis]", "States");
    is("[5](a) the obligation", "[5](a)", "the obligation");
    is("12 bis States", "12 bis", "States");
    is("12 bis. States", "12 bis.", "States");
    is("12bis. States", "12bis.", "States");
    is("12 ter) States", "12 ter)", "States");
    is("12 alt. States", "12 alt.", "States");
    is("1.2.3 States", "1.2.3", "States");
    is("1.2. States", "1.2.", "States");
    is("1.2 States", "1.2", "States");
    is("1.2 bis States", "1.2 bis", "States");
    is("12 – States", "12 –", "States");
    is("12.- Los Estados", "12.-", "Los Estados");
    is("12.", "12.", "");
    is("① States", "①", "States");
}

#[test]
fn letters_and_roman_numerals_with_a_mark_are_labels() {
    is("(a) the principle", "(a)", "the principle");
    is("a) the principle", "a)", "the principle");
    is("a. the principle", "a.", "the principle");
    is("(aa) the principle", "(aa)", "the principle");
    is("(iv) the principle", "(iv)", "the principle");
    is("iv) the principle", "iv)", "the principle");
    is("ii. the principle", "ii.", "the principle");
    is("XIV. Measures", "XIV.", "Measures");
    is("(a bis) the principle", "(a bis)", "the principle");
    is("(1)(a) the principle", "(1)(a)", "the principle");
}

#[test]
fn numbers_with_a_name_are_labels() {
    is("§ 3 States", "§ 3", "States");
    is("§3. States", "§3.", "States");
    is("Art. 5 States", "Art. 5", "States");
    is("Article 5. States", "Article 5.", "States");
    is("ARTICLE 5: States", "ARTICLE 5:", "States");
    is("Article 5 bis – States", "Article 5 bis –", "States");
    is("Rule 12. Attacks", "Rule 12.", "Attacks");
    is("Section IV. Measures", "Section IV.", "Measures");
    is("OP3 Calls upon", "OP3", "Calls upon");
    is("OP 3. calls upon", "OP 3.", "calls upon");
    is("PP12 bis Recalling", "PP12 bis", "Recalling");
    is("OP3 alt calls upon", "OP3 alt", "calls upon");
    is("OP3 alt.1 calls upon", "OP3 alt.1", "calls upon");
}

#[test]
fn our_own_margin_is_a_label() {
    is("[D2] States", "[D2]", "States");
    is("[D2bis from D2 D3] States", "[D2bis from D2 D3]", "States");
    is("[D2+D3] States", "[D2+D3]", "States");
    is("[B1a] the principle", "[B1a]", "the principle");
    is_text("[States] should");
    is_text("[A] State should");
    assert_eq!(headed("[D] Data"), (Some("[D]"), "Data"));
}

#[test]
fn bullets_are_stripped() {
    for bullet in ["-", "*", "•", "–", "—", "▪", "·", "\u{f0b7}"] {
        is(&format!("{bullet} the principle"), bullet, "the principle");
    }
    is("•the principle", "•", "the principle");
    is_text("-5 degrees");
    is_text("*as amended");
    is_text("–which is");
}

#[test]
fn words_and_numbers_of_an_english_sentence_stay() {
    for text in [
        "12 States agreed",
        "2026 was the year",
        "2026. That was the year",
        "(2026) was",
        "A State should",
        "I have the honour",
        "a state of affairs",
        "A. Smith said",
        "I. Newton said",
        "12.5 million people",
        "16.02.2026 in Geneva",
        "10:00–14:00 Opening",
        "9 – 11 May",
        "5- and 10-year terms",
        "12-month period",
        "12th session",
        "1st reading",
        "100% of",
        "24/7 support",
        "(s)he should",
        "(a)symmetric means",
        "[12] months after",
        "12",
        "12 ",
        "12 alternatives",
        "12 bishops",
        "3,000 people",
        "1,5",
        "",
        " ",
    ] {
        is_text(text);
    }
}

#[test]
fn names_and_letters_of_an_english_sentence_stay() {
    for text in [
        "Article 5 of the Convention",
        "Art. 5 applies",
        "Article 51 UN Charter",
        "Paragraph 12 states",
        "Part of the text",
        "Particular care",
        "Ruled out",
        "Section by section",
        "§ 3 applies",
        "§ 3 Absatz 2 gilt",
        "OP3 and OP4 were merged",
        "OPCW 3",
        "PP slides",
        "U.S. forces",
        "e.g. this",
        "i.e. that",
        "p. 3 of the text",
        "vs. the other",
        "mix. of",
        "civil. law",
        "No. 5 of",
        "3D models",
        "5G networks",
        "(see above)",
        "[…] and",
    ] {
        is_text(text);
    }
}

#[test]
fn french_and_spanish() {
    is("12 bis. Les États", "12 bis.", "Les États");
    is("a) les principes", "a)", "les principes");
    is("Article 5. Les États", "Article 5.", "Les États");
    is("Règle 12 – Attaques", "Règle 12 –", "Attaques");
    is("12. Los Estados", "12.", "Los Estados");
    is("Artículo 5. Los Estados", "Artículo 5.", "Los Estados");
    is("c) los principios", "c)", "los principios");
    for text in [
        "12 États sont",
        "À cet égard",
        "Y los Estados",
        "p. ex. les États",
        "p. ej. los Estados",
        "L’article 5 dispose",
        "1er mai",
        "Article 5 de la Convention",
        "Artículo 5 de la Convención",
        "16 de febrero",
        "1,5 million",
        "O los Estados",
    ] {
        is_text(text);
    }
}

#[test]
fn russian() {
    is("12. Государства", "12.", "Государства");
    is("а) принципы", "а)", "принципы");
    is("(б) принципы", "(б)", "принципы");
    is("Статья 5. Государства", "Статья 5.", "Государства");
    is("12 бис. Государства", "12 бис.", "Государства");
    for text in [
        "12 государств",
        "В ходе",
        "и т. д.",
        "т. е. государства",
        "г. Женева",
        "с. 5",
        "Статья 5 Конвенции",
        "2026 год",
        "Статьями",
    ] {
        is_text(text);
    }
}

#[test]
fn chinese() {
    is("第3条 各国应当", "第3条", "各国应当");
    is("第十二条　各国应当", "第十二条", "各国应当");
    is("第十三條　各國", "第十三條", "各國");
    is("第1部分：意见", "第1部分：", "意见");
    is("第 2 部分：意见", "第 2 部分：", "意见");
    is("第十二条之二 各国", "第十二条之二", "各国");
    is("三、各国应当", "三、", "各国应当");
    is("十二、各国应当", "十二、", "各国应当");
    is("（三）各国应当", "（三）", "各国应当");
    is("(三) 各国应当", "(三)", "各国应当");
    is("12. 各国应当", "12.", "各国应当");
    is("12.各国应当", "12.", "各国应当");
    is("12、各国应当", "12、", "各国应当");
    is("１２．各国应当", "１２．", "各国应当");
    is("（1）各国应当", "（1）", "各国应当");
    is("1）各国应当", "1）", "各国应当");
    for text in [
        "第十二条规定各国",
        "第3条的规定",
        "第十三條規定",
        "一方应当",
        "三、四两点",
        "2026年",
        "12个国家",
        "3.5 亿人",
        "十国",
        "第一，各国",
        "（见上文）各国",
        "各国应当",
    ] {
        is_text(text);
    }
}

#[test]
fn arabic() {
    is("٣. ينبغي للدول", "٣.", "ينبغي للدول");
    is("(٣) ينبغي للدول", "(٣)", "ينبغي للدول");
    is("٣) ينبغي للدول", "٣)", "ينبغي للدول");
    is("12- ينبغي للدول", "12-", "ينبغي للدول");
    is("١٢ - ينبغي للدول", "١٢ -", "ينبغي للدول");
    is("١٢/ ينبغي للدول", "١٢/", "ينبغي للدول");
    is("١٢ مكررا ينبغي", "١٢ مكررا", "ينبغي");
    is("(أ) المبادئ", "(أ)", "المبادئ");
    is("أ) المبادئ", "أ)", "المبادئ");
    is("المادة ٥: الدول", "المادة ٥:", "الدول");
    is("المادة 5. الدول", "المادة 5.", "الدول");
    for text in [
        "١٢ دولة",
        "٢٠٢٦ كان",
        "المادة ٥ من الاتفاقية",
        "و ينبغي",
        "د. أحمد",
        "٣٫٥ مليون",
        "المادتان ٥ و٦",
        "في ١٢ أيار",
    ] {
        is_text(text);
    }
}

#[test]
fn a_heading_may_be_lettered() {
    assert_eq!(headed("A. Scope"), (Some("A."), "Scope"));
    assert_eq!(headed("I. Introduction"), (Some("I."), "Introduction"));
    assert_eq!(headed("IV. Measures"), (Some("IV."), "Measures"));
    assert_eq!(headed("12. Scope"), (Some("12."), "Scope"));
    assert_eq!(headed("第一章 总则"), (Some("第一章"), "总则"));
    assert_eq!(headed("Data"), (None, "Data"));
    assert_eq!(headed("A State"), (None, "A State"));
}
