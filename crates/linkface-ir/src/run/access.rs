//! Instructions that use memory.

use super::codec;
use super::elements;
use super::float;
use super::int::Int;
use super::layout::up;
use super::machine::Machine;
use super::memory::{Bytes, Cell, Origin};
use super::outcome::{Reason, Run, Stop};
use super::poison::{Poison, Site};
use super::value::{AllocationId, Pointer, Provenance, Value};
use super::{arithmetic, compare};
use crate::model::instruction::{BinaryOp, Flags, IntPredicate};
use crate::model::{Instruction, Op, Type};
use std::rc::Rc;

impl<'a> Machine<'_, 'a> {
    /// What an instruction comes to that uses memory.
    pub(super) fn access_memory(
        &mut self,
        unit: usize,
        op: &Op<'a>,
        instruction: &Instruction<'a>,
        site: Site,
    ) -> Run {
        match op {
            Op::Alloca {
                ty, count, align, ..
            } => {
                let count = match count {
                    Some(count) => self.operand(unit, count, site)?,
                    None => Value::int(64, 1),
                };
                let name = instruction.result;
                self.alloca(unit, ty, &count, *align, name, site)
            }
            Op::Load {
                ty, pointer, align, ..
            } => {
                let pointer = self.operand(unit, pointer, site)?;
                let value = self.load_value(unit, ty, &pointer, *align, "load", site)?;
                self.loaded(unit, ty, value, instruction, site)
            }
            Op::Store {
                value,
                pointer,
                align,
                ..
            } => {
                let stored = self.operand(unit, value, site)?;
                let pointer = self.operand(unit, pointer, site)?;
                self.store_value(unit, &value.ty, &stored, &pointer, *align, "store", site)?;
                Ok(Value::Void)
            }
            Op::Fence(_) => Ok(Value::Void),
            Op::CmpXchg {
                pointer,
                expected,
                new,
                align,
                ..
            } => {
                let ty = &expected.ty;
                let address = self.operand(unit, pointer, site)?;
                let expected = self.operand(unit, expected, site)?;
                let new = self.operand(unit, new, site)?;
                let align = Some(self.natural(unit, ty, *align, site)?);
                let old = self.load_value(unit, ty, &address, align, "cmpxchg", site)?;
                let none = Flags::NONE;
                let same = compare::ints(IntPredicate::Eq, none, &old, &expected, site)?;
                match &same {
                    Value::Int(same) if same.is_defined() => {
                        if same.bits() == 1 {
                            self.store_value(unit, ty, &new, &address, align, "cmpxchg", site)?;
                        }
                    }
                    unknown => {
                        let what = if unknown.poison().is_some() {
                            "poison"
                        } else {
                            "undef"
                        };
                        return Err(Stop::undefined(site, format!("`cmpxchg` compares {what}"))
                            .label("whether it stores depends on it")
                            .into());
                    }
                }
                Ok(Value::aggregate([old, same]))
            }
            Op::AtomicRmw {
                op,
                pointer,
                value,
                align,
                ..
            } => {
                let ty = &value.ty;
                let address = self.operand(unit, pointer, site)?;
                let operand = self.operand(unit, value, site)?;
                let align = Some(self.natural(unit, ty, *align, site)?);
                let old = self.load_value(unit, ty, &address, align, "atomicrmw", site)?;
                let new = modify(op, &old, &operand, site)?;
                self.store_value(unit, ty, &new, &address, align, "atomicrmw", site)?;
                Ok(old)
            }
            Op::GetElementPtr {
                flags,
                element,
                base,
                indices,
            } => self.element_pointer(unit, *flags, element, base, indices, site),
            op => Err(Stop::unsupported(
                site,
                format!("`{}` isn't run", op.word()),
            )),
        }
    }

    /// A new object, or the end of the run.
    pub(super) fn allocate(
        &mut self,
        size: u64,
        align: u64,
        origin: Origin,
        site: Site,
    ) -> Run<Pointer> {
        self.memory.allocate(size, align, origin).ok_or_else(|| {
            let limit = self.limits.memory;
            let message = format!("the program uses more than {limit} bytes of memory");
            Stop::stopped(Reason::Memory, site, message)
        })
    }

    fn alloca(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        count: &Value,
        align: Option<u64>,
        name: Option<crate::model::Local>,
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let count = match count {
            Value::Int(count) if count.is_defined() => count.bits(),
            _ => {
                return Err(
                    Stop::undefined(site, "`alloca` of a number that isn't known")
                        .label("how many are asked for is undef or poison")
                        .into(),
                );
            }
        };
        let size = types.size(ty).map_err(refuse)?;
        let size = u64::try_from(count)
            .ok()
            .and_then(|count| count.checked_mul(size));
        let size = size.unwrap_or(u64::MAX);
        let align = align.map_or_else(|| types.align(ty), Ok).map_err(refuse)?;
        let text = self.frames.last().and_then(|frame| {
            let locals = frame.loaded.function.locals();
            Some(Rc::from(locals.get(name?.index())?.name.as_written()))
        });
        let origin = Origin::Stack(site, text.unwrap_or_else(|| Rc::from("?")));
        let pointer = self.allocate(size, align, origin, site)?;
        if let Provenance::Allocation(id) = pointer.provenance
            && let Some(frame) = self.frames.last_mut()
        {
            frame.allocas.push(id);
            if name.is_some_and(|name| frame.loaded.scoped.contains(&name)) {
                self.memory.set_alive(id, false);
            }
        }
        Ok(Value::Ptr(pointer))
    }

    /// Changes the bytes of an object.
    pub(super) fn change(&mut self, id: AllocationId, how: impl FnOnce(&mut Bytes)) {
        if let Some(bytes) = self.memory.bytes_mut(id) {
            how(bytes);
        }
    }

    /// The address that a pointer operand is; none other may be used.
    pub(super) fn pointer(&self, pointer: &Value, word: &str, site: Site) -> Run<Pointer> {
        match pointer {
            Value::Ptr(pointer) => Ok(*pointer),
            Value::Poison(poison) => Err(Stop::undefined(
                site,
                format!("`{word}` through a poison pointer"),
            )
            .label("the address is poison")
            .poison(poison)
            .into()),
            Value::Undef => Err(Stop::undefined(
                site,
                format!("`{word}` through an undef pointer"),
            )
            .label("the address is undef: nobody wrote it")
            .into()),
            _ => Err(Stop::invalid(site, format!("`{word}` through no pointer"))),
        }
    }

    /// Where `size` bytes are, if they may be used.
    pub(super) fn place_of(
        &mut self,
        pointer: Pointer,
        size: u64,
        write: bool,
        word: &str,
        site: Site,
    ) -> Run<(AllocationId, u64)> {
        if let Some(id) = self.memory.object(pointer) {
            self.touch(id, site)?;
        }
        self.memory.access(pointer, size, write).map_err(|fault| {
            let (what, place) = fault.tell(&self.memory);
            Stop::undefined(site, format!("`{word}` {what}"))
                .label("this memory may not be used so")
                .related(place)
                .into()
        })
    }

    /// Bytes as they are in memory; poison if the object isn't alive
    /// ([LangRef, Object Lifetime](https://llvm.org/docs/LangRef.html#object-lifetime)).
    pub(super) fn read_cells(
        &mut self,
        pointer: Pointer,
        size: u64,
        word: &str,
        site: Site,
    ) -> Run<Vec<Cell>> {
        if size == 0 {
            return Ok(Vec::new());
        }
        let (id, offset) = self.place_of(pointer, size, false, word, site)?;
        if self.memory.get(id).is_some_and(|object| !object.alive) {
            let why = "it is loaded before `lifetime.start` or after `lifetime.end`";
            let poison = Poison::made(site, why);
            let len = usize::try_from(size).unwrap_or(0);
            return Ok(vec![Cell::poison(&poison); len]);
        }
        let bytes = self.memory.bytes(id);
        Ok(bytes
            .map(|bytes| bytes.read(offset, size))
            .unwrap_or_default())
    }

    fn check_aligned(&self, pointer: Pointer, align: u64, word: &str, site: Site) -> Run<()> {
        if pointer.address.is_multiple_of(align.max(1)) {
            return Ok(());
        }
        let object = self
            .memory
            .object(pointer)
            .and_then(|id| self.memory.get(id));
        let where_ = object.map_or_else(
            || format!("{:#x}", pointer.address),
            |object| {
                let offset = pointer.address.wrapping_sub(object.base).cast_signed();
                let name = object.origin.name();
                format!(
                    "offset {offset} of {name}, which is aligned to {}",
                    object.align
                )
            },
        );
        Err(
            Stop::undefined(site, format!("`{word}` that isn't aligned to {align}"))
                .label(format!("the address is {where_}"))
                .into(),
        )
    }

    /// Atomic accesses are aligned to their size, if nothing else is said.
    fn natural(&self, unit: usize, ty: &Type<'a>, align: Option<u64>, site: Site) -> Run<u64> {
        let context = self.unit(unit, site)?;
        let size = context.types().size(ty);
        let size = size.map_err(|why| Stop::unsupported(site, why))?;
        Ok(align.unwrap_or(size.max(1)))
    }

    /// Loads a value.
    pub(super) fn load_value(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        pointer: &Value,
        align: Option<u64>,
        word: &str,
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let pointer = self.pointer(pointer, word, site)?;
        let align = align.map_or_else(|| types.align(ty), Ok).map_err(refuse)?;
        let size = types.store_size(ty).map_err(refuse)?;
        if size > (codec::MOST as u64) * 16 {
            return Err(refuse(format!("a value of {size} bytes isn't run")));
        }
        let cells = self.read_cells(pointer, size, word, site)?;
        self.check_aligned(pointer, align, word, site)?;
        let memory = &mut self.memory;
        codec::decode(types, ty, &cells, &mut |provenance| {
            memory.expose(provenance)
        })
        .map_err(refuse)
    }

    /// Stores a value.
    #[expect(
        clippy::too_many_arguments,
        reason = "an instruction has as many parts"
    )]
    pub(super) fn store_value(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        value: &Value,
        pointer: &Value,
        align: Option<u64>,
        word: &str,
        site: Site,
    ) -> Run<()> {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let pointer = self.pointer(pointer, word, site)?;
        let align = align.map_or_else(|| types.align(ty), Ok).map_err(refuse)?;
        let cells = codec::encode(types, ty, value).map_err(refuse)?;
        if cells.is_empty() {
            return Ok(());
        }
        let (id, offset) = self.place_of(pointer, cells.len() as u64, true, word, site)?;
        self.check_aligned(pointer, align, word, site)?;
        self.change(id, |bytes| bytes.write(offset, &cells));
        Ok(())
    }

    /// `getelementptr`; with vectors, for each element.
    pub(super) fn element_pointer(
        &mut self,
        unit: usize,
        flags: Flags,
        element: &Type<'a>,
        base: &crate::model::Operand<'a>,
        indices: &[crate::model::Operand<'a>],
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let base = self.operand(unit, base, site)?;
        let indices: Run<Vec<Value>> = indices
            .iter()
            .map(|index| self.operand(unit, index, site))
            .collect();
        let indices = indices?;
        let lanes = std::iter::once(&base).chain(&indices);
        let Some(lanes) = lanes.filter_map(Value::fields).map(<[Value]>::len).max() else {
            // The common case.
            let steps = steps(types, element, &indices).map_err(refuse)?;
            return Ok(self.step_over(flags, &base, &steps, site));
        };
        let lane = |value: &Value, nth: usize| match value {
            Value::Aggregate(elements) => elements.get(nth).cloned().unwrap_or(Value::Undef),
            scalar => scalar.clone(),
        };
        let mut pointers = Vec::with_capacity(lanes);
        for nth in 0..lanes {
            let indices: Vec<Value> = indices.iter().map(|index| lane(index, nth)).collect();
            let steps = steps(types, element, &indices).map_err(refuse)?;
            pointers.push(self.step_over(flags, &lane(&base, nth), &steps, site));
        }
        Ok(Value::aggregate(pointers))
    }

    /// Adds offsets to a pointer, one after the other.
    fn step_over(&self, flags: Flags, base: &Value, steps: &[Step], site: Site) -> Value {
        let broken = |why: String| Value::Poison(Poison::made(site, why));
        let mut pointer = match base {
            Value::Ptr(pointer) => *pointer,
            Value::Poison(poison) => return Value::Poison(poison.passed(site)),
            _ => return Value::Undef,
        };
        let poisoned = steps.iter().find_map(|step| step.as_ref().err());
        if let Some(unknown) = poisoned {
            return match unknown {
                Some(poison) => Value::Poison(poison.passed(site)),
                None => Value::Undef,
            };
        }
        let in_bounds = flags.has(Flags::INBOUNDS);
        let nusw = in_bounds || flags.has(Flags::NUSW);
        for step in steps.iter().flatten() {
            let offset = i64::try_from(*step);
            if nusw && offset.is_err() {
                return broken("an offset of `getelementptr nusw` overflows".to_owned());
            }
            #[expect(clippy::cast_possible_truncation, reason = "without `nusw` it wraps")]
            let offset = offset.unwrap_or(*step as i64);
            let moved = pointer.at(pointer.address.wrapping_add_signed(offset));
            if nusw && pointer.address.checked_add_signed(offset).is_none() {
                return broken("the address of `getelementptr nusw` overflows".to_owned());
            }
            if flags.has(Flags::NUW)
                && pointer
                    .address
                    .checked_add(offset.cast_unsigned())
                    .is_none()
            {
                return broken(format!("`getelementptr nuw` by {offset} wraps around"));
            }
            if in_bounds && offset != 0 {
                if let Some(why) = self.outside(pointer, moved, offset) {
                    return broken(why);
                }
            }
            pointer = moved;
        }
        Value::Ptr(pointer)
    }

    /// Why a step isn't inside of one object; its end is still inside.
    fn outside(&self, from: Pointer, to: Pointer, offset: i64) -> Option<String> {
        let Some(id) = self.memory.object(from) else {
            let address = from.address;
            return Some(format!(
                "`getelementptr inbounds` by {offset} from {address:#x}, where no object is"
            ));
        };
        let (base, size, name) = if let Some(object) = self.memory.get(id) {
            (object.base, object.size, object.origin.name())
        } else {
            let dead = self.memory.dead(id)?;
            (dead.base, dead.size, dead.origin.name())
        };
        let place = |pointer: Pointer| pointer.address.wrapping_sub(base);
        let beyond = |pointer: Pointer| place(pointer) > size;
        (beyond(from) || beyond(to)).then(|| {
            format!(
                "`getelementptr inbounds` leads to offset {} of {name}, which has {}",
                place(to).cast_signed(),
                super::memory::bytes(size)
            )
        })
    }
}

