//! Typed answers, and the page each of them turns into.

mod about;
mod adopted;
mod answered;
mod answers;
mod behind;
mod bracketed;
mod calendar;
mod carry;
mod collisions;
mod comment;
mod comment_table;
mod comments;
mod compare;
mod compilation;
mod concordance;
mod document;
mod done;
mod due;
mod event;
mod findings;
mod floor;
mod form;
mod import;
mod languages;
mod life;
mod manuscript;
mod marked;
mod matrix;
mod milestones;
mod next;
mod passage;
mod planned;
mod receive;
mod received;
mod redline;
mod respond;
mod row;
mod schedule;
mod spreadsheet;
mod statistics;
mod status;
mod strength;
mod summary;
mod text;
mod timeline;
mod unread;
mod uptake;
mod waiting_text;
mod workstream;

pub use about::About;
pub use adopted::{AdoptedReport, Meeting, Taken, Untouched};
pub use answered::{AnsweredDelegation, AnsweredReport, Unasked};
pub use answers::{AnsweredComment, AnswersReport, EarlierAnswer};
pub use behind::{Behind, Speaker};
pub use bracketed::{Bracketed, Wanted};
pub use calendar::{Calendar, CalendarEntry, When};
pub use carry::{Because, CarryReport};
pub use collisions::{AlikeWording, Collision, CollisionsReport, Pair, Side};
pub use comment::CommentDetail;
pub use comments::CommentsReport;
pub use compare::{CompareReport, Difference, Position};
pub use compilation::{
    Asked, BracketCount, CompilationReport, CompiledPassage, Listed, NotFolded, Proposed, spaced,
};
pub use concordance::{ConcordanceReport, ConcordanceRow};
pub use document::{Block, Cell, Column, Document, Fold, Role, Run, Table};
pub use done::DoneReport;
pub use due::{Late, NextDate, Overdue};
pub use event::{Event, EventKind};
pub use findings::{Finding, FindingsReport};
pub use floor::{FloorSession, FloorTime};
pub use form::{Deadline, FormPassage, FormReport, FormRound};
pub use import::{ImportReport, ImportRow};
pub use languages::{LanguageDoubt, LanguagesReport, TranslationReport};
pub use life::{Entered, LifeReport, LogReport, LogRow};
pub use manuscript::{Beside, Manuscript, ManuscriptParagraph, MarginNote, Touch, Touched};
pub use marked::{Marked, WordCount};
pub use matrix::{ColumnSet, MatrixReport, MatrixRow};
pub use milestones::{DueFrom, MilestoneLine, MilestoneStanding, MilestonesReport, WorkstreamFigures};
pub use passage::{Cited, cited};
pub use planned::{PlanChange, Planned};
pub use received::{ReceiveReport, ReceivedFile, Reception, RefusedRow, TakenSubmission};
pub use redline::{Change, RedlineReport, Step, Tally};
pub use respond::{Conflict, GivenAnswer, LeftAsItWas, NotTaken, RespondReport};
pub use row::{CommentRow, Stands};
pub use schedule::{ScheduleReport, SessionLine, WindowLine};
pub use spreadsheet::{Instruction, Instructions, SheetColumn, Spreadsheet};
pub use statistics::{
    Counted, PassageFigures, ReceivedFigures, StatisticsReport, VersionFigures, WithoutComments,
};
pub use status::{Answered, StatusReport};
pub use strength::{
    StrengthOfPassage, StrengthOfVersion, StrengthReport, StrengthShift, StrengthStep, WordNotCounted,
    WordOfStrength,
};
pub use summary::{Contested, NextStep, SummaryReport};
pub use text::{PassageText, TextReport};
pub use timeline::{Lane, Mark, Timeline};
pub use unread::{Holder, Unread};
pub use uptake::{RunShown, UptakeShown, WordsShown};
pub use waiting_text::{TextWaiting, WhyWaiting};
pub use workstream::{RoundFigures, VersionStatus, Waiting, WorkstreamStatus};

/// An answer to one question: typed for programs, a page for people.
///
/// The JSON of an answer is its fields; every other format is made from its page, so that no two
/// formats can disagree.
pub trait Report: serde::Serialize {
    /// The name of the question: `status`, `redline`.
    fn name(&self) -> &'static str;

    /// The answer as a page.
    fn document(&self) -> Document;

    /// The answer as a spreadsheet; absent where it is no table that anybody would filter or fill in.
    fn spreadsheet(&self) -> Option<Spreadsheet> {
        None
    }

    /// The answer as a text with tracked changes and comments; absent where it is a page like any other.
    fn manuscript(&self) -> Option<Manuscript> {
        None
    }

    /// The dates it holds, for a calendar program; absent where it is not about dates.
    fn calendar(&self) -> Option<Calendar> {
        None
    }

    /// The dates it holds, as a picture; absent where it is not about dates, or knows none.
    fn timeline(&self) -> Option<Timeline> {
        None
    }
}
