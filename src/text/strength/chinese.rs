//! Finds strength words in Chinese, by the dictionary's words: 应 is one in 各国应当 and none in 反应.

use crate::text::strength::forms::CHINESE;
use crate::text::{Degree, StrengthWord, Strengths, Terms};

/// Words that the dictionary may join to a strength word, and that leave it what it is.
const LEADING: &str = "均还并也亦都仍则就便即更且又各方国者只仅";
/// Characters after which 可 says that something is possible, or is part of a word.
const AFTER_POSSIBLE: &str = "能行靠用逆见预合归持信比读操控追移供获视观及访达识辨理";
/// Characters before which 可 is part of a word.
const BEFORE_POSSIBLE: &str = "许认宁尽不两";

pub(super) fn find(text: &str) -> Strengths {
    let mut found = Strengths::default();
    let mut done = 0;
    Terms::none().cut(text, |token| {
        let mut start = token.start.max(done);
        // 各国均应: the dictionary joins what stands before.
        while let Some(first) = text.get(start..token.end).and_then(|rest| rest.chars().next()) {
            if let Some((end, degree, denied, form)) = form_at(text, start, token.end) {
                done = end;
                if says_something_else(form, &text[..start], &text[end..]) {
                    break;
                }
                let broad = matches!(form, "应" | "应当");
                match degree {
                    Some(degree) => found.counted.push(StrengthWord {
                        span: start..end,
                        form: form.to_owned(),
                        degree,
                        denied,
                        broad,
                    }),
                    None => found.doubtful.push((start..end, form.to_owned())),
                }
                break;
            }
            if !LEADING.contains(first) {
                break;
            }
            start += first.len_utf8();
        }
    });
    found
}

/// The longest form that begins at a place and ends where a word of the dictionary does.
fn form_at(text: &str, start: usize, word_end: usize) -> Option<(usize, Option<Degree>, bool, &'static str)> {
    let forms = CHINESE.iter().filter(|(form, ..)| text[start..].starts_with(form));
    let (form, degree, denied) = forms.max_by_key(|(form, ..)| form.len())?;
    let end = start + form.len();
    // Within a longer word of the dictionary it is none (应用, 可能), unless that only joins what follows: 可于.
    let joined = text.get(end..word_end).is_some_and(|rest| matches!(rest, "于" | "由" | "在" | "予" | "按"));
    (end >= word_end || joined).then_some((end, *degree, *denied, *form))
}

/// What stands around a form makes it say something else.
fn says_something_else(form: &str, before: &str, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let one_of = |set: &str, c: Option<char>| c.is_some_and(|c| set.contains(c));
    match form {
        "可" => one_of(AFTER_POSSIBLE, next) || one_of(BEFORE_POSSIBLE, last),
        "不可" => one_of("或避分缺逆抗能靠用见行", next),
        "须" => one_of("无毋", last),
        // 本应知: what one should have known; 相应: in keeping with.
        "应" => one_of("本相反适供响对", last) || one_of("知邀用急付对", next) && !one_of("均还并", last),
        // At the beginning of a clause, somebody is encouraged; elsewhere, that somebody encourages.
        "鼓励" => last.is_some_and(|c| !"，。；：兹谨并特".contains(c) && !c.is_whitespace()),
        "将" => !one_of("，。；", last) && last.is_some_and(|c| "即必".contains(c)),
        "能" => one_of("可不功才只", last),
        _ => false,
    }
}