/// An offset in bytes; poison or, if there is none, `undef`.
type Step = Result<i128, Option<Poison>>;

/// The offsets that indices stand for.
fn steps<'t, 'a>(
    types: super::layout::Types<'t, 'a>,
    element: &'t Type<'a>,
    indices: &[Value],
) -> Result<Vec<Step>, String> {
    let mut steps = Vec::with_capacity(indices.len());
    let mut ty: Option<&Type<'a>> = None;
    for index in indices {
        let number = match index {
            Value::Int(int) if int.is_defined() => Ok(int.value()),
            Value::Poison(poison) => Err(Some(poison.clone())),
            _ => Err(None),
        };
        let scaled = |size: u64| {
            number
                .clone()
                .map(|number| number.saturating_mul(size.into()))
        };
        // The first index steps over whole elements.
        let Some(outer) = ty else {
            steps.push(scaled(types.size(element)?));
            ty = Some(element);
            continue;
        };
        match types.resolve(outer)? {
            Type::Struct { packed, fields } => {
                let nth = number
                    .as_ref()
                    .ok()
                    .and_then(|number| usize::try_from(*number).ok());
                let nth = nth.filter(|nth| *nth < fields.len());
                let nth = nth.ok_or("a field of a struct that has no such field")?;
                let offsets = types.offsets(*packed, fields)?;
                let offset = offsets.get(nth).copied().unwrap_or(0);
                steps.push(Ok(up(offset, 1)?.into()));
                ty = fields.get(nth);
            }
            Type::Array(_, inner) => {
                steps.push(scaled(types.size(inner)?));
                ty = Some(inner);
            }
            Type::Vector { element: inner, .. } => {
                steps.push(scaled(types.size(inner)?));
                ty = Some(inner);
            }
            _ => return Err("an index into what has no parts".to_owned()),
        }
    }
    Ok(steps)
}

