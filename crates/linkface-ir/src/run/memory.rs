//! Memory: objects with an address each, and what their bytes are.
//!
//! Addresses are never used twice, and no two objects touch: a pointer that leaves its object meets
//! nothing else.

mod bytes;
mod fault;

pub(crate) use bytes::{Bytes, Cell};
pub(crate) use fault::{Fault, bytes};

use super::poison::Site;
use super::value::{AllocationId, Pointer, Provenance};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// All objects.
#[derive(Debug)]
pub(crate) struct Memory {
    live: FxHashMap<AllocationId, Allocation>,
    by_address: BTreeMap<u64, AllocationId>,
    dead: FxHashMap<AllocationId, Dead>,
    /// The dead, oldest first.
    graves: VecDeque<AllocationId>,
    exposed: FxHashSet<AllocationId>,
    next_id: u64,
    next_address: u64,
    used: u64,
    limit: u64,
}

/// An object.
#[derive(Debug)]
pub(crate) struct Allocation {
    pub(crate) base: u64,
    pub(crate) size: u64,
    pub(crate) align: u64,
    pub(crate) origin: Origin,
    /// Of the stack only: whether `lifetime.start` came, and no `lifetime.end` after it.
    pub(crate) alive: bool,
    bytes: Bytes,
}

/// What an object is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Origin {
    /// `%x = alloca …`.
    Stack(Site, Rc<str>),
    /// `@x = global …`.
    Global(Rc<str>),
    /// `@x = constant …`.
    Constant(Rc<str>),
    /// A function.
    Function(Rc<str>),
    /// Of an allocator, with its name.
    Heap(Site, &'static str),
    /// Made for an argument, with its number from 1.
    Argument(usize),
}

/// An object that was.
#[derive(Clone, Debug)]
pub(crate) struct Dead {
    pub(crate) base: u64,
    pub(crate) size: u64,
    pub(crate) origin: Origin,
    pub(crate) ended: Option<Site>,
}

/// How many dead objects are remembered, for messages.
const REMEMBERED: usize = 1 << 16;

/// What one object costs beside its bytes.
const OVERHEAD: u64 = 128;

