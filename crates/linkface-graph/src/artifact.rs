//! Facts from compiled crates and linked files.
