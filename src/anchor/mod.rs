//! Where a comment on one version stands in another.
