//! How strongly two languages ask for the same thing.

use std::collections::BTreeMap;

use crate::text::{Degree, StrengthWord, Strengths, has_strength_words, strengths};

/// The degrees that are compared: `may` also says that something is possible, so permission is not.
const COMPARED: [Degree; 3] = [Degree::Obligation, Degree::Recommendation, Degree::Encouragement];

/// The strength words of both sides, where one asks otherwise than the other: a degree stands on one side only, or there
/// is more of the one and less of another. Absent where nothing can be said.
pub(super) fn differing(languages: (&str, &str), here: &str, there: &str) -> Option<(String, String)> {
    if !has_strength_words(languages.0) || !has_strength_words(languages.1) {
        return None;
    }
    let (one, other) = (strengths(languages.0, here), strengths(languages.1, there));
    let more = |one: &Strengths, other: &Strengths| -> Vec<Degree> {
        COMPARED.into_iter().filter(|degree| count(one, *degree) > count(other, *degree)).collect()
    };
    let alone = |one: &Strengths, other: &Strengths| {
        COMPARED.into_iter().any(|degree| {
            count(one, degree) > 0 && count(other, degree) == 0 && !stands_for(one, other, degree)
        })
    };
    let (here_more, there_more) = (more(&one, &other), more(&other, &one));
    let shifted = !here_more.is_empty() && !there_more.is_empty() && !only_broad(&one, &other);
    (shifted || alone(&one, &other) || alone(&other, &one)).then(|| (said(&one), said(&other)))
}

/// The degree under which a word is compared: what one language says nobody may do, another says nobody must.
fn compared(word: &StrengthWord) -> Degree {
    if word.denied && word.degree == Degree::Permission { Degree::Obligation } else { word.degree }
}

fn count(strengths: &Strengths, degree: Degree) -> usize {
    strengths.counted.iter().filter(|word| compared(word) == degree).count()
}

/// Whether `shall` on one side is met by 应 on the other, which renders both `shall` and `should`.
fn stands_for(one: &Strengths, other: &Strengths, degree: Degree) -> bool {
    let own = one.counted.iter().filter(|word| compared(word) == degree);
    let broad = |strengths: &Strengths| strengths.counted.iter().any(|word| word.broad);
    own.clone().count() > 0 && own.into_iter().all(|word| word.broad) && broad(other)
}

/// Whether nothing but such words tells the sides apart.
fn only_broad(one: &Strengths, other: &Strengths) -> bool {
    let narrow = |strengths: &Strengths, degree: Degree| {
        strengths.counted.iter().filter(|word| compared(word) == degree && !word.broad).count()
    };
    COMPARED.into_iter().all(|degree| narrow(one, degree) == narrow(other, degree))
}

/// `must twice, should; perhaps essential`
fn said(strengths: &Strengths) -> String {
    let mut counts: BTreeMap<(Degree, &str), usize> = BTreeMap::new();
    for word in strengths.counted.iter().filter(|word| COMPARED.contains(&compared(word))) {
        *counts.entry((compared(word), &word.form)).or_default() += 1;
    }
    let times = |((_, form), count): (&(Degree, &str), &usize)| match count {
        1 => (*form).to_owned(),
        count => format!("{form} ×{count}"),
    };
    let mut said: Vec<String> = counts.iter().map(times).collect();
    let mut doubtful: Vec<&str> = strengths.doubtful.iter().map(|(_, form)| form.as_str()).collect();
    doubtful.sort_unstable();
    doubtful.dedup();
    if said.is_empty() {
        said.push("none".to_owned());
    }
    match doubtful.as_slice() {
        [] => said.join(", "),
        doubtful => format!("{} (not counted: {})", said.join(", "), doubtful.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obligation_on_one_side_only_is_named_with_the_word_that_may_stand_for_it() {
        let sides = differing(("en", "zh"), "It is essential for each State to act.", "每个国家都必须行动。");
        assert_eq!(sides, Some(("none (not counted: essential)".to_owned(), "必须".to_owned())));
    }

    #[test]
    fn languages_that_ask_alike_are_not_named() {
        for (one, other, here, there) in [
            ("en", "zh", "They must act and should tell.", "各方必须行动，并应告知。"),
            ("en", "zh", "They shall act.", "各方应行动。"),
            ("en", "zh", "They may suffer.", "他们可能受害。"),
            ("en", "zh", "They must not wait.", "各方不得等待。"),
            ("en", "zh", "No one may wait.", "任何人不得等待。"),
            ("en", "fr", "They should act.", "Ils devraient agir."),
            ("en", "ru", "They are encouraged to act.", "Их действия поощряются."),
            ("en", "es", "They should act, and should tell.", "Deberían actuar y avisar."),
            ("en", "ar", "They must not wait.", "لا يجوز الانتظار، ويجب ألا يتأخروا."),
            ("en", "de", "They must act.", "Sie handeln."),
        ] {
            let named = differing((one, other), here, there);
            // A ban is a `must not` in one language and a `may not` in another.
            assert!(named.is_none(), "{here} {there}: {named:?}");
        }
    }

    #[test]
    fn more_of_the_one_and_less_of_the_other_is_named() {
        assert!(
            differing(
                ("en", "zh"),
                "They must act. They must tell. They should help.",
                "各方必须行动。各方应告知。各方应帮助。"
            )
            .is_some()
        );
        assert!(differing(("en", "fr"), "They should act.", "Ils doivent agir.").is_some());
    }
}
