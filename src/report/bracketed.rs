//! A text with attributed brackets, as answers hold it.

use serde::Serialize;

use crate::report::{Behind, Role, Run};
use crate::text::unspaced;

/// A piece of a text with brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bracketed {
    /// Words that nobody asks to change.
    Kept(String),
    /// Words that somebody asks to change.
    Bracket {
        /// What stands there.
        stands: String,
        /// What is asked for instead; no words where it is to be left out.
        wants: Vec<Wanted>,
        /// Who asks to keep it.
        retained_by: Vec<String>,
        /// How many comments ask to keep it.
        retained: usize,
    },
}

/// Words and who asks for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// The words.
    pub words: String,
    /// Who asks for them.
    #[serde(flatten)]
    pub behind: Behind,
}

impl Bracketed {
    /// A text with brackets in the convention of compilations: `[should / shall – Arendia, Borland]`,
    /// `[and so on – delete: Estria; retain: Borland]`. Spaces at the edges of a bracket stand outside it.
    pub fn runs(pieces: &[Bracketed]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Bracketed::Kept(text) => runs.push(Run::plain(text)),
                Bracketed::Bracket { stands, wants, .. } => {
                    let shown = if stands.trim().is_empty() {
                        wants.first().map_or("", |want| want.words.as_str())
                    } else {
                        stands
                    };
                    let lead = &shown[..shown.len() - shown.trim_start().len()];
                    let trail = &shown[shown.trim_end().len()..];
                    let before = runs.last().and_then(|run| run.text.chars().next_back());
                    let space = lead.is_empty() && before.is_some_and(beside);
                    runs.push(Run::plain(format!("{}[", if space { " " } else { lead })));
                    runs.extend(piece.inside());
                    let after = match pieces.get(at + 1) {
                        Some(Bracketed::Kept(text)) => text.chars().next(),
                        _ => None,
                    };
                    let space = trail.is_empty() && after.is_some_and(beside);
                    runs.push(Run::plain(format!("]{}", if space { " " } else { trail })));
                }
            }
        }
        runs
    }

    fn inside(&self) -> Vec<Run> {
        let Bracketed::Bracket { stands, wants, retained_by, retained } = self else { return Vec::new() };
        let mut runs = Vec::new();
        if !stands.trim().is_empty() {
            runs.push(Run::plain(stands.trim()));
        }
        let (out, other): (Vec<&Wanted>, Vec<&Wanted>) =
            wants.iter().partition(|want| want.words.trim().is_empty());
        for want in other {
            if !runs.is_empty() {
                runs.push(Run::plain(" / "));
            }
            runs.push(Run::strong(want.words.trim()));
            let by = want.behind.said();
            if !by.is_empty() {
                runs.push(Run::quiet(format!(" – {by}")));
            }
        }
        let named = |word: &str, names: String| match names.is_empty() {
            true => word.to_owned(),
            false => format!("{word}: {names}"),
        };
        let mut ends: Vec<String> = out.iter().map(|want| named("delete", want.behind.said())).collect();
        if *retained > 0 {
            ends.push(named("retain", retained_by.join(", ")));
        }
        if !ends.is_empty() {
            runs.push(Run::new(Role::Quiet, format!(" – {}", ends.join("; "))));
        }
        runs
    }
}

/// Whether a bracket needs a space beside this letter.
fn beside(c: char) -> bool {
    c.is_alphanumeric() && !unspaced(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Speaker;

    fn by(name: &str) -> Behind {
        let speaker = Speaker { name: name.to_owned(), on_behalf_of: Vec::new(), aligned: Vec::new() };
        Behind { proposed_by: vec![speaker], ..Behind::default() }
    }

    fn bracket(stands: &str, wants: &[(&str, &str)], retained: &[&str]) -> Bracketed {
        Bracketed::Bracket {
            stands: stands.to_owned(),
            wants: wants
                .iter()
                .map(|(words, name)| Wanted { words: (*words).to_owned(), behind: by(name) })
                .collect(),
            retained_by: retained.iter().map(|name| (*name).to_owned()).collect(),
            retained: retained.len(),
        }
    }

    fn shown(pieces: &[Bracketed]) -> String {
        Bracketed::runs(pieces).into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn brackets_are_written_as_compilations_have_them() {
        let kept = |text: &str| Bracketed::Kept(text.to_owned());
        let text = shown(&[
            kept("States "),
            bracket("should", &[("shall", "Arendia"), ("are encouraged to", "Cassia")], &[]),
            kept(" keep an inventory"),
            bracket("", &[(", where feasible,", "Dorvia")], &[]),
            bracket(" and make it known", &[("", "Estria")], &["Borland"]),
            kept("."),
        ]);
        assert_eq!(
            text,
            "States [should / shall – Arendia / are encouraged to – Cassia] keep an inventory [, where feasible, – Dorvia] \
             [and make it known – delete: Estria; retain: Borland]."
        );
    }

    #[test]
    fn between_chinese_characters_a_bracket_needs_no_space() {
        let kept = |text: &str| Bracketed::Kept(text.to_owned());
        assert_eq!(
            shown(&[kept("各国"), bracket("应当", &[("必须", "Arendia")], &[]), kept("行动")]),
            "各国[应当 / 必须 – Arendia]行动"
        );
    }
}
