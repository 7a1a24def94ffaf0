//! Passages and points that stand in one language only, that one language joins, or that have other blocks.

use crate::draft::{Draft, Level, Paragraph, ParagraphId};
use crate::languages::Disagreement;
use crate::text::{counted, listed};

/// What differs in the passages themselves.
pub(super) fn differing(original: &Draft, translation: &Draft) -> Vec<Disagreement> {
    let mut found = points(original, translation);
    let listed: Vec<ParagraphId> = found.iter().flat_map(|one| one.passages.clone()).collect();
    let alone = |here: &Draft, there: &Draft| -> Vec<ParagraphId> {
        let ids = here.ids().filter(|id| there.get(id).is_none());
        // A point that is missing is told with its list.
        ids.filter(|id| id.parent().is_none_or(|parent| !listed.contains(&parent))).cloned().collect()
    };
    let opening =
        |draft: &Draft, id: &ParagraphId| draft.get(id).map(|p| opening(&p.text)).unwrap_or_default();
    for id in alone(original, translation) {
        let (there, here) = (opening(original, &id), String::new());
        found.push(Disagreement {
            passages: vec![id],
            kind: "paragraph",
            original: there,
            translation: here,
        });
    }
    for id in alone(translation, original) {
        let here = opening(translation, &id);
        found.push(Disagreement {
            passages: vec![id],
            kind: "paragraph",
            original: String::new(),
            translation: here,
        });
    }
    for passage in &translation.paragraphs {
        found.extend(joined(passage, original));
        found.extend(blocks(passage, original));
    }
    found
}

/// Lists that have more points in one language.
fn points(original: &Draft, translation: &Draft) -> Vec<Disagreement> {
    let of = |draft: &Draft, paragraph: &ParagraphId| -> Vec<ParagraphId> {
        let items = draft.ids().filter(|id| id.level() == Level::Item);
        items.filter(|id| id.parent().as_ref() == Some(paragraph)).cloned().collect()
    };
    let paragraphs = original.ids().filter(|id| translation.get(id).is_some());
    paragraphs
        .filter_map(|paragraph| {
            let (here, there) = (of(original, paragraph), of(translation, paragraph));
            let said = |own: &[ParagraphId], other: &[ParagraphId]| {
                let alone: Vec<&str> =
                    own.iter().filter(|id| !other.contains(id)).map(ParagraphId::as_str).collect();
                let alone =
                    if alone.is_empty() { String::new() } else { format!(", among them {}", listed(&alone)) };
                format!("{}{alone}", counted(own.len(), "point"))
            };
            let differ =
                here.iter().any(|id| !there.contains(id)) || there.iter().any(|id| !here.contains(id));
            differ.then(|| Disagreement {
                passages: vec![paragraph.clone()],
                kind: "points",
                original: said(&here, &there),
                translation: said(&there, &here),
            })
        })
        .collect()
}

/// A block of the translation that renders several passages.
fn joined(passage: &Paragraph, original: &Draft) -> Option<Disagreement> {
    let ids: Vec<ParagraphId> = passage.ids().filter(|id| original.get(id).is_some()).cloned().collect();
    (ids.len() > 1).then(|| Disagreement {
        kind: "joined",
        original: counted(ids.len(), "passage"),
        translation: "one passage".to_owned(),
        passages: ids,
    })
}

/// A passage that has more blocks in one language.
fn blocks(passage: &Paragraph, original: &Draft) -> Option<Disagreement> {
    let other = original.get(&passage.id).filter(|_| passage.with.is_empty())?;
    let count = |paragraph: &Paragraph| paragraph.text.lines().count();
    (count(other) != count(passage)).then(|| Disagreement {
        passages: vec![passage.id.clone()],
        kind: "blocks",
        original: counted(count(other), "block"),
        translation: counted(count(passage), "block"),
    })
}

/// The first words of a passage.
fn opening(text: &str) -> String {
    const OPENING: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    let Some((cut, _)) = line.char_indices().nth(OPENING) else { return line.to_owned() };
    let cut = line[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", line[..cut].trim_end_matches([' ', ',', ';']))
}
