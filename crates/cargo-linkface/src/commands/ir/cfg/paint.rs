//! Colours. Streams without colours strip them.

use anstyle::{AnsiColor, Style};
use linkface_ir::draw::terminal::text::{self, Line};
use std::fmt::Write;

/// A line, with its styles.
pub(super) fn paint(line: &Line) -> String {
    line.0.iter().fold(String::new(), |mut painted, span| {
        let (style, text) = (style(span.style), &span.text);
        let _ = write!(painted, "{style}{text}{style:#}");
        painted
    })
}

fn style(style: text::Style) -> Style {
    match style {
        text::Style::Plain | text::Style::Edge => Style::new(),
        text::Style::Name | text::Style::Entry => Style::new().bold(),
        text::Style::Loop => AnsiColor::BrightBlue.on_default().bold(),
        text::Style::Return => AnsiColor::Cyan.on_default().bold(),
        text::Style::Changed => AnsiColor::BrightRed.on_default().bold(),
        text::Style::Faint | text::Style::Unwind => Style::new().dimmed(),
        text::Style::True => AnsiColor::Green.on_default(),
        text::Style::False => AnsiColor::Red.on_default(),
        text::Style::Case => AnsiColor::BrightBlue.on_default(),
    }
}
