//! How a run ended, on the lines where it did.

use super::Ended;
use super::place::{Files, Origin, Spot};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use linkface_ir::run::{Machine, Panic, Poison, Site, Stopped, Undefined, Value};

/// A message with places.
pub(super) struct Report<'s> {
    level: Level<'static>,
    title: String,
    marks: Vec<Mark<'s>>,
    origin: Option<Origin>,
    notes: Vec<String>,
    helps: Vec<String>,
}

/// Something to say at a place of the IR.
struct Mark<'s> {
    spot: Spot<'s>,
    label: String,
    primary: bool,
}

/// How many calls a report tells.
const CALLS: usize = 5;

/// The function returned poison.
pub(super) fn poison<'s>(
    value: &Value,
    ended: &Ended<'_, '_, '_>,
    files: &Files<'s>,
) -> Option<Report<'s>> {
    let poison = value.poison()?;
    let whole = matches!(value, Value::Poison(_));
    let title = if whole {
        "the result is poison"
    } else {
        "a part of the result is poison"
    };
    let mut report = Report::new(Level::WARNING, title);
    let (site, why) = poison.origin();
    report.mark(files, ended.machine, site, why, true);
    report.way(files, ended.machine, poison, None);
    report.origin = files.origin(site, ended.machine);
    report.notes.push(
        "nothing went wrong yet: it would, if a branch, an address or a division depended on it"
            .to_owned(),
    );
    Some(report)
}

/// Undefined behaviour.
pub(super) fn undefined<'s>(
    undefined: &Undefined,
    ended: &Ended<'_, '_, '_>,
    files: &Files<'s>,
) -> Report<'s> {
    let title = format!("undefined behaviour: {}", undefined.message);
    let mut report = Report::new(Level::ERROR, title);
    let machine = ended.machine;
    report.mark(files, machine, undefined.site, &undefined.label, true);
    if let Some(poison) = &undefined.poison {
        let (site, why) = poison.origin();
        if site != undefined.site {
            report.mark(
                files,
                machine,
                site,
                &format!("poison is made here: {why}"),
                false,
            );
        } else if !why.is_empty() {
            report.notes.push(format!("it is poison because {why}"));
        }
        report.way(files, machine, poison, Some(undefined.site));
    }
    for (site, label) in &undefined.related {
        report.mark(files, machine, *site, label, false);
    }
    report.origin = files.origin(undefined.site, machine);
    report.calls(files, machine, &undefined.calls);
    report.helps.extend(undefined.help.iter().cloned());
    report
}

/// A panic.
pub(super) fn panicked<'s>(
    panic: &Panic,
    ended: &Ended<'_, '_, '_>,
    files: &Files<'s>,
) -> Report<'s> {
    let title = match &panic.message {
        Some(message) => format!("the program panics: {message}"),
        None => "the program panics".to_owned(),
    };
    let mut report = Report::new(Level::ERROR, title);
    let label = format!("this calls `{}`", panic.callee);
    report.mark(files, ended.machine, panic.site, &label, true);
    report.origin = files.origin(panic.site, ended.machine);
    if let Some(place) = &panic.place {
        report.notes.push(format!("it says that it is at {place}"));
    }
    report.calls(files, ended.machine, &panic.calls);
    report
}

/// A run that could not go on.
pub(super) fn stopped<'s>(
    stopped: &Stopped,
    ended: &Ended<'_, '_, '_>,
    files: &Files<'s>,
) -> Report<'s> {
    let mut report = Report::new(
        Level::ERROR,
        format!("the run stopped: {}", stopped.message),
    );
    if let Some(site) = stopped.site {
        report.mark(files, ended.machine, site, "here", true);
        report.origin = files.origin(site, ended.machine);
    }
    report.calls(files, ended.machine, &stopped.calls);
    report.helps.extend(stopped.help.iter().cloned());
    match stopped.reason {
        linkface_ir::run::Reason::Steps => {
            report.helps.push("`--steps` allows more".to_owned());
        }
        linkface_ir::run::Reason::Missing => {
            report.helps.push(
                "only what is in the IR can be run; of a package, `--all-crates` takes all of it"
                    .to_owned(),
            );
        }
        _ => {}
    }
    report
}

