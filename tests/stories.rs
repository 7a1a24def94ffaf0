//! Consultations in small: files, commands, and what they say. A story is a text file that a lawyer can read.
//!
//! It begins with a word about what it tells. Then `== path` begins a file, `@ 2026-05-20` sets the day, and
//! `$ travaux ...` or `$ git ...` is run; what follows it is what it says, with `[exit 2]` where that is not 0.
//! `TRAVAUX_BLESS=1 cargo test stories` writes down what the commands say now.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, Utc};
use similar::TextDiff;

use crate::sandbox::{Said, Sandbox};

/// What happens in a story, one thing after the other.
enum Step<'s> {
    /// A file is written.
    File { path: &'s str, text: String },
    /// A day begins.
    Day(&'s str),
    /// A command is run.
    Command(&'s str),
}

/// The words at the head of a story, and its steps.
fn parts(story: &str) -> (String, Vec<Step<'_>>) {
    let mut head = String::new();
    let mut steps = Vec::new();
    for line in story.lines() {
        if let Some(path) = line.strip_prefix("== ") {
            steps.push(Step::File { path, text: String::new() });
        } else if let Some(day) = line.strip_prefix("@ ") {
            steps.push(Step::Day(day));
        } else if let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step::Command(command));
        } else {
            match steps.last_mut() {
                None => head.push_str(&format!("{line}\n")),
                Some(Step::File { text, .. }) => text.push_str(&format!("{line}\n")),
                // What a command said when the story was written is only compared.
                Some(Step::Day(_) | Step::Command(_)) => {}
            }
        }
    }
    (head, steps)
}

/// Lives through a story, and writes it down as it happened.
fn told(story: &str) -> String {
    let mut sandbox = Sandbox::new();
    let (head, steps) = parts(story);
    let mut told = vec![head.trim_end().to_owned()];
    for step in steps {
        told.push(match step {
            Step::Day(day) => {
                sandbox.on(day);
                format!("@ {day}")
            }
            Step::File { path, text } => {
                let text = format!("{}\n", text.trim_end());
                sandbox.write(path, &text);
                format!("== {path}\n{}", text.trim_end())
            }
            Step::Command(command) => {
                let said = heard(&sandbox, &run(&sandbox, command));
                format!("$ {command}\n{said}").trim_end().to_owned()
            }
        });
    }
    let mut text = String::new();
    for (at, step) in told.iter().enumerate() {
        // Commands that have nothing to say stand close together.
        let short = |step: &String| !step.contains('\n');
        if at > 1 && !(short(step) && short(&told[at - 1])) || at == 1 {
            text.push('\n');
        }
        text.push_str(step);
        text.push('\n');
    }
    text
}

fn run(sandbox: &Sandbox, command: &str) -> Said {
    let words = words(command);
    let rest: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    match words[0].as_str() {
        "travaux" => sandbox.run(&rest),
        "git" => sandbox.git(&rest),
        other => panic!("a story runs `travaux` or `git`, not `{other}`"),
    }
}

/// The words of a command; what stands between quotation marks is one.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("there is a word").push(c),
        }
    }
    words
}

/// What a command said, without what is different every time.
fn heard(sandbox: &Sandbox, said: &Said) -> String {
    let mut text = format!("{}{}", said.out, said.err);
    if said.code != 0 {
        text = format!("{}\n[exit {}]\n", text.trim_end(), said.code);
    }
    // A story is kept with line feeds, whatever a table ends its lines with.
    text = text.replace("\r\n", "\n");
    let folder = sandbox.path("w");
    text = text.replace(&folder.display().to_string(), "<folder>");
    // git dates its commits itself.
    let now = Utc::now().date_naive();
    for day in [now.checked_sub_days(Days::new(1)), Some(now), now.checked_add_days(Days::new(1))] {
        let day = day.expect("a day of this century");
        for form in ["%Y-%m-%d", "%-d %B %Y", "%-d %b %Y"] {
            text = text.replace(&day.format(form).to_string(), "<day>");
        }
    }
    without_commits(&text)
}

/// Puts `<commit>` in the place of every id of a commit, whole or short.
fn without_commits(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let hexadecimal = word.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let commit = (7..=40).contains(&word.len()) && hexadecimal;
        out.push_str(if commit { "<commit>" } else { word });
        let mark = after.chars().next().map_or(0, char::len_utf8);
        out.push_str(&after[..mark]);
        rest = &after[mark..];
    }
    out
}

fn holds(path: &Path) -> Result<(), String> {
    let written = fs::read_to_string(path).expect("a story");
    let told = told(&written);
    if told == written {
        return Ok(());
    }
    if std::env::var_os("TRAVAUX_BLESS").is_some() {
        fs::write(path, told).expect("a story that can be written");
        return Ok(());
    }
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let diff = TextDiff::from_lines(&written, &told);
    let diff = diff
        .unified_diff()
        .header(&format!("{name} as written"), &format!("{name} as it happened"))
        .to_string();
    Err(format!("{diff}\nIf it should: TRAVAUX_BLESS=1 cargo test stories\n"))
}

#[test]
fn every_story_happens_as_it_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let entries = fs::read_dir(folder).expect("there are stories");
    let mut stories: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    stories.sort();
    assert!(stories.iter().all(|path| path.extension().is_some_and(|end| end == "txt")), "{stories:?}");
    let failed: Vec<String> = stories.iter().filter_map(|path| holds(path).err()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn what_changes_from_run_to_run_is_left_out() {
    assert_eq!(
        without_commits("commit 1a2b3c4d5e, 各国 2026 (deadbee)"),
        "commit <commit>, 各国 2026 (<commit>)"
    );
    assert_eq!(words("travaux save -m \"Soften D2\" x"), ["travaux", "save", "-m", "Soften D2", "x"]);
}
