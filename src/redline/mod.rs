//! What changed inside a paragraph, word by word.
//!
//! Law: kept and struck words give the text before, kept and inserted words the text after, byte for byte.

mod redline;

pub use redline::{Mark, Redline};
