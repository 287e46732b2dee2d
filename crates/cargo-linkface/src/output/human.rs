//! As rustc shows a diagnostic, with frames of code.

use super::sources::{self, Spot};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use linkface_graph::finding::{self, Code, Finding, Help};
use std::ops::Range;

/// A finding, without a line break at its end.
pub(crate) fn render(finding: &Finding, spots: &[Spot<'_>], renderer: &Renderer) -> String {
    let unseen = spots.iter().filter(|spot| spot.code.is_none());
    let unseen = unseen.map(|spot| format!("`{}`: {}", spot.file, spot.label.text));
    let notes: Vec<String> = unseen.chain(notes(finding)).collect();
    let helps: Vec<String> = finding.helps.iter().map(help).collect();
    let title = level(finding.level)
        .primary_title(&finding.message)
        .id(finding.code.to_string())
        .id_url(explanation(finding.code));
    let mut group = Group::with_title(title);
    for frame in spots.chunk_by(|a, b| a.file == b.file) {
        let codes = frame
            .iter()
            .filter_map(|spot| Some((spot, spot.code.as_ref()?)));
        let mut codes = codes.peekable();
        group = match codes.peek() {
            Some((_, code)) => group.element(
                Snippet::source(&*code.text)
                    .path(&frame[0].file)
                    .annotations(codes.map(|(spot, code)| {
                        let kind = if spot.label.primary {
                            AnnotationKind::Primary
                        } else {
                            AnnotationKind::Context
                        };
                        kind.span(visible(code)).label(&spot.label.text)
                    })),
            ),
            None if frame[0].label.primary => group.element(origin(&frame[0])),
            None => group,
        };
    }
    let group = group
        .elements(notes.iter().map(|note| Level::NOTE.message(note)))
        .elements(helps.iter().map(|help| Level::HELP.message(help)));
    renderer.render(&[group])
}

/// Where a browser finds what `explain` shows.
fn explanation(code: Code) -> String {
    let file = code.to_string().to_lowercase();
    let repository = env!("CARGO_PKG_REPOSITORY");
    let version = env!("CARGO_PKG_VERSION");
    format!("{repository}/blob/v{version}/crates/linkface-graph/src/rules/{file}.md")
}

/// The rule's notes, and where it holds.
pub(super) fn notes(finding: &Finding) -> impl Iterator<Item = String> {
    let roots = listed("found in", &finding.roots);
    let configurations = listed("only with", &finding.configurations);
    finding
        .notes
        .iter()
        .cloned()
        .chain(roots)
        .chain(configurations)
}

/// How many roots a note names; the JSON output has all.
const NAMED: usize = 4;

/// "found in a, b and 3 more"
fn listed(head: &str, names: &[String]) -> Option<String> {
    let more = format!("{} more", names.len().saturating_sub(NAMED - 1));
    let (shown, last) = match names {
        [] => return None,
        [one] => return Some(format!("{head} {one}")),
        [shown @ .., last] if names.len() <= NAMED => (shown, last),
        _ => (&names[..NAMED - 1], &more),
    };
    Some(format!("{head} {} and {last}", shown.join(", ")))
}

/// A help, its lines below it; a single one behind it.
pub(super) fn help(help: &Help) -> String {
    match help.lines.as_slice() {
        [] => help.text.clone(),
        [line] => format!("{}: `{line}`", help.text),
        lines => format!("{}:\n    {}", help.text, lines.join("\n    ")),
    }
}

/// What is underlined: of several lines the first, as the rest is the item's own business.
fn visible(code: &sources::Code) -> Range<usize> {
    let text = &code.text[code.range.clone()];
    let line = text.lines().next().unwrap_or_default();
    code.range.start..code.range.start + line.trim_end().len()
}

fn origin<'a>(spot: &'a Spot<'_>) -> Origin<'a> {
    let place = &spot.label.place;
    let origin = Origin::path(&spot.file);
    match (usize::try_from(place.line), usize::try_from(place.column)) {
        (Ok(line @ 1..), Ok(column)) => origin.line(line).char_column(column),
        _ => origin,
    }
}

fn level(level: finding::Level) -> Level<'static> {
    match level {
        finding::Level::Error => Level::ERROR,
        finding::Level::Warning => Level::WARNING,
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[track_caller]
    fn check(names: &[&str], expected: Option<&str>) {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        assert_eq!(listed("in", &names).as_deref(), expected);
    }

    #[test]
    fn lists_end_early() {
        check(&[], None);
        check(&["a"], Some("in a"));
        check(&["a", "b"], Some("in a and b"));
        check(&["a", "b", "c", "d"], Some("in a, b, c and d"));
        check(&["a", "b", "c", "d", "e"], Some("in a, b, c and 2 more"));
    }
}
