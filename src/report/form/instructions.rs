//! The leaf that says how the form is filled in and sent back.

use crate::comment::{Action, Column, Kind};
use crate::report::form::words::Words;
use crate::report::{Deadline, FormReport, FormRound, Instruction, Instructions};

/// The instructions, in the language of the form.
pub(super) fn instructions(form: &FormReport, words: &Words) -> Instructions {
    let named = |name: &str, text: String| Instruction::Named(name.to_owned(), text);
    let heading = |text: &str| Instruction::Heading(text.to_owned());
    let point = |text: &&str| Instruction::Point(filled(form, text));
    let mut lines = vec![Instruction::Title(words.title.to_owned())];
    lines.extend(form.about.illustrative.then(|| named("", words.illustrative.to_owned())));
    lines.extend(form.is_all_in_original().then(|| named("", in_original(form, words))));
    lines.extend(facts(form, words));
    lines.push(heading(words.how));
    lines.extend(words.steps.iter().map(point));
    lines.push(heading(Column::Type.name(&form.language)));
    let kinds = Kind::WORDS.iter().zip(words.kinds);
    lines.extend(kinds.map(|((_, kind), meaning)| named(kind.name(&form.language), meaning.to_owned())));
    lines.push(heading(Column::Action.name(&form.language)));
    let actions = Action::WORDS.iter().zip(words.actions);
    lines.extend(
        actions.map(|((_, action), meaning)| named(action.name(&form.language), filled(form, meaning))),
    );
    if !form.questions.is_empty() {
        lines.push(heading(Column::Question.name(&form.language)));
        lines.extend(form.questions.iter().map(|(id, text)| named(id, text.clone())));
    }
    lines.push(heading(words.sending));
    lines.extend(words.send.iter().map(point));
    if !form.rules.is_empty() {
        lines.push(heading(words.rules));
        lines.extend(form.rules.iter().map(|rule| Instruction::Point(rule.clone())));
    }
    if form.language != form.original {
        lines.push(heading(words.about));
        lines.push(Instruction::Point(words.unofficial.to_owned()));
    }
    Instructions { name: words.instructions.to_owned(), lines }
}

/// What is commented on, by whom, when.
fn facts(form: &FormReport, words: &Words) -> Vec<Instruction> {
    let named = |name: &str, text: String| Instruction::Named(name.to_owned(), text);
    let mut facts = vec![
        named(words.consultation, form.about.consultation.clone()),
        named(words.version, form.version.clone()),
    ];
    facts.extend(form.round.as_ref().map(|round| named(words.round, round_days(round, words))));
    for deadline in &form.deadlines {
        let text = format!("{}: {}", deadline.title, days(deadline, form, words));
        facts.push(named(words.deadline, text));
    }
    if form.deadlines.is_empty() {
        facts.push(named(words.deadline, words.not_announced.to_owned()));
    }
    let column = Column::Delegation.name(&form.language);
    facts.extend(form.delegation.as_ref().map(|name| named(column, name.clone())));
    facts
}

/// That all wording stands in the original language.
pub(super) fn in_original(form: &FormReport, words: &Words) -> String {
    format!("{} {}", words.in_original, form.original)
}

fn round_days(round: &FormRound, words: &Words) -> String {
    match (round.start, round.end) {
        (Some(start), Some(end)) if start != end => format!("{}, {start} – {end}", round.title),
        (Some(day), _) | (None, Some(day)) => format!("{}, {day}", round.title),
        (None, None) => format!("{}, {}", round.title, words.not_announced),
    }
}

/// The day of a deadline, which ends in the consultation's time zone; "not announced" where none is on file.
pub(super) fn days(deadline: &Deadline, form: &FormReport, words: &Words) -> String {
    match (deadline.from, deadline.until) {
        (Some(from), Some(until)) if from == until => format!("{until} ({})", form.timezone),
        (Some(from), Some(until)) => format!("{from} – {until} ({})", words.not_announced),
        _ => words.not_announced.to_owned(),
    }
}

/// A sentence with the names of columns and words put in as the table writes them.
fn filled(form: &FormReport, sentence: &str) -> String {
    let language = &form.language;
    let names = [
        ("{paragraph}", Column::Paragraph.name(language)),
        ("{wording}", Column::Wording.name(language)),
        ("{delegation}", Column::Delegation.name(language)),
        ("{action}", Column::Action.name(language)),
        ("{quote}", Column::Quote.name(language)),
        ("{proposal}", Column::Proposal.name(language)),
        ("{comment}", Column::Comment.name(language)),
        ("{add}", Action::Add.name(language)),
    ];
    names.iter().fold(sentence.to_owned(), |text, (place, name)| text.replace(place, name))
}
