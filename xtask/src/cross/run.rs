//! Programs, run.

use super::folder;
use super::outcome::Outcome;
use super::target::{Runner, Target};
use super::tools::{Tools, assets, done};
use crate::command::{Failure, Result};
use crate::{place, tool};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// More than any program takes, on any machine.
const SECONDS: &str = "60";

/// Makes what programs for this platform need to be run.
pub(super) fn prepare(tools: &Tools, target: &Target) -> Result {
    match target.runner {
        Runner::Loader(compiler, _, _) => {
            let loader = loader(tools, target);
            if let Some(folder) = loader.parent() {
                folder::create(folder)?;
            }
            let mut compile = tool::tool(compiler, &place::repository());
            compile.args(["-O1", "-static", "-o"]).arg(loader);
            compile.arg(assets().join("loader.c"));
            done(compile)?;
        }
        Runner::Wine => {
            // Once: two wines at a time would both make the folder.
            static IS_READY: Mutex<bool> = Mutex::new(false);
            let mut is_ready = IS_READY.lock().unwrap_or_else(PoisonError::into_inner);
            if !*is_ready {
                folder::create(&tools.work("wine"))?;
                let mut boot = wine(tools);
                boot.args(["wineboot", "--init"]);
                done(boot)?;
                *is_ready = true;
            }
        }
        Runner::Program(..) | Runner::Native | Runner::LinkedOnly => {}
    }
    Ok(())
}

fn loader(tools: &Tools, target: &Target) -> PathBuf {
    tools.work(&format!("{}/loader", target.triple))
}

fn wine(tools: &Tools) -> Command {
    let mut wine = tool::tool("wine", &place::repository());
    wine.env("WINEPREFIX", tools.work("wine"))
        .env("WINEDEBUG", "-all")
        // Don't offer to install .NET and a browser.
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env_remove("DISPLAY");
    wine
}

/// Runs a program, unless it can only be linked.
pub(super) fn run(tools: &Tools, target: &Target, program: &Path) -> Result<Outcome> {
    let here = place::repository();
    let mut command = tool::tool("timeout", &here);
    command.arg(SECONDS);
    match target.runner {
        Runner::LinkedOnly => return Ok(Outcome::Linked),
        Runner::Native => {}
        Runner::Program(emulator, args, _) => {
            command.arg(emulator).args(args);
        }
        Runner::Loader(_, emulator, _) => {
            command.args(emulator).arg(loader(tools, target));
        }
        Runner::Wine => {
            let wine = wine(tools);
            for (name, value) in wine.get_envs() {
                match value {
                    Some(value) => command.env(name, value),
                    None => command.env_remove(name),
                };
            }
            command.arg(wine.get_program());
        }
    }
    command.arg(program).stderr(Stdio::null());
    let output = command
        .output()
        .map_err(|error| Failure::new(format!("cannot run `timeout`: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(match output.status.code() {
        Some(0) => Outcome::Said(text),
        Some(124) => Outcome::Ended(format!("{text}\nit took more than {SECONDS} s")),
        _ => Outcome::Ended(format!("{text}\n{}", output.status)),
    })
}
