//! Blocks whose address is somewhere.

use crate::model::{BlockId, Function};
use crate::module::Module;
use memchr::memmem;

/// The blocks of `function` that a `blockaddress` anywhere in the module names.
#[must_use]
pub fn address_taken(module: &Module<'_>, function: &Function<'_>) -> Vec<BlockId> {
    let text = module.text();
    let start = format!("blockaddress(@{}, %", function.name());
    let mut blocks: Vec<_> = memmem::find_iter(text.as_bytes(), start.as_bytes())
        .filter_map(|at| {
            let rest = &text[at + start.len()..];
            let name = &rest[..rest.find(')')?];
            let name = name.trim_matches('"');
            function.block_of(function.find(name)?)
        })
        .collect();
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}
