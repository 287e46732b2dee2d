//! The forms of a call, and where calls can stand.

#![deny(warnings, clippy::pedantic)]
// What clippy says of the samples themselves. Of expansions it has to say nothing.
#![allow(
    clippy::items_after_statements,
    clippy::many_single_char_names,
    clippy::redundant_closure_for_method_calls,
    clippy::same_item_push,
    clippy::undocumented_unsafe_blocks,
    clippy::unnecessary_literal_unwrap,
    clippy::unused_async
)]

mod expressions;
mod items;
mod shapes;
mod traits;
