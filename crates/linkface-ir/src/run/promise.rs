//! What attributes and metadata promise of values: of arguments, results, and what is loaded.
//!
//! Most broken promises make poison; with `noundef` that is undefined behaviour
//! ([LangRef, Parameter Attributes](https://llvm.org/docs/LangRef.html#parameter-attributes)).

use super::access::as_pointer;
use super::int::{Int, mask};
use super::literal::whole;
use super::machine::Machine;
use super::memory::Origin;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::unit::Loaded;
use super::value::{Provenance, Value};
use crate::metadata::NodeKind;
use crate::model::attribute::Attributes;
use crate::model::value::Meta;
use crate::model::{Attribute, Constant, Instruction, Type, Value as Written};
use std::rc::Rc;

/// From the first value up to, not including, the second; around the end, if the second is less.
pub(super) type Range = (u128, u128);

/// Whose promise it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whose {
    /// An argument, by its number from 1.
    Argument(usize),
    /// A result.
    Result,
    /// What was loaded.
    Loaded,
}

impl Whose {
    fn name(self) -> String {
        match self {
            Self::Argument(nth) => format!("argument {nth}"),
            Self::Result => "the result".to_owned(),
            Self::Loaded => "what is loaded".to_owned(),
        }
    }
}

impl<'a> Machine<'_, 'a> {
    /// The value as it is after the promises; an error where they end the run.
    pub(super) fn promised(
        &mut self,
        value: Value,
        attributes: &Attributes<'a>,
        whose: Whose,
        site: Site,
    ) -> Run {
        if attributes.is_empty() {
            return Ok(value);
        }
        let mut value = value;
        for attribute in attributes {
            let why = match (attribute, &value) {
                (Attribute::Word("nonnull"), Value::Ptr(pointer)) if pointer.address == 0 => {
                    "is null, but promised to be `nonnull`".to_owned()
                }
                (Attribute::Number("align", align), Value::Ptr(pointer))
                    if !pointer.address.is_multiple_of((*align).max(1)) =>
                {
                    let address = pointer.address;
                    format!("is {address:#x}, but promised to be aligned to {align}")
                }
                (Attribute::Range(_, low, high), Value::Int(int)) if int.is_defined() => {
                    let Some(range) = range(low, high, int.width()) else {
                        continue;
                    };
                    if inside(*int, &[range]) {
                        continue;
                    }
                    format!("is {int}, outside of the promised range({low}, {high})")
                }
                _ => continue,
            };
            let why = format!("{} {why}", whose.name());
            value = Value::Poison(Poison::made(site, why));
        }
        for attribute in attributes {
            if let (Attribute::Range(_, low, high), Value::Aggregate(_)) = (attribute, &value) {
                value = super::elements::one(&value, |element| match element {
                    Value::Int(int) if int.is_defined() => {
                        let range = range(low, high, int.width());
                        if range.is_none_or(|range| inside(*int, &[range])) {
                            return Ok(element.clone());
                        }
                        let whose = whose.name();
                        let why = format!(
                            "an element of {whose} is {int}, outside of the promised range({low}, {high})"
                        );
                        Ok(Value::Poison(Poison::made(site, why)))
                    }
                    other => Ok(other.clone()),
                })?;
            }
        }
        if attributes
            .iter()
            .any(|a| matches!(a, Attribute::Word("noundef")))
        {
            must_be_known(&value, whose, site)?;
        }
        for attribute in attributes {
            if let Attribute::Number(word, bytes) = attribute {
                self.dereferenceable(&value, word, *bytes, whose, site)?;
            }
        }
        Ok(value)
    }

    fn dereferenceable(
        &mut self,
        value: &Value,
        word: &str,
        bytes: u64,
        whose: Whose,
        site: Site,
    ) -> Run<()> {
        let or_null = match word {
            "dereferenceable" => false,
            "dereferenceable_or_null" => true,
            _ => return Ok(()),
        };
        must_be_known(value, whose, site)?;
        let Value::Ptr(pointer) = value else {
            return Ok(());
        };
        if bytes == 0 || (or_null && pointer.address == 0) {
            return Ok(());
        }
        if let Err(fault) = self.memory.access(*pointer, bytes, false) {
            let (what, place) = fault.tell(&self.memory);
            let name = whose.name();
            return Err(
                Stop::undefined(site, format!("{name} isn't {word}({bytes})"))
                    .label(format!("this would be an access {what}"))
                    .related(place)
                    .into(),
            );
        }
        Ok(())
    }

    /// What an instruction that loads comes to, after what its metadata promises.
    pub(super) fn loaded(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        value: Value,
        instruction: &Instruction<'a>,
        site: Site,
    ) -> Run {
        let mut value = value;
        let mut noundef = false;
        for attachment in &instruction.attachments {
            let node = match attachment.node {
                Meta::Node(id) => Some(id),
                _ => None,
            };
            let why = match (attachment.kind.key(), &value, node) {
                ("noundef", _, _) => {
                    noundef = true;
                    continue;
                }
                ("nonnull", Value::Ptr(pointer), _) if pointer.address == 0 => {
                    "null was loaded, but `!nonnull` promises otherwise".to_owned()
                }
                ("range", Value::Int(int), Some(id)) if int.is_defined() => {
                    let ranges = self.numbers(unit, id, ty);
                    if ranges.is_empty() || inside(*int, &ranges) {
                        continue;
                    }
                    format!("{int} was loaded, outside of what `!range !{id}` promises")
                }
                ("align", Value::Ptr(pointer), Some(id)) => {
                    let align = self.numbers(unit, id, &Type::Int(64));
                    let align = align.first().map_or(1, |(align, _)| *align).max(1);
                    if u128::from(pointer.address).is_multiple_of(align) {
                        continue;
                    }
                    let address = pointer.address;
                    format!("{address:#x} was loaded, but `!align` promises a multiple of {align}")
                }
                _ => continue,
            };
            value = Value::Poison(Poison::made(site, why));
        }
        if noundef {
            must_be_known(&value, Whose::Loaded, site)?;
        }
        Ok(value)
    }

    /// The numbers of a metadata node, in pairs; the second of a single one is zero.
    fn numbers(&mut self, unit: usize, id: u32, ty: &Type<'a>) -> Rc<[Range]> {
        if let Some(known) = self.ranges.get(&(unit, id)) {
            return Rc::clone(known);
        }
        let width = match ty {
            Type::Int(width) => *width,
            _ => 64,
        };
        let node = self
            .units
            .get(unit)
            .and_then(|unit| unit.module.metadata().node(id));
        let mut numbers = Vec::new();
        if let Some(NodeKind::Tuple(items)) = node.map(|node| node.kind) {
            for item in &items {
                if let Meta::Value(operand) = item
                    && let Written::Constant(Constant::Int(text)) = &operand.value
                    && let Some(bits) = whole(text)
                {
                    numbers.push(bits & mask(width));
                }
            }
        }
        let pairs = numbers.chunks(2);
        let pairs = pairs.map(|pair| (pair[0], pair.get(1).copied().unwrap_or(0)));
        let pairs: Rc<[Range]> = pairs.collect();
        self.ranges.insert((unit, id), Rc::clone(&pairs));
        pairs
    }

    /// Arguments as the function gets them: as many as it takes, of its types, after its promises.
    pub(super) fn accept(
        &mut self,
        loaded: &Loaded<'a>,
        arguments: Vec<Value>,
        site: Site,
    ) -> Run<Vec<Value>> {
        let signature = loaded.function.signature();
        let takes = signature.parameters.len();
        let given = arguments.len();
        if signature.variadic && given > takes {
            return Err(Stop::unsupported(
                site,
                "a function that takes `...` isn't run",
            ));
        }
        if given != takes {
            let message = format!(
                "`@{}` takes {takes} arguments, and gets {given}",
                signature.name
            );
            return Err(Stop::undefined(site, message)
                .label("the call is made for another function")
                .into());
        }
        let mut accepted = Vec::with_capacity(given);
        for (nth, (parameter, value)) in signature.parameters.iter().zip(arguments).enumerate() {
            if !super::codec::fits(&parameter.ty, &value) {
                let message = format!(
                    "argument {} of `@{}` is of another type than its parameter",
                    nth + 1,
                    signature.name
                );
                return Err(Stop::undefined(site, message)
                    .label("the call is made for another function")
                    .into());
            }
            let whose = Whose::Argument(nth + 1);
            let value = self.promised(value, &parameter.attributes, whose, site)?;
            accepted.push(self.by_value(loaded.unit, value, &parameter.attributes, site)?);
        }
        Ok(accepted)
    }

    /// `byval(T)`: the function gets a copy.
    fn by_value(
        &mut self,
        unit: usize,
        value: Value,
        attributes: &Attributes<'a>,
        site: Site,
    ) -> Run {
        let ty = attributes.iter().find_map(|attribute| match attribute {
            Attribute::Type("byval", ty) => Some(ty),
            _ => None,
        });
        let Some(ty) = ty else {
            return Ok(value);
        };
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let (size, align) = (
            types.size(ty).map_err(refuse)?,
            types.align(ty).map_err(refuse)?,
        );
        let from = as_pointer(&value, "byval", site)?;
        let cells = self.read_cells(from, size, "byval", site)?;
        let origin = Origin::Stack(site, Rc::from("byval"));
        let copy = self.allocate(size, align, origin, site)?;
        if let Provenance::Allocation(id) = copy.provenance {
            self.change(id, |bytes| bytes.write(0, &cells));
            self.copies.push(id);
        }
        Ok(Value::Ptr(copy))
    }
}

/// What `noundef` asks for.
pub(super) fn must_be_known(value: &Value, whose: Whose, site: Site) -> Run<()> {
    let name = whose.name();
    if let Some(poison) = value.poison() {
        return Err(
            Stop::undefined(site, format!("{name} is poison, and `noundef`"))
                .label("`noundef` promises a value that isn't poison")
                .poison(poison)
                .into(),
        );
    }
    if value.has_undef() {
        return Err(
            Stop::undefined(site, format!("{name} is undef, and `noundef`"))
                .label("`noundef` promises a value all of whose bits were written")
                .into(),
        );
    }
    Ok(())
}

fn range(low: &str, high: &str, width: u32) -> Option<Range> {
    Some((whole(low)? & mask(width), whole(high)? & mask(width)))
}

fn inside(int: Int, ranges: &[Range]) -> bool {
    let bits = int.bits();
    ranges.iter().any(|(low, high)| {
        if low < high {
            (*low..*high).contains(&bits)
        } else {
            bits >= *low || bits < *high
        }
    })
}
