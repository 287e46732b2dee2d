//! Colours. Streams without colours strip them.

use anstyle::{AnsiColor, Style};
use linkface_graph::tree::text;
use std::fmt::Write;

/// A line, with its styles.
pub(super) fn paint(line: &text::Line) -> String {
    line.0.iter().fold(String::new(), |mut painted, span| {
        let (style, text) = (style(span.style), &span.text);
        let _ = write!(painted, "{style}{text}{style:#}");
        painted
    })
}

fn style(style: text::Style) -> Style {
    match style {
        text::Style::Plain => Style::new(),
        text::Style::Root => Style::new().bold(),
        text::Style::Facade => AnsiColor::BrightBlue.on_default().bold(),
        text::Style::Provider => AnsiColor::Cyan.on_default().bold(),
        text::Style::Problem => AnsiColor::BrightRed.on_default().bold(),
        text::Style::Faint => Style::new().dimmed(),
    }
}
