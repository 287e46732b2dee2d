//! All functions, with how large they are.

use super::{Found, Path};
use crate::model::Op;
use crate::module::Module;
use rayon::prelude::*;

/// A function, and how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured<'a> {
    /// The function.
    pub found: Found<'a>,
    /// Bytes of text, from `define` to `}`.
    pub bytes: usize,
    /// Instructions; debug records are none.
    pub instructions: usize,
    /// Blocks.
    pub blocks: usize,
    /// Calls of functions; intrinsics and inline assembly are none.
    pub calls: usize,
    /// Whether it belongs to the crate of the module: its path, its type or its trait does, or it isn't
    /// mangled. Of a module that no rustc made, all do.
    pub own: bool,
}

/// All functions of `modules`, in the order of the text.
#[must_use]
pub fn census<'a>(modules: &[Module<'a>]) -> Vec<Measured<'a>> {
    let mut all = Vec::new();
    for (at, module) in modules.iter().enumerate() {
        let home = home(module);
        let measured = module.functions().par_iter().map(|entry| {
            let function = entry.parse();
            let path = Path::new(&entry.name.text());
            let own = belongs(home, &path);
            let real = function.instructions().iter();
            let real = real.filter(|one| !matches!(one.op, Op::DebugRecord { .. }));
            let (mut instructions, mut calls) = (0, 0);
            for instruction in real {
                instructions += 1;
                let called = instruction.op.call().map(|call| &call.callee);
                calls += usize::from(called.is_some_and(|callee| {
                    let intrinsic = callee
                        .global()
                        .is_some_and(|name| name.key().starts_with("llvm."));
                    !intrinsic && !matches!(callee, crate::model::Value::Asm(_))
                }));
            }
            Measured {
                found: Found {
                    module: at,
                    entry: *entry,
                    path,
                },
                bytes: entry.text().len(),
                instructions,
                blocks: function.blocks().len(),
                calls,
                own,
            }
        });
        all.par_extend(measured);
    }
    all
}

/// Whether a function of this path belongs to the crate of `module`: see [`Measured::own`].
#[must_use]
pub fn is_own(module: &Module<'_>, path: &Path) -> bool {
    belongs(home(module), path)
}

fn belongs(home: Option<&str>, path: &Path) -> bool {
    home.is_none_or(|home| {
        let crates = path.crates();
        crates.is_empty() || crates.iter().any(|one| one == home)
    })
}

/// The crate of a module that rustc made: `source_filename = "hex.7f3a-cgu.0"`.
fn home<'a>(module: &Module<'a>) -> Option<&'a str> {
    let file = module.outline().source_filename?;
    let (name, unit) = file.split_once('.')?;
    unit.contains("cgu").then_some(name)
}
