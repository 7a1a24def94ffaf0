//! Everything a workspace holds at one moment, as plain values: no files, no git.

mod begun;
mod names;
mod oddity;
mod text;
mod workspace;

pub use oddity::Oddity;
pub use text::VersionText;
pub use workspace::{Filed, Workspace};
