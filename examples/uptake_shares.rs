//! Prints, for every answered comment of a workspace, how much of what it asks for stands in the version that answers
//! it, least first within each outcome: the figures behind the thresholds of `collate::uptake`.
//!
//! `cargo run --example uptake_shares -- [FOLDER]`

use std::path::Path;

use travaux::collate::{Follower, Uptake};
use travaux::draft::VersionName;
use travaux::store::Store;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let workspace =
        Store::open(Path::new(&folder)).and_then(|store| store.read()).expect("a workspace in form");
    let follower = Follower::new(&workspace);
    let mut rows: Vec<(String, usize, String)> = Vec::new();
    for (filed, comment) in workspace.comments() {
        let id = filed.submission.id(comment);
        for answer in workspace.answers.get(&id).map(|answers| answers.answers.as_slice()).unwrap_or_default()
        {
            let later = VersionName::new(&id.workstream, &answer.version);
            let Some(uptake) = follower.follow(filed, comment, &later).and_then(|followed| followed.uptake)
            else {
                continue;
            };
            let (share, said) = match &uptake {
                Uptake::Words(words) => (
                    words.share(),
                    format!(
                        "{}/{} in, {}/{} out, {:?}",
                        words.standing, words.put_in, words.gone, words.taken_out, words.asked
                    ),
                ),
                other => (if other.stands() { 100 } else { 0 }, format!("{other:?}")),
            };
            rows.push((
                answer.outcome.to_string(),
                share,
                format!("{id} {}, {}: {said}", answer.version, comment.action),
            ));
        }
    }
    rows.sort();
    for (outcome, share, said) in rows {
        println!("{outcome:20} {share:3}  {said}");
    }
}
