//! Word files: what is written is what Word expects, and says exactly what it should.

mod lint;
mod pairs;
mod reader;
mod tree;
mod witness;
mod written;