/// What `atomicrmw` stores.
fn modify(op: &str, old: &Value, operand: &Value, site: Site) -> Run {
    let by = |binary: BinaryOp| {
        elements::two(old, operand, |old, operand| {
            arithmetic::binary(binary, Flags::NONE, old, operand, site)
        })
    };
    let float = |binary: BinaryOp| {
        elements::two(old, operand, |old, operand| {
            float::binary(binary, Flags::NONE, old, operand, site)
        })
    };
    let choose = |predicate| {
        let first = compare::ints(predicate, Flags::NONE, old, operand, site)?;
        super::execute::select(&first, old, operand, site)
    };
    match op {
        "xchg" => return Ok(operand.clone()),
        "add" => return by(BinaryOp::Add),
        "sub" => return by(BinaryOp::Sub),
        "and" => return by(BinaryOp::And),
        "or" => return by(BinaryOp::Or),
        "xor" => return by(BinaryOp::Xor),
        "fadd" => return float(BinaryOp::FAdd),
        "fsub" => return float(BinaryOp::FSub),
        "max" => return choose(IntPredicate::Sgt),
        "min" => return choose(IntPredicate::Slt),
        "umax" => return choose(IntPredicate::Ugt),
        "umin" => return choose(IntPredicate::Ult),
        "fmax" | "fmin" | "fmaximum" | "fminimum" | "fmaximumnum" | "fminimumnum" => {
            let name = match op {
                "fmax" => "maxnum",
                "fmin" => "minnum",
                other => &other[1..],
            };
            return super::intrinsic::extreme(name, Flags::NONE, old, operand, site);
        }
        _ => {}
    }
    let (Value::Int(a), Value::Int(b)) = (old, operand) else {
        return match old.poison().or(operand.poison()) {
            Some(poison) => Ok(Value::Poison(poison.passed(site))),
            None => Err(Stop::unsupported(
                site,
                format!("`atomicrmw {op}` of no integer"),
            )),
        };
    };
    if !(a.is_defined() && b.is_defined()) {
        return Ok(Value::Int(Int::undef(a.width())));
    }
    let (x, y) = (a.bits(), b.bits());
    let bits = match op {
        "nand" => !(x & y),
        "uinc_wrap" if x >= y => 0,
        "uinc_wrap" => x.wrapping_add(1),
        "udec_wrap" if x == 0 || x > y => y,
        "udec_wrap" => x - 1,
        "usub_cond" if x < y => x,
        "usub_cond" => x - y,
        "usub_sat" => x.saturating_sub(y),
        _ => {
            return Err(Stop::unsupported(
                site,
                format!("`atomicrmw {op}` isn't run"),
            ));
        }
    };
    Ok(Value::Int(Int::new(a.width(), bits)))
}
