//! Folds all wordings asked for on a version into one text with brackets.

use crate::collate::{Collation, Compilation, Compiled, Entry, Piece, Wisher, Wishes};
use crate::comment::RoundId;
use crate::desk::Desk;
use crate::desk::desk::cite;
use crate::draft::{Language, ParagraphId, VersionName, WorkstreamId};
use crate::error::Result;
use crate::report::{
    Asked, BracketCount, Bracketed, CompilationReport, CompiledPassage, NotFolded, Proposed, Wanted, spaced,
};

/// What of the wishes on a version a person wants to see.
#[derive(Debug, Clone, Default)]
pub struct CompileAsked {
    /// A version, or a workstream and a version; the newest version commented on where none is named.
    pub names: Vec<String>,
    /// Only these passages, by id or number; a section means all that stands in it.
    pub paragraphs: Vec<String>,
    /// The language of the text; the original one where none is named.
    pub language: Option<String>,
    /// Only comments of this round, on whatever version they were made.
    pub round: Option<String>,
    /// The comments on earlier versions too, where they stand now.
    pub carried: bool,
    /// Whether names are left out.
    pub unattributed: bool,
}

/// Which comments are taken.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub(super) name: VersionName,
    pub(super) language: Language,
    round: Option<RoundId>,
    carried: bool,
}

impl Scope {
    pub(super) fn wants(&self, entry: &Entry<'_>) -> bool {
        let submission = &entry.filed.submission;
        match &self.round {
            Some(round) => submission.round == *round,
            None => self.carried || submission.version == self.name.version,
        }
    }
}

impl Desk {
    /// All wordings asked for, folded passage by passage.
    pub fn compile(&self, asked: &CompileAsked) -> Result<CompilationReport> {
        let scope =
            self.scope(&asked.names, asked.language.as_deref(), asked.round.as_deref(), asked.carried)?;
        let named: Result<Vec<ParagraphId>> =
            asked.paragraphs.iter().map(|typed| self.workspace.passage(&scope.name, typed)).collect();
        let named = named?;
        let (wisher, wishes) = self.wishes(&scope)?;
        let compilation = Compilation::of(&wisher, &wishes, &mut self.giver(&scope.name.workstream, None));
        let numbering = self.numbering(&scope.name);
        let draft = wisher.draft();
        let shown = |id: &ParagraphId| named.is_empty() || named.iter().any(|named| draft.belongs(id, named));
        let attributed = !asked.unattributed;
        let passage = |compiled: &Compiled| -> Option<CompiledPassage> {
            let id = compiled.paragraph.as_ref().filter(|id| shown(id))?;
            Some(CompiledPassage {
                cited: cite(&numbering, id),
                text: compiled.pieces.iter().map(|piece| self.bracketed(piece, attributed)).collect(),
                brackets: compiled.brackets(),
                asked: self.asked(compiled, attributed),
            })
        };
        let passages: Vec<CompiledPassage> = compilation.passages.iter().filter_map(passage).collect();
        let apart =
            if named.is_empty() { self.asked(&compilation.apart, attributed) } else { Asked::default() };
        Ok(CompilationReport {
            about: self.about(),
            version: self.title(&scope.name.version),
            language: scope.language.clone(),
            unattributed: asked.unattributed,
            selection: scope.round.as_ref().map(|round| format!("of {round}")).unwrap_or_default(),
            comments: wishes.count(),
            withdrawn: wishes.withdrawn.len(),
            replaced: wishes.replaced.len(),
            passages,
            apart,
            over_versions: if named.is_empty() { self.over_versions(&scope)? } else { Vec::new() },
        })
    }

    /// The version, language and comments a person means.
    pub(super) fn scope(
        &self,
        names: &[String],
        language: Option<&str>,
        round: Option<&str>,
        carried: bool,
    ) -> Result<Scope> {
        let (workstream, version) = self.text_meant(names, None)?;
        let name = version.map_or_else(|| self.newest_commented_on(&workstream), Ok)?;
        let language = self.language(language)?;
        let round = round.map(|typed| self.round(typed)).transpose()?;
        Ok(Scope { name, language, round, carried })
    }

