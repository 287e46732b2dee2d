//! The list for programs: one JSON object for each function. `docs/json-ir.md` documents it.

use crate::commands::ir::input::Source;
use crate::output::json;
use linkface_ir::lookup::Measured;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Entry<'a> {
    reason: &'static str,
    version: u32,
    file: Option<&'a str>,
    name: String,
    path: &'a str,
    hash: Option<&'a str>,
    own: bool,
    bytes: usize,
    instructions: usize,
    blocks: usize,
    calls: usize,
}

impl<'a> Entry<'a> {
    pub(super) fn new(function: &'a Measured<'_>, file: Option<&'a Source>) -> Self {
        let found = &function.found;
        Self {
            reason: "linkface-ir-entry",
            version: json::VERSION,
            file: file.map(|file| file.name.as_str()),
            name: found.entry.name.text().into_owned(),
            path: found.path.text(),
            hash: found.path.hash(),
            own: function.own,
            bytes: function.bytes,
            instructions: function.instructions,
            blocks: function.blocks,
            calls: function.calls,
        }
    }
}
