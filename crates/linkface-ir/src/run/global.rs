//! Functions and globals: where they are, and what they hold at the start.

use super::codec;
use super::machine::Machine;
use super::memory::Origin;
use super::outcome::{Reason, Run, Stop};
use super::poison::Site;
use super::unit::Symbol;
use super::value::{AllocationId, Pointer, Provenance, Value};
use crate::model::name::unescape;
use crate::model::signature::Clause;
use crate::model::{Constant, Name, Operand, Type, Value as Written};
use crate::module::Global;
use std::rc::Rc;

/// An alias of an alias of … ends somewhere.
const LONGEST_ALIAS: usize = 64;

impl<'a> Machine<'_, 'a> {
    /// The address of a function or global.
    pub(super) fn address(&mut self, unit: usize, name: Name<'a>, site: Site) -> Run<Pointer> {
        let (mut unit, mut name) = (unit, name);
        for _ in 0..LONGEST_ALIAS {
            let key = name.key();
            let Some((home, symbol)) = self.symbol(unit, key) else {
                let message = format!("`@{name}` isn't in this file");
                return Err(Stop::stopped(Reason::Missing, site, message));
            };
            match symbol {
                Symbol::Alias(alias) => {
                    unit = home;
                    let Constant::Global(target) = &alias.target else {
                        if self.aliases >= LONGEST_ALIAS {
                            break;
                        }
                        self.aliases += 1;
                        let value = self.constant(home, &Type::Ptr(0), &alias.target, site);
                        self.aliases -= 1;
                        return match value? {
                            Value::Ptr(pointer) => Ok(pointer),
                            _ => Err(Stop::invalid(site, "an alias of no address")),
                        };
                    };
                    name = *target;
                }
                symbol => return self.locate((home, key), symbol, site),
            }
        }
        Err(Stop::invalid(site, "an alias is made of itself"))
    }

    fn locate(
        &mut self,
        key: (usize, &'a str),
        symbol: Symbol<'_, 'a>,
        site: Site,
    ) -> Run<Pointer> {
        if let Some(pointer) = self.addresses.get(&key) {
            return Ok(*pointer);
        }
        let name: Rc<str> = Rc::from(key.1);
        let (size, align, origin) = match symbol {
            Symbol::Global(global) => {
                let context = self.unit(key.0, site)?;
                let types = context.types();
                let refuse = |why: String| Stop::unsupported(site, why);
                let size = types.size(&global.ty).map_err(refuse)?;
                let align = alignment(global).map_or_else(|| types.align(&global.ty), Ok);
                let align = align.map_err(refuse)?;
                let origin = if global.constant {
                    Origin::Constant(name)
                } else {
                    Origin::Global(name)
                };
                (size, align, origin)
            }
            _ => (1, 16, Origin::Function(name)),
        };
        let pointer = self.allocate(size, align, origin, site)?;
        self.addresses.insert(key, pointer);
        if let Provenance::Allocation(id) = pointer.provenance {
            match symbol {
                Symbol::Global(_) => self.untouched.insert(id, key),
                _ => self.code.insert(id, key),
            };
        }
        Ok(pointer)
    }

    /// Gives a global its content, before it is looked at for the first time.
    pub(super) fn touch(&mut self, id: AllocationId, site: Site) -> Run<()> {
        if self.untouched.is_empty() {
            return Ok(());
        }
        let Some(key) = self.untouched.remove(&id) else {
            return Ok(());
        };
        let Some((unit, Symbol::Global(global))) = self.symbol(key.0, key.1) else {
            return Ok(());
        };
        let Some(initial) = &global.initial else {
            self.untouched.insert(id, key);
            let message = format!(
                "`@{}` is defined in another file: what it holds isn't known",
                global.name
            );
            return Err(Stop::stopped(Reason::Missing, site, message));
        };
        self.initialise(unit, id, 0, &global.ty, initial, site)
    }

    /// Writes a constant into memory, without making a value of it as a whole.
    fn initialise(
        &mut self,
        unit: usize,
        id: AllocationId,
        offset: u64,
        ty: &Type<'a>,
        constant: &Constant<'a>,
        site: Site,
    ) -> Run<()> {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let ty = types.resolve(ty).map_err(refuse)?;
        let size = types.size(ty).map_err(refuse)?;
        match (constant, ty) {
            (Constant::Zero | Constant::Null, _) => {
                self.change(id, |bytes| bytes.fill(offset, size, 0));
            }
            (Constant::Undef, _) => self.change(id, |bytes| bytes.fill_undef(offset, size)),
            (Constant::Bytes(text), _) => {
                let text = unescape(text);
                self.change(id, |bytes| bytes.write_known(offset, &text));
            }
            (Constant::Array(operands), Type::Array(_, element)) => {
                let stride = types.size(element).map_err(refuse)?;
                let offsets =
                    (0..).map(|nth: u64| offset.saturating_add(nth.saturating_mul(stride)));
                for (operand, offset) in operands.iter().zip(offsets) {
                    self.initialise_part(unit, id, offset, operand, site)?;
                }
            }
            (Constant::Struct { fields, .. }, Type::Struct { packed, fields: of }) => {
                let offsets = types.offsets(*packed, of).map_err(refuse)?;
                for (operand, inner) in fields.iter().zip(offsets) {
                    self.initialise_part(unit, id, offset.saturating_add(inner), operand, site)?;
                }
            }
            _ => {
                let value = self.constant(unit, ty, constant, site)?;
                let cells = codec::encode(types, ty, &value).map_err(refuse)?;
                self.change(id, |bytes| bytes.write(offset, &cells));
            }
        }
        Ok(())
    }

    fn initialise_part(
        &mut self,
        unit: usize,
        id: AllocationId,
        offset: u64,
        operand: &Operand<'a>,
        site: Site,
    ) -> Run<()> {
        match &operand.value {
            Written::Constant(constant) => {
                self.initialise(unit, id, offset, &operand.ty, constant, site)
            }
            _ => Err(Stop::invalid(site, "a global holds what isn't constant")),
        }
    }
}

fn alignment(global: &Global<'_>) -> Option<u64> {
    global.clauses.iter().find_map(|clause| match clause {
        Clause::Align(align) => Some(*align),
        _ => None,
    })
}
