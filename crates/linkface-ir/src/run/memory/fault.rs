//! Why memory may not be used.

use super::{Dead, Memory, Origin};
use crate::run::poison::Site;
use crate::run::value::{AllocationId, Pointer};

/// Why memory may not be used: undefined behaviour.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The null pointer.
    Null,
    /// A pointer to nothing.
    NoObject(Pointer),
    /// The object is gone.
    Gone(Pointer, Option<Box<Dead>>),
    /// Not all of so many bytes are in the object.
    Outside(Pointer, AllocationId, u64),
    /// A `constant`.
    ReadOnly(AllocationId),
    /// Before `lifetime.start`, or after `lifetime.end`.
    NotAlive(AllocationId),
    /// A function isn't data.
    Code(AllocationId),
}

impl Fault {
    /// What is wrong, after "a store", and where the object comes from.
    pub(crate) fn tell(&self, memory: &Memory) -> (String, Option<(Site, String)>) {
        let origin = |id: &AllocationId| memory.get(*id).map(|allocation| &allocation.origin);
        let name = |id| origin(id).map_or_else(|| "an object".to_owned(), Origin::name);
        match self {
            Self::Null => ("through a null pointer".to_owned(), None),
            Self::NoObject(pointer) => (
                format!(
                    "through {:#x}, which points to no object that it may be used for",
                    pointer.address
                ),
                None,
            ),
            Self::Gone(_, None) => ("of memory that is gone".to_owned(), None),
            Self::Gone(pointer, Some(dead)) => {
                let offset = pointer.address.wrapping_sub(dead.base).cast_signed();
                let how = match dead.origin {
                    Origin::Heap(..) => "freed",
                    _ => "gone: its function has returned",
                };
                let text = format!(
                    "at offset {offset} of {}, which is {how}",
                    dead.origin.name()
                );
                let place = dead.ended.map(|site| (site, "it ended here".to_owned()));
                (text, place.or_else(|| dead.origin.place(dead.size)))
            }
            Self::Outside(pointer, id, size) => {
                let Some(allocation) = memory.get(*id) else {
                    return ("of memory that is gone".to_owned(), None);
                };
                let offset = pointer.address.wrapping_sub(allocation.base).cast_signed();
                let text = format!(
                    "of {} at offset {offset} of {}, which has {}",
                    bytes(*size),
                    allocation.origin.name(),
                    bytes(allocation.size)
                );
                (text, allocation.origin.place(allocation.size))
            }
            Self::ReadOnly(id) => (format!("to {}, which is `constant`", name(id)), None),
            Self::NotAlive(id) => (
                format!(
                    "to {} before its `lifetime.start` or after its `lifetime.end`",
                    name(id)
                ),
                origin(id).and_then(|origin| origin.place(0)),
            ),
            Self::Code(id) => (format!("of {} as if it were data", name(id)), None),
        }
    }
}

/// `1 byte`, `2 bytes`.
pub(crate) fn bytes(count: u64) -> String {
    if count == 1 {
        "1 byte".to_owned()
    } else {
        format!("{count} bytes")
    }
}

impl Origin {
    /// What people call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stack(_, name) => format!("`%{name}`"),
            Self::Global(name) | Self::Constant(name) => format!("`@{name}`"),
            Self::Function(name) => format!("the function `@{name}`"),
            Self::Heap(_, allocator) => format!("memory of `{allocator}`"),
            Self::Argument(nth) => format!("the memory of argument {nth}"),
        }
    }

    /// Where it was made.
    fn place(&self, size: u64) -> Option<(Site, String)> {
        match self {
            Self::Stack(site, name) => Some((*site, format!("`%{name}` is made here"))),
            Self::Heap(site, _) => Some((*site, format!("{} are allocated here", bytes(size)))),
            _ => None,
        }
    }
}
