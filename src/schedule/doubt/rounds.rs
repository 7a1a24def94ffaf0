//! Rounds against each other, and against the versions they discuss.

use chrono::NaiveDate;

use crate::schedule::doubt::Doubt;
use crate::schedule::{Due, Round, Schedule};
use crate::text::{counted, short_day, short_days, within_sentence};

/// Days between a document and the meeting on it, by the rule of the United Nations for documents in six
/// languages: six weeks.
const SIX_WEEKS: i64 = 42;

impl Schedule {
    pub(super) fn rounds_in_doubt(&self) -> Vec<Doubt> {
        let dated: Vec<(&Round, NaiveDate, NaiveDate)> = self
            .rounds
            .iter()
            .filter(|round| round.cancelled.is_none())
            .filter_map(|round| Some((round, round.start?, round.end?)))
            .collect();
        let mut doubts = Vec::new();
        for (at, &(round, start, end)) in dated.iter().enumerate() {
            doubts.extend(dated[..at].iter().find_map(|earlier| beside(earlier, (round, start, end))));
            doubts.extend(self.before_its_version(round, start));
        }
        doubts
    }

    /// A round discusses a version that delegations have had time to read.
    fn before_its_version(&self, round: &Round, start: NaiveDate) -> Option<Doubt> {
        let version = round.on.as_ref()?;
        let title = within_sentence(self.title_of(version));
        let Some(circulation) = self.circulation_of(version) else {
            let cancelled =
                self.milestones.iter().any(|m| m.version.as_ref() == Some(version) && !m.closes_comments());
            return cancelled.then(|| {
                let what = format!("`{}` discusses the {title}, whose circulation was called off", round.id);
                Doubt::new("version-cancelled", round.line, what)
                    .way_out("give the round a day of `cancelled`")
            });
        };
        let first = circulation.due.first()?;
        if start < first {
            let what = format!(
                "`{}` begins on {}, before the {title} is out on {}",
                round.id,
                short_day(start),
                short_day(first)
            );
            return Some(Doubt::new("round-before-its-version", round.line, what));
        }
        let days = (start - first).num_days();
        (matches!(circulation.due, Due::On(_)) && days < SIX_WEEKS).then(|| {
            let what = format!(
                "between the {title} and `{}` lie {}, less than the six weeks the United Nations ask for",
                round.id,
                counted(usize::try_from(days).unwrap_or_default(), "day")
            );
            Doubt { remark: true, ..Doubt::new("less-than-six-weeks", round.line, what) }
        })
    }
}

/// Two rounds, the earlier one in the file first.
fn beside(earlier: &(&Round, NaiveDate, NaiveDate), later: (&Round, NaiveDate, NaiveDate)) -> Option<Doubt> {
    let ((one, from, until), (other, start, end)) = (*earlier, later);
    let days = short_days(from, until);
    if start <= until && from <= end {
        let what = format!("`{}`, {}, overlaps `{}`, {days}", other.id, short_days(start, end), one.id);
        return Some(Doubt::new("rounds-overlap", other.line, what));
    }
    (start < from).then(|| {
        let what = format!("`{}`, {}, stands after `{}`, {days}", other.id, short_days(start, end), one.id);
        let way_out = "rounds are listed from earliest to last";
        Doubt::new("rounds-out-of-order", other.line, what).way_out(way_out)
    })
}
