//! Shows the example around: what changed, who said what, where comments stand now, where we stand.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use crate::demo::lay;
use crate::desk::{Desk, Marking, Selection};
use crate::error::{Error, Result};
use crate::report::{Block, CarryReport, CommentsReport, Document, RedlineReport, Report, Run, StatusReport};

/// The day on which the tour is taken: between the fifth round and the final text.
const DAY: (i32, u32, u32) = (2026, 9, 15);

/// The guided tour of the example.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TourReport {
    /// What changed from the first version to the second, in part D.
    pub redline: RedlineReport,
    /// Who said what on paragraph D2.
    pub comments: CommentsReport,
    /// Which comments on the first version a person has to place in the second.
    pub carry: CarryReport,
    /// Where the consultation stands.
    pub status: StatusReport,
}

/// Lays the example out in a temporary folder and shows it around.
pub fn tour() -> Result<TourReport> {
    let aside = tempfile::tempdir().map_err(Error::outside("make a temporary folder"))?;
    let folder = aside.path().join("consultation");
    lay(&folder)?;
    let day = NaiveDate::from_ymd_opt(DAY.0, DAY.1, DAY.2).expect("the day of the tour is in the calendar");
    let now = day.and_time(NaiveTime::MIN).and_utc();
    let desk = Desk::open(&folder, Some(day), now)?;
    let names = |typed: &[&str]| typed.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let on_d2 =
        Selection { paragraph: Some("D2".to_owned()), on: Some("first".to_owned()), ..Selection::default() };
    Ok(TourReport {
        redline: desk.redline(&names(&["first", "second", "D"]), None, Marking::default())?,
        comments: desk.comments(&on_d2)?,
        carry: desk.carry(Some("second"), Some("first"), true)?,
        status: desk.status(None)?,
    })
}

impl Report for TourReport {
    fn name(&self) -> &'static str {
        "tour"
    }

    fn document(&self) -> Document {
        let mut blocks = vec![Block::Prose(vec![Run::plain(
            "States comment on draft recommendations, the co-chairs answer and write the next version. \
             Four questions are asked all the time; each has a command.",
        )])];
        let stops: [(&str, &str, Document); 4] = [
            ("1. What changed?", "travaux redline first second D", self.redline.document()),
            ("2. Who said what?", "travaux comments D2 --on first", self.comments.document()),
            (
                "3. Where do comments stand in the next version?",
                "travaux carry second --from first --unplaced",
                self.carry.document(),
            ),
            ("4. Where do we stand?", "travaux status", self.status.document()),
        ];
        for (question, command, answer) in stops {
            blocks.push(Block::Heading(vec![Run::plain(question), Run::plain(format!("    $ {command}"))]));
            blocks.extend(answer.blocks);
        }
        blocks.push(Block::Prose(vec![Run::plain(
            "`travaux demo DIR` lays this example out in a folder of its own, with its whole history, to try things in.",
        )]));
        self.status.about.page("A guided tour of an example consultation", blocks)
    }
}
