//! How each language denies its strength words.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::Degree;
use crate::text::search::comparable;
use crate::text::strength::forms::{self, Form};
use crate::text::strength::spaced::Words;
use crate::text::strength::traps;

/// What a language does with its strength words.
pub(super) struct Grammar {
    forms: &'static [Form],
    /// Words that deny, standing before a strength word with no mark between: `ne`, `no`, `не`, `لا`.
    pub(super) before: &'static [&'static str],
    /// How many words may stand between.
    pub(super) before_reach: usize,
    /// Words that deny, standing after it: `not`, `in no`.
    pub(super) after: &'static [&'static str],
    /// How many words may stand between.
    pub(super) after_reach: usize,
    /// The name of a form that is denied.
    pub(super) denied: fn(&str) -> String,
    /// Whether the word says something else where it stands.
    pub(super) trap: fn(&Words<'_>, usize, &str) -> bool,
    /// Letters that are written together with the next word: `و`.
    pub(super) clitics: &'static [char],
    table: OnceLock<Table>,
}

type Table = HashMap<String, Vec<Sought>>;

/// A form as it is looked for.
pub(super) struct Sought {
    /// Its words, folded.
    pub(super) words: Vec<String>,
    /// The form of the table.
    pub(super) form: &'static str,
    /// Its degree; absent where it is doubtful.
    pub(super) degree: Option<Degree>,
}

impl Grammar {
    /// The forms by their first word, the longest first.
    pub(super) fn table(&self) -> &Table {
        self.table.get_or_init(|| {
            let mut table: Table = HashMap::new();
            for (form, degree) in self.forms {
                let words: Vec<String> = comparable(form).split(' ').map(str::to_owned).collect();
                table.entry(words[0].clone()).or_default().push(Sought { words, form, degree: *degree });
            }
            for sought in table.values_mut() {
                sought.sort_by_key(|sought| std::cmp::Reverse(sought.words.len()));
            }
            table
        })
    }
}

/// The grammar of a language, by its code.
pub(super) fn of(language: &str) -> Option<&'static Grammar> {
    match language {
        "en" => Some(&ENGLISH),
        "fr" => Some(&FRENCH),
        "es" => Some(&SPANISH),
        "ru" => Some(&RUSSIAN),
        "ar" => Some(&ARABIC),
        _ => None,
    }
}

static ENGLISH: Grammar = Grammar {
    forms: forms::ENGLISH,
    before: &["no", "nobody", "none", "neither", "nor"],
    before_reach: 6,
    after: &["not", "never", "neither", "in no", "under no", "no longer"],
    after_reach: 0,
    denied: |form| format!("{form} not"),
    trap: traps::english,
    clitics: &[],
    table: OnceLock::new(),
};

static FRENCH: Grammar = Grammar {
    forms: forms::FRENCH,
    before: &["ne", "n"],
    before_reach: 2,
    after: &[],
    after_reach: 0,
    denied: |form| format!("ne {form} pas"),
    trap: traps::french,
    clitics: &[],
    table: OnceLock::new(),
};

static SPANISH: Grammar = Grammar {
    forms: forms::SPANISH,
    before: &["no", "ni", "nunca", "jamas", "tampoco", "ningun caso", "ninguna circunstancia"],
    before_reach: 1,
    after: &[],
    after_reach: 0,
    denied: |form| format!("no {form}"),
    trap: traps::spanish,
    clitics: &[],
    table: OnceLock::new(),
};

static RUSSIAN: Grammar = Grammar {
    forms: forms::RUSSIAN,
    before: &["не"],
    before_reach: 0,
    after: &[],
    after_reach: 0,
    denied: |form| format!("не {form}"),
    trap: traps::russian,
    clitics: &[],
    table: OnceLock::new(),
};

static ARABIC: Grammar = Grammar {
    forms: forms::ARABIC,
    before: &["لا", "ولا", "فلا", "لن"],
    before_reach: 0,
    after: &["الا", "ان لا", "عدم"],
    after_reach: 4,
    denied: |form| format!("لا {form}"),
    trap: traps::arabic,
    clitics: &['و', 'ف'],
    table: OnceLock::new(),
};
