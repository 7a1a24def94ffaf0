//! Manners of counting in lists (ISO/IEC 29500-1, ST_NumberFormat).

use crate::intake::list_style::roman;

/// A number in a manner of counting; in digits where the manner is not known, and then it is said.
pub(super) fn formatted(manner: &str, number: u32) -> (String, bool) {
    let text = match manner {
        "none" | "bullet" => Some(String::new()),
        "" | "decimal" | "decimalHalfWidth" => Some(number.to_string()),
        "decimalZero" => Some(format!("{number:02}")),
        "numberInDash" => Some(format!("- {number} -")),
        "ordinal" => Some(format!("{number}{}", ordinal_ending(number))),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(number, '０')),
        "hindiNumbers" => Some(digits(number, '०')),
        "thaiNumbers" => Some(digits(number, '๐')),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => picked(number, '①', 20),
        "decimalEnclosedParen" => picked(number, '⑴', 20),
        "decimalEnclosedFullstop" => picked(number, '⒈', 20),
        "lowerRoman" => (1..4000).contains(&number).then(|| roman(number)),
        "upperRoman" => (1..4000).contains(&number).then(|| roman(number).to_ascii_uppercase()),
        "lowerLetter" => repeated(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => repeated(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "russianLower" => repeated(number, "абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper" => repeated(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "arabicAlpha" => repeated(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        "arabicAbjad" => repeated(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        "hebrew2" => repeated(number, "אבגדהוזחטיכלמנסעפצקרשת"),
        "hebrew1" => hebrew(number),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "taiwaneseCounting"
        | "japaneseCounting" => chinese(number),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
            Some(number.to_string().chars().filter_map(|c| c.to_digit(10)).map(|d| HAN[d as usize]).collect())
        }
        "ideographTraditional" => repeated(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => repeated(number, "子丑寅卯辰巳午未申酉戌亥"),
        "koreanDigital" | "koreanCounting" => None,
        "ganada" => repeated(number, "가나다라마바사아자차카타파하"),
        "chosung" => repeated(number, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
        "aiueoFullWidth" | "aiueo" => repeated(
            number,
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
        ),
        "irohaFullWidth" | "iroha" => repeated(
            number,
            "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
        ),
        _ => None,
    };
    match text {
        Some(text) => (text, true),
        None => (number.to_string(), false),
    }
}

const HAN: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// One letter, then the same letter twice: what Word prints after `z` is `aa`, then `bb`.
fn repeated(number: u32, letters: &str) -> Option<String> {
    let letters: Vec<char> = letters.chars().collect();
    let at = number.checked_sub(1)? as usize;
    let times = at / letters.len() + 1;
    (times <= 32).then(|| std::iter::repeat_n(letters[at % letters.len()], times).collect())
}

/// The sign of a number in a row of signs that begins with that of 1.
fn picked(number: u32, first: char, last: u32) -> Option<String> {
    let sign = || char::from_u32(u32::from(first) + number - 1);
    (1..=last).contains(&number).then(sign).flatten().map(String::from)
}

fn digits(number: u32, zero: char) -> String {
    let digit = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10).unwrap_or(0));
    number.to_string().chars().filter_map(digit).collect()
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (1, ten) if ten != 11 => "st",
        (2, ten) if ten != 12 => "nd",
        (3, ten) if ten != 13 => "rd",
        _ => "th",
    }
}

/// Letters as numbers, with the two that would spell a holy name written otherwise.
fn hebrew(number: u32) -> Option<String> {
    const SIGNS: [(u32, char); 22] = [
        (400, 'ת'),
        (300, 'ש'),
        (200, 'ר'),
        (100, 'ק'),
        (90, 'צ'),
        (80, 'פ'),
        (70, 'ע'),
        (60, 'ס'),
        (50, 'נ'),
        (40, 'מ'),
        (30, 'ל'),
        (20, 'כ'),
        (10, 'י'),
        (9, 'ט'),
        (8, 'ח'),
        (7, 'ז'),
        (6, 'ו'),
        (5, 'ה'),
        (4, 'ד'),
        (3, 'ג'),
        (2, 'ב'),
        (1, 'א'),
    ];
    if !(1..1000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut text = String::new();
    while rest > 0 {
        if rest == 15 || rest == 16 {
            text.push('ט');
            rest -= 9;
        }
        let (value, sign) = SIGNS.into_iter().find(|(value, _)| *value <= rest)?;
        text.push(sign);
        rest -= value;
    }
    Some(text)
}

/// `十一`, `二十`, `一百〇五`.
fn chinese(number: u32) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut text = String::new();
    let mut gap = false;
    for (value, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / value % 10;
        if digit == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if gap {
            text.push(HAN[0]);
        }
        gap = false;
        if !(value == 10 && digit == 1 && number < 20) {
            text.push(HAN[digit as usize]);
        }
        text.push_str(sign);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        for (manner, number, text) in [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("lowerLetter", 27, "aa"),
            ("upperLetter", 28, "BB"),
            ("upperRoman", 14, "XIV"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 21, "二十一"),
            ("chineseCountingThousand", 105, "一百〇五"),
            ("arabicAbjad", 3, "ج"),
            ("hebrew1", 15, "טו"),
            ("hebrew1", 21, "כא"),
            ("decimalEnclosedCircle", 3, "③"),
            ("ordinal", 22, "22nd"),
            ("none", 4, ""),
        ] {
            assert_eq!(formatted(manner, number), (text.to_owned(), true), "{manner}");
        }
        assert_eq!(formatted("cardinalText", 3), ("3".to_owned(), false));
        assert_eq!(formatted("lowerRoman", 0), ("0".to_owned(), false));
    }
}
