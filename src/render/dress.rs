//! How each role looks on a terminal: with colours, and without.

use anstyle::{AnsiColor, Style};

use crate::report::Role;

/// The style of a role where colours may be used. Words put in and taken out are told apart by underline
/// and strike as well, never by colour alone.
pub(crate) fn style(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Strong => Style::new().bold(),
        Role::Quiet => Style::new().dimmed(),
        Role::Struck => AnsiColor::Red.on_default().strikethrough(),
        Role::Inserted => AnsiColor::Green.on_default().bold().underline(),
        Role::Good => AnsiColor::Green.on_default(),
        Role::Warn => AnsiColor::Yellow.on_default(),
        Role::Bad => AnsiColor::Red.on_default().bold(),
    }
}

/// The marks before and after a run where colours may not be used.
pub(crate) fn marks(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Struck => ("[-", "-]"),
        Role::Inserted => ("{+", "+}"),
        Role::Warn => ("! ", ""),
        Role::Bad => ("!! ", ""),
        Role::Plain | Role::Strong | Role::Quiet | Role::Good => ("", ""),
    }
}
