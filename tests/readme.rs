//! The README cannot go stale: what its session shows is what the program says.

use crate::sandbox::Sandbox;

const WIDTH: usize = 110;

/// The blocks of the session: the command and what it is said to answer.
fn session(readme: &str) -> Vec<(String, String)> {
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let block = |block: &str| {
        let (command, answer) = block.split_once('\n').expect("a command and its answer");
        (command.trim_start_matches("$ travaux ").to_owned(), answer.to_owned())
    };
    blocks.map(block).collect()
}

#[test]
fn the_session_of_the_readme_is_what_the_program_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let mut sandbox = Sandbox::new();
    sandbox.columns(WIDTH);
    let mut renewed = readme.clone();
    for (command, shown) in session(&readme) {
        let mut words = vec!["-C", env!("CARGO_MANIFEST_DIR")];
        words.extend(command.split(' '));
        let said = sandbox.run(&words);
        assert_eq!(said.err, "", "travaux {command}");
        renewed = renewed.replace(
            &format!("```console\n$ travaux {command}\n{shown}```"),
            &format!("```console\n$ travaux {command}\n{}```", said.out),
        );
    }
    if std::env::var_os("TRAVAUX_BLESS").is_some() {
        std::fs::write(path, &renewed).expect("README.md can be written");
        return;
    }
    assert!(renewed == readme, "README.md is stale; TRAVAUX_BLESS=1 cargo test readme renews it");
}

#[test]
fn the_readme_stays_short_and_its_two_commands_are_those_of_ci() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("README.md");
    let ci = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/run")).expect(".ci/run");
    assert!(readme.lines().count() <= 240, "{} lines", readme.lines().count());
    assert!(readme.contains("    cargo test --locked\n") && ci.contains("cargo test --locked\n"));
    assert!(readme.contains("    cargo run --locked -- demo\n"));
}
