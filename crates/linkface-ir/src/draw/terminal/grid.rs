//! A page of characters, on which lines join where they meet.

use super::text::{Line, Style};
use unicode_width::UnicodeWidthChar;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;
const DASHED: u8 = 16;

/// A page of characters.
pub(super) struct Grid {
    width: usize,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    /// Where lines lead from here.
    lines: u8,
    /// What stands on the lines. `\0` is nothing; the second half of a wide character is `\u{1}`.
    character: char,
    style: Style,
}

/// Larger pages aren't drawn.
const MOST_CELLS: usize = 4_000_000;

impl Grid {
    /// An empty page, if it isn't too large.
    pub(super) fn new(width: i64, height: i64) -> Option<Self> {
        let width = usize::try_from(width).ok()?;
        let count = usize::try_from(height).ok()?.checked_mul(width)?;
        (count <= MOST_CELLS).then(|| Self {
            width,
            cells: vec![Cell::default(); count],
        })
    }

    fn cell(&mut self, x: i64, y: i64) -> Option<&mut Cell> {
        let x = usize::try_from(x).ok().filter(|x| *x < self.width)?;
        let y = usize::try_from(y).ok()?;
        self.cells
            .get_mut(y.checked_mul(self.width)?.checked_add(x)?)
    }

    fn join(&mut self, x: i64, y: i64, lines: u8, dashed: bool, style: Style) {
        if let Some(cell) = self.cell(x, y) {
            // Where a dashed line meets another one, it is a line.
            let stays = dashed && (cell.lines == 0 || cell.lines & DASHED != 0);
            cell.lines = (cell.lines & !DASHED) | lines | if stays { DASHED } else { 0 };
            cell.style = style;
        }
    }

    /// A line from cell to cell, both included, straight down, up or sideways.
    pub(super) fn line(&mut self, from: (i64, i64), to: (i64, i64), dashed: bool, style: Style) {
        let step = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
        let (forth, back) = match step {
            (1, _) => (RIGHT, LEFT),
            (-1, _) => (LEFT, RIGHT),
            (_, 1) => (DOWN, UP),
            (_, -1) => (UP, DOWN),
            _ => return,
        };
        let mut at = from;
        loop {
            let before = if at == from { 0 } else { back };
            let after = if at == to { 0 } else { forth };
            self.join(at.0, at.1, before | after, dashed, style);
            if at == to {
                break;
            }
            at = (at.0 + step.0, at.1 + step.1);
        }
    }

    /// A line that begins here leads down from what is above.
    pub(super) fn open_above(&mut self, x: i64, y: i64, dashed: bool, style: Style) {
        self.join(x, y, UP, dashed, style);
    }

    /// A border: lines and corners.
    pub(super) fn frame(&mut self, left: i64, top: i64, right: i64, bottom: i64, style: Style) {
        self.line((left, top), (right, top), false, style);
        self.line((left, bottom), (right, bottom), false, style);
        self.line((left, top), (left, bottom), false, style);
        self.line((right, top), (right, bottom), false, style);
    }

    /// Text over whatever is there.
    pub(super) fn write(&mut self, x: i64, y: i64, text: &str, style: Style) {
        let mut at = x;
        for character in text.chars() {
            let width = i64::try_from(character.width().unwrap_or(0)).unwrap_or(0);
            for nth in 0..width {
                if let Some(cell) = self.cell(at + nth, y) {
                    *cell = Cell {
                        lines: 0,
                        character: if nth == 0 { character } else { '\u{1}' },
                        style,
                    };
                }
            }
            at += width;
        }
    }

    /// The lines, without what is blank at their ends.
    pub(super) fn lines(&self) -> Vec<Line> {
        self.cells
            .chunks(self.width.max(1))
            .map(|row| {
                let used = row
                    .iter()
                    .rposition(|cell| cell.lines != 0 || cell.character != '\0');
                let mut line = Line::default();
                for cell in &row[..used.map_or(0, |last| last + 1)] {
                    match cell.character {
                        '\u{1}' => {}
                        '\0' if cell.lines == 0 => line.add(Style::Plain, " "),
                        '\0' => line.add(cell.style, glyph(cell.lines)),
                        character => line.add(cell.style, character.encode_utf8(&mut [0; 4])),
                    }
                }
                line
            })
            .collect()
    }
}

fn glyph(lines: u8) -> &'static str {
    let dashed = lines & DASHED != 0;
    match lines & !DASHED {
        0 => " ",
        it if it & !(UP | DOWN) == 0 => {
            if dashed {
                "┆"
            } else {
                "│"
            }
        }
        it if it & !(LEFT | RIGHT) == 0 => {
            if dashed {
                "┄"
            } else {
                "─"
            }
        }
        it if it == DOWN | RIGHT => "┌",
        it if it == DOWN | LEFT => "┐",
        it if it == UP | RIGHT => "└",
        it if it == UP | LEFT => "┘",
        it if it == UP | DOWN | RIGHT => "├",
        it if it == UP | DOWN | LEFT => "┤",
        it if it == DOWN | LEFT | RIGHT => "┬",
        it if it == UP | LEFT | RIGHT => "┴",
        _ => "┼",
    }
}
