//! Files that are no plugins.
