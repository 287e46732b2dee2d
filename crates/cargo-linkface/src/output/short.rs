//! One line for each finding.

use super::sources::Spot;
use linkface_graph::finding::{Finding, Level};

/// ``src/main.rs:1:1: error[LF0001]: no provider for `console@0.1` ``
pub(crate) fn render(finding: &Finding, spots: &[Spot<'_>]) -> String {
    let place = spots.first().map(place).unwrap_or_default();
    let level = level(finding.level);
    let message = finding.message.replace('\n', " ");
    format!("{place}{level}[{}]: {message}", finding.code)
}

fn place(spot: &Spot<'_>) -> String {
    match (&spot.code, spot.label.place.line) {
        (Some(code), 0) => {
            let before = &code.text[..code.range.start];
            let line = before.matches('\n').count() + 1;
            let column = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count()
                + 1;
            format!("{}:{line}:{column}: ", spot.file)
        }
        (None, 0) => format!("{}: ", spot.file),
        (_, line) => format!("{}:{line}:{}: ", spot.file, spot.label.place.column),
    }
}

/// As rustc calls it.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}
