//! Where code comes from: debug locations as frames.

use super::path::{Path, is_interface, plain};
use super::program::{FunctionId, Program};
use super::report::Frame;
use crate::metadata::{Location, Metadata};

/// The place of a `!DILocation` and the calls through which it was inlined, from the inside out.
pub(crate) fn frames(program: &Program<'_>, id: FunctionId, debug: Option<u32>) -> Vec<Frame> {
    let metadata = program.unit(id).module.metadata();
    locations(program, id, debug)
        .iter()
        .map(|location| frame(metadata, location))
        .collect()
}

/// The same, as it is in the module.
pub(crate) fn locations<'a>(
    program: &Program<'a>,
    id: FunctionId,
    debug: Option<u32>,
) -> Vec<Location<'a>> {
    debug.map_or_else(Vec::new, |debug| {
        program.unit(id).module.metadata().chain(debug)
    })
}

fn frame(metadata: &Metadata<'_>, location: &Location<'_>) -> Frame {
    let (function, krate) = location
        .function
        .as_ref()
        .map(|subprogram| {
            let scopes = metadata.scopes(subprogram.id);
            let krate = scopes.first().copied().unwrap_or_default().to_owned();
            let function = subprogram.linkage_name.map_or_else(
                || {
                    let mut path: Vec<&str> = scopes;
                    path.push(subprogram.name);
                    path.join("::")
                },
                plain,
            );
            (function, krate)
        })
        .unwrap_or_default();
    Frame {
        function,
        krate,
        file: location.file.map(str::to_owned),
        line: location.line,
        column: location.column,
    }
}

/// Whether code at this place is of the item.
pub(crate) fn is_of(location: &Location<'_>, item: &Path) -> bool {
    let subprogram = location.function.as_ref();
    let symbol = subprogram.and_then(|subprogram| subprogram.linkage_name);
    symbol.is_some_and(|symbol| item.names(symbol))
}

/// Whether code at this place is what linkface puts between a caller and an implementation.
pub(crate) fn is_shim(location: &Location<'_>) -> bool {
    let subprogram = location.function.as_ref();
    let symbol = subprogram.and_then(|subprogram| subprogram.linkage_name);
    symbol.is_some_and(is_interface)
}
