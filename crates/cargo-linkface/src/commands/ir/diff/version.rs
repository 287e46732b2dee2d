//! The two texts that are compared.

use super::{Args, revision};
use crate::commands::ir::input::{self, Source};
use crate::commands::ir::select;
use crate::failure::Failure;
use crate::session::Session;
use linkface_ir::diff::{self, Diff};
use linkface_ir::lookup::Path;
use linkface_ir::module::Entry;
use linkface_ir::{Function, Module};
use linkface_prove::build::{Fidelity, FunctionCode, Stage};

/// One of the two.
#[derive(Debug)]
pub(in crate::commands::ir) struct Version {
    /// What to call it: `release`, `HEAD~1`, `a.ll`.
    pub(in crate::commands::ir) label: String,
    /// The IR.
    pub(in crate::commands::ir) sources: Vec<Source>,
    /// How the build compares with what is shipped; none if it is a file.
    pub(in crate::commands::ir) fidelity: Option<Fidelity>,
}

/// What was compared.
#[derive(Debug)]
pub(in crate::commands::ir) struct Compared {
    pub(in crate::commands::ir) path: String,
    /// The symbols of the function in the two; none where it isn't.
    pub(in crate::commands::ir) symbols: [Option<String>; 2],
    pub(in crate::commands::ir) diff: Diff,
    pub(in crate::commands::ir) notes: Vec<String>,
}

/// Builds or reads the two.
pub(in crate::commands::ir) fn both(
    args: &Args,
    session: &Session,
) -> Result<(Version, Version), Failure> {
    if let Some(file) = &args.input.file {
        let other = args.against_file.as_ref().ok_or_else(|| {
            Failure::new("a file of IR has no before and after")
                .help("name another file to compare it with: `--against-file FILE.ll`")
        })?;
        let read = |file| {
            let source = input::source(file)?;
            Ok::<_, Failure>(Version {
                label: source.name.clone(),
                sources: vec![source],
                fidelity: None,
            })
        };
        return Ok((read(file)?, read(other)?));
    }
    let mut build = args.build(session)?;
    if let Some(range) = &args.rev {
        let (from, to) = range.split_once("..").ok_or_else(|| {
            Failure::new(format!("`{range}` doesn't name two commits"))
                .help("write `--rev A..B`, or `--against-rev A` to compare with the working tree")
        })?;
        let to = if to.is_empty() { "HEAD" } else { to };
        return Ok((
            revision::build(&build, from, session)?,
            revision::build(&build, to, session)?,
        ));
    }
    if let Some(rev) = &args.against_rev {
        let before = revision::build(&build, rev, session)?;
        return Ok((before, version(&build, "working tree".to_owned(), session)?));
    }
    if let Some(profile) = &args.against {
        let one = version(&build, build.profile.clone(), session)?;
        build.profile.clone_from(profile);
        return Ok((one, version(&build, profile.clone(), session)?));
    }
    build.stage = Stage::Unoptimised;
    let one = version(&build, "before optimisation".to_owned(), session)?;
    build.stage = Stage::Optimised;
    let after = format!("after ({})", build.profile);
    Ok((one, version(&build, after, session)?))
}

/// The IR of one build.
pub(in crate::commands::ir) fn version(
    build: &linkface_prove::Build,
    label: String,
    session: &Session,
) -> Result<Version, Failure> {
    let input = input::sources(input::run(build, session)?);
    Ok(Version {
        label,
        sources: input.sources,
        fidelity: input.fidelity,
    })
}

/// Finds the function in both, and compares it.
pub(in crate::commands::ir) fn compare(
    one: &Version,
    other: &Version,
    query: Option<&str>,
) -> Result<Compared, Failure> {
    let before = select::modules(&one.sources);
    let after = select::modules(&other.sources);
    match select::one(&one.sources, &before, query) {
        Ok(found) => {
            let (entry, path) = (found.entry, found.path);
            let (twin, mut notes) = twin(&entry, &path, &after);
            if twin.is_none() {
                notes.push(format!(
                    "{}: it isn't there; it is inlined into all its callers, or nothing calls it",
                    other.label
                ));
            }
            notes.extend(shipped(one, Some(&entry)));
            notes.extend(shipped(other, twin.as_ref()));
            let function = entry.parse();
            let twin_function = twin.map(|twin| twin.parse());
            Ok(Compared {
                path: path.text().to_owned(),
                symbols: [Some(symbol(&entry)), twin.as_ref().map(symbol)],
                diff: of(Some(&function), twin_function.as_ref()),
                notes,
            })
        }
        // Perhaps only the other one has it.
        Err(failure) => match select::one(&other.sources, &after, query) {
            Ok(found) if query.is_some() => Ok(Compared {
                path: found.path.text().to_owned(),
                symbols: [None, Some(symbol(&found.entry))],
                diff: of(None, Some(&found.entry.parse())),
                notes: vec![format!("{}: it isn't there", one.label)],
            }),
            _ => Err(failure),
        },
    }
}

/// Whether the IR is that of the machine code that is shipped.
fn shipped(version: &Version, entry: Option<&Entry<'_>>) -> Option<String> {
    let code = version.fidelity.as_ref()?.function(&symbol(entry?))?;
    let label = &version.label;
    Some(match code {
        FunctionCode::Same => format!("{label}: the machine code of it is the one that is shipped"),
        FunctionCode::Differs => {
            format!("{label}: the machine code of it is not the one that is shipped")
        }
        FunctionCode::Absent => format!("{label}: what is shipped has no such function"),
        FunctionCode::Unknown => return None,
    })
}

fn symbol(entry: &Entry<'_>) -> String {
    entry.name.text().into_owned()
}

/// The same function in another build: by its symbol, else by its path, since the hash in a symbol is of
/// the profile, too.
fn twin<'s>(
    entry: &Entry<'s>,
    path: &Path,
    modules: &[Module<'s>],
) -> (Option<Entry<'s>>, Vec<String>) {
    let mut by_symbol = modules
        .iter()
        .filter_map(|module| module.function(entry.name.key()));
    if let Some(twin) = by_symbol.next() {
        let more = by_symbol.count();
        let note = (more > 0)
            .then(|| format!("{} codegen units have it; the first one is shown", more + 1));
        return (Some(twin), note.into_iter().collect());
    }
    let all = modules.iter().flat_map(Module::functions);
    let mut by_path = all.filter(|other| Path::new(&other.name.text()).text() == path.text());
    let twin = by_path.next().copied();
    let more = by_path.count();
    let note = (more > 0).then(|| {
        format!(
            "{} functions have this path; the first one is shown",
            more + 1
        )
    });
    (twin, note.into_iter().collect())
}

/// A function that isn't there is compared as nothing.
fn of(one: Option<&Function<'_>>, other: Option<&Function<'_>>) -> Diff {
    let mut diff = match (one, other) {
        (Some(one), Some(other)) => return diff::diff(one, other),
        (Some(one), None) => diff::diff(one, one),
        (None, Some(other)) => diff::diff(other, other),
        (None, None) => return Diff::default(),
    };
    let text = |row: diff::Row| row.before().unwrap_or_default().to_owned();
    let rows = diff.rows.into_iter();
    if one.is_some() {
        diff.after = diff::Size::default();
        diff.rows = rows
            .map(|row| diff::Row::Removed { text: text(row) })
            .collect();
    } else {
        diff.before = diff::Size::default();
        diff.rows = rows
            .map(|row| diff::Row::Added { text: text(row) })
            .collect();
    }
    diff
}
