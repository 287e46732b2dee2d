//! Findings as text.

use linkface_graph::finding::{Finding, Level};
use std::fmt::Write;

/// Everything that a finding says, a line each.
pub(crate) fn text(finding: &Finding) -> String {
    let mut text = String::new();
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let mut line = |line: String| writeln!(text, "{line}").expect("a string takes everything");
    line(format!("{level}[{}]: {}", finding.code, finding.message));
    for label in &finding.labels {
        let mark = if label.primary { "-->" } else { ":::" };
        let file = label.place.file.display().to_string();
        let line_number = (label.place.line > 0).then(|| format!(":{}", label.place.line));
        let key = label.key.as_ref().map(|key| format!("#{}", key.join(".")));
        let at = [Some(file), line_number, key]
            .into_iter()
            .flatten()
            .collect::<String>();
        line(format!("{mark} {at}: {}", label.text));
    }
    for note in &finding.notes {
        line(format!("note: {note}"));
    }
    for help in &finding.helps {
        line(format!("help: {}", help.text));
        for code in &help.lines {
            line(format!("    {code}").trim_end().to_owned());
        }
    }
    if !finding.roots.is_empty() {
        line(format!("in: {}", finding.roots.join(", ")));
    }
    if !finding.configurations.is_empty() {
        line(format!("for: {}", finding.configurations.join("; ")));
    }
    text
}
