//! Depends on what is built, and nothing else.
