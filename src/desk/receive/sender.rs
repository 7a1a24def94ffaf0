//! Who sent a comment: codes and names as people write them.

use crate::comment::DelegationCode;
use crate::desk::Desk;
use crate::error::Result;

/// Who speaks, and for whom else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sender {
    pub(super) delegation: DelegationCode,
    pub(super) on_behalf_of: Vec<DelegationCode>,
}

impl Desk {
    /// The sender that cells name: the first speaks, for itself and the others.
    pub(super) fn sender(&self, delegations: &[String], on_behalf_of: &[String]) -> Result<Option<Sender>> {
        let mut codes = Vec::new();
        for written in delegations.iter().chain(on_behalf_of) {
            let code = self.written(written)?;
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if delegations.is_empty() || codes.is_empty() {
            return Ok(None);
        }
        let delegation = codes.remove(0);
        Ok(Some(Sender { delegation, on_behalf_of: codes }))
    }

    /// A delegation as written: a code, a name in any language, or a name with its code in brackets.
    pub(super) fn written(&self, written: &str) -> Result<DelegationCode> {
        let bare = written.trim();
        let found = self.delegation(bare);
        let parts = bare.split(['(', ')', '（', '）', '[', ']', '/', '–', '—']).map(str::trim);
        let mut parts = parts.filter(|part| !part.is_empty() && *part != bare);
        found.or_else(|unknown| parts.find_map(|part| self.delegation(part).ok()).ok_or(unknown))
    }

    /// The one delegation that a file's name tells: `XAA.xlsx`, `Comments of Arendia (rev).csv`.
    pub(super) fn told_by_name(&self, file: &str) -> Option<DelegationCode> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
        let inside = |name: &str| {
            let name = name.to_lowercase();
            stem.match_indices(&name).any(|(at, _)| {
                let before = stem[..at].chars().next_back();
                let after = stem[at + name.len()..].chars().next();
                let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                !name.is_empty() && apart(before) && apart(after)
            })
        };
        let participants = self.workspace.schedule.participants.iter();
        let mut told = participants.filter(|known| {
            inside(known.code.as_str())
                || inside(&known.name)
                || known.names.values().any(|name| inside(name))
        });
        let first = told.next()?;
        told.next().is_none().then(|| first.code.clone())
    }
}
