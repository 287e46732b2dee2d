//! The command line.

use lexopt::prelude::*;
use std::error::Error;
use std::path::PathBuf;

pub(crate) const HELP: &str = "\
Land softly on the green pad, in whatever weather the mods bring.

Usage: game [options]

  --mods DIR      where mods are [default: mods, beside the program]
  --levels FILE   the script that makes levels [default: levels.rhai, beside the program]
  --level N       which level [default: 1]
  --seed N        which hills [default: 1]
  --headless      the computer flies one level, in text
  --frames N      for so long at most, 30 being a second [default: 1800]
  --picture N     shows frame N as it would be seen
  --replace N FILE
                  puts FILE in the place of a mod at frame N, as a build of it would
";

pub(crate) struct Options {
    pub(crate) mods: PathBuf,
    pub(crate) levels: PathBuf,
    pub(crate) level: u32,
    pub(crate) seed: u64,
    pub(crate) headless: bool,
    pub(crate) frames: u32,
    pub(crate) picture: Option<u32>,
    pub(crate) replace: Option<(u32, PathBuf)>,
    pub(crate) help: bool,
}

impl Options {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let program = std::env::current_exe()?;
        let mut options = Self {
            mods: program.with_file_name("mods"),
            levels: program.with_file_name("levels.rhai"),
            level: 1,
            seed: 1,
            headless: false,
            frames: 1800,
            picture: None,
            replace: None,
            help: false,
        };
        let mut args = lexopt::Parser::from_env();
        while let Some(arg) = args.next()? {
            match arg {
                Long("mods") => options.mods = args.value()?.into(),
                Long("levels") => options.levels = args.value()?.into(),
                Long("level") => options.level = args.value()?.parse()?,
                Long("seed") => options.seed = args.value()?.parse()?,
                Long("headless") => options.headless = true,
                Long("frames") => options.frames = args.value()?.parse()?,
                Long("picture") => options.picture = Some(args.value()?.parse()?),
                Long("replace") => {
                    options.replace = Some((args.value()?.parse()?, args.value()?.into()));
                }
                Long("help") | Short('h') => options.help = true,
                _ => return Err(format!("{}; see `game --help`", arg.unexpected()).into()),
            }
        }
        Ok(options)
    }
}
