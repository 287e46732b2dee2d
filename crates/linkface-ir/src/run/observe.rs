//! What can be seen while a program runs.

use super::poison::Site;
use super::value::Value;
use crate::model::{BlockId, Function, InstId, Local};

/// Sees what a run does. All methods do nothing, if they aren't written.
pub trait Observer {
    /// A function begins, with these arguments.
    fn enter(&mut self, function: &Function<'_>, arguments: &[Value], depth: usize) {
        let _ = (function, arguments, depth);
    }

    /// A block begins. `from` is the block that led there.
    fn block(
        &mut self,
        function: &Function<'_>,
        block: BlockId,
        from: Option<BlockId>,
        depth: usize,
    ) {
        let _ = (function, block, from, depth);
    }

    /// A phi chose the value that comes from the block of label `from`.
    fn phi(
        &mut self,
        function: &Function<'_>,
        phi: InstId,
        from: Local,
        value: &Value,
        depth: usize,
    ) {
        let _ = (function, phi, from, value, depth);
    }

    /// An instruction was executed; `value` is its result. Phis aren't told here.
    fn instruction(
        &mut self,
        function: &Function<'_>,
        instruction: InstId,
        value: &Value,
        depth: usize,
    ) {
        let _ = (function, instruction, value, depth);
    }

    /// A function returns to the instruction that called it.
    fn leave(&mut self, function: &Function<'_>, value: &Value, depth: usize) {
        let _ = (function, value, depth);
    }

    /// It ended here, without a return.
    fn end(&mut self, site: Site) {
        let _ = site;
    }
}

/// Sees nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Observer for Nobody {}
