//! 80 × 24 characters in color.

use crate::{Phase, Ship};
pub use crossterm::style::Color;
use crossterm::{cursor::MoveTo, queue, style};
use glam::{Vec2, vec2};
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

pub(crate) const WIDTH: usize = 80;
/// Without the lines for text, one above and one below.
pub(crate) const HEIGHT: usize = 22;

pub struct Screen {
    cells: [[(char, Color); WIDTH]; HEIGHT + 2],
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            cells: [[(' ', Color::Reset); WIDTH]; HEIGHT + 2],
        }
    }
}

impl Screen {
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Draws a character at a place in the world, if that is to be seen.
    pub fn put(&mut self, at: Vec2, glyph: char, color: Color) {
        let (column, height) = (at.x.floor(), at.y.floor());
        if (0.0..WIDTH as f32).contains(&column) && (0.0..HEIGHT as f32).contains(&height) {
            self.cells[HEIGHT - height as usize][column as usize] = (glyph, color);
        }
    }

    /// Writes into a line of the screen, 0 being the first.
    pub fn text(&mut self, column: usize, line: usize, text: &str, color: Color) {
        for (cell, glyph) in self.cells[line].iter_mut().skip(column).zip(text.chars()) {
            *cell = (glyph, color);
        }
    }

    /// Writes into the last line.
    pub fn message(&mut self, text: &str, color: Color) {
        self.text(0, HEIGHT + 1, text, color);
    }

    pub(crate) fn stars(&mut self) {
        for nth in 0..40_u32 {
            let hash = scatter(nth);
            let at = vec2((hash % 80) as f32, (hash / 80 % 22) as f32);
            let glyph = if nth % 5 == 0 { '+' } else { '.' };
            self.put(at, glyph, Color::DarkGrey);
        }
    }

    pub(crate) fn rain(&mut self, much: f32, time: f32, wind: impl Fn(f32) -> f32) {
        for nth in 0..(much * 120.0) as u32 {
            let hash = scatter(nth);
            let (column, start) = ((hash % 977) as f32, (hash / 977 % 221) as f32 / 10.0);
            let height = HEIGHT as f32 - (start + time * 14.0) % HEIGHT as f32;
            let wind = wind(height);
            let x = (column + wind * time * 2.0).rem_euclid(WIDTH as f32);
            let glyph = if wind > 1.5 {
                '\\'
            } else if wind < -1.5 {
                '/'
            } else {
                '|'
            };
            self.put(vec2(x, height), glyph, Color::DarkBlue);
        }
    }

    pub(crate) fn ground(&mut self, ground: &[f32], pad: Range<usize>) {
        const PARTS: [char; 8] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇'];
        for (column, &top) in ground.iter().enumerate() {
            let x = column as f32;
            for height in 0..top as usize {
                self.put(vec2(x, height as f32), '█', Color::DarkGrey);
            }
            let part = PARTS[(top.fract() * 8.0) as usize];
            if part != ' ' {
                self.put(vec2(x, top), part, Color::DarkGrey);
            }
            if pad.contains(&column) {
                self.put(vec2(x, top - 1.0), '▀', Color::Green);
            }
        }
    }

    pub(crate) fn ship(&mut self, ship: &Ship, phase: &Phase) {
        let at = ship.position;
        if let Phase::Crashed(_) = phase {
            for (nth, glyph) in "*.' *,'.*".chars().enumerate() {
                let side = vec2((nth % 5) as f32 - 2.0, (nth / 5) as f32);
                self.put(at + side, glyph, Color::Red);
            }
            return;
        }
        for (nth, glyph) in "/▀\\".chars().enumerate() {
            self.put(at + vec2(nth as f32 - 1.0, 0.0), glyph, Color::White);
        }
        self.put(at + vec2(0.0, 1.0), '▲', Color::White);
        if ship.burning.left {
            self.put(at + vec2(2.0, 0.5), '~', Color::Yellow);
        }
        if ship.burning.right {
            self.put(at + vec2(-2.0, 0.5), '~', Color::Yellow);
        }
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let mut last = None;
        for (line, cells) in (0..).zip(&self.cells) {
            queue!(out, MoveTo(0, line))?;
            for &(glyph, color) in cells {
                if last != Some(color) {
                    queue!(out, style::SetForegroundColor(color))?;
                    last = Some(color);
                }
                queue!(out, style::Print(glyph))?;
            }
        }
        Ok(())
    }
}

/// The finalizer of MurmurHash3.
fn scatter(nth: u32) -> u32 {
    let nth = (nth ^ 0x9e37_79b9).wrapping_mul(0x85eb_ca6b);
    let nth = (nth ^ nth >> 13).wrapping_mul(0xc2b2_ae35);
    nth ^ nth >> 16
}

/// Without colors.
impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for cells in &self.cells {
            let line: String = cells.iter().map(|(glyph, _)| glyph).collect();
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
