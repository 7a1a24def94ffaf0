//! Reads one TOML file, asking for each key by name.

use std::cell::RefCell;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Place, Problem};
use crate::form::day;

/// One file being read, and the problems found so far.
#[derive(Debug)]
pub struct Reader<'t> {
    path: String,
    text: &'t str,
    /// Where each line ends: a file may have as many problems as lines.
    ends: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
}

/// One table of the file; remembers which keys were asked for.
#[derive(Debug)]
pub struct Table<'r, 't> {
    reader: &'r Reader<'t>,
    keys: DeTable<'t>,
    asked: RefCell<Vec<&'static str>>,
    name: String,
    /// The line the table begins on.
    pub line: usize,
}

impl<'t> Reader<'t> {
    /// Begins to read a file; `path` is what problems will name.
    pub fn new(path: &str, text: &'t str) -> Reader<'t> {
        let ends = text.match_indices('\n').map(|(end, _)| end).collect();
        Reader { path: path.to_owned(), text, ends, problems: RefCell::default() }
    }

    /// The whole file as a table. Faults of syntax are all noted; what could be read is returned.
    pub fn root(&self) -> Table<'_, 't> {
        let (root, faults) = DeTable::parse_recoverable(self.text);
        let mut last_line = Some(0);
        for fault in faults {
            // Of tables nested too deep the parser does not say where they are.
            let line = fault.span().map(|span| self.line(span.start));
            if line != last_line {
                let place = Place { path: self.path.clone(), line };
                self.note(Problem::new(place, format!("not TOML: {}", fault.message())));
            }
            last_line = line;
        }
        self.table(root.into_inner(), 1, String::new())
    }

    /// Notes a problem.
    pub fn note(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// A place in this file.
    pub fn place(&self, line: usize) -> Place {
        Place::line(&self.path, line)
    }

    /// All problems of the file, in the order of its lines. When the syntax itself is at fault,
    /// what seems missing may only be unreadable, so nothing else is said.
    pub fn close(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        if problems.iter().any(|p| p.what.starts_with("not TOML")) {
            problems.retain(|p| p.what.starts_with("not TOML"));
        }
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems
    }

    fn table<'r>(&'r self, keys: DeTable<'t>, line: usize, name: String) -> Table<'r, 't> {
        Table { reader: self, keys, asked: RefCell::default(), name, line }
    }

    fn line(&self, offset: usize) -> usize {
        1 + self.ends.partition_point(|&end| end < offset)
    }
}

impl<'r, 't> Table<'r, 't> {
    fn get(&self, key: &'static str) -> Option<&Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().push(key);
        self.keys.iter().find(|(k, _)| k.get_ref() == key).map(|(_, value)| value)
    }

    /// The line on which a key's value stands; the table's own line where the key is absent.
    pub fn line_of(&self, key: &str) -> usize {
        let value = self.keys.iter().find(|(k, _)| k.get_ref() == key).map(|(_, value)| value);
        value.map_or(self.line, |value| self.reader.line(value.span().start))
    }

    /// Notes a problem at a key, or at the table where the key is absent.
    pub fn problem(&self, key: &str, what: impl Into<String>) -> Problem {
        Problem::new(self.reader.place(self.line_of(key)), what)
    }

    /// Hands a problem to the file's list.
    pub fn note(&self, problem: Problem) {
        self.reader.note(problem);
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'t>>, expected: &str) {
        let found = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.to_string(),
            DeValue::Float(number) => number.to_string(),
            DeValue::Boolean(truth) => truth.to_string(),
            DeValue::Datetime(when) => when.to_string(),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        };
        self.note(self.problem(key, format!("`{key}`")).found(found).expected(expected));
    }

    fn missing(&self, key: &str, expected: &str) {
        let of = if self.name.is_empty() { "the file".to_owned() } else { format!("[{}]", self.name) };
        self.note(self.problem(key, format!("{of} has no `{key}`")).expected(expected));
    }

