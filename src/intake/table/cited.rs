//! The places that a cell cites: `12, 14-16`, `8(d)`, `第3至5段`, `p. 3, l. 12`, `general`.

use crate::draft::ParagraphId;
use crate::intake::table::Cite;
use crate::intake::table::cited_tokens::{Token, divides, tokens};
use crate::intake::table::fold::{folded, trimmed};
use crate::intake::table::gathered::Gathered;
use crate::intake::table::place_words::means_all;
use crate::text::is_unseen;

/// What a cell says of places.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) cites: Vec<Cite>,
    /// Whether new text is meant: `new paragraph after 12`.
    pub(super) is_new: bool,
}

impl Cited {
    /// Reads a cell; every word of it that is no place stands in a [`Cite::Unread`] or qualifies one.
    pub(super) fn read(text: &str) -> Cited {
        let text: String = text.chars().filter(|c| !is_unseen(*c)).collect();
        let text = trimmed(&text).trim_start_matches(['\'', '"']);
        if says_nothing(text) {
            return Cited::default();
        }
        if means_all(&folded(text)) {
            return Cited { cites: vec![Cite::All], is_new: false };
        }
        if let Some(id) = only_id(text) {
            return Cited { cites: vec![id], is_new: false };
        }
        // Ids side by side; a digit after a letter would otherwise be taken for a printed number.
        let ids: Option<Vec<Cite>> = text.split([',', ';']).map(|part| id_or_ids(part.trim())).collect();
        if let Some(cites) = ids {
            return Cited { cites, is_new: false };
        }
        // `8, lit. d` names one place, not two.
        let text = &text.replace(", lit. ", " ");
        let mut gathered = Gathered::default();
        let tokens = tokens(text);
        let pieces = tokens.split(|token| *token == Token::Divides);
        for (piece, written) in pieces.zip(text.split(divides).chain(std::iter::repeat(""))) {
            gathered.piece(piece, written);
        }
        gathered.finish(text)
    }
}

/// `-`, `n/a`: a cell in which a delegation wrote that it writes nothing.
pub(super) fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric) || matches!(folded(text).as_str(), "n a" | "na" | "nil")
}

/// One id, or two with a dash between them.
fn id_or_ids(text: &str) -> Option<Cite> {
    let lasting = |part: &str| match only_id(part.trim()) {
        Some(Cite::Id(id)) => Some(id.to_string()),
        _ => None,
    };
    let range = || {
        let (first, last) = text.split_once(['-', '–', '—'])?;
        Some(Cite::Range(lasting(first)?, lasting(last)?))
    };
    only_id(text).or_else(range)
}

