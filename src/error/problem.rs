//! A fault in a file: where, what was found, what was expected, what was probably meant.

use serde::Serialize;

use crate::text::nearest;

/// A line of a file of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The path, from the workspace root, with `/`.
    pub path: String,
    /// The line, counted from 1; absent when the whole file or folder is meant.
    pub line: Option<usize>,
}

impl Place {
    /// A whole file.
    pub fn file(path: impl Into<String>) -> Place {
        Place { path: path.into(), line: None }
    }

    /// One line of a file.
    pub fn line(path: impl Into<String>, line: usize) -> Place {
        Place { path: path.into(), line: Some(line) }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

/// One fault of form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What is wrong, in the user's words.
    pub what: String,
    /// What stands there.
    pub found: Option<String>,
    /// What should stand there.
    pub expected: Option<String>,
    /// The known name nearest to what was found.
    pub nearest: Option<String>,
}

impl Problem {
    /// A fault at a place.
    pub fn new(place: Place, what: impl Into<String>) -> Problem {
        Problem { place, what: what.into(), found: None, expected: None, nearest: None }
    }

    /// Adds what was found.
    pub fn found(mut self, found: impl Into<String>) -> Problem {
        self.found = Some(shortened(&found.into()));
        self
    }

    /// Adds what was expected.
    pub fn expected(mut self, expected: impl Into<String>) -> Problem {
        self.expected = Some(expected.into());
        self
    }

    /// Adds a name that nobody knows, and the nearest of those that are known.
    pub fn among<'a>(self, found: &str, known: impl IntoIterator<Item = &'a str>) -> Problem {
        let known: Vec<&str> = known.into_iter().collect();
        let near = nearest(found, known.iter().copied());
        let mut problem = self.found(found);
        if problem.expected.is_none() && !known.is_empty() && known.len() <= 12 {
            problem.expected = Some(format!("one of {}", known.join(", ")));
        }
        problem.nearest = near;
        problem
    }
}

/// What was found may be megabytes long; a message is not.
fn shortened(found: &str) -> String {
    const LONGEST: usize = 60;
    let printable: String =
        found.chars().take(LONGEST + 1).map(|c| if c.is_control() { ' ' } else { c }).collect();
    match printable.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &printable[..cut]),
        None => printable,
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        match (&self.found, &self.expected) {
            (Some(found), Some(expected)) => write!(f, ": found `{found}`, expected {expected}")?,
            (Some(found), None) => write!(f, ": found `{found}`")?,
            (None, Some(expected)) => write!(f, ": expected {expected}")?,
            (None, None) => {}
        }
        match &self.nearest {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}
