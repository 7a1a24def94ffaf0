//! The names of months and of small numbers in six languages, folded: without case, accents and vowel signs.

use std::collections::BTreeSet;

use crate::text::figures::folded_words;

/// By language: the months, each with all its names between commas.
const MONTHS: [(&str, [&str; 12]); 5] = [
    (
        "en",
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
    ),
    (
        "fr",
        [
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
        ],
    ),
    (
        "es",
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    ),
    (
        "ru",
        [
            "января,январь,январе",
            "февраля,февраль,феврале",
            "марта,март,марте",
            "апреля,апрель,апреле",
            "мая,маи,мае",
            "июня,июнь,июне",
            "июля,июль,июле",
            "августа,август,августе",
            "сентября,сентябрь,сентябре",
            "октября,октябрь,октябре",
            "ноября,ноябрь,ноябре",
            "декабря,декабрь,декабре",
        ],
    ),
    (
        "ar",
        [
            "يناير",
            "فبراير,شباط",
            "مارس,اذار",
            "ابريل,نيسان",
            "مايو,ايار",
            "يونيه,يونيو,حزيران",
            "يوليه,يوليو,تموز",
            "اغسطس,اب",
            "سبتمبر,ايلول",
            "اكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    ),
];

/// By language: the numbers from one to twelve as words, each with all its forms between commas.
const NUMBERS: [(&str, [&str; 12]); 6] = [
    (
        "en",
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    ),
    (
        "fr",
        ["un,une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
    ),
    (
        "es",
        [
            "un,una,uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
        ],
    ),
    (
        "ru",
        [
            "один,одна,одно,одного,однои,одному",
            "два,две,двух,двум,двумя",
            "три,трех,трем,тремя",
            "четыре,четырех,четырем",
            "пять,пяти,пятью",
            "шесть,шести",
            "семь,семи",
            "восемь,восьми",
            "девять,девяти",
            "десять,десяти",
            "одиннадцать,одиннадцати",
            "двенадцать,двенадцати",
        ],
    ),
    (
        "ar",
        [
            "واحد,واحده",
            "اثنان,اثنين,اثنتان,اثنتين",
            "ثلاثه,ثلاث",
            "اربعه,اربع",
            "خمسه,خمس",
            "سته,ست",
            "سبعه,سبع",
            "ثمانيه,ثماني,ثمان",
            "تسعه,تسع",
            "عشره,عشر",
            "احد,احدي",
            "اثنا,اثني",
        ],
    ),
    ("zh", ["一", "二,两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]),
];

/// The month that a folded word names. `may` is one only where it is written with a capital.
pub(super) fn month(language: &str, word: &str, capital: bool) -> Option<u32> {
    let (_, months) = MONTHS.iter().find(|(known, _)| *known == language)?;
    let at = months.iter().position(|names| names.split(',').any(|name| name == word))?;
    let written = language != "en" || capital;
    u32::try_from(at + 1).ok().filter(|_| written)
}

/// Whether a folded word may stand between a day, a month and a year.
pub(super) fn is_between(language: &str, word: &str) -> bool {
    match language {
        "en" => matches!(word, "of" | "st" | "nd" | "rd" | "th"),
        "fr" => word == "er",
        "es" => matches!(word, "de" | "del"),
        "ru" => word == "г",
        "ar" => matches!(word, "كانون" | "تشرين" | "الثاني" | "الاول"),
        _ => false,
    }
}

/// The numbers from one to twelve that stand in a text as words, or may.
pub(super) fn words(language: &str, text: &str) -> BTreeSet<u32> {
    let Some((_, numbers)) = NUMBERS.iter().find(|(known, _)| *known == language) else {
        return BTreeSet::new();
    };
    let words = folded_words(text);
    let stands = |name: &str| if language == "zh" { text.contains(name) } else { words.contains(name) };
    let there = (1..).zip(numbers).filter(|(_, names)| names.split(',').any(stands));
    there.map(|(number, _)| number).collect()
}