impl Memory {
    /// With room for so many bytes.
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            live: FxHashMap::default(),
            by_address: BTreeMap::new(),
            dead: FxHashMap::default(),
            graves: VecDeque::new(),
            exposed: FxHashSet::default(),
            next_id: 0,
            next_address: 0x1_0000,
            used: 0,
            limit,
        }
    }

    /// A new object, all of whose bytes are `undef`; none if there is no more room.
    pub(crate) fn allocate(&mut self, size: u64, align: u64, origin: Origin) -> Option<Pointer> {
        let cost = size.checked_add(OVERHEAD)?;
        let used = self.used.checked_add(cost)?;
        if used > self.limit {
            return None;
        }
        let align = align.max(1);
        // Objects of the same size should not be aligned by chance to more than they ask for.
        let mut base = self.next_address.checked_next_multiple_of(align)?;
        if base.is_multiple_of(align.checked_mul(2)?) {
            base = base.checked_add(align)?;
        }
        self.next_address = base.checked_add(size)?.checked_add(16)?;
        self.used = used;
        let id = AllocationId(self.next_id);
        self.next_id += 1;
        self.by_address.insert(base, id);
        self.live.insert(
            id,
            Allocation {
                base,
                size,
                align,
                origin,
                alive: true,
                bytes: Bytes::undef(size),
            },
        );
        Some(Pointer {
            address: base,
            provenance: Provenance::Allocation(id),
        })
    }

    /// An end to an object. What points to it may not be used any more.
    pub(crate) fn free(&mut self, id: AllocationId, ended: Option<Site>) {
        let Some(allocation) = self.live.remove(&id) else {
            return;
        };
        self.by_address.remove(&allocation.base);
        self.exposed.remove(&id);
        self.used -= allocation.size + OVERHEAD;
        if self.graves.len() >= REMEMBERED
            && let Some(oldest) = self.graves.pop_front()
        {
            self.dead.remove(&oldest);
        }
        self.graves.push_back(id);
        self.dead.insert(
            id,
            Dead {
                base: allocation.base,
                size: allocation.size,
                origin: allocation.origin,
                ended,
            },
        );
    }

    /// An object that lives.
    pub(crate) fn get(&self, id: AllocationId) -> Option<&Allocation> {
        self.live.get(&id)
    }

    /// An object that is gone, if it is still remembered.
    pub(crate) fn dead(&self, id: AllocationId) -> Option<&Dead> {
        self.dead.get(&id)
    }

    /// `lifetime.start` (`true`) or `lifetime.end`: what was in it is gone.
    pub(crate) fn set_alive(&mut self, id: AllocationId, alive: bool) {
        if let Some(allocation) = self.live.get_mut(&id) {
            allocation.alive = alive;
            allocation.bytes.fill_undef(0, allocation.size);
        }
    }

    /// Its address was given away.
    pub(crate) fn expose(&mut self, provenance: Provenance) {
        if let Provenance::Allocation(id) = provenance {
            self.exposed.insert(id);
        }
    }

    /// The object at or right before an address.
    pub(crate) fn around(&self, address: u64) -> Option<AllocationId> {
        let (base, id) = self.by_address.range(..=address).next_back()?;
        let allocation = self.live.get(id)?;
        (address - base <= allocation.size).then_some(*id)
    }

    /// The object that a pointer may be used for.
    pub(crate) fn object(&self, pointer: Pointer) -> Option<AllocationId> {
        match pointer.provenance {
            Provenance::Allocation(id) => Some(id),
            Provenance::Exposed => self
                .around(pointer.address)
                .filter(|id| self.exposed.contains(id)),
            Provenance::None => None,
        }
    }

    /// Where `size` bytes at `pointer` are, if they may be used.
    pub(crate) fn access(
        &self,
        pointer: Pointer,
        size: u64,
        write: bool,
    ) -> Result<(AllocationId, u64), Fault> {
        let object = self.object(pointer);
        let id = object.ok_or(if pointer.address == 0 {
            Fault::Null
        } else {
            Fault::NoObject(pointer)
        })?;
        let Some(allocation) = self.live.get(&id) else {
            return Err(Fault::Gone(
                pointer,
                self.dead.get(&id).cloned().map(Box::new),
            ));
        };
        let offset = pointer.address.wrapping_sub(allocation.base);
        if offset
            .checked_add(size)
            .is_none_or(|end| end > allocation.size)
        {
            return Err(Fault::Outside(pointer, id, size));
        }
        match allocation.origin {
            Origin::Function(_) => Err(Fault::Code(id)),
            Origin::Constant(_) if write => Err(Fault::ReadOnly(id)),
            _ if write && !allocation.alive => Err(Fault::NotAlive(id)),
            _ => Ok((id, offset)),
        }
    }

    /// The bytes of an object.
    pub(crate) fn bytes(&self, id: AllocationId) -> Option<&Bytes> {
        self.live.get(&id).map(|allocation| &allocation.bytes)
    }

    /// The bytes of an object, to be changed; whether they may be is asked of [`Memory::access`].
    pub(crate) fn bytes_mut(&mut self, id: AllocationId) -> Option<&mut Bytes> {
        self.live
            .get_mut(&id)
            .map(|allocation| &mut allocation.bytes)
    }

    /// The bytes at `pointer`, if all of them can be read and are known.
    pub(crate) fn known(&self, pointer: Pointer, size: u64) -> Option<Vec<u8>> {
        let (id, offset) = self.access(pointer, size, false).ok()?;
        self.bytes(id)?.known(offset, size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> Memory {
        Memory::new(1 << 20)
    }

    fn id(pointer: Pointer) -> AllocationId {
        match pointer.provenance {
            Provenance::Allocation(id) => id,
            _ => unreachable!("it was just allocated"),
        }
    }

    #[test]
    fn objects_are_aligned_and_apart() {
        let mut memory = memory();
        for align in [1, 2, 8, 16, 4096] {
            let a = memory.allocate(3, align, Origin::Argument(1)).unwrap();
            let b = memory.allocate(3, align, Origin::Argument(2)).unwrap();
            assert!(a.address.is_multiple_of(align) && b.address.is_multiple_of(align));
            assert!(!a.address.is_multiple_of(align * 2));
            assert!(b.address > a.address + 3);
        }
    }

    #[test]
    fn accesses_stay_inside() {
        let mut memory = memory();
        let pointer = memory.allocate(4, 4, Origin::Argument(1)).unwrap();
        let at = |offset: u64| pointer.at(pointer.address.wrapping_add(offset));
        assert!(memory.access(pointer, 4, true).is_ok());
        assert!(memory.access(at(4), 0, true).is_ok());
        assert!(matches!(
            memory.access(at(1), 4, false),
            Err(Fault::Outside(..))
        ));
        assert!(matches!(
            memory.access(at(u64::MAX), 1, false),
            Err(Fault::Outside(..))
        ));
        assert!(matches!(
            memory.access(Pointer::NULL, 1, false),
            Err(Fault::Null)
        ));
        memory.free(id(pointer), None);
        assert!(matches!(
            memory.access(pointer, 1, false),
            Err(Fault::Gone(_, Some(_)))
        ));
    }

    #[test]
    fn an_integer_leads_to_what_was_exposed_only() {
        let mut memory = memory();
        let pointer = memory.allocate(4, 4, Origin::Argument(1)).unwrap();
        let forged = Pointer {
            provenance: Provenance::Exposed,
            ..pointer
        };
        assert!(matches!(
            memory.access(forged, 4, true),
            Err(Fault::NoObject(_))
        ));
        memory.expose(pointer.provenance);
        assert!(memory.access(forged, 4, true).is_ok());
    }

    #[test]
    fn room_is_limited_and_comes_back() {
        let mut memory = Memory::new(1000);
        assert!(memory.allocate(u64::MAX, 1, Origin::Argument(1)).is_none());
        let first = memory.allocate(800, 1, Origin::Argument(1)).unwrap();
        assert!(memory.allocate(800, 1, Origin::Argument(1)).is_none());
        memory.free(id(first), None);
        assert!(memory.allocate(800, 1, Origin::Argument(1)).is_some());
    }
}
