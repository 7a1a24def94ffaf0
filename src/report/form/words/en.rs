//! English.

use crate::report::form::words::Words;

pub(super) const WORDS: Words = Words {
    instructions: "Instructions",
    table: "Comments",
    title: "Comment form",
    consultation: "Consultation",
    version: "Version",
    round: "Round of consultations",
    deadline: "Deadline",
    not_announced: "not announced",
    how: "How to fill in the form",
    steps: [
        "Write in the white cells. The grey cells show the text as it stands and are locked.",
        "One row holds one comment. Leave a row empty if you have nothing to say on it.",
        "Comments on the whole text go into the first row.",
        "For several comments on one paragraph, insert a row below it or take an empty row at the end of the table, and write the number of the paragraph under “{paragraph}”.",
        "For a new paragraph, take the row of the paragraph after which it is to stand, choose “{add}” under “{action}”, and give the wording under “{proposal}”.",
        "Under “{quote}”, copy the words from “{wording}” exactly as they stand. Leave the cell empty where the whole paragraph is meant.",
        "Under “{proposal}”, write the words that you would like to read. Words may be struck out and new ones underlined.",
        "Under “{delegation}”, give the name of your delegation in every row that you fill in.",
        "Please do not rename, move or delete columns.",
    ],
    kinds: [
        "concerns the whole text or its structure",
        "changes the meaning or the legal effect",
        "concerns the wording only",
        "one language does not say the same as another",
        "asks for an explanation, not for a change",
        "tells of national practice",
    ],
    actions: [
        "new text, after the place commented on",
        "other words",
        "take the text out",
        "put the text elsewhere; say where under “{comment}”",
        "keep the text as it is",
        "a view without a request",
    ],
    sending: "How to send it back",
    send: [
        "Save the file as an Excel workbook (.xlsx) and send it to the co-chairs.",
        "If you send the form again, the later one takes the place of the earlier one; both are kept.",
    ],
    rules: "From the rules of the consultation",
    about: "About this form",
    unofficial: "The headings and instructions of this form are not an official translation.",
    whole_text: "(the whole text)",
    in_original: "no text in this language; shown in:",
    illustrative: "Illustrative: the wording, the delegations and the records are invented.",
};
