//! `cargo linkface why`.

mod query;
mod story;

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::choice::Choice;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use crate::session::nearest::did_you_mean;
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
    let query = Query::new(&args.name);
    let analysis = session.analysis()?;
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
    if choices.is_empty() {
        return Err(unknown(&args.name, session)?);
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

/// No root has a façade or item of this name.
fn unknown(name: &str, session: &Session) -> Result<Failure, Failure> {
    let analysis = session.analysis()?;
    let mut names = Vec::new();
    for facade in analysis
        .resolutions
        .iter()
        .flat_map(|resolution| &resolution.roots)
        .flat_map(|root| &root.facades)
    {
        names.push(facade.facade.name.clone());
        names.extend(
            facade
                .items
                .iter()
                .map(|item| item.declared.path.join("::")),
        );
    }
    let failure = Failure::new(format!("no root has a façade or an item named `{name}`"));
    if names.is_empty() {
        return Ok(failure
            .note("no root that was looked at depends on a façade")
            .help("`cargo linkface list` shows the façades of this workspace"));
    }
    Ok(failure.helps(did_you_mean(name, names.iter().map(String::as_str))))
}
