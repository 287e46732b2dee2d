//! `cargo linkface explain`.

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::{json, markdown};
use crate::session::Session;
use linkface_graph::finding::Code;
use linkface_graph::rules::Rule;
use serde_json::json;
use std::io::Write;
use std::process::ExitCode;

/// What a finding means, and how to mend it
///
/// Works everywhere, without a workspace.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface explain LF0001")]
pub(crate) struct Args {
    /// The code of a finding, like LF0001
    code: String,
}

/// Writes the text that the rule brings.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let code: Code = args.code.parse().map_err(|why| {
        let all = linkface_graph::rules::ALL.iter();
        let all = all.map(|rule| format!("{}  {}", rule.code, rule.title));
        let all: Vec<String> = all.collect();
        Failure::new(format!("{why}")).note(format!("there are:\n{}", all.join("\n")))
    })?;
    let rule = Rule::of(code);
    let shell = session.shell();
    let mut out = shell.out();
    match shell.format() {
        MessageFormat::Json => {
            let value = json!({
                "reason": "linkface-explanation",
                "version": json::VERSION,
                "code": rule.code,
                "title": rule.title,
                "explanation": rule.explanation,
            });
            writeln!(out, "{}", json::line(&value))?;
        }
        MessageFormat::Human | MessageFormat::Short => {
            let text = markdown::render(rule.explanation, shell.width());
            write!(out, "{text}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
