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
        "use names of letters, digits, `-`, `_` and dots, with `/` between them",
    ))
}

fn is_plain(step: &str) -> bool {
    let stem = step.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered =
        |port| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    !step.is_empty()
        && step.len() <= 150
        && step.chars().all(is_fair)
        && !step.starts_with(['.', ' ', '-'])
        && !step.ends_with(['.', ' '])
        && !DEVICES.contains(&stem.as_str())
        && !numbered("com")
        && !numbered("lpt")
}

/// Whether a letter may stand in a name: seen by a reader, and taken by every system.
fn is_fair(c: char) -> bool {
    let unseen = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}');
    let taken = matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '~');
    !c.is_control() && !unseen && !taken
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
            "GIT~1",
            "\u{FFFD}.md",
            "\u{202E}fdp.exe",
            "-rf",
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
    }
}
