//! Who is linked with whom so far, and what the neighbours say of a pair.

/// Links between old and new paragraphs. Partners name each other; a piece names its whole, which
/// names its first partner. Invariant: a whole is no piece.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Matching {
    pub(super) new_of: Vec<Option<u32>>,
    pub(super) old_of: Vec<Option<u32>>,
}

/// What stands around a pair: each part from 0 (nothing) to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Around {
    /// The paragraphs just before are linked with each other; just after.
    pub(super) before: f32,
    pub(super) after: f32,
    /// The nearest linked paragraphs before, whatever lies between, are linked with each other; after.
    pub(super) gap_before: f32,
    pub(super) gap_after: f32,
    /// Both stand alone between linked neighbours: 1; else less, the more others stand there.
    pub(super) alone: f32,
}

impl Around {
    /// How well the better of its two sides bears it out, whatever lies between.
    pub(super) fn side(&self) -> f32 {
        self.gap_before.max(self.gap_after)
    }
}

/// The nearest linked paragraph at or before, and at or after, each place.
pub(super) struct Nearest {
    old_before: Vec<u32>,
    old_after: Vec<u32>,
    new_before: Vec<u32>,
    new_after: Vec<u32>,
}

/// No linked paragraph on that side: the edge of the text.
const EDGE: u32 = u32::MAX;

impl Matching {
    pub(super) fn new(old: usize, new: usize) -> Matching {
        Matching { new_of: vec![None; old], old_of: vec![None; new] }
    }

    /// Whether neither paragraph is taken.
    pub(super) fn free(&self, old: usize, new: usize) -> bool {
        self.new_of[old].is_none() && self.old_of[new].is_none()
    }

    /// Whether they name each other.
    pub(super) fn partners(&self, old: usize, new: usize) -> bool {
        self.new_of[old] == Some(new as u32) && self.old_of[new] == Some(old as u32)
    }

    pub(super) fn link(&mut self, old: usize, new: usize) {
        self.new_of[old] = Some(new as u32);
        self.old_of[new] = Some(old as u32);
    }

    /// Links a piece with a whole that has a partner already: from the piece's side only.
    pub(super) fn attach(&mut self, split: bool, old: usize, new: usize) {
        if split {
            self.old_of[new] = Some(old as u32);
        } else {
            self.new_of[old] = Some(new as u32);
        }
    }

    /// All links, sorted by old paragraph and then by new; the pieces' too.
    pub(super) fn links(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let down = self.new_of.iter().enumerate().filter_map(|(old, new)| Some((old, (*new)? as usize)));
        let up = self.old_of.iter().enumerate().filter_map(|(new, old)| Some(((*old)? as usize, new)));
        let mut links: Vec<(usize, usize)> = down.chain(up).collect();
        links.sort_unstable();
        links.dedup();
        links.into_iter()
    }

    pub(super) fn linked(&self, old: usize, new: usize) -> bool {
        self.new_of[old] == Some(new as u32) || self.old_of[new] == Some(old as u32)
    }

    /// Prepares the answers of [`Matching::around`].
    pub(super) fn nearest(&self) -> Nearest {
        let (old_before, old_after) = nearest(&self.new_of);
        let (new_before, new_after) = nearest(&self.old_of);
        Nearest { old_before, old_after, new_before, new_after }
    }

    /// What the neighbours say of a pair, linked or not.
    pub(super) fn around(&self, nearest: &Nearest, old: usize, new: usize) -> Around {
        let step = |old: Option<usize>, new: Option<usize>| match (old, new) {
            (Some(old), Some(new)) if old < self.new_of.len() && new < self.old_of.len() => {
                self.linked(old, new)
            }
            (old, new) => {
                old.is_none_or(|old| old >= self.new_of.len())
                    && new.is_none_or(|new| new >= self.old_of.len())
            }
        };
        let meet = |old: u32, new: u32| match (old, new) {
            (EDGE, EDGE) => true,
            (EDGE, _) | (_, EDGE) => false,
            (old, new) => self.linked(old as usize, new as usize),
        };
        let value = |yes: bool| f32::from(u8::from(yes));
        let (gap_before, gap_after) = (
            meet(nearest.old_before[old], nearest.new_before[new]),
            meet(nearest.old_after[old], nearest.new_after[new]),
        );
        let gap = |before: u32, after: u32, length: usize| {
            let start = if before == EDGE { 0 } else { before as usize + 1 };
            let end = if after == EDGE { length } else { after as usize };
            end.saturating_sub(start).max(1) as f32
        };
        let alone = if gap_before && gap_after {
            1.0 / (gap(nearest.old_before[old], nearest.old_after[old], self.new_of.len())
                * gap(nearest.new_before[new], nearest.new_after[new], self.old_of.len()))
            .sqrt()
        } else {
            0.0
        };
        Around {
            before: value(step(old.checked_sub(1), new.checked_sub(1))),
            after: value(step(Some(old + 1), Some(new + 1))),
            gap_before: value(gap_before),
            gap_after: value(gap_after),
            alone,
        }
    }
}

/// For each place the nearest linked one strictly before it, and strictly after it.
fn nearest(links: &[Option<u32>]) -> (Vec<u32>, Vec<u32>) {
    let walk = |places: &mut dyn Iterator<Item = usize>| {
        let mut found = vec![EDGE; links.len()];
        let mut last = EDGE;
        for at in places {
            found[at] = last;
            if links[at].is_some() {
                last = at as u32;
            }
        }
        found
    };
    (walk(&mut (0..links.len())), walk(&mut (0..links.len()).rev()))
}
