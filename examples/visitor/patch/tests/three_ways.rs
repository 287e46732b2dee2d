//! Closures, `sam!` with captures, and structs written by hand tell the same, whatever the input.

use linkface_traits::sam;
use patch::{Change, Error, File, Files, Hunk, Line, Resume, Visitor, by_hand, no_dyn};
use std::ops::ControlFlow;

const PATCH: &str = include_str!("../../input/journal.patch");

#[derive(Clone, Copy, Debug, PartialEq)]
enum Event<'s> {
    File(File<'s>),
    Hunk(Hunk<'s>),
    Line(Line<'s>),
}

/// Writes down what it is told, and pauses when its patience is at an end.
struct Log<'s> {
    events: Vec<Event<'s>>,
    patience: usize,
    left: usize,
}

impl<'s> Log<'s> {
    fn new(patience: usize) -> Self {
        Self {
            events: Vec::new(),
            patience,
            left: patience,
        }
    }

    fn tell(&mut self, event: Event<'s>) -> ControlFlow<()> {
        self.events.push(event);
        self.left -= 1;
        if self.left == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl<'s> Visitor<'s> for Log<'s> {
    fn line(&mut self, line: Line<'s>) -> ControlFlow<()> {
        self.tell(Event::Line(line))
    }

    fn hunk(&mut self, hunk: Hunk<'s>) -> ControlFlow<()> {
        self.tell(Event::Hunk(hunk))
    }
}

impl<'s> Files<'s> for Log<'s> {
    fn file(&mut self, file: File<'s>, mut changes: impl Resume<'s>) -> Result<(), Error> {
        self.events.push(Event::File(file));
        loop {
            self.left = self.patience;
            changes.resume(self)?;
            if self.left > 0 {
                return Ok(());
            }
        }
    }
}

type Told<'s> = (Vec<Event<'s>>, Result<(), Error>);

/// What each of the three tells a visitor that pauses after `patience` events.
fn told(patch: &str, patience: usize) -> [Told<'_>; 3] {
    [patch::parse, no_dyn::parse, by_hand::parse].map(|parse| {
        let mut log = Log::new(patience);
        let result = parse(patch, &mut log);
        (log.events, result)
    })
}

/// What all three tell a visitor without pauses.
fn agreed(patch: &str) -> Told<'_> {
    let [told, no_dyn, by_hand] = told(patch, usize::MAX);
    assert_eq!(told, no_dyn, "{patch}");
    assert_eq!(told, by_hand, "{patch}");
    told
}

#[test]
fn the_whole_input() {
    let (events, result) = agreed(PATCH);
    assert_eq!(result, Ok(()));
    let count = |is: fn(&Event<'_>) -> bool| events.iter().filter(|event| is(event)).count();
    assert_eq!(count(|event| matches!(event, Event::File(_))), 6);
    assert_eq!(count(|event| matches!(event, Event::Hunk(_))), 8);
    let removed =
        |event: &Event<'_>| matches!(event, Event::Line(line) if line.change == Change::Removed);
    assert_eq!(count(removed), 23);
}

#[test]
fn cut_off_at_each_byte() {
    let (all, _) = agreed(PATCH);
    for end in 0..PATCH.len() {
        let (events, result) = agreed(&PATCH[..end]);
        // The last one may have been cut.
        let whole = events.len().saturating_sub(1);
        assert_eq!(events[..whole], all[..whole], "cut at {end}");
        if let Err(error) = result {
            // It is found in the last line, or behind it.
            let last = PATCH[..end].lines().count();
            assert!(
                [last, last + 1].contains(&(error.line as usize)),
                "cut at {end}: {error}"
            );
        }
    }
}

#[test]
fn damaged_at_each_byte() {
    for (at, damage) in (0..PATCH.len()).zip(["@", "+", "-", " ", "9", "\n", "ß"].iter().cycle()) {
        let _ = agreed(&[&PATCH[..at], damage, &PATCH[at + 1..]].concat());
    }
}

#[test]
fn paused_after_each_event() {
    let expected = agreed(PATCH);
    for patience in 1..50 {
        for told in told(PATCH, patience) {
            assert_eq!(told, expected);
        }
    }
}

#[test]
fn without_what_is_kept() {
    let [mut log, mut no_dyn, mut by_hand] = [(); 3].map(|()| Log::new(usize::MAX));
    patch::parse(
        PATCH,
        &mut sam!(impl Files<'s> [log: &mut Log<'s>]
            |_: File<'s>, changes: impl Resume<'s>| patch::changed(changes).resume(log)
        ),
    )
    .unwrap();
    no_dyn::parse(
        PATCH,
        &mut sam!(impl Files<'s> [no_dyn: &mut Log<'s>]
            |_: File<'s>, changes: impl Resume<'s>| no_dyn::changed(changes).resume(no_dyn)
        ),
    )
    .unwrap();
    by_hand::parse(
        PATCH,
        &mut sam!(impl Files<'s> [by_hand: &mut Log<'s>]
            |_: File<'s>, changes: impl Resume<'s>| by_hand::changed(changes).resume(by_hand)
        ),
    )
    .unwrap();
    assert_eq!(log.events, no_dyn.events);
    assert_eq!(log.events, by_hand.events);

    let (mut all, _) = agreed(PATCH);
    all.retain(|event| matches!(event, Event::Line(line) if line.change != Change::Kept));
    assert_eq!(log.events, all);
}
