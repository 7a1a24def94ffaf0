//! Programs that are not ours: two validators, pandoc, LibreOffice, by `scripts/check-docx`, where they are installed.

use std::path::Path;
use std::process::Command;

/// Has them look at the files of a folder; says what they said, and what was skipped.
pub(crate) fn witnesses(folder: &Path) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/check-docx");
    let Ok(output) = Command::new("python3").arg(script).arg(folder).output() else {
        println!("skipped: there is no python3 to run scripts/check-docx");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
