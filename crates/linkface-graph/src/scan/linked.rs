//! `link!(…)`

use super::cfg::Builds;
use super::cursor::{Cursor, place, split_commas};
use super::mark::names_linkface;
use super::names::Call;
use super::path::Written;
use crate::facts::Link;
use std::path::Path;

/// The fact that a call of `link!` is.
pub(super) fn link(call: &Call, builds: Builds, file: &Path) -> Link {
    let providers = split_commas(&call.arguments)
        .filter(|argument| !names_linkface(argument))
        // `extern path` is an item that a foreign object implements.
        .filter(|argument| !Cursor::new(argument).is_word("extern"))
        .filter_map(|argument| Written::read(&mut Cursor::new(argument)))
        .map(|path| path.segments.join("::"))
        .collect();
    Link {
        providers,
        only_in_tests: builds.only_in_tests(),
        place: place(file, call.span.0, call.span.1),
    }
}
