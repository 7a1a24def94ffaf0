//! What can go wrong, as facts; `cli` is the one place that speaks them.

mod problem;

pub use problem::{Place, Problem};

use crate::text::nearest;

/// Everything that stops a command (exit code 2).
#[derive(Debug)]
pub enum Error {
    /// Files that are not in form, all faults of a run together.
    Problems(Vec<Problem>),
    /// A name that nobody knows.
    Unknown {
        /// What kind of thing was named: `version`, `paragraph of the first version`.
        kind: String,
        /// What was typed.
        name: String,
        /// The known names.
        known: Vec<String>,
    },
    /// An act that cannot be done as things stand, and the way out.
    Refused {
        /// What stands in the way.
        what: String,
        /// What to do about it, a command where there is one.
        way_out: Option<String>,
    },
    /// Something outside failed: git, the disk, the terminal.
    Outside {
        /// What was being done.
        doing: String,
        /// What the outside said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// The result of whatever can fail.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An act that cannot be done, with the way out.
    pub fn refused(what: impl Into<String>, way_out: impl Into<String>) -> Error {
        Error::Refused { what: what.into(), way_out: Some(way_out.into()) }
    }

    /// A name that nobody knows, among those that are known.
    pub fn unknown<'a>(
        kind: impl Into<String>,
        name: impl Into<String>,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Error {
        let known = known.into_iter().map(str::to_owned).collect();
        Error::Unknown { kind: kind.into(), name: name.into(), known }
    }

    /// Wraps what the outside said, naming what was being done.
    pub fn outside<E>(doing: impl Into<String>) -> impl FnOnce(E) -> Error
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let doing = doing.into();
        move |source| Error::Outside { doing, source: source.into() }
    }

    /// The way out, where one is known.
    pub fn hint(&self) -> Option<String> {
        match self {
            Error::Unknown { name, known, .. } => match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => Some(format!("did you mean `{near}`?")),
                None if known.is_empty() || known.len() > 24 => None,
                None => Some(format!("known are {}", known.join(", "))),
            },
            Error::Refused { way_out, .. } => way_out.clone(),
            Error::Problems(_) | Error::Outside { .. } => None,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Problems(problems) => {
                for (at, problem) in problems.iter().enumerate() {
                    let line = if at == 0 { "" } else { "\n" };
                    write!(f, "{line}{problem}")?;
                }
                Ok(())
            }
            Error::Unknown { kind, name, .. } => write!(f, "no {kind} is called `{name}`"),
            Error::Refused { what, .. } => f.write_str(what),
            Error::Outside { doing, .. } => write!(f, "could not {doing}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Outside { source, .. } => Some(&**source),
            _ => None,
        }
    }
}
