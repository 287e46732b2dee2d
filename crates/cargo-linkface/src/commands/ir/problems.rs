//! What is wrong with a function, as rustc shows what is wrong with a program.

use super::select::Selection;
use crate::failure::Failure;
use crate::shell::Shell;
use annotate_snippets::{AnnotationKind, Group, Level, Snippet};
use linkface_ir::Function;
use linkface_ir::problem::Problem;
use linkface_ir::span::{self, Span};
use linkface_ir::verify::Verifier;
use std::io::Write;
use std::ops::Range;

/// What is wrong with a function.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    /// What couldn't be read, or would be refused by LLVM.
    pub(crate) errors: Vec<Problem>,
    /// What LLVM accepts, though it can't be meant.
    pub(crate) warnings: Vec<Problem>,
}

impl Problems {
    /// Of the function that was selected.
    pub(crate) fn new(selection: &Selection<'_>, function: &Function<'_>) -> Self {
        // What follows from something that couldn't be read helps nobody.
        if !function.problems().is_empty() {
            return Self {
                errors: function.problems().to_vec(),
                warnings: Vec::new(),
            };
        }
        let verifier = Verifier::new(Some(selection.module));
        Self {
            errors: verifier.verify(function),
            warnings: verifier.lints(function),
        }
    }

    /// Tells them on standard error.
    pub(crate) fn tell(&self, selection: &Selection<'_>, shell: &Shell) -> Result<(), Failure> {
        let errors = self.errors.iter().map(|problem| (Level::ERROR, problem));
        let warnings = self
            .warnings
            .iter()
            .map(|problem| (Level::WARNING, problem));
        for (level, problem) in errors.chain(warnings) {
            let text = render(selection, problem, level, shell);
            writeln!(shell.err(), "\n{text}")?;
        }
        Ok(())
    }
}

/// Refuses a function that LLVM would refuse, before something is made of it.
pub(crate) fn refuse(
    selection: &Selection<'_>,
    function: &Function<'_>,
    shell: &Shell,
) -> Result<(), Failure> {
    let problems = Problems::new(selection, function);
    if problems.errors.is_empty() {
        return Ok(());
    }
    let errors = Problems {
        warnings: Vec::new(),
        ..problems
    };
    errors.tell(selection, shell)?;
    Err(Failure::Reported)
}

fn render(selection: &Selection<'_>, problem: &Problem, level: Level<'_>, shell: &Shell) -> String {
    let text = selection.module.text();
    let lines = lines(text, problem);
    let within = |span: Span| {
        let range = span.range();
        let start = range.start.saturating_sub(lines.start);
        start..range.end.saturating_sub(lines.start).max(start)
    };
    let mut snippet = Snippet::source(text.get(lines.clone()).unwrap_or_default())
        .path(&selection.source.name)
        .line_start(span::place(text, lines.start).line)
        .annotation(
            AnnotationKind::Primary
                .span(within(problem.span))
                .label(&*problem.label),
        );
    for (place, label) in &problem.related {
        snippet = snippet.annotation(AnnotationKind::Context.span(within(*place)).label(&**label));
    }
    let group = Group::with_title(level.primary_title(&*problem.message))
        .element(snippet)
        .elements(problem.help.iter().map(|help| Level::HELP.message(&**help)));
    shell.renderer().render(&[group])
}

/// The whole lines in which everything is that a problem names.
fn lines(text: &str, problem: &Problem) -> Range<usize> {
    let places = problem.related.iter().map(|(place, _)| *place);
    let all = places.fold(problem.span, Span::to).range();
    let clamp = |at: usize| text.floor_char_boundary(at);
    let start = text[..clamp(all.start)].rfind('\n').map_or(0, |at| at + 1);
    let end = text[clamp(all.end)..]
        .find('\n')
        .map_or(text.len(), |length| clamp(all.end) + length);
    start..end
}
