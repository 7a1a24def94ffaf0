//! The review of an import: what is not certain, written down for a person to decide.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::align::guess::Certainty;
use crate::desk::import::Row;
use crate::draft::{Draft, ID_GRAMMAR, ParagraphId};
use crate::error::{Error, Result};
use crate::form::{Reader, Writer};
use crate::intake::{bytes_of, digest_of, text_of};
use crate::store::Output;

/// What a person decided: for the rank of each passage in the file, the passages it continues; none for a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// By rank.
    pub continues: BTreeMap<usize, Vec<ParagraphId>>,
}

impl Decisions {
    /// Applies the decisions: what a person decided is certain.
    pub(super) fn settle(&self, rows: &mut [Row], old: Option<&Draft>) -> Result<()> {
        for (rank, continues) in &self.continues {
            let Some(row) = rows.iter_mut().find(|row| row.rank == *rank) else {
                return Err(Error::refused(
                    format!("the review decides about paragraph {rank}, and the file has {}", rows.len()),
                    "import the file again without `--accept`",
                ));
            };
            let known = || old.into_iter().flat_map(Draft::ids);
            if let Some(unknown) = continues.iter().find(|id| !known().any(|own| own == *id)) {
                return Err(Error::unknown(
                    "paragraph of the text before",
                    unknown.as_str(),
                    known().map(ParagraphId::as_str),
                ));
            }
            row.continues.clone_from(continues);
            row.certainty = Certainty::Certain;
        }
        Ok(())
    }
}

/// Where the review of a file stands.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".review.toml");
    PathBuf::from(name)
}

/// Writes down what is not certain. `continues` is the guess; a person corrects it, `[]` for what is new.
pub(super) fn write(review: &Path, file: &Path, rows: &[Row]) -> Result<()> {
    let uncertain = rows.iter().filter(|row| row.certainty != Certainty::Certain);
    let tables = uncertain.map(|row| {
        let opening: String = row.text.chars().take(100).collect();
        Writer::new()
            .number("paragraph", u32::try_from(row.rank).ok())
            .text("text", opening)
            .text("certainty", row.certainty.word())
            .list("continues", &row.continues)
    });
    let head = Writer::new().text("source", digest(file)?);
    let text = Writer::new().table("review", head).tables("decision", tables).print();
    let how = "# What each paragraph continues, as far as it is not certain. Correct `continues` where it is wrong, [] for a\n\
               # new paragraph; then import the same file again with --accept.\n\n";
    let text = format!("{how}{text}");
    if standing(review, file)?.is_some_and(|standing| standing != text) {
        return Err(Error::refused(
            format!("{} holds what was decided about this very file", review.display()),
            "`--accept` takes it over; to begin anew, remove it first",
        ));
    }
    Output::begin(review, true)?.finish(text.as_bytes())
}

/// The review that stands beside a file, where it is of the file as it is now.
fn standing(review: &Path, file: &Path) -> Result<Option<String>> {
    if !review.is_file() {
        return Ok(None);
    }
    let text = text_of(&review.display().to_string(), &bytes_of(review)?)?;
    Ok(Some(text).filter(|text| digest(file).is_ok_and(|digest| text.contains(&digest))))
}

/// What tells one state of a file from another.
fn digest(file: &Path) -> Result<String> {
    Ok(digest_of(&bytes_of(file)?))
}

/// Reads the decisions of a review, which must be of this very file.
pub(super) fn read(review: &Path, file: &Path) -> Result<Decisions> {
    let name = review.display().to_string();
    let text = text_of(&name, &bytes_of(review)?)?;
    let reader = Reader::new(&name, &text);
    let root = reader.root();
    let source = root.table("review").map(|head| {
        let source = head.needed("source");
        head.close();
        source
    });
    let mut decisions = Decisions::default();
    for table in root.tables("decision") {
        let rank = table.needed_number("paragraph");
        let continues = table.names("continues", ID_GRAMMAR, ParagraphId::parse);
        // What was shown to the person is not read back.
        let _ = (table.text("text"), table.text("certainty"));
        decisions.continues.insert(usize::try_from(rank).unwrap_or_default(), continues);
        table.close();
    }
    root.close();
    let problems = reader.close();
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    if source.as_deref() != Some(digest(file)?.as_str()) {
        return Err(Error::refused(
            format!("{} was changed since {name} was written", file.display()),
            "import it again without `--accept`",
        ));
    }
    Ok(decisions)
}
