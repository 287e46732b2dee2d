//! Colours. Streams without colours strip them.

use anstyle::{AnsiColor, Style};

/// The name of a function, the title of a step.
pub(super) const HEAD: Style = Style::new().bold();
/// What a step adds.
pub(super) const ADDED: Style = AnsiColor::Green.on_default();
/// What a step removes.
pub(super) const REMOVED: Style = AnsiColor::Red.on_default();
/// What stays, and why.
pub(super) const STAYS: Style = AnsiColor::Yellow.on_default();
/// What is beside the point.
pub(super) const FAINT: Style = Style::new().dimmed();
