//! Where a workspace's files are read from.

use crate::error::{Place, Problem};

/// The largest file that is read; drafts and submissions are a thousand times smaller.
pub(super) const LARGEST: u64 = 16 << 20;

/// What was read, or what is wrong with it.
pub(super) type Read<T> = Result<T, Vec<Problem>>;

/// A folder of the disk, or a tree of git: whatever holds a workspace's files at one moment.
///
/// Paths go from the workspace's root, with `/`. No link is ever followed.
pub(super) trait Source {
    /// What stands at a path; absent where nothing does.
    fn kind(&self, path: &str) -> Read<Option<Kind>>;
    /// What a folder holds, in the order of names.
    fn entries(&self, folder: &str) -> Read<Vec<Entry>>;
    /// The bytes of a plain file of bearable size.
    fn bytes(&self, path: &str) -> Read<Vec<u8>>;
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// The name; what is not UTF-8 in it is replaced, and so follows no grammar.
    pub(super) name: String,
    /// What it names.
    pub(super) kind: Kind,
}

/// What a name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// Another repository.
    Submodule,
    /// A pipe, a socket, a device.
    Other,
}

impl Kind {
    /// As a person would say it.
    pub(super) fn said(self) -> &'static str {
        match self {
            Kind::File => "a file",
            Kind::Folder => "a folder",
            Kind::Link => "a symbolic link",
            Kind::Submodule => "a submodule",
            Kind::Other => "a pipe or device",
        }
    }

    /// That something else was needed here.
    pub(super) fn instead_of(self, path: &str, wanted: Kind) -> Problem {
        let what = match self {
            Kind::Link => "symbolic links are not followed",
            Kind::Submodule => "submodules are not read",
            _ => "wrong kind of file",
        };
        Problem::new(Place::file(path), what).found(self.said()).expected(wanted.said())
    }
}

/// That a file is too large to be read.
pub(super) fn too_large(path: &str, size: u64) -> Vec<Problem> {
    let problem =
        Problem::new(Place::file(path), "the file is too large to be read").found(format!("{size} bytes"));
    vec![problem.expected(format!("at most {LARGEST} bytes"))]
}

/// That something cannot be read, with what the outside said.
pub(super) fn unreadable(path: &str, said: impl std::fmt::Display) -> Vec<Problem> {
    let path = if path.is_empty() { "." } else { path };
    vec![Problem::new(Place::file(path), "cannot be read").found(said.to_string())]
}

/// A path one step further down.
pub(super) fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Moment;
    use crate::store::testing::{DRAFT, House, SCHEDULE, submission};

    #[track_caller]
    fn only(house: &House, start: &str) {
        let problems = house.problems();
        assert!(problems.len() == 1 && problems[0].starts_with(start), "{problems:#?}");
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line() {
        let house = House::committed();
        house.put("drafts/ict/first/en.md", b"# T\n\n[D2] na\xEFve\n");
        only(&house, "drafts/ict/first/en.md:3: the text is not UTF-8: found `byte 0xEF`");
    }

    #[test]
    fn what_is_too_large_is_named_and_not_read() {
        let house = House::committed();
        let file = std::fs::File::create(house.path("drafts/ict/first/en.md")).unwrap();
        file.set_len(LARGEST + 1).unwrap();
        only(&house, "drafts/ict/first/en.md: the file is too large to be read: found `16777217 bytes`");
        house.put("drafts/ict/first/en.md", &[b"# T\n".as_slice(), &vec![b'a'; 2 << 20]].concat());
        only(&house, "drafts/ict/first/en.md:2: the line is too long to be read");
    }

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_submodules_are_named_and_never_followed() {
        use std::os::unix::fs::symlink;
        let house = House::committed();
        let outside = House::without_git(&[("en.md", DRAFT), ("XAB.toml", &submission("XAB", 1))]);
        symlink(outside.path("en.md"), house.path("drafts/ict/first/zh.md")).unwrap();
        symlink(outside.root(), house.path("drafts/ict/second")).unwrap();
        symlink(outside.path("XAB.toml"), house.path("comments/ict/r4/XAB.toml")).unwrap();
        symlink("/dev/zero", house.path("comments/ict/r4/received")).unwrap();
        let socket = std::os::unix::net::UnixListener::bind(house.path("drafts/pipe"));
        socket.unwrap();
        let problems = house.problems();
        assert_eq!(problems.len(), 5, "{problems:#?}");
        assert_eq!(problems.iter().filter(|p| p.contains("symbolic links are not followed")).count(), 4);
        assert!(problems[4].starts_with("drafts/pipe: wrong kind of file: found `a pipe or device`"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_commit_is_refused_as_one_in_a_folder() {
        let house = House::committed();
        let repo = house.repo();
        let head = repo.head().unwrap().peel_to_commit().unwrap();
        let link = repo.blob(b"/etc/passwd").unwrap();
        let mut update = git2::build::TreeUpdateBuilder::new();
        update.upsert("drafts/ict/first/zh.md", link, git2::FileMode::Link);
        update.upsert("drafts/ict/second", head.id(), git2::FileMode::Commit);
        let tree = update.create_updated(&repo, &head.tree().unwrap()).unwrap();
        let (clerk, tree) = (head.author(), repo.find_tree(tree).unwrap());
        repo.commit(Some("HEAD"), &clerk, &clerk, "links", &tree, &[&head]).unwrap();
        let said = house.store().read_at(&Moment::head()).unwrap_err().to_string();
        assert!(said.contains("drafts/ict/first/zh.md: symbolic links are not followed"), "{said}");
        assert!(said.contains("drafts/ict/second: submodules are not read"), "{said}");
        assert_eq!(house.store().life("drafts/ict/first/zh.md").unwrap(), []);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_top_folder_or_of_the_plan_is_refused() {
        use std::os::unix::fs::symlink;
        let outside = House::without_git(&[("schedule.toml", SCHEDULE), ("ict/first/en.md", DRAFT)]);
        let house = House::without_git(&[]);
        symlink(outside.path("schedule.toml"), house.path("schedule.toml")).unwrap();
        symlink(outside.root(), house.path("drafts")).unwrap();
        let problems = house.problems();
        assert_eq!(problems.len(), 2, "{problems:#?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_may_not_be_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let house = House::committed();
        let path = house.path("drafts/ict/first/en.md");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
        // Whoever may read everything cannot be kept from it.
        if std::fs::read(&path).is_err() {
            only(&house, "drafts/ict/first/en.md: cannot be read");
        }
    }
}
