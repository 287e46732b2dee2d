//! Unnamed registers and blocks, numbered again.

use crate::model::{Function, Local, Name};

/// The numbers that a function may need as names.
#[derive(Clone, Debug)]
pub(crate) struct Numbers(Vec<String>);

impl Numbers {
    /// For a function of at most so many names.
    pub(crate) fn new(names: usize) -> Self {
        Self((0..names).map(|number| number.to_string()).collect())
    }

    /// Numbers everything that has a number: parameters, then each block and the results in it, as
    /// LLVM does ([LangRef, Identifiers](https://llvm.org/docs/LangRef.html#identifiers)).
    pub(crate) fn assign<'a>(&'a self, function: &mut Function<'a>) {
        let mut order: Vec<Local> = function
            .signature
            .parameters
            .iter()
            .filter_map(|parameter| parameter.local)
            .collect();
        for block in &function.blocks {
            order.push(block.label);
            let range = block.instructions.start as usize..block.instructions.end as usize;
            let body = &function.instructions[range];
            order.extend(body.iter().filter_map(|instruction| instruction.result));
        }
        let mut numbers = self.0.iter();
        for local in order {
            let Some(info) = function.locals.get_mut(local.index()) else {
                continue;
            };
            if info.name.number().is_some()
                && let Some(number) = numbers.next()
            {
                info.name = Name(number);
            }
        }
    }
}
