//! The player's terminal, which is left as it was found.

use crate::{Controls, STEP, Screen, screen};
use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue, style};
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long an engine burns for one key press. Terminals tell when a key goes down, and then again
/// and again, but not when it goes up.
const BURN: f32 = 0.15;

/// What the player wants.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Wish {
    #[default]
    Play,
    Continue,
    Quit,
}

/// The terminal while the game has it.
pub struct Terminal {
    /// Up, left, right.
    burning: [f32; 3],
    next: Instant,
    panics: Arc<Mutex<Vec<String>>>,
}

impl Terminal {
    /// Takes the terminal over, if it is one and large enough.
    pub fn enter() -> io::Result<Self> {
        if !(io::stdout().is_terminal() && io::stdin().is_terminal()) {
            return Err(io::Error::other("this is not a terminal: try `--headless`"));
        }
        if let Some(problem) = too_small()? {
            return Err(io::Error::other(problem));
        }
        terminal::enable_raw_mode()?;
        let panics = Arc::default();
        let terminal = Self {
            burning: [0.0; 3],
            next: Instant::now(),
            panics,
        };
        // From here on, it is put in order again when this is dropped. A panic, which may be one
        // that is survived, is shown then.
        let panics = Arc::clone(&terminal.panics);
        panic::set_hook(Box::new(move |panic| {
            let mut panics = panics.lock().unwrap_or_else(PoisonError::into_inner);
            panics.push(panic.to_string());
        }));
        execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)?;
        Ok(terminal)
    }

    /// What was pressed since the last time.
    pub fn input(&mut self) -> io::Result<(Controls, Wish)> {
        let mut wish = Wish::Play;
        while event::poll(self.next.saturating_duration_since(Instant::now()))? {
            let Event::Key(key) = event::read()? else {
                continue;
            };
            if key.kind == KeyEventKind::Release {
                continue;
            }
            match key.code {
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    wish = Wish::Quit;
                }
                KeyCode::Char('q') | KeyCode::Esc => wish = Wish::Quit,
                KeyCode::Enter => wish = Wish::Continue,
                KeyCode::Up | KeyCode::Char(' ' | 'w') => self.burning[0] = BURN,
                KeyCode::Left | KeyCode::Char('a') => self.burning[1] = BURN,
                KeyCode::Right | KeyCode::Char('d') => self.burning[2] = BURN,
                _ => {}
            }
        }
        self.next = Instant::now() + Duration::from_secs_f32(STEP);
        let [up, left, right] = self.burning.map(|left| left > 0.0);
        self.burning = self.burning.map(|left| left - STEP);
        Ok((Controls { up, left, right }, wish))
    }

    /// Shows a frame.
    pub fn show(&mut self, screen: &Screen) -> io::Result<()> {
        let mut out = io::stdout().lock();
        queue!(out, terminal::BeginSynchronizedUpdate)?;
        if let Some(problem) = too_small()? {
            let clear = terminal::Clear(terminal::ClearType::All);
            queue!(out, clear, cursor::MoveTo(0, 0), style::Print(problem))?;
        } else {
            screen.print(&mut out)?;
        }
        queue!(out, style::ResetColor, terminal::EndSynchronizedUpdate)?;
        out.flush()
    }
}

/// If the terminal is, it says so.
fn too_small() -> io::Result<Option<String>> {
    let (columns, lines) = terminal::size()?;
    let (width, height) = (screen::WIDTH, screen::HEIGHT + 2);
    let is_small = usize::from(columns) < width || usize::from(lines) < height;
    Ok(is_small.then(|| {
        format!(
            "the terminal has {columns} × {lines} characters: the game needs {width} × {height}"
        )
    }))
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = execute!(
            io::stdout(),
            style::ResetColor,
            cursor::Show,
            LeaveAlternateScreen
        );
        let _ = terminal::disable_raw_mode();
        if !std::thread::panicking() {
            drop(panic::take_hook());
        }
        let panics = self.panics.lock().unwrap_or_else(PoisonError::into_inner);
        for panic in panics.iter() {
            eprintln!("{panic}");
        }
    }
}