    /// Everything asked of a version.
    pub(super) fn wishes(&self, scope: &Scope) -> Result<(Wisher<'_>, Wishes)> {
        let wisher = Wisher::new(&self.workspace, &scope.name, &scope.language, false)
            .ok_or_else(|| self.no_text(&scope.name, &self.title(&scope.name.version), &scope.language))?;
        let collation = Collation::of(&self.workspace, &scope.name);
        let wishes = Wishes::of(&wisher, &collation, |entry| scope.wants(entry));
        Ok((wisher, wishes))
    }

    /// The newest version with a text on which comments were made, or the newest.
    fn newest_commented_on(&self, workstream: &WorkstreamId) -> Result<VersionName> {
        let versions = self.workspace.versions_of(workstream).into_iter().rev();
        let mut names = versions.map(|version| VersionName::new(workstream, &version));
        names.find(|name| self.is_commented_on(name)).map_or_else(|| self.newest_or_none(workstream), Ok)
    }

    fn bracketed(&self, piece: &Piece, named: bool) -> Bracketed {
        match piece {
            Piece::Kept(text) => Bracketed::Kept(text.clone()),
            Piece::Bracket(bracket) => Bracketed::Bracket {
                stands: bracket.base.clone(),
                wants: bracket
                    .wants
                    .iter()
                    .map(|want| Wanted {
                        words: want.words.clone(),
                        behind: self.behind(&want.backing, named),
                    })
                    .collect(),
                retained_by: if named { self.delegations(&bracket.retained) } else { Vec::new() },
                retained: bracket.retained.len(),
            },
        }
    }

    fn asked(&self, compiled: &Compiled, named: bool) -> Asked {
        let behind = |backing| self.behind(backing, named);
        let alternatives = compiled.alternatives.iter().zip(1..).map(|(alternative, rank)| {
            let passages: Vec<String> = alternative.passages.iter().map(spaced).collect();
            let rank = if rank == 1 { String::new() } else { format!(" {rank}") };
            Proposed {
                name: format!("{} alt{rank}", passages.join(", ")),
                words: alternative.words.clone(),
                behind: behind(&alternative.backing),
            }
        });
        let additions = compiled.additions.iter().map(|addition| Proposed {
            name: addition.id.as_ref().map_or_else(|| "New paragraph".to_owned(), spaced),
            words: addition.words.clone(),
            behind: behind(&addition.backing),
        });
        let moves = compiled.movings.iter().map(|moving| {
            let passages: Vec<&str> = moving.passages.iter().map(ParagraphId::as_str).collect();
            Proposed {
                name: format!("{} to stand after {}", passages.join(", "), moving.to),
                words: String::new(),
                behind: behind(&moving.backing),
            }
        });
        let not_folded = compiled.unclear.iter().map(|(id, why)| NotFolded {
            comment: named.then(|| self.comment_name(id)),
            why: why.sentence(),
        });
        Asked {
            alternatives: alternatives.collect(),
            additions: additions.collect(),
            moves: moves.collect(),
            retained: self.listed(&compiled.retained, named),
            without_wording: self.listed(&compiled.without_wording, named),
            not_folded: not_folded.collect(),
        }
    }

    /// How many brackets the comments on each version of a workstream come to, in the original language.
    pub(super) fn brackets_over_versions(&self, workstream: &WorkstreamId) -> Result<Vec<BracketCount>> {
        let name = self.newest_or_none(workstream)?;
        let language = self.workspace.schedule.original.clone();
        self.over_versions(&Scope { name, language, round: None, carried: false })
    }

    /// How many brackets the comments made on each version come to.
    fn over_versions(&self, scope: &Scope) -> Result<Vec<BracketCount>> {
        let workstream = &scope.name.workstream;
        let mut counts = Vec::new();
        for version in self.workspace.versions_of(workstream) {
            let name = VersionName::new(workstream, &version);
            if self.workspace.draft(&name, &scope.language).is_none() {
                continue;
            }
            let own = Scope { name, language: scope.language.clone(), round: None, carried: false };
            let (wisher, wishes) = self.wishes(&own)?;
            let compilation = Compilation::of(&wisher, &wishes, &mut self.giver(workstream, None));
            counts.push(BracketCount {
                version: self.title(&version),
                comments: wishes.count(),
                brackets: compilation.brackets(),
                alternatives: compilation.all().map(|compiled| compiled.alternatives.len()).sum(),
                additions: wishes.additions.len(),
                without_wording: wishes.without_wording.len(),
            });
        }
        Ok(counts)
    }
}
