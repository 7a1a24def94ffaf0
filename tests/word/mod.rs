//! Word files: what is written is what Word expects, and says exactly what it should.

pub(crate) mod lint;
mod pairs;
pub(crate) mod reader;
mod tree;
mod witness;
mod written;
