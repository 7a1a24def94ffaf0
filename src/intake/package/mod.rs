//! An Office file as a package: an archive of parts, unfolded within bounds, that name each other.

mod archive;
mod relations;
mod xml;

pub(super) use archive::{Office, Package};
pub(super) use relations::{Relation, main_part, relations_of, within};
pub(super) use xml::{Malformed, Next, Part, Space, attribute, says_yes};
