//! Instructions that use memory.

use super::codec;
use super::machine::Machine;
use super::memory::{Bytes, Cell, Origin};
use super::outcome::{Reason, Run, Stop};
use super::poison::{Poison, Site};
use super::value::{AllocationId, Pointer, Provenance, Value};
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
            Op::GetElementPtr {
                flags,
                element,
                base,
                indices,
            } => self.element_pointer(unit, *flags, element, base, indices, site),
            op @ (Op::CmpXchg { .. } | Op::AtomicRmw { .. }) => self.atomic(unit, op, site),
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
        self.charge(size, 4096, 256);
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
        let pointer = as_pointer(pointer, word, site)?;
        let align = align.map_or_else(|| types.align(ty), Ok).map_err(refuse)?;
        let size = types.store_size(ty).map_err(refuse)?;
        if size > (codec::MOST as u64) * 16 {
            return Err(refuse(format!("a value of {size} bytes isn't run")));
        }
        let cells = self.read_cells(pointer, size, word, site)?;
        self.check_aligned(pointer, align, word, site)?;
        let memory = &mut self.memory;
        codec::decode(types, ty, &cells, &mut |provenance| {
            memory.expose(provenance);
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
        let pointer = as_pointer(pointer, word, site)?;
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
}

/// The address that a pointer operand is; none other may be used.
pub(super) fn as_pointer(pointer: &Value, word: &str, site: Site) -> Run<Pointer> {
    match pointer {
        Value::Ptr(pointer) => Ok(*pointer),
        Value::Poison(poison) => Err(Stop::undefined(
            site,
            format!("`{word}` through a poison pointer"),
        )
        .label("the address is poison")
        .poison(poison)
        .into()),
        Value::Undef => Err(
            Stop::undefined(site, format!("`{word}` through an undef pointer"))
                .label("the address is undef: nobody wrote it")
                .into(),
        ),
        _ => Err(Stop::invalid(site, format!("`{word}` through no pointer"))),
    }
}
