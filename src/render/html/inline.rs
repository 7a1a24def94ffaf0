//! One line of HTML: runs dressed by role, never by colour alone.

use unicode_script::{Script, UnicodeScript};

use crate::render::clean::Line;
use crate::render::markup;
use crate::report::{Role, Run};

pub(super) use crate::render::clean::blocks;

/// Writes one hard line.
pub(super) fn inline(line: &[Run]) -> String {
    let runs: Line = line.iter().filter(|run| !run.text.is_empty()).cloned().collect();
    runs.iter().map(dressed).collect()
}

fn dressed(run: &Run) -> String {
    let text = markup::text(&run.text);
    match run.role {
        Role::Plain => text,
        Role::Strong => format!("<strong>{text}</strong>"),
        Role::Quiet => format!("<span class=\"quiet\">{text}</span>"),
        Role::Struck => format!("<del>{text}</del>"),
        Role::Inserted => format!("<ins>{text}</ins>"),
        Role::Good => format!("<span class=\"good\">{text}</span>"),
        Role::Warn => format!("<strong class=\"warn\">{text}</strong>"),
        Role::Bad => format!("<strong class=\"bad\">{text}</strong>"),
    }
}

/// The language of a text as far as its script alone tells it: Han without kana is read as Chinese, so that its
/// letters have their Chinese shapes. All other scripts write several languages.
pub(super) fn language(runs: &[Run]) -> Option<&'static str> {
    let scripts = || runs.iter().flat_map(|run| run.text.chars()).map(|c| c.script());
    let kana = scripts().any(|script| matches!(script, Script::Hiragana | Script::Katakana));
    let first = scripts().find(|script| !matches!(script, Script::Common | Script::Inherited));
    (first == Some(Script::Han) && !kana).then_some("zh")
}
