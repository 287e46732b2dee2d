//! A lander: come down softly, on the green pad, in whatever weather the mods bring.

mod options;

use engine::terminal::{Terminal, Wish};
use engine::{Color, Levels, Mods, Phase, Screen, World, fly};
use options::Options;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io, panic};

fn main() -> ExitCode {
    // As usual, but for the thread's number, which is another one each time.
    panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    let ended = Options::read().and_then(|options| {
        if options.help {
            print!("{}", options::HELP);
            Ok(())
        } else if options.headless {
            headless(&options)
        } else {
            play(&options)
        }
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// One level, flown by the pilot, in text. The same options make the same text.
fn headless(options: &Options) -> Result<(), Box<dyn Error>> {
    let level = Levels::open(&options.levels)?.get(options.level)?;
    let mut world = World::new(level, options.seed);
    let mut screen = Screen::default();
    let (mut mods, refused) = Mods::load(&options.mods)?;
    for error in refused {
        println!("refused: {error}");
    }
    println!("mods: {}", mods.names().join(", "));
    mods.enter(&mut world);
    for frame in 0..options.frames {
        if world.phase != Phase::Flying {
            break;
        }
        let controls = fly(&world);
        world.step(controls);
        if let Some((_, file)) = options.replace.as_ref().filter(|(when, _)| *when == frame) {
            install(file, &options.mods)
                .map_err(|error| format!("cannot install {}: {error}", file.display()))?;
            mods.reload(&mut world);
        }
        mods.update(&mut world);
        for line in world.heard() {
            println!("{:5.1} s  {line}", world.time);
        }
        if frame.is_multiple_of(90) {
            let World {
                time, ship, rain, ..
            } = &world;
            let (at, speed, wind) = (ship.position, ship.velocity, world.wind_at(ship.position.y));
            println!(
                "{time:5.1} s  at {:4.1} {:4.1}, speed {:+4.1} {:+4.1}, wind {wind:+4.1}, rain {rain:3.1}",
                at.x, at.y, speed.x, speed.y
            );
        }
        if options.picture == Some(frame) {
            world.draw(&mut screen);
            print!("{screen}");
        }
    }
    println!("{:5.1} s  {}", world.time, told(&world.phase));
    Ok(())
}

/// As a build does: the file is another one, what is mapped stays as it is.
fn install(file: &Path, mods: &Path) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default();
    let fresh = mods.join("fresh");
    fs::copy(file, &fresh)?;
    fs::rename(fresh, mods.join(name))
}

/// One level after the other, until the player has had enough.
fn play(options: &Options) -> Result<(), Box<dyn Error>> {
    let levels = Levels::open(&options.levels)?;
    let mut screen = Screen::default();
    let (mut level, mut total) = (options.level, 0);
    let (mut mods, refused) = Mods::load(&options.mods)?;
    let mut frame = 0_u32;
    let mut terminal = Terminal::enter()?;
    'levels: loop {
        let mut world = World::new(levels.get(level)?, options.seed + u64::from(level));
        mods.enter(&mut world);
        let mut message = match refused.first() {
            Some(error) => error.to_string(),
            None => "Keys: arrows or W A D. Land softly on the green pad. Q quits.".to_owned(),
        };
        loop {
            let (controls, wish) = terminal.input()?;
            if wish == Wish::Quit {
                break 'levels;
            }
            world.step(controls);
            frame += 1;
            if frame.is_multiple_of(30) {
                mods.reload(&mut world);
            }
            mods.update(&mut world);
            if let Some(line) = world.heard().pop() {
                message = line;
            }
            let is_over = world.phase != Phase::Flying;
            if is_over && wish == Wish::Continue {
                if let Phase::Landed(score) = world.phase {
                    total += score;
                    level += 1;
                }
                continue 'levels;
            }
            world.draw(&mut screen);
            if is_over {
                let line = format!("{} ENTER goes on, Q quits.", told(&world.phase));
                screen.message(&line, Color::Yellow);
            } else {
                screen.message(&message, Color::White);
            }
            terminal.show(&screen)?;
        }
    }
    drop(terminal);
    println!("You came to level {level} with {total} points.");
    Ok(())
}

fn told(phase: &Phase) -> String {
    match phase {
        Phase::Flying => "Still flying.".to_owned(),
        Phase::Landed(score) => format!("Landed: {score} points!"),
        Phase::Crashed(why) => format!("Crashed. {why}"),
    }
}
