//! What Word stumbles over and no validator sees, and what two of them see.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::word::tree::{Node, parse, parts};

/// Everything wrong with a file; nothing where it is as it should be.
pub(crate) fn lint(bytes: &[u8]) -> Vec<String> {
    let parts = match parts(bytes) {
        Ok(parts) => parts,
        Err(error) => return vec![error],
    };
    let mut found = Vec::new();
    let mut trees = BTreeMap::new();
    for (name, text) in &parts {
        match parse(text) {
            Ok(tree) => drop(trees.insert(name.as_str(), tree)),
            Err(error) => found.push(format!("{name}: {error}")),
        }
    }
    packaging(&trees, &mut found);
    for (name, tree) in &trees {
        let mut said = Vec::new();
        ignorable(tree, &mut said);
        changes(tree, &mut said);
        ranges(tree, &mut said);
        styles(tree, trees.get("word/styles.xml"), &mut said);
        found.extend(said.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    comments(&trees, &mut found);
    found
}

/// Every part has a kind, every relationship a target.
fn packaging(trees: &BTreeMap<&str, Node>, found: &mut Vec<String>) {
    let Some(types) = trees.get("[Content_Types].xml") else {
        return found.push("no content types".to_owned());
    };
    for name in trees.keys().filter(|name| !name.ends_with(".rels") && **name != "[Content_Types].xml") {
        let own = types.children.iter().any(|kind| kind.attribute("PartName") == Some(&format!("/{name}")));
        if !own {
            found.push(format!("{name} has no kind"));
        }
    }
    for (rels, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for relation in trees.get(rels).into_iter().flat_map(|tree| &tree.children) {
            let target = format!("{folder}{}", relation.attribute("Target").unwrap_or_default());
            if !trees.contains_key(target.as_str()) {
                found.push(format!("{rels}: `{target}` is not there"));
            }
        }
    }
}

/// A reader that does not know a later namespace must be told that it may pass it over.
fn ignorable(tree: &Node, found: &mut Vec<String>) {
    let told: Vec<&str> = tree.attribute("mc:Ignorable").unwrap_or_default().split(' ').collect();
    let mut later = BTreeSet::new();
    tree.walk(&mut Vec::new(), &mut |node, _| {
        let names = node.attributes.iter().map(|(name, _)| name).chain([&node.name]);
        later.extend(names.filter_map(|name| name.split_once(':')).map(|(prefix, _)| prefix.to_owned()));
    });
    for prefix in later.iter().filter(|prefix| ["w14", "w15"].contains(&prefix.as_str())) {
        if !told.contains(&prefix.as_str()) {
            found.push(format!("`{prefix}` may not be passed over"));
        }
    }
}

/// What was taken out is `w:delText` and nothing else is; changes have numbers of their own, authors and days.
fn changes(tree: &Node, found: &mut Vec<String>) {
    let mut numbers = BTreeSet::new();
    tree.walk(&mut Vec::new(), &mut |node, around| {
        let within = around.contains(&"w:del");
        match node.name.as_str() {
            "w:t" if within => found.push(format!("`{}` in what was taken out", node.text)),
            "w:delText" if !within => found.push(format!("`{}` was not taken out", node.text)),
            "w:ins" | "w:del" | "w:moveFrom" | "w:moveTo" => {
                for needed in ["w:id", "w:author", "w:date"] {
                    if node.attribute(needed).is_none() {
                        found.push(format!("a change without `{needed}`"));
                    }
                }
                if !numbers.insert(node.attribute("w:id").unwrap_or_default()) {
                    found.push(format!("two changes have the number {:?}", node.attribute("w:id")));
                }
            }
            "w:tc" if node.children.last().is_none_or(|last| last.name != "w:p") => {
                found.push("a cell that does not end in a paragraph".to_owned());
            }
            _ => {}
        }
    });
    let names = |element| -> Vec<&str> {
        let mut names: Vec<&str> =
            tree.all(element).iter().map(|range| range.attribute("w:name").unwrap_or_default()).collect();
        names.sort_unstable();
        names
    };
    let (from, to) = (names("w:moveFromRangeStart"), names("w:moveToRangeStart"));
    if from != to || from.windows(2).any(|pair| pair[0] == pair[1]) {
        found.push(format!("moves from {from:?} and to {to:?}"));
    }
    for (moved, range) in [("w:moveFrom", "w:moveFromRangeStart"), ("w:moveTo", "w:moveToRangeStart")] {
        if tree.all(moved).is_empty() != tree.all(range).is_empty() {
            found.push(format!("`{moved}` and `{range}` do not stand together"));
        }
    }
}

/// What begins ends, once, and not before it begins; a hidden name is one that the format allows.
fn ranges(tree: &Node, found: &mut Vec<String>) {
    const KINDS: [(&str, &str); 4] = [
        ("w:bookmarkStart", "w:bookmarkEnd"),
        ("w:commentRangeStart", "w:commentRangeEnd"),
        ("w:moveFromRangeStart", "w:moveFromRangeEnd"),
        ("w:moveToRangeStart", "w:moveToRangeEnd"),
    ];
    for (start, end) in KINDS {
        let mut open: HashMap<&str, bool> = HashMap::new();
        tree.walk(&mut Vec::new(), &mut |node, _| {
            let id = node.attribute("w:id").unwrap_or_default();
            if node.name == start && open.insert(id, true).is_some() {
                found.push(format!("`{start}` {id} begins twice"));
            }
            if node.name == end && open.insert(id, false) != Some(true) {
                found.push(format!("`{end}` {id} ends what did not begin"));
            }
        });
        found.extend(
            open.iter().filter(|(_, open)| **open).map(|(id, _)| format!("`{start}` {id} never ends")),
        );
    }
    let mut names = BTreeSet::new();
    for name in tree.all("w:bookmarkStart").iter().filter_map(|bookmark| bookmark.attribute("w:name")) {
        let allowed = name.len() <= 40 && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !allowed || !names.insert(name) {
            found.push(format!("the name `{name}` is not allowed, or stands twice"));
        }
    }
}

/// Every style that is used is there.
fn styles(tree: &Node, styles: Option<&Node>, found: &mut Vec<String>) {
    let known: BTreeSet<&str> = styles
        .iter()
        .flat_map(|all| all.all("w:style"))
        .filter_map(|style| style.attribute("w:styleId"))
        .collect();
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for style in tree.all(element).iter().filter_map(|style| style.attribute("w:val")) {
            if !known.contains(style) {
                found.push(format!("there is no style `{style}`"));
            }
        }
    }
}

/// Comments are known to the text, and threads to the comments.
fn comments(trees: &BTreeMap<&str, Node>, found: &mut Vec<String>) {
    let ids = |part: &str, element: &str, attribute: &str| -> Vec<String> {
        let all = trees.get(part).map(|tree| tree.all(element)).unwrap_or_default();
        let mut ids: Vec<String> =
            all.iter().filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect();
        ids.sort();
        ids
    };
    let comments = ids("word/comments.xml", "w:comment", "w:id");
    for element in ["w:commentReference", "w:commentRangeStart"] {
        if ids("word/document.xml", element, "w:id") != comments {
            found.push(format!("the comments and each `{element}` are not the same"));
        }
    }
    let hooks = ids("word/comments.xml", "w:p", "w14:paraId");
    let threads = ids("word/commentsExtended.xml", "w15:commentEx", "w15:paraId");
    if hooks.windows(2).any(|pair| pair[0] == pair[1]) || hooks != threads || hooks.len() != comments.len() {
        found.push(format!("threads {threads:?} on paragraphs {hooks:?}"));
    }
    for hook in &hooks {
        if !u32::from_str_radix(hook, 16).is_ok_and(|number| (1..0x8000_0000).contains(&number)) {
            found.push(format!("`{hook}` is no number for a paragraph"));
        }
    }
    for parent in ids("word/commentsExtended.xml", "w15:commentEx", "w15:paraIdParent") {
        if !threads.contains(&parent) {
            found.push(format!("a thread on `{parent}`, which is not there"));
        }
    }
    let people = ids("word/people.xml", "w15:person", "w15:author");
    for author in ids("word/comments.xml", "w:comment", "w:author") {
        if !people.contains(&author) {
            found.push(format!("`{author}` is nobody"));
        }
    }
}
