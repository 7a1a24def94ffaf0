//! How paragraphs end in a text with tracked changes. There are several ways to say the same; these are the ones that
//! every program understands, LibreOffice too, which loses a mark that was kept between two insertions.

use std::ops::Range;

use crate::report::{ManuscriptParagraph, Touch, Touched};

/// Gives what came or went as a whole at the end of some passages marks of its own: the mark that was kept is that of the
/// last paragraph with words that were there. It reads the same, but LibreOffice loses a mark that stands between two
/// insertions.
pub(super) fn set_apart(paragraphs: &mut [ManuscriptParagraph], there: fn(Touch) -> bool, touch: Touch) {
    let holds = |paragraph: &ManuscriptParagraph| paragraph.printed().iter().any(|piece| there(piece.touch));
    let Some(last) = paragraphs.iter().rposition(holds) else { return };
    let Some((end, tail)) = paragraphs[last..].split_last_mut() else { return };
    if tail.iter().all(|paragraph| paragraph.mark == touch) && !tail.is_empty() && end.mark == Touch::Kept {
        end.mark = touch;
        paragraphs[last].mark = Touch::Kept;
    }
}

/// Where new paragraphs follow on new words at the end of a paragraph, the mark that was kept is the last of theirs: as
/// if somebody had gone on writing there, and what programs make of that too.
pub(super) fn go_on(paragraphs: &mut [ManuscriptParagraph]) {
    let is_new =
        |paragraph: &ManuscriptParagraph| paragraph.printed().iter().all(|piece| !piece.touch.stood());
    for at in 0..paragraphs.len() {
        let ends_new = paragraphs[at].words.last().is_some_and(|piece| !piece.touch.stood());
        if paragraphs[at].mark != Touch::Kept || !ends_new {
            continue;
        }
        let more = paragraphs[at + 1..].iter();
        let more = more.take_while(|next| !next.mark.stood() && is_new(next)).count();
        if more > 0 {
            unmove(paragraphs, at + 1..at + 1 + more);
            let was = paragraphs[at].was.or(paragraphs[at].level);
            let last = &mut paragraphs[at + more];
            last.mark = Touch::Kept;
            last.was = was.filter(|was| Some(*was) != last.level);
            paragraphs[at].mark = Touch::Inserted;
            paragraphs[at].was = None;
        }
    }
}

/// Takes the moves to some paragraphs for what they are besides: words that went there and came here.
fn unmove(paragraphs: &mut [ManuscriptParagraph], range: Range<usize>) {
    let moves: Vec<Touch> = paragraphs[range].iter().map(|paragraph| paragraph.mark).collect();
    let plain = |touch: &mut Touch| {
        *touch = match *touch {
            Touch::MovedFrom(number) if moves.contains(&Touch::MovedTo(number)) => Touch::Struck,
            Touch::MovedTo(number) if moves.contains(&Touch::MovedTo(number)) => Touch::Inserted,
            other => other,
        }
    };
    for paragraph in paragraphs {
        let pieces = paragraph.label.iter_mut().chain(&mut paragraph.words);
        pieces.map(|piece| &mut piece.touch).chain([&mut paragraph.mark]).for_each(plain);
    }
}

/// Where a paragraph ends with new words and the next one begins with some, lets words that were there stand at its
/// end: those that were taken out, or else its last word, taken out and put in again.
pub(super) fn keep_apart(paragraphs: &mut [ManuscriptParagraph]) {
    for at in 1..paragraphs.len() {
        let begins_new = paragraphs[at].printed().first().is_some_and(|piece| !piece.touch.stood());
        let before = &mut paragraphs[at - 1];
        if before.mark != Touch::Kept || !begins_new {
            continue;
        }
        match before.words.as_mut_slice() {
            [.., gone, come] if come.touch == Touch::Inserted && gone.touch == Touch::Struck => {
                std::mem::swap(gone, come);
            }
            [.., kept, come] if come.touch == Touch::Inserted && kept.touch == Touch::Kept => {
                let cut = last_word(&kept.text);
                let word = kept.text.split_off(cut);
                come.text.insert_str(0, &word);
                before.words.push(Touched { touch: Touch::Struck, text: word });
                before.words.retain(|piece| !piece.text.is_empty());
            }
            _ => {}
        }
    }
}

/// Where the last word of a text begins; where no space says so, its last letter.
fn last_word(text: &str) -> usize {
    let trimmed = text.trim_end();
    let letter = trimmed.char_indices().next_back().map_or(0, |(at, _)| at);
    match trimmed.char_indices().rev().find(|(_, c)| c.is_whitespace()) {
        Some((at, space)) if trimmed[at..].len() < 60 => at + space.len_utf8(),
        _ => letter,
    }
}
