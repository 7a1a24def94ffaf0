//! The workspace's files, in a folder and in git. The one home of `git2`.
//!
//! Reading gives a plain [`Workspace`](crate::workspace::Workspace), or every fault of every file together;
//! writing is one [`Act`], which is one commit or nothing at all. Start at [`Store`].

mod act;
mod changed;
mod comments;
mod commit;
mod decoding;
mod drafts;
mod failure;
mod filenames;
mod folder;
mod git;
mod init;
mod known;
mod life;
mod lock;
mod moment;
mod open;
mod output;
mod paths;
mod placed;
mod reading;
mod revision;
mod seal;
mod snapshot;
mod source;
mod staged;
mod store;
mod write;

#[cfg(test)]
mod testing;

pub use act::{Act, Clerk};
pub use init::ATTRIBUTES;
pub use life::Touch;
pub use moment::Moment;
pub use output::Output;
pub use revision::Revision;
pub use seal::Seal;
pub use store::Store;
