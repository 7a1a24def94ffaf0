//! The words that stand around a number where a place is cited, in six languages, folded.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word means beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceWord {
    /// The number is a paragraph's.
    Paragraph,
    /// A letter follows: `subparagraph (d)`.
    Item,
    Page,
    Line,
    Section,
    /// The number counts sentences or the like within the paragraph, and is no place of its own.
    Within,
    /// One more place follows.
    And,
    /// From the number before to the one after.
    To,
    /// New text is meant, at or after the number.
    New,
    /// Says nothing of its own.
    Filler,
    /// Between two numbers, and after the first of them.
    Between,
    /// What follows the number is meant too, to no told end.
    Onwards,
    /// The number is of something else: a table, a footnote.
    Other,
}

#[rustfmt::skip]
const WORDS: &[(PlaceWord, &str)] = {
    use PlaceWord::{And, Between, Filler, Item, Line, New, Onwards, Other, Page, Paragraph, Section, To, Within};
    &[
        (Paragraph, "para paras par pars paragraph paragraphs recommendation recommendations rec recs article articles art op operative paragraphe paragraphes recommandation recommandations parrafo parrafos parr parrs recomendacion recomendaciones articulo articulos пункт пункта пункте пункты пунктов пунктам пунктах п пп параграф параграфа параграфы рекомендация рекомендации рекомендаций статья статьи абз абзац абзаца абзацы الفقره الفقرات فقره فقرات الفقرتان الفقرتين فقرتين التوصيه التوصيات الماده المواد 段 段落 条 款 第 建议 point points punto puntos"),
        (Item, "subparagraph subparagraphs subpara subparas sub item items letter letters lit litt alinea alineas sousalinea inciso incisos literal literales apartado apartados lettre lettres letra подпункт подпункта подпункты подпунктов подп буква بند البند الفرعيه 项 分段"),
        (Page, "page pages p pg pgs pp pag pags pagina paginas страница страницы странице страниц стр с. صفحه الصفحه صفحات الصفحات ص 页"),
        (Line, "line lines l ll ln lns ligne lignes linea lineas lin renglon строка строки строке строк строках سطر السطر اسطر الاسطر 行"),
        (Section, "section sections sec sect chapter chapters chap ch part parts heading chapitre chapitres partie seccion secciones capitulo capitulos cap parte раздел раздела разделе разделы глава главы главе часть части القسم قسم الفصل فصل الجزء الباب 章 节 部分"),
        (Within, "sentence sentences phrase phrases oracion oraciones frase frases предложение предложения предложении фраза جمله الجمله 句 bullet bullets tiret tirets indent indents dash chapeau word words mot mots palabra palabras слово слова row rows subitem"),
        (And, "and et y e и و 和 及 与 & plus as also ou or o или او 或 и/или وكذلك ainsi"),
        (To, "to through thru till until a au al jusqu jusqua hasta по до الي حتي 至 到"),
        (New, "new nouveau nouvelle nouveaux nuevo nueva nuevos новый новая новое новые нового جديد جديده 新 新增 after apres despues после بعد 之后 后 insert add ajouter agregar anadir"),
        (Filler, "no nos n nr num number numbers numero numeros nombre номер номера № رقم ارقام of the de du des la le les l d del los las el in from c с от со в من في 从 自 draft text projet proyecto проект المشروع 案文 all tout toda new: see voir ver см entire whole"),
        (Between, "between entre между بين 介于"),
        (Onwards, "ff seq seqq sqq suiv suivants suivantes ss siguientes далее следующие onwards onward following"),
        (Other, "annex annexe annexes anexo anexos приложение приложения المرفق 附件 table tables tableau tableaux cuadro tabla таблица таблицы جدول الجدول 表 figure figures fig figura рисунок рис شكل الشكل 图 footnote footnotes fn note notes nota notas сноска сноски حاشيه الحاشيه 脚注 注 appendix box version question questions вопрос pregunta سؤال 问题 comment comments"),
    ]
};

/// Each word with its meaning; where two lines above hold a word, the first one counts.
static KNOWN: LazyLock<HashMap<&str, PlaceWord>> = LazyLock::new(|| {
    let words = WORDS.iter().rev().flat_map(|(meaning, words)| words.split(' ').map(|word| (word, *meaning)));
    words.collect()
});

impl PlaceWord {
    /// What a folded word means; absent where it is no word of places.
    pub(super) fn of(word: &str) -> Option<PlaceWord> {
        let known = |word: &str| KNOWN.get(word).copied();
        // In Arabic `and`, `by`, `for` and the article are written into the word.
        let stem = || {
            let rest = word.strip_prefix(['و', 'ب', 'ل', 'ف'])?;
            known(rest).or_else(|| known(&format!("ا{rest}"))).filter(|_| rest.chars().count() > 1)
        };
        known(word).or_else(stem)
    }
}

/// The suffixes of numbers, in their Latin form.
pub(super) const SUFFIXES: [&str; 13] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
    "alt",
    "pre",
    "prime",
    "quinque",
];

/// The same suffixes as other scripts write them.
pub(super) fn suffix(word: &str) -> Option<&'static str> {
    let other = match word {
        "бис" | "مكرر" | "مكررا" | "之二" | "之2" => Some("bis"),
        "тер" | "之三" => Some("ter"),
        "кватер" => Some("quater"),
        "альт" => Some("alt"),
        _ => None,
    };
    other.or_else(|| SUFFIXES.iter().find(|known| **known == word).copied())
}

/// Whether a cell means the text as a whole.
pub(super) fn means_all(folded: &str) -> bool {
    const WHOLE: &str = "general|gen|generals|general comment|general comments|general remark|general remarks|general \
        observation|general observations|whole document|the whole document|whole text|the whole text|entire document|entire text|the \
        entire document|the entire text|overall|overall comment|overall comments|all|all paragraphs|document as a whole|the document \
        as a whole|text as a whole|the text as a whole|whole|throughout|throughout the text|throughout the document|entire draft|whole draft|\
        generale|generales|generaux|observation generale|observations generales|commentaire general|commentaires generaux|remarque \
        generale|remarques generales|ensemble du texte|lensemble du texte|ensemble du document|lensemble du document|ensemble|tout le \
        texte|tout le document|texte entier|document entier|texte dans son ensemble|texte integral|\
        comentario general|comentarios generales|observacion general|observaciones generales|todo el texto|todo el documento|texto \
        completo|documento completo|el texto en su conjunto|texto en su conjunto|conjunto del texto|en general|documento en su conjunto|\
        общее|общие|общий|общее замечание|общие замечания|общий комментарии|общие комментарии|весь текст|весь документ|в целом|текст \
        в целом|документ в целом|по тексту в целом|все|по всему тексту|\
        عام|عامه|تعليق عام|تعليقات عامه|ملاحظه عامه|ملاحظات عامه|النص كله|النص كاملا|كامل النص|النص ككل|الوثيقه كلها|الوثيقه \
        ككل|كامل الوثيقه|النص باكمله|الوثيقه باكملها|كل النص|جميع الفقرات|التعليقات العامه|الملاحظات العامه|\
        一般|总体|总体意见|一般意见|一般性意见|总的意见|全文|整个文件|整体|整个案文|整个文本|全部|总评|一般性评论|总体评论|整体意见|通篇";
    let bare = folded.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    !bare.is_empty() && WHOLE.split('|').any(|known| known.trim() == bare)
}
