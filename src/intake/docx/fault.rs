//! Why a part of a document cannot be read.

use crate::error::Error;
use crate::intake::package::{Malformed, Office};

/// What is wrong with a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is no well-formed XML.
    Malformed,
    /// Its elements nest deeper than any text does.
    TooDeep,
}

impl From<Malformed> for Fault {
    fn from(_: Malformed) -> Fault {
        Fault::Malformed
    }
}

impl Fault {
    /// The fault as it is told of a file.
    pub(super) fn told(self, name: &str, part: &str) -> Error {
        match self {
            Fault::Malformed => Office::Document.damaged(name, part),
            Fault::TooDeep => Office::Document.hostile(name, format!("{part} nests without end")),
        }
    }
}
