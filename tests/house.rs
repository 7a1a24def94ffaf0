//! The house itself: no forgotten test file, no path of a machine, no package too many.

use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_test_file_is_forgotten() {
    let named = fs::read_to_string(root().join("tests/lib.rs")).expect("tests/lib.rs");
    for entry in fs::read_dir(root().join("tests")).expect("tests") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("lib.rs") {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            assert!(named.contains(&format!("mod {name};")), "tests/lib.rs does not name {name}");
        }
    }
}

#[test]
fn the_tree_of_packages_stays_small() {
    const MOST: usize = 200;
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let packages = lock.matches("[[package]]").count();
    assert!(
        packages <= MOST,
        "{packages} packages in Cargo.lock, {MOST} at the most: is the new one worth it?"
    );
}

#[test]
fn source_files_stay_readable() {
    const LONGEST: usize = 400;
    let mut long = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path).is_ok_and(|text| text.lines().count() > LONGEST) {
                long.push(path);
            }
        }
    }
    assert!(long.is_empty(), "files of more than {LONGEST} lines: {long:?}");
}
