//! The interpreter against the language reference, snippet by snippet, and against real execution.

mod arguments;
mod article;
mod calls;
mod garbage;
mod kit;
mod limits;
mod memory;
mod poison;
mod undef;
mod undefined;
mod values;
