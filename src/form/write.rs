//! Writes one TOML file canonically: keys in the order given, absent values left out.

use chrono::{Datelike, NaiveDate};
use toml::Value;
use toml::value::{Date, Datetime};

/// A table being written.
#[derive(Debug, Default)]
pub struct Writer {
    keys: toml::Table,
}

impl Writer {
    /// An empty table.
    pub fn new() -> Writer {
        Writer::default()
    }

    /// Writes a text.
    pub fn text(mut self, key: &str, text: impl Into<String>) -> Writer {
        self.keys.insert(key.to_owned(), Value::String(text.into()));
        self
    }

    /// Writes a text where there is one.
    pub fn text_if(self, key: &str, text: Option<impl ToString>) -> Writer {
        match text {
            Some(text) => self.text(key, text.to_string()),
            None => self,
        }
    }

    /// Writes a list of texts, unless it is empty.
    pub fn texts<T: ToString>(mut self, key: &str, texts: &[T]) -> Writer {
        if !texts.is_empty() {
            let items = texts.iter().map(|text| Value::String(text.to_string())).collect();
            self.keys.insert(key.to_owned(), Value::Array(items));
        }
        self
    }

    /// Writes a list of texts, an empty one too.
    pub fn list<T: ToString>(mut self, key: &str, texts: &[T]) -> Writer {
        let items = texts.iter().map(|text| Value::String(text.to_string())).collect();
        self.keys.insert(key.to_owned(), Value::Array(items));
        self
    }

    /// Writes a day where there is one.
    pub fn date(mut self, key: &str, day: Option<NaiveDate>) -> Writer {
        if let Some(day) = day {
            let date = Date {
                year: u16::try_from(day.year()).unwrap_or_default(),
                month: u8::try_from(day.month()).unwrap_or_default(),
                day: u8::try_from(day.day()).unwrap_or_default(),
            };
            let datetime = Datetime { date: Some(date), time: None, offset: None };
            self.keys.insert(key.to_owned(), Value::Datetime(datetime));
        }
        self
    }

    /// Writes a number where there is one.
    pub fn number(mut self, key: &str, number: Option<u32>) -> Writer {
        if let Some(number) = number {
            self.keys.insert(key.to_owned(), Value::Integer(i64::from(number)));
        }
        self
    }

    /// Writes a truth, leaving out what is false.
    pub fn truth(mut self, key: &str, truth: bool) -> Writer {
        if truth {
            self.keys.insert(key.to_owned(), Value::Boolean(true));
        }
        self
    }

    /// Writes a table inside this one.
    pub fn table(mut self, key: &str, table: Writer) -> Writer {
        self.keys.insert(key.to_owned(), Value::Table(table.keys));
        self
    }

    /// Writes tables inside this one, unless there are none.
    pub fn tables(mut self, key: &str, tables: impl IntoIterator<Item = Writer>) -> Writer {
        let tables: Vec<Value> = tables.into_iter().map(|table| Value::Table(table.keys)).collect();
        if !tables.is_empty() {
            self.keys.insert(key.to_owned(), Value::Array(tables));
        }
        self
    }

    /// The file's text.
    pub fn print(self) -> String {
        toml::to_string(&self.keys).expect("a table of texts, days, numbers and tables can always be written")
    }
}
