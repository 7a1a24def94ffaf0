//! Comments laid beside the paragraphs they speak of, and the wordings they ask for.
//!
//! Laws: every comment stands exactly once; a wording is never changed, and what cannot be laid beside the text is
//! named with its reason.

mod adoption;
mod carrier;
mod collation;
mod collisions;
mod compilation;
mod fold;
mod follower;
mod found;
mod likeness;
mod merge;
mod neighbours;
mod open;
mod request;
mod shows;
mod since;
mod uptake;
mod wish;
mod wisher;
mod wishes;
mod words_put_in;

pub use adoption::{Adopted, Adopting, Hindrance};
pub use carrier::Carrier;
pub use collation::{Collation, Entry, Margin};
pub use collisions::{Contested, Position, Stance, collisions};
pub use compilation::{Alternative, Compilation, Compiled, Numbered};
pub use fold::{Bracket, Piece, Want, fold};
pub use follower::{Followed, Follower, Way};
pub use likeness::{ALIKE, Likeness, NEARLY_THE_SAME, alike};
pub use merge::{Clash, Merged, merge};
pub use open::Open;
pub use request::Request;
pub use uptake::{STANDS, Step, TakenUp, Uptake};
pub use wish::{Rewording, Unclear, Wish};
pub use wisher::Wisher;
pub use wishes::{Addition, Backing, Moving, Proposal, Wishes};
