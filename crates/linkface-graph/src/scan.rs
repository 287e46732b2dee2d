//! Facts from source text.
