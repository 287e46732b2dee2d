//! Which function is meant.

use super::input::Source;
use crate::failure::Failure;
use linkface_ir::lookup::{self, Answer, Found, Path};
use linkface_ir::module::Entry;
use linkface_ir::{Function, Module};

/// The one function that was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Selection<'s> {
    /// The file in which it is.
    pub(crate) source: &'s Source,
    /// The file's content.
    pub(crate) module: &'s Module<'s>,
    /// Where it is.
    pub(crate) entry: Entry<'s>,
    /// Its name as people write it.
    pub(crate) path: Path,
}

impl<'s> Selection<'s> {
    /// Reads it.
    pub(crate) fn parse(&self) -> Function<'s> {
        self.entry.parse()
    }
}

/// How many names an error lists.
const MOST: usize = 12;

/// The content of the files, in their order.
pub(crate) fn modules(sources: &[Source]) -> Vec<Module<'_>> {
    sources
        .iter()
        .map(|source| Module::new(&source.text))
        .collect()
}

/// The function that `query` means; without a query the only one that there is.
///
/// `modules` are those of `sources`.
///
/// # Errors
///
/// If there is none, or several: with their names.
pub(crate) fn one<'s>(
    sources: &'s [Source],
    modules: &'s [Module<'s>],
    query: Option<&str>,
) -> Result<Selection<'s>, Failure> {
    let Some(query) = query else {
        return only(sources, modules);
    };
    match lookup::find(modules, query) {
        Answer::One(found) => selection(sources, modules, found),
        Answer::Several(found) => match only_own(modules, &found) {
            Some(own) => selection(sources, modules, own),
            None => Err(several(sources, query, &found)),
        },
        Answer::None(near) => Err(none(modules, query, &near)),
    }
}

fn selection<'s>(
    sources: &'s [Source],
    modules: &'s [Module<'s>],
    found: Found<'s>,
) -> Result<Selection<'s>, Failure> {
    match (sources.get(found.module), modules.get(found.module)) {
        (Some(source), Some(module)) => Ok(Selection {
            source,
            module,
            entry: found.entry,
            path: found.path,
        }),
        _ => Err(Failure::unexpected("a function of no file was found")),
    }
}

/// The one among `found` that belongs to the crate that was compiled: who says `new` in a crate that has
/// one means this one, not those of the standard library.
fn only_own<'s>(modules: &[Module<'s>], found: &[Found<'s>]) -> Option<Found<'s>> {
    let mut own = found.iter().filter(|found| {
        let module = modules.get(found.module);
        module.is_some_and(|module| lookup::is_own(module, &found.path))
    });
    match (own.next(), own.next()) {
        (Some(one), None) => Some(one.clone()),
        _ => None,
    }
}

/// Nothing was asked for.
fn only<'s>(sources: &'s [Source], modules: &'s [Module<'s>]) -> Result<Selection<'s>, Failure> {
    let all = modules.iter().enumerate();
    let mut all =
        all.flat_map(|(at, module)| module.functions().iter().map(move |entry| (at, *entry)));
    let (Some((module, entry)), None) = (all.next(), all.next()) else {
        let count: usize = modules.iter().map(|module| module.functions().len()).sum();
        let failure = Failure::new(match count {
            0 => "there is no function in this IR".to_owned(),
            _ => format!("which of {count} functions?"),
        });
        return Err(match count {
            0 => why_empty(failure, modules),
            _ => failure
                .help("give its path, or the end of it; `cargo linkface ir list` shows them all"),
        });
    };
    let path = Path::new(&entry.name.text());
    selection(
        sources,
        modules,
        Found {
            module,
            entry,
            path,
        },
    )
}