    /// A text that may be absent.
    pub fn text(&self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
            DeValue::String(_) => {
                self.note(self.problem(key, format!("`{key}` is empty")).expected("a text, or no such line"));
                None
            }
            _ => {
                self.wrong(key, value, "a text in quotes");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn needed(&self, key: &'static str) -> String {
        if self.get(key).is_none() {
            self.missing(key, "a text in quotes");
        }
        self.text(key).unwrap_or_default()
    }

    /// A day that may be absent.
    pub fn date(&self, key: &'static str) -> Option<NaiveDate> {
        let value = self.get(key)?;
        let date = value.get_ref().as_datetime().and_then(day);
        if date.is_none() {
            self.wrong(key, value, "a day such as 2026-04-01");
        }
        date
    }

    /// A day that must be there.
    pub fn needed_date(&self, key: &'static str) -> NaiveDate {
        if self.get(key).is_none() {
            self.missing(key, "a day such as 2026-04-01");
        }
        self.date(key).unwrap_or_default()
    }

    /// A whole number from 1 that may be absent.
    pub fn number(&self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        let number =
            value.get_ref().as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none_or(|n| n == 0) {
            self.wrong(key, value, "a whole number from 1");
        }
        number
    }

    /// A whole number from 1 that must be there.
    pub fn needed_number(&self, key: &'static str) -> u32 {
        if self.get(key).is_none() {
            self.missing(key, "a whole number from 1");
        }
        self.number(key).unwrap_or_default()
    }

    /// A truth, false where absent.
    pub fn truth(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.wrong(key, value, "true or false");
        }
        truth.unwrap_or(false)
    }

    /// A list of texts; empty where absent.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Option<Vec<String>> = value
            .get_ref()
            .as_array()
            .map(|items| {
                items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect::<Option<_>>()
            })
            .unwrap_or_default();
        if items.is_none() {
            self.wrong(key, value, "a list of texts such as [\"a\", \"b\"]");
        }
        items.unwrap_or_default()
    }

    /// One word of a fixed list; absent where the key is, a problem where the word is not known.
    pub fn word<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let known = words.iter().find(|(word, _)| *word == text);
        if known.is_none() {
            self.note(
                self.problem(key, format!("`{key}`")).among(&text, words.iter().map(|(word, _)| *word)),
            );
        }
        known.map(|(_, value)| *value)
    }

    /// A name in its own grammar; a problem where it does not follow it.
    pub fn name<T>(&self, key: &'static str, grammar: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(key)?;
        let name = parse(&text);
        if name.is_none() {
            self.note(self.problem(key, format!("`{key}`")).found(&text).expected(grammar));
        }
        name
    }

    /// A list of names in their own grammar.
    pub fn names<T>(&self, key: &'static str, grammar: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut names = Vec::new();
        for text in self.texts(key) {
            match parse(&text) {
                Some(name) => names.push(name),
                None => self.note(self.problem(key, format!("`{key}`")).found(&text).expected(grammar)),
            }
        }
        names
    }

    /// A name that must be there.
    pub fn needed_name<T>(
        &self,
        key: &'static str,
        grammar: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.get(key).is_none() {
            self.missing(key, grammar);
        }
        self.name(key, grammar, parse)
    }

    /// A table inside this one.
    pub fn table(&self, key: &'static str) -> Option<Table<'r, 't>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(keys) => Some(self.reader.table(keys.clone(), self.line_of(key), key.to_owned())),
            _ => {
                self.wrong(key, value, &format!("a table [{key}]"));
                None
            }
        }
    }

    /// Tables inside this one, in the file's order.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'r, 't>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("tables [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(keys) => {
                    let line = self.reader.line(item.span().start);
                    tables.push(self.reader.table(keys.clone(), line, format!("[{key}]")));
                }
                _ => self.wrong(key, value, &format!("tables [[{key}]]")),
            }
        }
        tables
    }

    /// The texts of all keys, for tables whose keys are names themselves.
    pub fn entries(&self) -> Vec<(String, usize, Option<String>)> {
        let entry = |(key, value): (&Spanned<std::borrow::Cow<'t, str>>, &Spanned<DeValue<'t>>)| {
            let line = self.reader.line(key.span().start);
            (key.get_ref().to_string(), line, value.get_ref().as_str().map(str::to_owned))
        };
        self.keys.iter().map(entry).collect()
    }

    /// Ends the table: whatever key nobody asked for is a problem.
    pub fn close(self) {
        let asked = self.asked.borrow();
        for key in self.keys.keys() {
            if !asked.iter().any(|known| known == key.get_ref()) {
                let place = self.reader.place(self.reader.line(key.span().start));
                let problem = Problem::new(place, "unknown key").among(key.get_ref(), asked.iter().copied());
                self.reader.note(problem);
            }
        }
    }
}
