//! `cargo linkface plugin diff`.

use super::machine;
use super::open::{Interface, open};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_plugin::check::{self, Caller, Difference};
use linkface_plugin::describe::Description;
use linkface_plugin::header::{Header, Role};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// What a change of a plugin's interfaces breaks, in the words of the load error
///
/// In both roles: the new plugin in programs that were built with the old one's interfaces, and the old
/// plugin in programs with the new one's.
///
/// Exit codes: 0 each loads in the other's programs, 1 something breaks, 2 a file is no plugin.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface plugin diff released/euler.so target/release/libeuler.so")]
pub(crate) struct Args {
    /// The plugin as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The plugin as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

/// A plugin in programs with the interfaces of another.
pub(super) struct Answer {
    /// Which one is loaded: `new` or `old`.
    pub(super) plugin: &'static str,
    /// What is said of interfaces that are there once only, and of the platform.
    pub(super) others: Vec<String>,
    pub(super) differences: Vec<Difference>,
    /// Methods whose default bodies run, with their interfaces.
    pub(super) defaults: Vec<String>,
}

impl Answer {
    pub(super) fn loads(&self) -> bool {
        self.others.is_empty() && self.differences.is_empty()
    }
}

/// Compares.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let (old, new) = (open(&args.old)?, open(&args.new)?);
    let answers = [answer("new", &new, &old), answer("old", &old, &new)];
    let shell = session.shell();
    if shell.format() == MessageFormat::Json {
        let names = [&args.old, &args.new].map(|file| file.display().to_string());
        let diff = machine::Diff::new(&names, &answers);
        writeln!(shell.out(), "{}", json::line(&diff))?;
        Summary::new(&[], &[]).write(shell)?;
    } else {
        for answer in &answers {
            write(&mut shell.out(), answer)?;
        }
    }
    let loads = answers.iter().all(Answer::loads);
    Ok(if loads {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn write(out: &mut impl Write, answer: &Answer) -> Result<(), Failure> {
    let (plugin, host) = match answer.plugin {
        "new" => ("the new plugin", "old"),
        _ => ("the old plugin", "new"),
    };
    let verb = if answer.loads() {
        "loads"
    } else {
        "does not load"
    };
    writeln!(
        out,
        "{plugin} {verb} in programs with the {host} interfaces"
    )?;
    for difference in &answer.differences {
        writeln!(out, "  {difference}")?;
    }
    for other in &answer.others {
        writeln!(out, "  {other}")?;
    }
    if answer.loads() {
        for method in &answer.defaults {
            writeln!(out, "  the default body of {method} runs")?;
        }
    }
    Ok(())
}

type Plugin = (Header, Vec<Interface>);

fn answer(which: &'static str, plugin: &Plugin, host: &Plugin) -> Answer {
    let mut answer = Answer {
        plugin: which,
        others: Vec::new(),
        differences: Vec::new(),
        defaults: Vec::new(),
    };
    let (of_plugin, of_host) = (&plugin.0, &host.0);
    if of_plugin.runtime != of_host.runtime {
        answer.others.push(format!(
            "what crosses has version {} in plugin, {} in host",
            of_plugin.runtime, of_host.runtime
        ));
    }
    if of_plugin.target != of_host.target {
        answer.others.push(format!(
            "the plugin is for {}, the host for {}",
            of_plugin.target, of_host.target
        ));
    }
    if of_plugin.aborts && !of_host.aborts {
        answer
            .others
            .push("the plugin was compiled with `panic = \"abort\"`".to_owned());
    }
    let mut done: Vec<(&str, Role)> = Vec::new();
    for interface in &plugin.1 {
        let name = interface.description.root().name.as_str();
        if done.contains(&(name, interface.role)) {
            continue;
        }
        done.push((name, interface.role));
        let known = same(&host.1, name, interface.role);
        match (interface.role, known) {
            (Role::Implements, Some(known)) => {
                compare(
                    &mut answer,
                    &known.description,
                    &interface.description,
                    Caller::Host,
                );
                build(&mut answer, interface, known);
            }
            (Role::Needs, Some(known)) => {
                compare(
                    &mut answer,
                    &interface.description,
                    &known.description,
                    Caller::Plugin,
                );
                build(&mut answer, interface, known);
            }
            // Nobody asks for it.
            (Role::Implements, None) => {}
            (Role::Needs, None) => answer.others.push(format!(
                "the plugin needs {name}, which the host doesn't know"
            )),
        }
    }
    for interface in &host.1 {
        let name = interface.description.root().name.as_str();
        let is_asked_for = interface.role == Role::Implements;
        if is_asked_for && same(&plugin.1, name, interface.role).is_none() {
            let text = format!("the plugin doesn't implement {name}");
            if !answer.others.contains(&text) {
                answer.others.push(text);
            }
        }
    }
    answer
}

fn same<'a>(interfaces: &'a [Interface], name: &str, role: Role) -> Option<&'a Interface> {
    interfaces
        .iter()
        .find(|known| known.role == role && known.description.root().name == name)
}

fn compare(answer: &mut Answer, caller: &Description, implementor: &Description, who: Caller) {
    answer
        .differences
        .extend(check::interface(caller, implementor, who));
    let name = &caller.root().name;
    let defaults = check::defaulted(caller, implementor);
    answer.defaults.extend(
        defaults
            .into_iter()
            .map(|method| format!("{name}::{method}")),
    );
}

/// Interfaces for which nothing but the build counts.
fn build(answer: &mut Answer, plugin: &Interface, host: &Interface) {
    if plugin.build != host.build {
        let name = &plugin.description.root().name;
        answer.others.push(format!(
            "{name} is `same_build`, and the plugin was compiled against another build of it"
        ));
    }
}
