//! Calls and returns.

use super::access::as_pointer;
use super::library::Library;
use super::machine::Machine;
use super::observe::Observer;
use super::outcome::{Reason, Run, Stop};
use super::panic;
use super::poison::Site;
use super::promise::Whose;
use super::unit::Symbol;
use super::value::{Provenance, Value};
use crate::model::attribute::Attributes;
use crate::model::{Call, Constant, Instruction, Op, Value as Written};
use std::rc::Rc;

impl<'a> Machine<'_, 'a> {
    /// `call` and `invoke`: computes what is built in, begins what is defined.
    pub(super) fn call_instruction(
        &mut self,
        unit: usize,
        call: &Call<'a>,
        instruction: &Instruction<'a>,
        site: Site,
        observer: &mut dyn Observer,
    ) -> Run<()> {
        if let Written::Asm(asm) = &call.callee
            && asm.text.is_empty()
            && call.returns().is_void()
        {
            // `std::hint::black_box`: nothing, but the optimiser doesn't know.
            return self.complete(instruction, Value::Void, site, observer);
        }
        let (home, key) = self.callee(unit, &call.callee, site)?;
        self.charge(call.arguments.len() as u64, 64, 1);
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for (nth, argument) in call.arguments.iter().enumerate() {
            let value = self.value(unit, &argument.ty, &argument.value, site)?;
            let whose = Whose::Argument(nth + 1);
            arguments.push(self.promised(value, &argument.attributes, whose, site)?);
        }
        if key.starts_with("llvm.") {
            let value = self.intrinsic(unit, key, call, &arguments, site)?;
            return self.complete(instruction, value, site, observer);
        }
        let found = self.symbol(home, key);
        // The program's own definition goes first: it may be another allocator, and after link-time
        // optimisation some of its calls are inlined and its parameters aren't what they were.
        let own = matches!(found, Some((_, symbol)) if !symbol.is_elsewhere());
        let library = *self.library.entry(key).or_insert_with(|| Library::of(key));
        if let Some(library) = library
            && (!own || library == Library::Marker)
        {
            let value = self.library_call(unit, library, call, &arguments, site)?;
            return self.complete(instruction, value, site, observer);
        }
        if let Some(panicked) = self.panics(unit, key, found, call, &arguments, site) {
            return Err(panicked);
        }
        let Some((home, Symbol::Defined(entry))) = found else {
            let name = panic::demangled(key);
            let message = format!("it calls `{name}`, which is not in this file");
            return Err(Stop::stopped(Reason::Missing, site, message));
        };
        let index = self.load(home, entry);
        let Some(loaded) = self.functions.get(index).map(Rc::clone) else {
            return Err(Stop::invalid(site, "the function can't be read"));
        };
        let signature = loaded.function.signature();
        let [here, there] = [call.convention, signature.convention].map(convention);
        if here != there {
            let message = format!("`@{}` is {there}, and called as {here}", signature.name);
            return Err(Stop::undefined(site, message)
                .label("the calling conventions differ")
                .into());
        }
        let arguments = self.accept(&loaded, arguments, site)?;
        self.push(index, arguments, site, observer)
    }

    /// Which function is called: the module that names it, and its name.
    fn callee(&mut self, unit: usize, callee: &Written<'a>, site: Site) -> Run<(usize, &'a str)> {
        if let Written::Constant(Constant::Global(name)) = callee
            && let Some((_, Symbol::Defined(_) | Symbol::Declared(_))) =
                self.symbol(unit, name.key())
        {
            return Ok((unit, name.key()));
        }
        // Intrinsics that nobody declared.
        if let Some(name) = callee.global()
            && self.symbol(unit, name.key()).is_none()
        {
            return Ok((unit, name.key()));
        }
        let value = self.value(unit, &crate::model::Type::Ptr(0), callee, site)?;
        let pointer = as_pointer(&value, "call", site)?;
        let object = self.memory.object(pointer);
        let known = object.filter(|id| {
            let object = self.memory.get(*id);
            object.is_some_and(|object| object.base == pointer.address)
        });
        let key = known.and_then(|id| self.code.get(&id)).copied();
        key.ok_or_else(|| {
            let what = match (pointer.provenance, pointer.address) {
                (_, 0) => "a call of a null pointer".to_owned(),
                (Provenance::Allocation(id), _) => match self.memory.get(id) {
                    Some(object) => {
                        format!("a call of {}, which is no function", object.origin.name())
                    }
                    None => "a call of memory that is gone".to_owned(),
                },
                (_, address) => format!("a call of {address:#x}, where no function is"),
            };
            Stop::undefined(site, what)
                .label("there is no function at this address")
                .into()
        })
    }

    /// A call has returned: keeps the result, and goes on.
    pub(super) fn complete(
        &mut self,
        instruction: &Instruction<'a>,
        value: Value,
        site: Site,
        observer: &mut dyn Observer,
    ) -> Run<()> {
        let Some(call) = instruction.op.call() else {
            return Err(Stop::invalid(site, "a return to what is no call"));
        };
        let value = self.promised(value, &call.return_attributes, Whose::Result, site)?;
        let unit = self.frames.last().map_or(0, |frame| frame.loaded.unit);
        let value = self.loaded(unit, call.returns(), value, instruction, site)?;
        self.finish(instruction.result, value, observer);
        match &instruction.op {
            Op::Invoke { normal, .. } => self.jump(*normal, site, observer),
            _ => Ok(()),
        }
    }

    /// `ret`: the value, if it was the first function.
    pub(super) fn leave(
        &mut self,
        value: Value,
        site: Site,
        observer: &mut dyn Observer,
    ) -> Run<Option<Value>> {
        let Some(frame) = self.frames.last() else {
            return Ok(Some(value));
        };
        let loaded = Rc::clone(&frame.loaded);
        let signature = loaded.function.signature();
        let value = self.promised(value, &signature.return_attributes, Whose::Result, site)?;
        if self.has(loaded.unit, &signature.attributes, "noreturn") {
            let message = "a function that is `noreturn` returns";
            return Err(Stop::undefined(site, message)
                .label("nobody is there to return to")
                .into());
        }
        if let Some(frame) = self.frames.pop() {
            for id in frame.allocas {
                self.memory.free(id, Some(site));
            }
        }
        observer.leave(&loaded.function, &value, self.frames.len());
        let Some(caller) = self.frames.last() else {
            return Ok(Some(value));
        };
        let loaded = Rc::clone(&caller.loaded);
        let instruction = loaded.function.instructions().get(caller.at.index());
        let Some(instruction) = instruction else {
            return Err(Stop::invalid(site, "a return to what is no call"));
        };
        let site = self.here();
        // A function of another type was called through its address.
        let wanted = instruction.op.call().map(Call::returns);
        if let Some(wanted) = wanted
            && *wanted != signature.returns
            && !super::codec::fits(wanted, &value)
        {
            let message = format!("a call that wants {wanted} gets {}", signature.returns);
            return Err(Stop::undefined(site, message)
                .label("the call is made for another function")
                .into());
        }
        self.complete(instruction, value, site, observer)?;
        Ok(None)
    }

    /// Whether an attribute is among these or in their groups.
    pub(super) fn has(&self, unit: usize, attributes: &Attributes<'a>, word: &str) -> bool {
        let unit = self.units.get(unit);
        unit.is_some_and(|unit| unit.has(attributes, word))
    }
}

/// The calling convention that is meant: without a word C's.
fn convention(written: Option<&str>) -> &str {
    written
        .filter(|written| *written != "cc 0" && *written != "cc0")
        .unwrap_or("ccc")
}
