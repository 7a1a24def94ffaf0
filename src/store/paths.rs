//! Where an act may write: plain names below the root, and nothing through a link.

use std::path::{Component, Path};

use crate::error::{Error, Result};
use crate::store::folder::Folder;
use crate::store::source::{Kind, Source};

/// Names that some systems keep for devices, whatever comes after a dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Hidden files that the workspace has use for.
const HIDDEN: [&str; 2] = [".gitattributes", ".gitignore"];

/// Refuses a path that could lead out of the workspace, into git's own folder, or that another system
/// could not write.
pub(super) fn check(path: &str) -> Result<()> {
    let plain = path.len() <= 400 && path.split('/').all(is_plain);
    if plain || HIDDEN.contains(&path) {
        return Ok(());
    }
    let found: String = path.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    Err(Error::refused(
        format!("`{found}` is not a path that may be written"),
        "use letters, digits, `-`, `_`, dots and spaces inside names, and `/` between them",
    ))
}

fn is_plain(step: &str) -> bool {
    let fair = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '(' | ')' | '+' | ',');
    let stem = step.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered =
        |port| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    !step.is_empty()
        && step.len() <= 150
        && step.chars().all(fair)
        && !step.starts_with(['.', ' ', '-'])
        && !step.ends_with(['.', ' '])
        && !DEVICES.contains(&stem.as_str())
        && !numbered("com")
        && !numbered("lpt")
}

/// Refuses a path that leads out, passes through anything but folders, or ends at anything but a plain file
/// or nothing.
pub(super) fn refuse_links(root: &Path, path: &str) -> Result<()> {
    if !Path::new(path).components().all(|step| matches!(step, Component::Normal(_))) {
        return Err(Error::Refused { what: format!("`{path}` leads out of the workspace"), way_out: None });
    }
    let folder = Folder::new(root);
    let ends = path.match_indices('/').map(|(at, _)| (at, Kind::Folder));
    for (end, wanted) in ends.chain([(path.len(), Kind::File)]) {
        let step = &path[..end];
        match folder.kind(step) {
            Ok(None) => return Ok(()),
            Ok(Some(kind)) if kind == wanted => {}
            Ok(Some(other)) => return Err(Error::Problems(vec![other.instead_of(step, wanted)])),
            Err(problems) => return Err(Error::Problems(problems)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leads_out_of_the_workspace() {
        for good in [
            "schedule.toml",
            "drafts/ict/first/en.md",
            "comments/ict/r4/received/XAA note verbale (1).docx",
            ".gitattributes",
        ] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/abs",
            "a//b",
            "a/",
            "../a",
            "a/../b",
            "./a",
            ".git/config",
            "a/.git/x",
            "con",
            "a/NUL.toml",
            "com1",
            "a\\b",
            "a:b",
            "a\nb",
            "a\0",
            "a.",
            "g\u{200C}it",
            "-rf",
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
    }
}
