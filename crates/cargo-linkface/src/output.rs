//! Findings for people and for programs.
//!
//! | module | holds |
//! |---|---|
//! | [`sources`] | the text of files, and where a label stands in it |
//! | [`choice`] | what a root gets of a façade |
//! | [`human`] | as rustc shows a diagnostic, with frames of code |
//! | [`short`] | one line for each finding |
//! | [`json`] | one JSON object for each finding, in rustc's shape |
//! | [`summary`] | what was looked at, so that silence is explained |
//! | [`markdown`] | long texts in a terminal |
//! | [`unread`] | what could not be read |

pub(crate) mod choice;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod short;
pub(crate) mod sources;
pub(crate) mod summary;
pub(crate) mod unread;

use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::session::Session;
use linkface_graph::finding::Finding;
use sources::Sources;
use std::io::Write;

/// Writes findings in the format that was asked for.
pub(crate) fn findings(findings: &[Finding], session: &Session) -> Result<(), Failure> {
    let sources = Sources::default();
    let mut out = session.shell().out();
    for finding in findings {
        let spots = sources.spots(finding, session);
        match session.shell().format() {
            MessageFormat::Human => {
                let text = human::render(finding, &spots, &session.shell().renderer());
                writeln!(out, "{text}\n")?;
            }
            MessageFormat::Short => writeln!(out, "{}", short::render(finding, &spots))?,
            MessageFormat::Json => {
                let value = json::Diagnostic::new(finding, &spots);
                writeln!(out, "{}", json::line(&value))?;
            }
        }
    }
    Ok(())
}
