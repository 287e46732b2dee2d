//! The reasons, in words.

use super::reason::{Differs, Why};
use crate::check::{Caller, DifferenceKind};
use crate::file::FileError;
use crate::header::{RUNTIME, target};
use core::cmp::Ordering;
use std::env::consts::{DLL_EXTENSION, DLL_PREFIX, DLL_SUFFIX};
use std::io::ErrorKind;
use std::path::Path;

/// More differences are counted, not said.
const SAID: usize = 3;

/// In one line.
pub(super) fn reason(why: &Why) -> String {
    match why {
        Why::File(error) => error.to_string(),
        Why::Runtime(theirs) => format!(
            "it was compiled with another linkface-plugin: what crosses has version {theirs} there, and \
             {RUNTIME} in this program"
        ),
        Why::Target(theirs) => format!("it is for {theirs}, and this program for {}", target()),
        Why::Aborts => {
            "it was compiled with `panic = \"abort\"`: a panic in it would end this program"
                .to_owned()
        }
        Why::NotImplemented {
            interface,
            implemented,
        } => match &implemented[..] {
            [] => format!("it doesn't implement {interface}: it exports nothing"),
            others => format!(
                "it doesn't implement {interface}: it implements {}",
                others.join(", ")
            ),
        },
        Why::NotNamed { name, names } => {
            format!(
                "no implementor in it is named {name}: there is {}",
                names.join(", ")
            )
        }
        Why::Several { interface, names } => {
            format!("{} and {} both implement {interface}", names[0], names[1])
        }
        Why::Description(error) => error.to_string(),
        Why::Differs(differs) => match differs.differences.first() {
            Some(first) => first.to_string(),
            None => format!("{} differs", differs.interface),
        },
        Why::NotOffered { interface, .. } => {
            format!("it needs {interface}, which this program doesn't offer")
        }
        Why::Build { interface, .. } => {
            format!("it was compiled against another build of {interface}, which is `same_build`")
        }
        Why::Images(interface) => format!(
            "it has the crate that declares {interface}, which is `same_build`, or the standard library in itself"
        ),
        Why::Stale(interface) => format!(
            "this program was compiled against another build of {interface}, which is `same_build`, than the \
             one that is mapped"
        ),
        Why::SameTypes(other) => format!(
            "its types could be taken for those of {}, which is another build of the same crate",
            other.display()
        ),
        Why::NoneThere { interface, refused } => {
            let refused = refused.iter().map(|error| format!("\n{error}"));
            format!(
                "no plugin in it implements {interface}{}",
                refused.collect::<String>()
            )
        }
        Why::NotSingle { interface, found } => {
            let found: Vec<_> = found
                .iter()
                .map(|(path, name)| format!("{name} of {}", path.display()))
                .collect();
            format!(
                "{interface} is to have one implementor, and in it are {}",
                found.join(" and ")
            )
        }
        Why::Linker(words) => words.clone(),
        Why::Copy(error) => error.to_string(),
        Why::Changed => "it changed while it was loaded".to_owned(),
        Why::Overwritten => {
            "it was written to after it was loaded, so that what is loaded may be anything by now"
                .to_owned()
        }
        Why::Constructor(text) => text.clone(),
        Why::Panicked(text) => format!("it panicked when it was to make its implementor: {text}"),
        Why::Stateless => "it takes no state, and the one that it replaces has some".to_owned(),
        Why::Save(text) => format!("the one that it replaces panicked in `Reload::save`: {text}"),
        Why::Restore(text) => {
            format!("it doesn't take the state of the one that it replaces: {text}")
        }
        Why::RestorePanicked(text) => format!("it panicked in `Reload::restore`: {text}"),
        Why::Busy => "what it is to replace is being called by this very thread".to_owned(),
    }
}

/// Notes and what to do.
pub(super) fn more(why: &Why, host: &str, path: &Path) -> Vec<(&'static str, String)> {
    match why {
        Why::Differs(differs) => self::differs(differs, host),
        Why::File(error) => file(error, path)
            .map(|help| ("help", help))
            .into_iter()
            .collect(),
        _ => help(why, host)
            .map(|help| ("help", help))
            .into_iter()
            .collect(),
    }
}

fn differs(differs: &Differs, host: &str) -> Vec<(&'static str, String)> {
    let Differs {
        differences,
        interface,
        caller,
        versions: [ours, theirs],
        plugin: [rustc, package, version],
    } = differs;
    let mut more = Vec::new();
    let rest = differences.get(1..).unwrap_or_default();
    // As many lines as there are in all, but for the compilers' and the help's.
    let compilers = (host != rustc).then(|| {
        format!(
            "host: {}, plugin: {}",
            short(host, rustc),
            short(rustc, host)
        )
    });
    let room = SAID - 1 - usize::from(compilers.is_some());
    let said = if rest.len() > room {
        room.saturating_sub(1)
    } else {
        rest.len()
    };
    more.extend(rest[..said].iter().map(|next| ("note", next.to_string())));
    if said < rest.len() {
        let count = rest.len() - said;
        let differences = if count == 1 {
            "difference"
        } else {
            "differences"
        };
        more.push(("note", format!("there are {count} more {differences}")));
    }
    more.extend(compilers.map(|text| ("note", text)));
    let side = match caller {
        Caller::Host => "of this program",
        Caller::Plugin => "that this program offers",
    };
    // Of a method that is missing, the first line says what else helps.
    let or = if differences
        .iter()
        .all(|d| d.kind() == DifferenceKind::MethodMissing)
    {
        "or "
    } else {
        ""
    };
    let again = format!(
        "{or}build `{package}` {version} again, against the {interface} {side} (version {ours})"
    );
    more.push((
        "help",
        match theirs.cmp(ours) {
            Ordering::Less => again,
            Ordering::Greater => format!("{again}, or this program against version {theirs}"),
            Ordering::Equal => {
                format!("{again}, which is another one though it has the same number")
            }
        },
    ));
    more
}

