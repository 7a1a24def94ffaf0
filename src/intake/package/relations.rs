//! How the parts of an Office file name each other.

use crate::error::Result;
use crate::intake::package::{Malformed, Next, Package, Part, attribute};

/// One part named by another; what lies outside the file is never followed.
#[derive(Debug, Clone)]
pub(in crate::intake) struct Relation {
    pub(in crate::intake) id: String,
    kind: String,
    pub(in crate::intake) target: String,
}

impl Relation {
    /// Whether it is of a kind, named by its last word; transitional and strict files differ before that.
    pub(in crate::intake) fn is(&self, ending: &str) -> bool {
        self.kind.ends_with(ending)
    }
}

/// Where the main part stands, as the archive says, whatever its name.
pub(in crate::intake) fn main_part(package: &mut Package<'_>, otherwise: &str) -> Result<String> {
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    let relations = parsed(&relations).unwrap_or_default();
    let root = relations.into_iter().find(|relation| relation.is("/officeDocument"));
    Ok(root.map_or_else(|| otherwise.to_owned(), |root| within("", &root.target)))
}

/// What a part names; nothing where it names nothing.
pub(in crate::intake) fn relations_of(
    package: &mut Package<'_>,
    part: &str,
) -> Result<std::result::Result<Vec<Relation>, Malformed>> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let relations = package.part(&format!("{folder}/_rels/{file}.rels"))?.unwrap_or_default();
    Ok(parsed(&relations))
}

fn parsed(text: &str) -> std::result::Result<Vec<Relation>, Malformed> {
    let mut part = Part::of(text);
    let mut relations = Vec::new();
    while let Some(next) = part.next()? {
        if let Next::Start(element) = next
            && element.local_name().as_ref() == "Relationship"
            && attribute(&element, "TargetMode").is_none_or(|mode| mode != "External")
        {
            let told = |name| attribute(&element, name).unwrap_or_default();
            relations.push(Relation { id: told("Id"), kind: told("Type"), target: told("Target") });
        }
    }
    Ok(relations)
}

/// A target as the archive names it; no target leads out of the archive, which is in memory.
pub(in crate::intake) fn within(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
