//! Which state of the past is meant.

use chrono::{Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use git2::{Commit, ErrorCode, Sort};

use crate::error::{Error, Result};
use crate::store::failure::git;
use crate::store::git::Git;
use crate::store::revision::moment;

/// A state of the workspace in git's history, as a person names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// Anything that git takes for a revision: `HEAD~3`, a tag, a hash.
    Revision(String),
    /// The last commit, by its committer's clock, by the end of a day in a place.
    Day(NaiveDate, Tz),
}

impl Moment {
    /// Reads what a person typed: `2026-05-20` is a day, everything else a revision.
    pub fn parse(text: &str, timezone: Tz) -> Moment {
        let text = text.trim();
        match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) if text.len() == 10 => Moment::Day(day, timezone),
            _ => Moment::Revision(text.to_owned()),
        }
    }

    /// The state that was committed last.
    pub fn head() -> Moment {
        Moment::Revision("HEAD".to_owned())
    }

    /// The commit that is meant.
    pub(super) fn find<'r>(&self, repository: &'r Git) -> Result<Commit<'r>> {
        match self {
            Moment::Revision(text) => revision(repository, text),
            Moment::Day(day, timezone) => by_the_end_of(repository, *day, *timezone),
        }
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Moment::Revision(text) => f.write_str(text),
            Moment::Day(day, _) => write!(f, "{day}"),
        }
    }
}

fn revision<'r>(repository: &'r Git, text: &str) -> Result<Commit<'r>> {
    if matches!(text, "HEAD" | "@") {
        return repository.tip();
    }
    // Every name leads nowhere before the first commit, which is the better thing to say.
    repository.tip()?;
    let object = match repository.repo.revparse_single(text) {
        Ok(object) => object,
        Err(error) if error.code() == ErrorCode::Ambiguous => {
            let what = format!("several revisions could be meant by `{text}`");
            return Err(Error::refused(what, "type more of the hash"));
        }
        Err(error) if error.code() == ErrorCode::Owner => return Err(git("read the repository")(error)),
        Err(_) if repository.repo.is_shallow() => {
            let what = format!("no revision is called `{text}`, as far as this shallow clone reaches");
            return Err(Error::refused(what, DEEPEN));
        }
        Err(_) => return Err(Error::unknown("revision", text, names(repository).iter().map(String::as_str))),
    };
    object.peel_to_commit().map_err(|_| {
        let what = format!("`{text}` is not a commit");
        Error::refused(what, "name a commit or a tag, such as `HEAD~3`")
    })
}

/// The way out of a clone that does not reach far enough.
const DEEPEN: &str = "run `git fetch --unshallow` to get the whole history";

/// Tags and branches, for those who mistyped one.
fn names(repository: &Git) -> Vec<String> {
    let references = repository.repo.references();
    let references = references.into_iter().flatten().flatten();
    references.filter_map(|reference| reference.shorthand().ok().map(str::to_owned)).collect()
}

fn by_the_end_of<'r>(repository: &'r Git, day: NaiveDate, timezone: Tz) -> Result<Commit<'r>> {
    let tip = repository.tip()?;
    let doing = format!("look for the last commit by the end of {day}");
    let until = end_of(day, timezone);
    let walk = || {
        let mut walk = repository.repo.revwalk()?;
        // By time alone, libgit2 takes commits of one second in any order.
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME)?;
        walk.push(tip.id())?;
        let mut earliest = None;
        for id in walk {
            let commit = repository.repo.find_commit(id?)?;
            if commit.time().seconds() < until {
                return Ok(Ok(commit));
            }
            earliest = Some(commit.time());
        }
        Ok(Err(earliest))
    };
    let earliest = match walk().map_err(git(doing))? {
        Ok(commit) => return Ok(commit),
        Err(earliest) => earliest.map(|time| moment(time).with_timezone(&timezone).date_naive()),
    };
    let what = format!("nothing was committed by the end of {day} ({timezone})");
    let first = earliest.map(|day| format!("the first commit is of {day}")).unwrap_or_default();
    if repository.repo.is_shallow() {
        return Err(Error::refused(format!("{what}, as far as this shallow clone reaches"), DEEPEN));
    }
    Err(Error::refused(what, first))
}

