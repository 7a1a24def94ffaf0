//! Several wordings of one passage folded into one text with brackets.

use crate::collate::Backing;
use crate::comment::CommentId;
use crate::redline::Edit;
use crate::text::Span;

/// A piece of a folded passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words that nobody asks to change.
    Kept(String),
    /// Words that somebody asks to change, and what is asked for instead.
    Bracket(Bracket),
}

/// One place of a passage that several wordings would have differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// The place, in bytes of the passage.
    pub span: Span,
    /// What stands there; empty where words are to be put in.
    pub base: String,
    /// What is asked for instead, each once, in the order of those who ask.
    pub wants: Vec<Want>,
    /// Comments that ask to keep it as it stands.
    pub retained: Vec<CommentId>,
}

/// What some would have in a bracket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Want {
    /// The words, with the spaces around them; none but spaces where the place is to be left out.
    pub words: String,
    /// Who asks for it.
    pub backing: Backing,
}

impl Want {
    /// Whether what stands in the bracket is to be left out.
    pub fn is_deletion(&self) -> bool {
        self.words.trim().is_empty()
    }
}

/// Folds wordings of one passage, given as their edits with those who ask for them, into one text. Edits that overlap
/// share a bracket; each wording is shown there as its own edits make it.
///
/// Laws: kept pieces and what stands in the brackets give the text, byte for byte; read through what one wording
/// wants in each bracket it has a part in, and what stands in the others, the folded text gives that wording.
pub fn fold(text: &str, wordings: &[(&[Edit], &Backing)], retained: &[(Span, CommentId)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for site in sites(wordings) {
        if at < site.start {
            pieces.push(Piece::Kept(text[at..site.start].to_owned()));
        }
        at = site.end;
        pieces.push(Piece::Bracket(bracket(text, site, wordings, retained)));
    }
    if at < text.len() {
        pieces.push(Piece::Kept(text[at..].to_owned()));
    }
    pieces
}

/// The places where edits of any wording lie, those that overlap taken together, in order.
fn sites(wordings: &[(&[Edit], &Backing)]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        wordings.iter().flat_map(|(edits, _)| edits.iter().map(|edit| edit.span.clone())).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    let mut sites: Vec<Span> = Vec::new();
    for span in spans {
        match sites.last_mut() {
            Some(last) if overlap(last, &span) => last.end = last.end.max(span.end),
            _ => sites.push(span),
        }
    }
    sites
}

/// Whether two places share a word, or are one and the same place to put words in; `one` begins first.
fn overlap(one: &Span, other: &Span) -> bool {
    other.start < one.end || (one.is_empty() && other.is_empty() && one.start == other.start)
}

/// Whether an edit lies in a site.
fn lies_in(site: &Span, edit: &Edit) -> bool {
    let inside = edit.span.start >= site.start && edit.span.end <= site.end;
    // An empty place at the edge of a site is one of its own.
    inside
        && (site.is_empty() == edit.span.is_empty()
            || edit.span.start < site.end && edit.span.end > site.start)
}

fn bracket(
    text: &str,
    site: Span,
    wordings: &[(&[Edit], &Backing)],
    retained: &[(Span, CommentId)],
) -> Bracket {
    let mut wants: Vec<Want> = Vec::new();
    for (edits, backing) in wordings {
        let own: Vec<Edit> = edits.iter().filter(|edit| lies_in(&site, edit)).cloned().collect();
        if own.is_empty() {
            continue;
        }
        let words = Edit::applied(text, &site, &own);
        match wants.iter_mut().find(|want| want.words == words) {
            Some(want) => want.backing.join(backing),
            None => wants.push(Want { words, backing: (*backing).clone() }),
        }
    }
    let concerns = |span: &Span| span.start < site.end && site.start < span.end;
    let keep = retained.iter().filter(|(span, _)| concerns(span)).map(|(_, id)| id.clone()).collect();
    Bracket { base: text[site.clone()].to_owned(), span: site, wants, retained: keep }
}

impl Backing {
    /// Adds those behind another wish. Who asks does not merely support.
    pub fn join(&mut self, other: &Backing) {
        for id in &other.asked {
            if !self.asked.contains(id) {
                self.asked.push(id.clone());
            }
        }
        for id in &other.supported {
            if !self.supported.contains(id) {
                self.supported.push(id.clone());
            }
        }
        self.supported.retain(|id| !self.asked.contains(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::WorkstreamId;
    use crate::text::Terms;

    const BASE: &str =
        "States should keep an inventory of the networks on which hospitals depend and make it known.";

    fn id(text: &str) -> CommentId {
        CommentId::parse(text, &WorkstreamId::parse("ict").expect("a name")).expect("a comment")
    }

    fn shown(wordings: &[(&str, &str)], retained: &[(&str, &str)]) -> String {
        let edits: Vec<(Vec<Edit>, Backing)> = wordings
            .iter()
            .map(|(name, text)| {
                let backing = Backing { asked: vec![id(name)], supported: Vec::new() };
                (Edit::fewest(BASE, text, &Terms::none()), backing)
            })
            .collect();
        let wordings: Vec<(&[Edit], &Backing)> =
            edits.iter().map(|(edits, backing)| (edits.as_slice(), backing)).collect();
        let place = |words: &str| BASE.find(words).map(|at| at..at + words.len()).expect("words that stand");
        let retained: Vec<(Span, CommentId)> =
            retained.iter().map(|(name, words)| (place(words), id(name))).collect();
        let names =
            |ids: &[CommentId]| ids.iter().map(|id| id.delegation.to_string()).collect::<Vec<_>>().join(", ");
        let piece = |piece: &Piece| match piece {
            Piece::Kept(text) => text.clone(),
            Piece::Bracket(bracket) => {
                let wants = bracket
                    .wants
                    .iter()
                    .map(|want| format!("/{}–{}", want.words, names(&want.backing.asked)));
                let keep = if bracket.retained.is_empty() {
                    String::new()
                } else {
                    format!(";{}", names(&bracket.retained))
                };
                format!("[{}{}{keep}]", bracket.base, wants.collect::<String>())
            }
        };
        fold(BASE, &wordings, &retained).iter().map(piece).collect()
    }

    #[test]
    fn wordings_of_one_place_share_a_bracket() {
        let text = shown(
            &[
                ("XAA-r4-1", &BASE.replace("should", "shall")),
                ("XAB-r4-1", &BASE.replace("should", "shall").replace("depend", "depend, where feasible,")),
                ("XAC-r4-1", &BASE.replace("should", "are encouraged to")),
                ("XAD-r4-1", &BASE.replace(" and make it known", "")),
            ],
            &[("XAA-r4-2", "make it known"), ("XAB-r4-2", "inventory")],
        );
        assert_eq!(
            text,
            "States [should/shall–XAA, XAB/are encouraged to–XAC] keep an inventory of the networks on which hospitals \
             depend[/, where feasible,–XAB][ and make it known/–XAD;XAA]."
        );
    }

    #[test]
    fn a_wording_of_more_words_takes_the_others_into_its_bracket() {
        let text = shown(
            &[
                ("XAA-r4-1", &BASE.replace("should keep", "shall hold")),
                ("XAB-r4-1", &BASE.replace("keep an inventory", "have lists")),
            ],
            &[],
        );
        assert!(text.starts_with(
            "States [should keep an inventory/shall hold an inventory–XAA/should have lists–XAB] of the networks"
        ));
    }
}
