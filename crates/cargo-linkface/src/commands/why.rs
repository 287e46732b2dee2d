//! `cargo linkface why`.

mod query;
mod story;

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::choice::Choice;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::nearest::did_you_mean;
use crate::session::{Analysis, Session};
use query::Query;
use std::io::Write;
use std::process::ExitCode;

/// Which provider implements an item or a façade, and why it
///
/// For each root: the provider, how it got into the program, the dependencies that lead to it and to
/// the façade, and which item is declared where.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface why console              a façade
  cargo linkface why console@0.1          one version of it, if there are two
  cargo linkface why console::print       an item of it
  cargo linkface why print -p app         an item, in the roots of one package")]
pub(crate) struct Args {
    /// A façade, an item, or an item with its façade
    #[arg(value_name = "ITEM|FACADE")]
    name: String,
}

/// Tells it for every root that has the façade.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let analysis = session.analysis()?;
    let query = Query::new(&args.name);
    let mut choices = find(&query, analysis, session);
    if choices.is_empty() {
        let core = query.behind(&analysis.packages);
        choices = core.map_or(choices, |core| find(&core, analysis, session));
    }
    if choices.is_empty() {
        return Err(unknown(&args.name, analysis));
    }
    // What is shipped first; stable, so else they stay as they are.
    choices.sort_by_key(|choice| choice.root.is_test());
    let shell = session.shell();
    if shell.format() == MessageFormat::Json {
        for choice in &choices {
            writeln!(shell.out(), "{}", json::line(choice))?;
        }
        Summary::new(&analysis.resolutions, &[]).write(shell)?;
    } else {
        story::write(&choices, analysis.resolutions.len() > 1, shell)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The answers of all roots.
fn find<'a>(query: &Query<'_>, analysis: &'a Analysis, session: &Session) -> Vec<Choice<'a>> {
    let mut choices = Vec::new();
    for resolution in &analysis.resolutions {
        for root in &resolution.roots {
            for facade in root.facades.iter().filter(|facade| query.selects(facade)) {
                let mut choice = Choice::new(
                    &resolution.configuration,
                    &root.root,
                    facade,
                    &analysis.packages,
                    session,
                );
                query.keep_items(&mut choice, facade);
                choices.push(choice);
            }
        }
    }
    choices
}

/// No root has a façade or item of this name.
fn unknown(name: &str, analysis: &Analysis) -> Failure {
    let (mut items, mut facades) = (Vec::new(), Vec::new());
    for facade in analysis
        .resolutions
        .iter()
        .flat_map(|resolution| &resolution.roots)
        .flat_map(|root| &root.facades)
    {
        // As long as what was given: an item of a façade, a version of one.
        let of = &facade.facade.name;
        let paths = facade
            .items
            .iter()
            .map(|item| item.declared.path.join("::"));
        if name.contains("::") {
            items.extend(paths.map(|path| format!("{of}::{path}")));
        } else {
            items.extend(paths);
        }
        facades.push(if name.contains('@') {
            facade.facade.to_string()
        } else {
            of.clone()
        });
    }
    let failure = Failure::new(format!("no root has a façade or an item named `{name}`"));
    if facades.is_empty() {
        return failure
            .note("no root that was looked at depends on a façade")
            .help("`cargo linkface list` shows the façades of this workspace");
    }
    let names = items.iter().chain(&facades);
    failure.helps(did_you_mean(name, names.map(String::as_str)))
}
