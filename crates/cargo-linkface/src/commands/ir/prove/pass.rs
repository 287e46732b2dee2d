//! Which pass removed the last call of the item.

use crate::commands::ir::input;
use crate::failure::Failure;
use linkface_ir::prove::Path;
use linkface_prove::Outcome;
use linkface_prove::build::Build;
use linkface_prove::evidence::pass::{Passes, passes};

/// In words.
pub(super) fn that_removed(
    outcome: &Outcome,
    item: &Path,
    build: &Build,
) -> Result<String, Failure> {
    let [symbol] = &outcome.report.symbols[..] else {
        return Ok("the function has several instances: LLVM is asked about one only".to_owned());
    };
    Ok(match passes(build, symbol, item).map_err(input::failure)? {
        Passes::Removed(removal) => format!(
            "{} (`{}`) removed the last call of `{item}`; {} passes changed the function",
            removal.pass, removal.name, removal.passes
        ),
        Passes::Left => format!("a call of `{item}` is left after the last pass"),
        Passes::Never => {
            format!("no pass saw a call of `{item}`: it was inlined before, or into what is called")
        }
        Passes::Silent => {
            "LLVM printed nothing of the function: it may be renamed there".to_owned()
        }
    })
}
