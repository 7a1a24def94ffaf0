//! The floors of the house: a room imports only from floors below its own, and each package has one home.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up; rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["error"],
    &["form"],
    &["draft"],
    &["comment"],
    &["schedule"],
    &["workspace"],
    &["intake", "languages", "redline", "store"],
    &["align"],
    &["anchor"],
    &["collate"],
    &["report"],
    &["desk", "plumbing", "render"],
    &["demo"],
    &["cli"],
];

/// Where a package, or a door to the world, may be named.
const HOMES: &[(&str, &[&str])] = &[
    ("git2::", &["store"]),
    ("clap::", &["cli"]),
    ("clap_complete::", &["cli"]),
    ("clap_mangen::", &["cli"]),
    ("comfy_table::", &["render"]),
    ("serde_json::", &["plumbing", "render"]),
    ("similar::", &["align", "text", "redline"]),
    ("blake3::", &["comment", "intake"]),
    ("toml::", &["form"]),
    ("icu_segmenter::", &["text", "render"]),
    ("unicode_script::", &["text", "render"]),
    ("unicode_normalization::", &["text"]),
    ("include_dir::", &["demo"]),
    ("tempfile::", &["store", "demo"]),
    ("html5gum::", &["intake"]),
    ("pulldown_cmark::", &["intake", "render"]),
    ("csv::", &["intake", "render"]),
    ("encoding_rs::", &["intake"]),
    ("rust_xlsxwriter::", &["render"]),
    ("quick_xml::", &["intake", "render"]),
    ("zip::", &["intake", "render"]),
    ("icalendar::", &["render"]),
    ("terminal_size::", &["cli"]),
    ("chrono_tz::", &["schedule", "store"]),
    ("std::fs", &["store", "intake", "demo"]),
    ("std::env", &["cli"]),
    ("std::io::std", &["cli"]),
    ("Utc::now", &["cli", "store"]),
];

/// The source files by room, each with its text; what stands under `#[cfg(test)]` does not count.
fn rooms() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut rooms: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for entry in fs::read_dir(&root).expect("there is a src") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let room = path.file_name().expect("a name").to_string_lossy().into_owned();
            rooms.insert(room, files(&path));
        }
    }
    rooms
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !is_for_tests(&path) {
            let text = fs::read_to_string(&path).expect("a source file");
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            found.push((path, code.join("\n")));
        }
    }
    found
}

/// Files that only tests are made of may reach anywhere.
fn is_for_tests(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "laws" || name == "testing" || name == "tests")
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

#[test]
fn every_room_is_on_the_plan() {
    let unplanned: Vec<String> = rooms().into_keys().filter(|room| floor(room).is_none()).collect();
    assert!(unplanned.is_empty(), "rooms that are not on the plan: {unplanned:?}");
    let built = rooms();
    let missing: Vec<&&str> =
        FLOORS.iter().copied().flatten().filter(|room| !built.contains_key(**room)).collect();
    assert!(missing.is_empty(), "rooms on the plan that were never built: {missing:?}");
}

#[test]
fn no_import_climbs_the_stairs() {
    let mut climbing = Vec::new();
    for (room, files) in rooms() {
        for (path, code) in files {
            for part in code.split("crate::").skip(1) {
                let other: String =
                    part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if other != room && floor(&other) >= floor(&room) && floor(&other).is_some() {
                    climbing.push(format!("{}: `{room}` may not import `{other}`", path.display()));
                }
            }
        }
    }
    assert!(climbing.is_empty(), "imports that climb the stairs:\n{}", climbing.join("\n"));
}

#[test]
fn every_package_is_at_home() {
    let mut away = Vec::new();
    for (room, files) in rooms() {
        for (path, code) in files {
            for (package, homes) in HOMES {
                let named = code.match_indices(package).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                });
                if named && !homes.contains(&room.as_str()) {
                    away.push(format!("{}: `{package}` does not live in `{room}`", path.display()));
                }
            }
        }
    }
    assert!(away.is_empty(), "packages away from home:\n{}", away.join("\n"));
}

#[test]
fn imports_are_named_one_by_one() {
    let glob =
        |code: &str| code.lines().any(|line| line.trim_start().starts_with("use ") && line.contains("::*"));
    let globs: Vec<String> = rooms()
        .into_values()
        .flatten()
        .filter(|(_, code)| glob(code))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(globs.is_empty(), "files that import by glob: {globs:?}");
}
