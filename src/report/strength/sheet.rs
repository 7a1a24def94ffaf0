//! Strength words as a table that people filter.

use crate::report::{Marked, Run, SheetColumn, Spreadsheet, StrengthReport};

/// One row a word of a passage in a version, then one a word that changed.
pub(super) fn of(report: &StrengthReport) -> Spreadsheet {
    let mut sheet = Spreadsheet::new(report.title(), "Strength", report.about.as_at);
    sheet.above.extend(report.about.notice());
    let columns = [
        ("Version", 18),
        ("Number", 10),
        ("Id", 10),
        ("Event", 12),
        ("Word", 16),
        ("Degree", 16),
        ("Denied", 8),
        ("Count", 8),
        ("Was", 16),
        ("Where", 70),
    ];
    sheet.columns = columns.into_iter().map(|(heading, width)| SheetColumn::new(heading, width)).collect();
    for passage in &report.passages {
        for (version, words) in report.versions.iter().zip(&passage.versions) {
            for word in words.iter().flatten() {
                let cells = [
                    version.version.clone(),
                    passage.cited.number.clone().unwrap_or_default(),
                    passage.cited.id.to_string(),
                    "stands".to_owned(),
                    word.word.clone(),
                    word.degree.word().to_owned(),
                    if word.denied { "yes" } else { "" }.to_owned(),
                    word.count.to_string(),
                    String::new(),
                    String::new(),
                ];
                sheet.row(cells.into_iter().map(|cell| vec![Run::plain(cell)]).collect());
            }
        }
    }
    for step in &report.steps {
        for shift in &step.shifts {
            let first = shift.passages.first();
            let number = first.and_then(|cited| cited.number.clone()).unwrap_or_default();
            let id = first.map(|cited| cited.id.to_string()).unwrap_or_default();
            let plain = |text: String| vec![Run::plain(text)];
            sheet.row(vec![
                plain(step.after.clone()),
                plain(number),
                plain(id),
                plain(shift.direction.word().to_owned()),
                plain(shift.after.clone().unwrap_or_default()),
                plain(String::new()),
                plain(String::new()),
                plain("1".to_owned()),
                plain(shift.before.clone().unwrap_or_default()),
                Marked::runs(&shift.around),
            ]);
        }
    }
    sheet
}