/// `rustc 1.95.0`, if that says which of the two.
fn short<'a>(this: &'a str, other: &str) -> &'a str {
    fn words(text: &str) -> &str {
        text.split(" (").next().unwrap_or(text)
    }
    if words(this) == words(other) {
        this
    } else {
        words(this)
    }
}

/// What to do about a file that isn't a plugin's.
fn file(error: &FileError, path: &Path) -> Option<String> {
    Some(match error {
        FileError::Io(error) if error.kind() == ErrorKind::NotFound => {
            let is_library = path.extension() == Some(DLL_EXTENSION.as_ref());
            let mut help = Vec::new();
            if is_library {
                help.push(format!(
                    "Cargo makes `target/debug/{DLL_PREFIX}name{DLL_SUFFIX}` of a crate whose crate-type is \
                     `cdylib`"
                ));
            }
            if path.is_relative() {
                help.push("a relative path starts at the current folder".to_owned());
            }
            return (!help.is_empty()).then(|| help.join("; "));
        }
        FileError::NotAFile => {
            "all plugins of a folder are loaded by `host.load_dir(path)`".to_owned()
        }
        FileError::NotALibrary | FileError::Program => format!(
            "a plugin is what Cargo makes of a crate whose crate-type is `cdylib`, \
             `{DLL_PREFIX}name{DLL_SUFFIX}`: build or copy it again"
        ),
        FileError::NotAPlugin => {
            "say what it exports, by `linkface_plugin::export!(Type);` in a crate whose crate-type is \
             `cdylib`"
                .to_owned()
        }
        FileError::Damaged(_) | FileError::Header(_) => {
            "copy or build it again: `cargo linkface plugin inspect` reads what is there".to_owned()
        }
        _ => return None,
    })
}

fn help(why: &Why, host: &str) -> Option<String> {
    Some(match why {
        Why::Runtime(theirs) if *theirs > RUNTIME => {
            "build this program with the plugin's version of linkface-plugin, or a later one".to_owned()
        }
        Why::Runtime(_) => "build the plugin with this program's version of linkface-plugin".to_owned(),
        Why::Target(_) => format!("build the plugin for this program's platform: `cargo build --target …` for {}", target()),
        Why::Aborts => "remove `panic = \"abort\"` from the profile of the plugin's workspace, or tell the host: \
             `.accept_abort(true)`"
            .to_owned(),
        Why::NotImplemented {
            interface,
            implemented,
        } => match nearest(interface, implemented.iter().map(String::as_str)) {
            Some(near) => format!("there is an interface with a similar name: {near}"),
            None => format!("add an implementor of {interface} to its `linkface_plugin::export!(…)`"),
        },
        Why::NotNamed { name, names } => {
            let near = nearest(name, names.iter().map(String::as_str))?;
            format!("there is one with a similar name: {near}")
        }
        Why::Several { .. } => {
            "say which one: `host.load_named(path, name)`".to_owned()
        }
        Why::Description(_) => {
            "build the plugin with this program's version of linkface-plugin".to_owned()
        }
        Why::NotOffered { interface, offered } => {
            match nearest(interface, offered.iter().copied()) {
                Some(near) => format!("there is an interface with a similar name on offer: {near}"),
                None => format!("offer it: `Host::new().offer(…)` with an implementor of {interface}"),
            }
        }
        Why::Build { rustc, .. } if rustc != host => {
            format!("build both in one workspace, by one compiler: this one is of {host}, the plugin of {rustc}")
        }
        Why::Build { .. } => {
            "any type crosses there, so that both have to use one library: compile the plugin against the \
             one that this program uses"
                .to_owned()
        }
        Why::Images(_) => {
            "any type crosses there, so that both have to share one library: make that crate a `dylib`, \
             `crate-type = [\"dylib\"]`, and compile this program and the plugin against it"
                .to_owned()
        }
        Why::SameTypes(_) => {
            "give each build types of its own, by `-C metadata=…` for the plugin, or vouch for them: \
             `unsafe { host.trust_types() }`"
                .to_owned()
        }
        Why::Stale(_) => "build this program again".to_owned(),
        Why::Overwritten => {
            "replace plugins by renaming, or load them by `Host::from_copies`".to_owned()
        }
        Why::Stateless => "implement `linkface_plugin::Reload` for its implementor".to_owned(),
        Why::Changed => "write plugins to another name, and move them into place".to_owned(),
        _ => return None,
    })
}

/// The name that was meant, perhaps.
fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|near| (strsim::damerau_levenshtein(name, near), near))
        .filter(|(distance, _)| *distance * 3 <= name.chars().count())
        .min()
        .map(|(_, near)| near)
}
