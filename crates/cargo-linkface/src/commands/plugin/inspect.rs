//! `cargo linkface plugin inspect`.

use super::machine;
use super::open::{Interface, open};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_plugin::header::{Header, Role};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What a plugin exports and needs, and by which compiler it was made
///
/// The file is read, not loaded: nothing of it runs. Interfaces are shown as Rust, with the sizes and
/// offsets that this plugin was compiled with.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface plugin inspect mods/euler.so
  cargo linkface plugin inspect mods/euler.so --json | jq .exports")]
pub(crate) struct Args {
    /// The plugin: an ELF, Mach-O or PE file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Reads it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let (header, interfaces) = open(&args.file)?;
    let shell = session.shell();
    if shell.format() == MessageFormat::Json {
        let file = args.file.display().to_string();
        let plugin = machine::Plugin::new(&file, &header, &interfaces);
        writeln!(shell.out(), "{}", json::line(&plugin))?;
        Summary::new(&[], &[]).write(shell)?;
    } else {
        write(&mut shell.out(), &header, &interfaces)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write(out: &mut impl Write, header: &Header, interfaces: &[Interface]) -> io::Result<()> {
    writeln!(out, "{} {}", header.package, header.version)?;
    let order = if header.big_endian { "big" } else { "little" };
    let panic = if header.aborts { "abort" } else { "unwind" };
    let (target, width) = (&header.target, header.pointer_width);
    writeln!(out, "  compiler  {}", header.rustc)?;
    writeln!(out, "  target    {target}, {width}-bit, {order}-endian")?;
    writeln!(out, "  panic     {panic}")?;
    writeln!(out, "  runtime   {}", header.runtime)?;
    let mut shown: Vec<&Interface> = Vec::new();
    for interface in interfaces {
        let root = interface.description.root();
        let (name, version) = (&root.name, root.number);
        match interface.role {
            Role::Implements => {
                writeln!(
                    out,
                    "implements {name}, version {version}, as {}",
                    interface.name
                )?;
            }
            Role::Needs => writeln!(out, "needs {name}, version {version}")?,
        }
        if interface.build != 0 {
            writeln!(out, "  of build  {:016x}", interface.build)?;
        }
        if shown
            .iter()
            .all(|known| known.description != interface.description)
        {
            shown.push(interface);
        }
    }
    for interface in shown {
        write!(out, "\n{}", interface.description.to_rust())?;
    }
    Ok(())
}