impl<'s> Report<'s> {
    fn new(level: Level<'static>, title: impl Into<String>) -> Self {
        Self {
            level,
            title: title.into(),
            marks: Vec::new(),
            origin: None,
            notes: Vec::new(),
            helps: Vec::new(),
        }
    }

    fn mark(
        &mut self,
        files: &Files<'s>,
        machine: &Machine<'_, '_>,
        site: Site,
        label: &str,
        primary: bool,
    ) {
        if let Some(mut spot) = files.spot(site, machine) {
            if site.instruction.is_none() {
                // Of a whole function the first line.
                let line = spot.text.lines().next().unwrap_or_default().len();
                spot.range = 0..line;
            }
            let label = label.to_owned();
            self.marks.push(Mark {
                spot,
                label,
                primary,
            });
        }
    }

    /// The instructions that passed poison on, but for the last.
    fn way(
        &mut self,
        files: &Files<'s>,
        machine: &Machine<'_, '_>,
        poison: &Poison,
        last: Option<Site>,
    ) {
        let origin = poison.origin().0;
        for site in poison.way() {
            if Some(site) != last && site != origin {
                self.mark(files, machine, site, "passed on here", false);
            }
        }
    }

    fn calls(&mut self, files: &Files<'s>, machine: &Machine<'_, '_>, calls: &[Site]) {
        for site in calls.iter().take(CALLS) {
            let Some((file, place)) = files.place(*site) else {
                continue;
            };
            let function = machine.function(site.function);
            let name = function.map_or_else(String::new, |function| {
                linkface_ir::lookup::Path::new(&function.name().text())
                    .text()
                    .to_owned()
            });
            let line = place.line;
            self.notes
                .push(format!("called by `{name}`, at {file}:{line}"));
        }
        if calls.len() > CALLS {
            self.notes
                .push(format!("and {} calls more", calls.len() - CALLS));
        }
    }

    /// As rustc shows a diagnostic, without a line break at its end.
    pub(super) fn render(&self, renderer: &Renderer) -> String {
        let mut group = Group::with_title(self.level.clone().primary_title(&self.title));
        // One frame for each function, that of the primary place first.
        let mut marks: Vec<&Mark<'_>> = self.marks.iter().collect();
        marks.sort_by_key(|mark| !mark.primary);
        while let Some(first) = marks.first().copied() {
            let same = |mark: &&Mark<'_>| {
                mark.spot.file == first.spot.file && mark.spot.line == first.spot.line
            };
            let (frame, rest): (Vec<&Mark<'_>>, Vec<&Mark<'_>>) = marks.into_iter().partition(same);
            let annotations = frame.iter().map(|mark| {
                let kind = if mark.primary {
                    AnnotationKind::Primary
                } else {
                    AnnotationKind::Context
                };
                kind.span(mark.spot.range.clone()).label(&mark.label)
            });
            group = group.element(
                Snippet::source(first.spot.text)
                    .path(first.spot.file)
                    .line_start(first.spot.line)
                    .annotations(annotations),
            );
            marks = rest;
        }
        let mut places = Vec::new();
        if let Some(origin) = &self.origin {
            let line = usize::try_from(origin.line).unwrap_or(1);
            match &origin.text {
                Some(text) => {
                    let column = usize::try_from(origin.column)
                        .unwrap_or(1)
                        .saturating_sub(1);
                    let start = text.char_indices().nth(column).map_or(0, |(at, _)| at);
                    group = group.element(
                        Snippet::source(text)
                            .path(&origin.file)
                            .line_start(line)
                            .annotation(
                                AnnotationKind::Context
                                    .span(start..text.trim_end().len().max(start))
                                    .label("in the source"),
                            ),
                    );
                }
                None => places.push(format!("in the source this is {}:{line}", origin.file)),
            }
        }
        let group = group
            .elements(places.iter().map(|note| Level::NOTE.message(note)))
            .elements(self.notes.iter().map(|note| Level::NOTE.message(note)))
            .elements(self.helps.iter().map(|help| Level::HELP.message(help)));
        renderer.render(&[group])
    }
}
