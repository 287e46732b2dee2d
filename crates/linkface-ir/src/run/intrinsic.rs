//! Functions that are part of the language: `llvm.…`
//! ([LangRef, Intrinsic Functions](https://llvm.org/docs/LangRef.html#intrinsic-functions)).

mod floats;
mod integers;
mod memory;
mod vectors;

pub(super) use floats::extreme;

use super::aggregate::field;
use super::machine::Machine;
use super::outcome::{Reason, Run, Stop};
use super::poison::Site;
use super::promise::{Whose, must_be_known};
use super::value::{Pointer, Value};
use crate::model::{Call, Type};

/// An intrinsic that is called.
#[derive(Clone, Copy)]
pub(super) struct Intrinsic<'c, 'a> {
    /// The name without `llvm.` and the types at its end.
    pub(super) stem: &'c str,
    /// The call.
    pub(super) call: &'c Call<'a>,
    /// The module it is in.
    pub(super) unit: usize,
    /// Where.
    pub(super) site: Site,
}

impl<'a> Machine<'_, 'a> {
    /// What an intrinsic comes to.
    pub(super) fn intrinsic(
        &mut self,
        unit: usize,
        name: &str,
        call: &Call<'a>,
        arguments: &[Value],
        site: Site,
    ) -> Run {
        let mut stem = name.strip_prefix("llvm.").unwrap_or(name);
        // Types follow the name: `umax.i32`, `memcpy.p0.p0.i64`. The longest name that is known wins.
        loop {
            let intrinsic = Intrinsic {
                stem,
                call,
                unit,
                site,
            };
            if let Some(value) = self.known_intrinsic(intrinsic, arguments)? {
                return Ok(value);
            }
            let Some((shorter, _)) = stem.rsplit_once('.') else {
                return Err(Stop::unsupported(site, format!("`@{name}` isn't run")));
            };
            stem = shorter;
        }
    }

    fn known_intrinsic(
        &mut self,
        intrinsic: Intrinsic<'_, 'a>,
        arguments: &[Value],
    ) -> Run<Option<Value>> {
        if let Some(value) = integers::call(intrinsic, arguments)? {
            return Ok(Some(value));
        }
        if let Some(value) = floats::call(intrinsic, arguments)? {
            return Ok(Some(value));
        }
        if let Some(value) = vectors::call(intrinsic, arguments)? {
            return Ok(Some(value));
        }
        if let Some(value) = self.memory_intrinsic(intrinsic, arguments)? {
            return Ok(Some(value));
        }
        let site = intrinsic.site;
        let first = || {
            let first = arguments.first().cloned();
            first.ok_or_else(|| Stop::invalid(site, "an argument is missing"))
        };
        Ok(Some(match intrinsic.stem {
            "expect"
            | "expect.with.probability"
            | "ssa.copy"
            | "annotation"
            | "ptr.annotation"
            | "launder.invariant.group"
            | "strip.invariant.group"
            | "threadlocal.address"
            | "preserve.array.access.index"
            | "arithmetic.fence" => first()?,
            "assume" => {
                self.assume(intrinsic, &first()?)?;
                Value::Void
            }
            "experimental.noalias.scope.decl"
            | "donothing"
            | "sideeffect"
            | "prefetch"
            | "dbg.declare"
            | "dbg.value"
            | "dbg.label"
            | "dbg.assign"
            | "pseudoprobe"
            | "var.annotation"
            | "codeview.annotation"
            | "instrprof.increment"
            | "fake.use"
            | "invariant.end" => Value::Void,
            "invariant.start" => Value::Ptr(Pointer::NULL),
            "is.constant" | "allow.runtime.check" | "allow.ubsan.check" => Value::bool(false),
            "trap" | "ubsantrap" | "debugtrap" => {
                let message = format!("the program ends itself: `llvm.{}`", intrinsic.stem);
                return Err(Stop::stopped(Reason::Ended, site, message));
            }
            _ => return Ok(None),
        }))
    }

    /// `llvm.assume`: what it says is taken for granted, so it had better be true.
    fn assume(&mut self, intrinsic: Intrinsic<'_, 'a>, condition: &Value) -> Run<()> {
        let site = intrinsic.site;
        match condition {
            Value::Int(int) if int.is_defined() && int.bits() == 1 => {}
            Value::Int(int) if int.is_defined() => {
                return Err(Stop::undefined(site, "`llvm.assume` of what is false")
                    .label("the optimiser takes for granted that this is true")
                    .into());
            }
            value => {
                let what = if value.poison().is_some() {
                    "poison"
                } else {
                    "undef"
                };
                let mut undefined = Stop::undefined(site, format!("`llvm.assume` of {what}"))
                    .label("the optimiser takes for granted that this is true");
                undefined.poison = value.poison().cloned();
                return Err(undefined.into());
            }
        }
        for bundle in &intrinsic.call.bundles {
            let mut operands = Vec::new();
            for operand in &bundle.operands {
                operands.push(self.operand(intrinsic.unit, operand, site)?);
            }
            let broken = |what: &str| {
                let message = format!("`llvm.assume` with `{}` of {what}", bundle.tag);
                Err(Stop::undefined(site, message)
                    .label("the optimiser takes for granted that this is so")
                    .into())
            };
            match (bundle.tag, operands.as_slice()) {
                ("nonnull", [Value::Ptr(pointer), ..]) if pointer.address == 0 => {
                    return broken("null");
                }
                ("align", [Value::Ptr(pointer), Value::Int(align), rest @ ..]) => {
                    let offset = match rest {
                        [Value::Int(offset), ..] => offset.bits(),
                        _ => 0,
                    };
                    let address = u128::from(pointer.address).wrapping_sub(offset);
                    if !address.is_multiple_of(align.bits().max(1)) {
                        return broken("an address that isn't");
                    }
                }
                ("noundef", [value, ..]) => must_be_known(value, Whose::Argument(1), site)?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// The whole number that an argument is, at each element of a vector.
pub(super) fn argument(arguments: &[Value], nth: usize, site: Site) -> Run<&Value> {
    arguments
        .get(nth)
        .ok_or_else(|| Stop::invalid(site, "an argument is missing"))
}

/// Pairs of a result and a flag as LLVM returns them: of vectors two vectors.
pub(super) fn pair(results: &Value, site: Site) -> Run {
    let Value::Aggregate(fields) = results else {
        return Ok(results.clone());
    };
    if !fields
        .iter()
        .any(|field| matches!(field, Value::Aggregate(_)))
    {
        return Ok(results.clone());
    }
    let part = |which: u64| {
        let part: Run<Vec<Value>> = fields.iter().map(|pair| field(pair, which, site)).collect();
        part.map(Value::aggregate)
    };
    Ok(Value::aggregate([part(0)?, part(1)?]))
}

/// The type of a scalar, or of a vector's elements.
pub(super) fn scalar<'t, 'a>(ty: &'t Type<'a>) -> &'t Type<'a> {
    super::unit::element(ty)
}