/// A lasting id, or the letter of a section, alone in its cell.
fn only_id(text: &str) -> Option<Cite> {
    let bare = text.trim_matches(['[', ']', '(', ')', '.', ' ']);
    let titles = ["title", "titre", "titulo", "название", "заголовок", "العنوان", "标题"];
    if titles.contains(&folded(bare).as_str()) {
        return Some(Cite::Id(ParagraphId::title()));
    }
    let letters = bare.chars().all(|c| c.is_ascii_uppercase());
    if letters && (bare.len() == 1 || is_roman(bare)) {
        return Some(Cite::Section(bare.to_owned()));
    }
    let of_places = ["P", "L", "OP", "PP"].contains(&bare.trim_end_matches(|c: char| c.is_ascii_digit()));
    let lasting = ParagraphId::parse(bare).filter(|_| !of_places);
    lasting.filter(|id| id.as_str().contains(|c: char| c.is_ascii_digit())).map(Cite::Id)
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 6 && text.chars().all(|c| "IVXL".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let cited = Cited::read(text);
        let cites: Vec<String> = cited
            .cites
            .iter()
            .map(|cite| match cite {
                Cite::Unread(words) => format!("?{words}"),
                Cite::Id(id) => format!("[{id}]"),
                cite => cite.to_string(),
            })
            .collect();
        format!("{}{}", if cited.is_new { "new " } else { "" }, cites.join(", "))
    }

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(written(text), expected, "{text}");
    }

    #[test]
    fn several_paragraphs_may_stand_in_one_cell() {
        for text in [
            "12, 14-16",
            "12; 14–16",
            "12 and 14-16",
            "paras. 12, 14 - 16",
            "12 & 14 to 16",
            "12\n14-16",
            "12 et 14 à 16",
            "par. 12 y 14 a 16",
            "пп. 12, 14–16",
            "пункты 12 и 14 по 16",
            "12 و14-16",
            "الفقرات ١٢ و١٤-١٦",
            "الفقرة ١٢ والفقرات من ١٤ إلى ١٦",
            "第12、14至16段",
            "12、14—16",
            "１２，１４－１６",
            "Paragraphs 12 and 14 through 16",
            "§ 12, §§ 14-16",
            "¶12, ¶¶14-16",
            "12., 14.-16.",
            "No. 12, Nos. 14-16",
            "Párrs. 12 y 14 al 16",
            "第12段和第14至16段",
            "from 12, 14 to 16",
        ] {
            case(text, "12, 14–16");
        }
        case("12 14 16", "12, 14, 16");
        case("paras 3 à 5", "3–5");
        case("第3至5段", "3–5");
        case("第十二段", "12");
        case("第三至五段和第十四段", "3–5, 14");
        case("الفقرات ٣-٥", "3–5");
        case("12 – 16", "12–16");
    }

    #[test]
    fn what_came_later_and_items_keep_their_marks() {
        for text in ["12 bis", "12bis", "12 BIS", "para. 12 bis", "١٢ مكرر", "12 бис", "12-bis", "12之二"]
        {
            case(text, "12 bis");
        }
        for text in [
            "8(d)",
            "8 (d)",
            "8 d)",
            "8(d).",
            "8.d",
            "8 d",
            "8d",
            "para 8, subpara (d)",
            "subparagraph (d) of paragraph 8",
            "8, lit. d",
            "8 D)",
            "第8段(d)项",
            "пункт 8 d)",
            "8 (D)",
        ] {
            case(text, "8(d)");
        }
        case("8(d)(ii)", "8(d)(ii)");
        case("8 (a), (b) and (d)", "8(a), 8(b), 8(d)");
        case("8(a)-(c)", "8(a)–8(c)");
        case("12 bis, 12 ter", "12 bis, 12 ter");
        case("12 bis (a)", "12 bis(a)");
        case("8 a-c", "8(a)–8(c)");
        case("8 y 9", "8, 9");
        case("12.0", "12");
        case("8 a 9", "8–9");
        case("5.2", "5.2");
        case("1.10", "1.10");
    }

    #[test]
    fn the_whole_text_may_be_meant() {
        for text in [
            "general",
            "General comments",
            "GENERAL",
            "whole document",
            "général",
            "Observations générales",
            "Comentarios generales",
            "общие замечания",
            "عام",
            "تعليقات عامة",
            "总体意见",
            "全文",
            "General.",
            "entire text",
        ] {
            case(text, "the whole text");
        }
        for text in ["", "-", "—", "n/a", "N/A"] {
            case(text, "");
        }
    }

    #[test]
    fn pages_and_lines_are_read_as_such() {
        for text in [
            "p. 3, l. 12",
            "page 3, line 12",
            "p3 l12",
            "Page 3 line 12",
            "p. 3, ligne 12",
            "pág. 3, línea 12",
            "стр. 3, строка 12",
            "ص 3، السطر 12",
            "第3页第12行",
            "pp. 3, ln 12",
        ] {
            case(text, "page 3, line 12");
        }
        case("p. 3", "page 3");
        case("pp. 3-4", "page 3 to page 4");
        case("p. 3, ll. 12-15", "page 3, line 12 to page 3, line 15");
        case("p. 3 l. 40 – p. 4 l. 2", "page 3, line 40 to page 4, line 2");
        case("lines 12-15", "lines 12–15");
        case("line 7", "line 7");
        case("page 0, line 0", "the whole text");
        case("para. 12 (p. 3)", "12");
        case("p. 3, para. 2", "page 3");
    }

    #[test]
    fn what_qualifies_a_place_is_no_place() {
        for text in [
            "12, second sentence",
            "12 (chapeau)",
            "12, 2nd sentence",
            "para 12, first line",
            "12, sentence 2",
            "12 (2e phrase)",
            "第12段第2句",
            "12, last sentence",
            "Section D, para. 12",
            "D, 12",
        ] {
            case(text, "12");
        }
        case("new paragraph after 12", "new 12");
        case("12 bis (new)", "new 12 bis");
        case("nouveau paragraphe après le paragraphe 12", "new 12");
        case("新增第12段之后", "new 12");
        case("12段之后新增一段", "new 12");
        case("between 12 and 13", "new 12");
        case("entre 12 et 13", "new 12");
    }

    #[test]
    fn sections_and_lasting_ids_are_read() {
        case("D", "section D");
        case("Section D", "section D");
        case("Part II", "section II");
        case("раздел D", "section D");
        case("D2", "[D2]");
        case("[D2bis]", "[D2bis]");
        case("D2, E1", "[D2], [E1]");
        case("D2-D4", "D2–D4");
        case("B1a", "[B1a]");
        case("D.2", "[D2]");
        case("D 2 and D-3", "[D2], [D3]");
        case("Section D, E", "section D, section E");
        case("Title", "[title]");
    }

    #[test]
    fn what_is_no_place_is_kept_as_it_was_written() {
        case("12 ff.", "12, ?12 ff.");
        case("12 et seq.", "12, ?12 et seq.");
        case("PP4", "?PP4");
        case("Annex I", "?Annex I");
        case("before 12", "?before 12");
        case("Table 1", "?Table 1");
        case("12, Table 1", "12, ?Table 1");
        case("footnote 3", "?footnote 3");
        case("Preamble", "?Preamble");
        case("see attached", "?see attached");
        case("16-14", "?16-14");
        case("20260404999999999999", "?20260404999999999999");
    }
}
