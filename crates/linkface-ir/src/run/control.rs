//! From instruction to instruction, and from block to block.

use super::int::Int;
use super::machine::Machine;
use super::observe::Observer;
use super::outcome::{Reason, Run, Stop};
use super::poison::Site;
use super::value::Value;
use crate::model::{InstId, Local, Op};
use std::rc::Rc;

impl<'a> Machine<'_, 'a> {
    /// Runs until the first function returns.
    pub(super) fn go(&mut self, observer: &mut dyn Observer) -> Run {
        loop {
            let site = self.here();
            self.steps += 1;
            if self.steps > self.limits.steps {
                let message = format!("it took more than {} steps", self.limits.steps);
                return Err(Stop::stopped(Reason::Steps, site, message));
            }
            let Some(frame) = self.frames.last() else {
                return Ok(Value::Void);
            };
            let loaded = Rc::clone(&frame.loaded);
            let function = &loaded.function;
            let inside = function
                .blocks()
                .get(frame.block.index())
                .is_some_and(|block| block.instructions.contains(&frame.at.0));
            let instruction = function.instructions().get(frame.at.index());
            let Some(instruction) = instruction.filter(|_| inside) else {
                return Err(Stop::invalid(
                    site,
                    "a block ends without an instruction that says where to go",
                ));
            };
            let unit = loaded.unit;
            match &instruction.op {
                Op::DebugRecord { .. } => {
                    self.steps -= 1;
                    self.next();
                }
                Op::Ret(operand) => {
                    let value = match operand {
                        Some(operand) => self.operand(unit, operand, site)?,
                        None => Value::Void,
                    };
                    if let Some(value) = self.leave(value, site, observer)? {
                        return Ok(value);
                    }
                }
                Op::Call(call) | Op::Invoke { call, .. } => {
                    self.call_instruction(unit, call, instruction, site, observer)?;
                }
                op if op.is_terminator() => {
                    let to = self.target(unit, op, site)?;
                    self.jump(to, site, observer)?;
                }
                op => {
                    let value = self.execute(unit, op, instruction, site)?;
                    self.finish(instruction.result, value, observer);
                }
            }
        }
    }

    /// Goes on with the instruction after this one.
    pub(super) fn next(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.at = InstId(frame.at.0.saturating_add(1));
        }
    }

    /// Keeps a result, and goes on.
    pub(super) fn finish(
        &mut self,
        result: Option<Local>,
        value: Value,
        observer: &mut dyn Observer,
    ) {
        let depth = self.frames.len().saturating_sub(1);
        if let Some(frame) = self.frames.last_mut() {
            observer.instruction(&frame.loaded.function, frame.at, &value, depth);
            let slot = result.and_then(|local| frame.registers.get_mut(local.index()));
            if let Some(slot) = slot {
                *slot = Some(value);
            }
        }
        self.next();
    }

    /// Which block a terminator chooses.
    fn target(&mut self, unit: usize, op: &Op<'a>, site: Site) -> Run<Local> {
        match op {
            Op::Br(to) => Ok(*to),
            Op::CondBr {
                condition,
                then,
                otherwise,
            } => {
                let condition = self.operand(unit, condition, site)?;
                let decided = decide("br", &condition, site)?;
                Ok(if decided.bits() == 1 {
                    *then
                } else {
                    *otherwise
                })
            }
            Op::Switch {
                value,
                default,
                cases,
            } => {
                let given = self.operand(unit, value, site)?;
                let given = decide("switch", &given, site)?;
                self.charge(cases.len() as u64, 256, 1);
                for (case, to) in cases {
                    let case = self.operand(unit, case, site)?;
                    if case.as_int() == Some(given) {
                        return Ok(*to);
                    }
                }
                Ok(*default)
            }
            Op::Unreachable => Err(Stop::undefined(site, "`unreachable` was reached")
                .label("the optimiser takes for granted that this never happens")
                .into()),
            op => Err(Stop::unsupported(
                site,
                format!("`{}` isn't run", op.word()),
            )),
        }
    }

    /// Goes to a block: all its phis choose at once, by the block that is left.
    pub(super) fn jump(&mut self, to: Local, site: Site, observer: &mut dyn Observer) -> Run<()> {
        let depth = self.frames.len().saturating_sub(1);
        let Some(frame) = self.frames.last() else {
            return Ok(());
        };
        let loaded = Rc::clone(&frame.loaded);
        let function = &loaded.function;
        let from = frame.block;
        let (Some(block), Some(left)) =
            (function.block_of(to), function.blocks().get(from.index()))
        else {
            return Err(Stop::invalid(site, "there is no block of this label"));
        };
        observer.block(function, block, Some(from), depth);
        let mut chosen = Vec::new();
        let mut at = function.block(block).instructions.start;
        for (id, instruction) in function.numbered(block) {
            let Op::Phi {
                ty,
                incoming,
                flags,
            } = &instruction.op
            else {
                break;
            };
            if let Some(frame) = self.frames.last_mut() {
                (frame.block, frame.at) = (block, id);
            }
            let site = self.here();
            self.charge(incoming.len() as u64, 256, 16);
            let Some((value, label)) = incoming.iter().find(|(_, label)| *label == left.label)
            else {
                let name = function.local(left.label).name;
                let message =
                    format!("this phi has no value for `%{name}`, from where the run comes");
                return Err(Stop::invalid(site, message));
            };
            let value = self.value(loaded.unit, ty, value, site)?;
            let value = self.passed_on("phi", *flags, value, site)?;
            observer.phi(function, id, *label, &value, depth);
            chosen.push((instruction.result, value));
            self.steps += 1;
            at = id.0 + 1;
        }
        if let Some(frame) = self.frames.last_mut() {
            (frame.block, frame.at) = (block, InstId(at));
            for (result, value) in chosen {
                let slot = result.and_then(|local| frame.registers.get_mut(local.index()));
                if let Some(slot) = slot {
                    *slot = Some(value);
                }
            }
        }
        Ok(())
    }
}

/// The number by which a branch decides.
fn decide(word: &str, value: &Value, site: Site) -> Run<Int> {
    match value {
        Value::Int(int) if int.is_defined() => Ok(*int),
        Value::Poison(poison) => Err(Stop::undefined(site, format!("`{word}` on poison"))
            .label("what decides is poison")
            .poison(poison)
            .help("poison may be carried around, but not looked at")
            .into()),
        Value::Int(_) | Value::Undef => Err(Stop::undefined(site, format!("`{word}` on undef"))
            .label("what decides is undef: it depends on bits that nobody wrote")
            .help("`freeze` makes a number of it: any, but one")
            .into()),
        _ => Err(Stop::invalid(
            site,
            format!("`{word}` on what is no integer"),
        )),
    }
}
