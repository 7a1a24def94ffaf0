//! What holds of texts that stand several times.

use super::{Certainty, guess};

/// Lines that stand once each.
const S: [&str; 8] = [
    "States keep a register of protected sites and publish it each year.",
    "Commanders receive legal advice before any operation is approved.",
    "Medical services are protected against malicious operations by third parties.",
    "Companies separate military from civilian workloads where feasible.",
    "Humanitarian agencies may ask for safe passage at any time.",
    "Observers are admitted to the exercises of the joint force.",
    "Training manuals name the emblem and the rules that protect it.",
    "Courts review the detention of persons every six months.",
];
/// Lines that recur.
const REPORT: &str = "The secretariat reports on progress at the annual meeting.";
const COPIES: &str = "Copies of the report are open to the public in every office.";
const SIGNED: &str = "The chair of the working party signs the final text within a week of the vote and sends copies to all who took part.";
const LIGHTS: &str = "Warning lights are shown to all who are near the site. They may be left on for a short time, \
                      as long as they stop or can be put out.";

/// The links of two versions, and those of them that are called certain.
#[track_caller]
fn case(old: &[&str], new: &[&str], linked: &[(usize, usize)], sure: &[(usize, usize)]) {
    let links = guess(old, new);
    let places = |least: Certainty| -> Vec<(usize, usize)> {
        let told = links.iter().filter(|link| link.certainty >= least && REPEATED.contains(&old[link.old]));
        told.map(|link| (link.old, link.new)).collect()
    };
    assert_eq!((places(Certainty::Doubtful), places(Certainty::Certain)), (linked.to_vec(), sure.to_vec()));
}

const REPEATED: [&str; 6] = [REPORT, COPIES, SIGNED, LIGHTS, STOPS, COMMAS];
const STOPS: &str = "Write \".\" at the end of each line.";
const COMMAS: &str = "Write \",\" at the end of each line.";

#[test]
fn a_copy_in_place_stays_and_the_one_that_went_away_is_found() {
    let old = [S[0], S[1], REPORT, S[2], S[3], S[4], REPORT, S[5], S[6], S[7]];
    let new = [
        S[0],
        S[1],
        S[2],
        S[3],
        S[4],
        "All of this is public.",
        REPORT,
        "Observers are let in to the exercises of the common force.",
        S[6],
        REPORT,
        S[7],
    ];
    case(&old, &new, &[(6, 6), (2, 9)], &[(6, 6)]);
}

#[test]
fn which_copies_stayed_waits_for_what_stands_beside_them() {
    let old =
        [S[0], REPORT, COPIES, SIGNED, S[1], S[2], S[3], REPORT, COPIES, SIGNED, S[4], S[5], S[6], S[7]];
    // Of the three lines that stood twice, the first place keeps the last; the second went down whole, its last reworded.
    let signed = SIGNED.replace("a week", "a month");
    let new = [
        S[0],
        SIGNED,
        S[1],
        S[2],
        S[3],
        S[4],
        S[5],
        "A late note was put here by the printers.",
        REPORT,
        COPIES,
        &signed,
        "Two more lines stand below that note for no reason.",
        S[6],
        S[7],
    ];
    case(&old, &new, &[(3, 1), (7, 8), (8, 9), (9, 10)], &[(3, 1), (7, 8), (8, 9)]);
}

#[test]
fn a_copy_that_was_given_up_casts_no_doubt_on_one_that_was_split() {
    let old = [S[0], LIGHTS, S[3], S[4], S[5], S[1], LIGHTS, S[2], S[6], S[7]];
    let (first, second) = LIGHTS.split_once(". ").expect("two sentences");
    let first = format!("{first}.");
    let new = [
        S[0],
        S[3],
        S[4],
        S[5],
        "Commanders receive legal advice before an attack.",
        &first,
        second,
        S[7],
        "Medical services are spared against malicious operations by others.",
        S[6],
    ];
    case(&old, &new, &[(6, 5), (6, 6)], &[(6, 5), (6, 6)]);
}

#[test]
fn of_texts_with_the_same_words_those_with_the_same_marks_belong_together() {
    let old = [S[0], STOPS, S[1], S[2], COMMAS, S[3], S[4]];
    let new = [S[0], S[1], COMMAS, S[2], S[3], STOPS, S[4]];
    case(&old, &new, &[(4, 2), (1, 5)], &[]);
}

#[test]
fn copies_held_in_place_by_each_other_alone_are_not_certain() {
    let old = [S[0], REPORT, COPIES, S[2], S[3], REPORT, COPIES, S[5]];
    let new = [S[0], S[6], REPORT, COPIES, S[7], S[5]];
    case(&old, &new, &[(1, 2), (2, 3)], &[]);
}
