//! How cells look: what people write on is white, what is given is grey.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::render::isolate::runs_leftward;
use crate::report::{Role, SheetColumn};

/// Directions of text, in the format's own numbers.
const LEFT_TO_RIGHT: u8 = 1;
const RIGHT_TO_LEFT: u8 = 2;
/// Words put in: green, bold and underlined; never colour alone.
const GREEN: u32 = 0x0B_6B_2E;
/// Words taken out: red and struck.
const RED: u32 = 0xA6_1C_1C;
/// Words that may be skipped.
const GREY: u32 = 0x59_59_59;
/// Lines between cells.
const LINE: u32 = 0xBF_BF_BF;
/// Cells that cannot be written on.
const GIVEN: u32 = 0xF2_F2_F2;
/// The row of headings.
const HEADINGS: u32 = 0x1F_3A_5F;

/// A cell of the table; all its text in one role.
pub(super) fn cell(column: &SheetColumn, role: Role) -> Format {
    let base = text().set_border(FormatBorder::Thin).set_border_color(LINE);
    let base = if column.locked { base.set_background_color(GIVEN) } else { base.set_unlocked() };
    worn(base, role)
}

/// A column, where no cell was written.
pub(super) fn column(column: &SheetColumn) -> Format {
    if column.locked { text() } else { text().set_unlocked() }
}

/// A heading.
pub(super) fn heading() -> Format {
    let base = text().set_bold().set_font_color(0xFF_FF_FF).set_background_color(HEADINGS);
    base.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// A line above the headings, which runs on over the next cells.
pub(super) fn above(first: bool) -> Format {
    let base = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    if first { base.set_bold() } else { base.set_font_color(GREY) }
}

/// A line of the instructions.
pub(super) fn instruction() -> Format {
    text()
}

/// The name beside a line of the instructions.
pub(super) fn name() -> Format {
    text().set_bold()
}

/// The title of the instructions, and their headings.
pub(super) fn title(large: bool) -> Format {
    let base = Format::new().set_num_format("@").set_bold().set_font_color(HEADINGS);
    if large { base.set_font_size(16) } else { base.set_font_size(12) }
}

/// The format, with the direction in which a text runs. Beside other text it has its own; what has no letters, and
/// what is still to be written, runs as its leaf does.
pub(super) fn directed(format: Format, text: &str, leaf_runs_leftward: bool) -> Format {
    match (runs_leftward(text), leaf_runs_leftward) {
        (Some(true), _) | (None, true) => format.set_reading_direction(RIGHT_TO_LEFT),
        (Some(false), true) => format.set_reading_direction(LEFT_TO_RIGHT),
        (_, false) => format,
    }
}

/// The format, with the direction of a text, at the side where the lines of its leaf begin.
pub(super) fn aligned(format: Format, text: &str, leaf_runs_leftward: bool) -> Format {
    let format = directed(format, text, leaf_runs_leftward);
    if leaf_runs_leftward { format.set_align(FormatAlign::Right) } else { format }
}

/// Some words of a cell.
pub(super) fn run(role: Role) -> Format {
    worn(Format::new(), role)
}

/// Text, whatever it looks like: no number, no date, no formula.
fn text() -> Format {
    Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top)
}

fn worn(format: Format, role: Role) -> Format {
    match role {
        Role::Plain => format,
        Role::Strong => format.set_bold(),
        Role::Quiet => format.set_font_color(GREY),
        Role::Inserted => format.set_bold().set_underline(FormatUnderline::Single).set_font_color(GREEN),
        Role::Struck => format.set_font_strikethrough().set_font_color(RED),
        Role::Good => format.set_font_color(GREEN),
        Role::Warn | Role::Bad => format.set_bold().set_font_color(RED),
    }
}
