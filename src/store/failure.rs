//! What git says when something fails, as a person needs to hear it.

use git2::ErrorCode;

use crate::error::Error;

/// Wraps what git said, naming what was being done; for `map_err`.
pub(super) fn git(doing: impl Into<String>) -> impl FnOnce(git2::Error) -> Error {
    let doing = doing.into();
    move |error| match error.code() {
        ErrorCode::Owner => Error::refused(
            "git does not trust this repository, because its folder belongs to somebody else",
            "if you trust it, run `git config --global --add safe.directory FOLDER` with the repository's folder",
        ),
        ErrorCode::Locked => Error::refused(
            format!("could not {doing}: another program is at work in the repository ({})", error.message()),
            "wait until it has ended; if none is running, remove the `.lock` file that it left behind",
        ),
        _ if error.message().contains("mandatory extension") => Error::refused(
            format!("could not {doing}: git's index is in a form that only git itself reads"),
            "run `git update-index --no-split-index`, or `git sparse-checkout reapply --no-sparse-index`",
        ),
        // Its `Display` adds classes and codes that say nothing to a reader.
        _ => Error::outside(doing)(error.message().to_owned()),
    }
}