/// A library all of whose functions are small has no code in a release build.
fn why_empty(failure: Failure, modules: &[Module<'_>]) -> Failure {
    let mut outlines = modules.iter().map(Module::outline);
    if !outlines.any(|outline| outline.source_filename.is_some()) {
        return failure;
    }
    failure
        .note(
            "what is small, generic or `#[inline]` in a library has code only in the programs that use \
             it",
        )
        .help("`#[inline(never)]` gives a function code of its own")
}

fn several(sources: &[Source], query: &str, found: &[Found<'_>]) -> Failure {
    let mut failure = Failure::new(format!("`{query}` may be any of {} functions", found.len()));
    let same = |found: &Found<'_>, other: &Found<'_>| found.path.text() == other.path.text();
    let mut twins = false;
    for one in found.iter().take(MOST) {
        let twin = found
            .iter()
            .any(|other| same(one, other) && one.entry != other.entry);
        twins |= twin;
        failure = failure.note(describe(sources, one, twin));
    }
    if found.len() > MOST {
        failure = failure.note(format!("and {} more", found.len() - MOST));
    }
    failure.help(if twins {
        "give the first digits of the hash too: `path::h0123`, or the name in the IR: `@name`"
    } else {
        "give more of the path"
    })
}

/// What tells it from the others.
fn describe(sources: &[Source], found: &Found<'_>, twin: bool) -> String {
    let path = found.path.text();
    let name = match (twin, found.path.hash()) {
        (true, Some(hash)) => format!("{path}::{hash}"),
        (true, None) => format!("{path} (@{})", found.entry.name),
        (false, _) => path.to_owned(),
    };
    let function = found.entry.parse();
    let blocks = match function.blocks().len() {
        1 => "1 block".to_owned(),
        blocks => format!("{blocks} blocks"),
    };
    let file = match (sources.len(), sources.get(found.module)) {
        (2.., Some(source)) => format!(", in {}", source.name),
        _ => String::new(),
    };
    format!("{name}, {blocks}{file}")
}

fn none(modules: &[Module<'_>], query: &str, near: &[Found<'_>]) -> Failure {
    if modules.iter().all(|module| module.functions().is_empty()) {
        return why_empty(Failure::new("there is no function in this IR"), modules);
    }
    let failure = Failure::new(format!("no function `{query}` in this IR"));
    let plain = query.trim().trim_start_matches('@');
    let declared = modules.iter().any(|module| {
        let mut declared = module.outline().declarations.iter();
        declared.any(|signature| {
            let name = signature.name.text();
            let path = Path::new(&name);
            let mut spellings = path.spellings().into_iter();
            name == plain
                || spellings.any(|path| {
                    let before = path.strip_suffix(plain);
                    before.is_some_and(|before| before.is_empty() || before.ends_with("::"))
                })
        })
    });
    if declared {
        return failure
            .note("it is only declared here: its body is in another crate or library")
            .help("with `lto = \"fat\"` all Rust code is in one file");
    }
    if is_inlined(modules, plain) {
        return failure
            .note("debug information knows it: it was inlined wherever it is called")
            .help(
                "`#[inline(never)]` keeps a function; `cargo linkface ir list` shows what there is",
            );
    }
    match near {
        [] => failure
            .note(
                "functions that are inlined everywhere, generic, or small enough for every crate to \
                 have its own copy have no code of their own here",
            )
            .help("`#[inline(never)]` keeps one; `cargo linkface ir list` shows what there is"),
        [one] => failure.help(format!("did you mean `{}`?", one.path.text())),
        several => {
            let names: Vec<&str> = several.iter().map(|found| found.path.text()).collect();
            failure.help(format!("did you mean one of `{}`?", names.join("`, `")))
        }
    }
}

/// Whether a function of this name is in the debug information.
fn is_inlined(modules: &[Module<'_>], query: &str) -> bool {
    let name = query.rsplit("::").next().unwrap_or(query);
    let head = format!("DISubprogram(name: \"{name}");
    !name.is_empty()
        && modules.iter().any(|module| {
            let mut places = module.text().split(&head).skip(1);
            places.any(|behind| behind.starts_with(['"', '<']))
        })
}
