//! An answer for programs.

use serde::Serialize;

use crate::report::Report;

/// An answer as JSON: `{"report": <its name>, …its fields, in the order of the struct}`, with a line feed at
/// the end. The answer must be a struct (or a map) without a field named `report`.
pub fn json(report: &impl Report) -> String {
    #[derive(Serialize)]
    struct Envelope<'r, R> {
        report: &'static str,
        #[serde(flatten)]
        fields: &'r R,
    }
    let envelope = Envelope { report: report.name(), fields: report };
    let mut json =
        serde_json::to_string_pretty(&envelope).expect("a report has named fields, and maps keyed by text");
    json.push('\n');
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Document;

    #[derive(Serialize)]
    struct Status {
        workstream: &'static str,
        days_left: Option<u32>,
        answers: Vec<&'static str>,
    }

    impl Report for Status {
        fn name(&self) -> &'static str {
            "status"
        }

        fn document(&self) -> Document {
            Document::default()
        }
    }

    #[test]
    fn the_name_comes_first_then_the_fields_in_their_order() {
        let status = Status { workstream: "ict", days_left: None, answers: vec!["武装冲突"] };
        let expected = "{\n  \"report\": \"status\",\n  \"workstream\": \"ict\",\n  \"days_left\": null,\n  \"answers\": [\n    \"武装冲突\"\n  ]\n}\n";
        assert_eq!(json(&status), expected);
    }
}
