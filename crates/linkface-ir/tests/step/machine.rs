//! A small machine for the functions of `random.rs`: what they show, and how they end.

use linkface_ir::Function;
use linkface_ir::model::{BinaryOp, BlockId, Constant, IntPredicate, Local, Op, Value};
use std::collections::HashMap;

/// What a run did.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// What was shown.
    pub(crate) shown: Vec<i32>,
    pub(crate) end: End,
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    Returned(i32),
    Unreachable,
    /// After many blocks.
    StillRunning,
}

/// How many blocks a run may enter.
const BLOCKS: usize = 60;

/// What is read where nothing was written.
const GARBAGE: i32 = 0x00de_fec8;

/// Runs a function of one parameter.
pub(crate) fn run(function: &Function<'_>, argument: i32) -> Run {
    let mut values: HashMap<Local, i32> = HashMap::new();
    let mut memory: HashMap<Local, i32> = HashMap::new();
    let parameter = function.signature().parameters[0].local.unwrap();
    values.insert(parameter, argument);
    let mut shown = Vec::new();
    let mut block = BlockId(0);
    let mut from = None;
    for _ in 0..BLOCKS {
        // All phis of a block read what was before any of them.
        let mut phis = Vec::new();
        for instruction in function.body(block) {
            if let Op::Phi { incoming, .. } = &instruction.op {
                let (value, _) = incoming
                    .iter()
                    .find(|(_, label)| Some(*label) == from)
                    .unwrap();
                phis.push((instruction.result.unwrap(), read(&values, value)));
            }
        }
        values.extend(phis);
        let mut next = None;
        for instruction in function.body(block) {
            let address = |value: &Value<'_>| value.local().unwrap();
            let result = match &instruction.op {
                Op::Phi { .. } | Op::Alloca { .. } => continue,
                Op::Load { pointer, .. } => {
                    *memory.get(&address(&pointer.value)).unwrap_or(&GARBAGE)
                }
                Op::Store { value, pointer, .. } => {
                    let value = read(&values, &value.value);
                    memory.insert(address(&pointer.value), value);
                    continue;
                }
                Op::Binary {
                    op: BinaryOp::Add,
                    left,
                    right,
                    ..
                } => read(&values, left).wrapping_add(read(&values, right)),
                Op::ICmp {
                    predicate: IntPredicate::Slt,
                    left,
                    right,
                    ..
                } => i32::from(read(&values, left) < read(&values, right)),
                Op::Call(call) => {
                    shown.push(read(&values, &call.arguments[0].value));
                    continue;
                }
                Op::Br(to) => {
                    next = Some(*to);
                    continue;
                }
                Op::CondBr {
                    condition,
                    then,
                    otherwise,
                } => {
                    let taken = read(&values, &condition.value) != 0;
                    next = Some(if taken { *then } else { *otherwise });
                    continue;
                }
                Op::Switch {
                    value,
                    default,
                    cases,
                } => {
                    let value = read(&values, &value.value);
                    let case = cases
                        .iter()
                        .find(|(case, _)| read(&values, &case.value) == value);
                    next = Some(case.map_or(*default, |(_, to)| *to));
                    continue;
                }
                Op::Ret(Some(operand)) => {
                    return Run {
                        shown,
                        end: End::Returned(read(&values, &operand.value)),
                    };
                }
                Op::Unreachable => {
                    return Run {
                        shown,
                        end: End::Unreachable,
                    };
                }
                op => panic!("`{}` isn't made by the generator", op.word()),
            };
            values.insert(instruction.result.unwrap(), result);
        }
        from = Some(function.block(block).label);
        block = function.block_of(next.unwrap()).unwrap();
    }
    Run {
        shown,
        end: End::StillRunning,
    }
}

fn read(values: &HashMap<Local, i32>, value: &Value<'_>) -> i32 {
    match value {
        Value::Local(local) => values[local],
        Value::Constant(Constant::Int(text)) => text.parse().unwrap(),
        Value::Constant(Constant::Undef | Constant::Poison) => GARBAGE,
        value => panic!("{value:?} isn't made by the generator"),
    }
}
