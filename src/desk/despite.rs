//! What stands against circulating a version, unless a person gives a reason.

use crate::collate::{Collation, Open};
use crate::desk::{Circulation, Desk};
use crate::draft::{Language, VersionName};
use crate::error::{Error, Result};
use crate::text::{listed, squeezed};
use crate::workspace::VersionText;

impl Desk {
    /// The first time a version goes out, the comments on what it continues are answered and placed, or a person
    /// says why not. What is despite what, with the reason; absent where nothing is open.
    pub(super) fn despite(
        &self,
        name: &VersionName,
        text: &VersionText,
        languages: &[Language],
        asked: &Circulation,
    ) -> Result<Option<String>> {
        let first = text.record.issued.is_empty() && !languages.is_empty();
        let open = Collation::of(&self.workspace, name).open_before(name);
        let nothing = !first || open.is_nothing();
        let Some(reason) = &asked.despite else {
            return if nothing { Ok(None) } else { Err(refused(name, open)) };
        };
        let reason = squeezed(reason);
        if nothing {
            return Err(Error::refused(
                format!("nothing stands against circulating `{name}`"),
                "leave out `--despite`",
            ));
        }
        if reason.is_empty() {
            return Err(Error::refused(
                "`--despite` says nothing",
                "give the reason in words: `--despite \"the text is awaited on 1 June\"`",
            ));
        }
        Ok(Some(format!("{reason} ({})", open.sentence())))
    }
}

fn refused(name: &VersionName, open: Open) -> Error {
    let shown = [
        (open.unanswered > 0, format!("`travaux comments --in {name} --unanswered`")),
        (open.unplaced > 0, format!("`travaux carry {name} --unplaced`")),
    ];
    let shown: Vec<String> =
        shown.into_iter().filter(|(some, _)| *some).map(|(_, command)| command).collect();
    let show = if shown.len() == 1 { "shows" } else { "show" };
    Error::refused(
        format!("`{name}` would go out with {}", open.sentence()),
        format!(
            "{} {show} them; `--despite REASON` circulates it all the same, and the reason goes on record",
            listed(&shown)
        ),
    )
}
