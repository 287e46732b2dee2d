//! Colours. Streams without colours strip them.

use anstyle::{AnsiColor, Style};
use linkface_ir::listing::{self, Span};
use std::fmt::Write;

/// What is no IR: source, explanations.
pub(super) const REMARK: Style = AnsiColor::Green.on_default();

/// A line, with its styles.
pub(super) fn paint(spans: &[Span]) -> String {
    spans.iter().fold(String::new(), |mut painted, span| {
        let (style, text) = (style(span.style), &span.text);
        let _ = write!(painted, "{style}{text}{style:#}");
        painted
    })
}

fn style(style: listing::Style) -> Style {
    match style {
        listing::Style::Plain | listing::Style::Local => Style::new(),
        listing::Style::Opcode => Style::new().bold(),
        listing::Style::Type => AnsiColor::Cyan.on_default(),
        listing::Style::Label => AnsiColor::Yellow.on_default().bold(),
        listing::Style::Global => AnsiColor::BrightBlue.on_default(),
        listing::Style::Constant => AnsiColor::Magenta.on_default(),
        listing::Style::Word | listing::Style::Faint => Style::new().dimmed(),
    }
}
