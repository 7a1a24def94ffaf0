//! The workspace's files, in a folder and in git. The one home of `git2`.
