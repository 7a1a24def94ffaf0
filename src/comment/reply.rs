//! An answer in the words of a table.

use crate::comment::{Answer, Outcome};

/// The answer to one comment as a row of the comment matrix says it: what stands in its cells, to be read by people
/// and written by people.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Reply {
    /// What became of the comment, as a person reads it; empty where there is no answer.
    pub outcome: String,
    /// What the co-chairs say.
    pub response: String,
    /// Where the text shows it: `D2, D3`.
    pub shown: String,
    /// The comment it is answered together with.
    pub see: String,
}

/// What may stand between the outcome and the response where both share a cell.
const BETWEEN: [char; 7] = [':', '–', '—', '-', '.', ';', ','];
/// Stands before the other comment where all share a cell.
const SEE: &str = "see ";

impl Reply {
    /// In the words of a table.
    pub fn of(answer: &Answer) -> Reply {
        let shown: Vec<&str> = answer.paragraphs.iter().map(|id| id.as_str()).collect();
        Reply {
            outcome: answer.outcome.on_screen().to_owned(),
            response: answer.response.clone().unwrap_or_default(),
            shown: shown.join(", "),
            see: answer.see.clone().unwrap_or_default(),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.meant().iter().all(String::is_empty)
    }

    /// Whether two say the same, however they are typed.
    pub fn is_same(&self, other: &Reply) -> bool {
        self.meant() == other.meant()
    }

    /// What is meant, however it is typed: the outcome by its code, the places one by one, the ends of lines alike.
    pub(super) fn meant(&self) -> [String; 4] {
        let outcome = self.outcome.trim();
        let outcome = Outcome::named(outcome).map_or(outcome, |known| known.word()).to_owned();
        let places: Vec<String> = self.places().map(str::to_uppercase).collect();
        let lines = self.response.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<&str> = lines.trim().lines().map(str::trim_end).collect();
        [outcome, lines.join("\n"), places.join(","), self.see.trim().to_uppercase()]
    }

    /// The places named, as typed.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.shown.split([',', ';', '\n']).map(str::trim).filter(|place| !place.is_empty())
    }

    /// All of it in one cell, as the forms of ISO/IEC and IPCC have it: `Partly reflected (D2): A qualifier was added.`
    pub fn together(&self) -> String {
        let mut text = self.outcome.clone();
        let see = if self.see.is_empty() { String::new() } else { format!("{SEE}{}", self.see) };
        let places = [self.shown.as_str(), &see];
        let places: Vec<&str> = places.into_iter().filter(|place| !place.is_empty()).collect();
        if !places.is_empty() {
            text.push_str(&format!(" ({})", places.join("; ")));
        }
        if !self.response.is_empty() {
            text.push_str(if text.is_empty() { "" } else { ": " });
            text.push_str(&self.response);
        }
        text
    }

    /// Reads such a cell. Where it does not begin with an outcome, all of it is the response.
    pub fn apart(text: &str) -> Reply {
        let text = text.trim();
        let Some((outcome, rest)) = Outcome::led(text) else {
            return Reply { response: text.to_owned(), ..Reply::default() };
        };
        let mut reply = Reply { outcome: outcome.on_screen().to_owned(), ..Reply::default() };
        let mut rest = rest.trim_start();
        if let Some((inside, after)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            for part in inside.split(';').map(str::trim) {
                match part.get(..SEE.len()).filter(|see| see.eq_ignore_ascii_case(SEE)) {
                    Some(_) => part[SEE.len()..].trim().clone_into(&mut reply.see),
                    None => part.clone_into(&mut reply.shown),
                }
            }
            rest = after.trim_start();
        }
        rest.trim_start_matches(BETWEEN).trim_start().clone_into(&mut reply.response);
        reply
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(outcome: &str, response: &str, shown: &str, see: &str) -> Reply {
        let [outcome, response, shown, see] = [outcome, response, shown, see].map(str::to_owned);
        Reply { outcome, response, shown, see }
    }

    #[test]
    fn what_shares_a_cell_is_told_apart() {
        for (said, written) in [
            (reply("", "", "", ""), ""),
            (reply("Noted", "", "", ""), "Noted"),
            (
                reply("Partly reflected", "A qualifier.", "D2, D3", ""),
                "Partly reflected (D2, D3): A qualifier.",
            ),
            (reply("Same as another", "", "", "XAB-r4-2"), "Same as another (see XAB-r4-2)"),
            (reply("Reflected", "Both.", "D2", "XAB-r4-2"), "Reflected (D2; see XAB-r4-2): Both."),
            (reply("Not reflected", "(D2) says it.", "", ""), "Not reflected: (D2) says it."),
            (reply("", "We thank.", "", ""), "We thank."),
        ] {
            assert_eq!(said.together(), written);
            assert_eq!(Reply::apart(written), said);
        }
    }

    #[test]
    fn as_people_write_it_in_other_forms() {
        assert_eq!(Reply::apart("Noted – with thanks"), reply("Noted", "with thanks", "", ""));
        assert_eq!(Reply::apart("not-reflected. It stands."), reply("Not reflected", "It stands.", "", ""));
        assert_eq!(Reply::apart("Reflected in D2"), reply("Reflected", "in D2", "", ""));
        assert_eq!(Reply::apart("Notedly"), reply("", "Notedly", "", ""));
    }

    #[test]
    fn typed_otherwise_it_is_the_same() {
        let one = reply("Noted", "a \r\nb", "D2,D3", "xab-r4-2");
        assert!(one.is_same(&reply("noted", "a\nb\n", " d2; D3", "XAB-r4-2")));
        assert!(!one.is_same(&reply("noted", "a b", "D2,D3", "xab-r4-2")));
    }
}