/// The second with which the next day begins in a place, where midnight may be skipped.
fn end_of(day: NaiveDate, timezone: Tz) -> i64 {
    let Some(next) = day.succ_opt() else { return i64::MAX };
    let midnight = NaiveDateTime::from(next);
    let begins = (0..24).find_map(|hours| {
        let begins = midnight.checked_add_signed(Duration::hours(hours))?;
        timezone.from_local_datetime(&begins).earliest()
    });
    begins.map_or_else(|| Utc.from_utc_datetime(&midnight).timestamp(), |begins| begins.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_and_all_else_a_revision() {
        let zurich = chrono_tz::Europe::Zurich;
        let day = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        assert_eq!(Moment::parse("2026-05-20", zurich), Moment::Day(day, zurich));
        for text in ["HEAD~3", "2026-5-20", "2026-02-30", "ict/first", "", "20260520"] {
            assert_eq!(Moment::parse(text, zurich), Moment::Revision(text.to_owned()));
        }
    }

    #[test]
    fn a_day_ends_where_the_consultation_takes_place() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        let utc = end_of(day, chrono_tz::UTC);
        assert_eq!(end_of(day, chrono_tz::Europe::Zurich), utc - 2 * 3600);
        assert_eq!(end_of(day, chrono_tz::America::New_York), utc + 4 * 3600);
        assert_eq!(end_of(NaiveDate::MAX, chrono_tz::UTC), i64::MAX);
        // In Beirut, clocks go from 24:00 to 01:00 when summer time begins.
        let skipped = NaiveDate::from_ymd_opt(2024, 3, 30).unwrap();
        assert_eq!(end_of(skipped, chrono_tz::Asia::Beirut), end_of(skipped, chrono_tz::UTC) - 2 * 3600);
    }

    #[test]
    fn a_day_is_the_last_commit_by_its_end() {
        use crate::store::testing::{DRAFT, House};
        let house = House::committed();
        let second = house.change("drafts/ict/second/en.md", DRAFT, "2026-05-20T21:30:00Z");
        let store = house.store();
        let subject = |text: &str, timezone| store.revision(&Moment::parse(text, timezone)).unwrap().subject;
        // Half past eleven in the evening in Zurich, and the next morning in Tokyo.
        assert_eq!(subject("2026-05-20", chrono_tz::Europe::Zurich), second.subject);
        assert_eq!(subject("2026-05-20", chrono_tz::Asia::Tokyo), "begin");
        assert_eq!(subject("2027-01-01", chrono_tz::UTC), second.subject);
        let early = store.revision(&Moment::parse("2026-04-30", chrono_tz::UTC)).unwrap_err();
        assert!(early.to_string().contains("nothing was committed by the end of 2026-04-30"));
        assert_eq!(early.hint().as_deref(), Some("the first commit is of 2026-05-01"));
    }

    #[test]
    fn commits_of_one_second_keep_their_order() {
        use crate::store::testing::{DRAFT, House};
        let house = House::committed();
        let file =
            |at: usize| format!("drafts/ict/{}/en.md", if at.is_multiple_of(2) { "first" } else { "second" });
        let change =
            |at: usize, when: &str| house.change(&file(at), &format!("{DRAFT}\n[D{at}] More.\n"), when);
        for at in 3..9 {
            change(at, "2026-05-10T10:00:00Z");
        }
        let of_one_second: Vec<_> = (9..23).map(|at| change(at, "2026-05-20T21:30:00Z")).collect();
        let last = of_one_second.last().unwrap();
        for at in 23..28 {
            change(at, "2026-05-22T10:00:00Z");
        }
        let found = house.store().revision(&Moment::parse("2026-05-20", chrono_tz::UTC)).unwrap();
        assert_eq!(found.subject, last.subject);
        assert_eq!(found.id, last.id);
    }

    #[test]
    fn a_revision_nobody_knows_is_named_with_the_nearest() {
        use crate::store::testing::{House, writes};
        let house = House::committed();
        let store = house.store();
        let mut act = writes("drafts/ict/second/en.md", "# T\n");
        act.tags.push(("ict/first".to_owned(), "sealed".to_owned()));
        store.write(act).unwrap();
        let error = store.revision(&Moment::parse("ict/frist", chrono_tz::UTC)).unwrap_err();
        assert_eq!(error.hint().as_deref(), Some("did you mean `ict/first`?"));
        for bad in ["HEAD~9", "HEAD^{tree}", "HEAD:schedule.toml", "", "..", "a\0b", "@{u}", "--all"] {
            assert!(store.revision(&Moment::Revision(bad.to_owned())).is_err(), "{bad:?}");
        }
        assert_eq!(store.revision(&Moment::Revision("ict/first~1".to_owned())).unwrap().subject, "begin");
    }
}
