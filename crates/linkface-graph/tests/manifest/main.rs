//! `[package.metadata.linkface]`.

mod place;
mod read;
