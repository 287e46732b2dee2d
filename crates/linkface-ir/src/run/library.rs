//! Functions that are known without their code: allocators, and what C's library has for memory.

use super::access::as_pointer;
use super::machine::Machine;
use super::memory::Origin;
use super::outcome::{Reason, Run, Stop};
use super::panic::demangled;
use super::poison::Site;
use super::value::{AllocationId, Pointer, Provenance, Value};
use crate::model::{Call, Type};

/// A function that is known without its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Library {
    RustAlloc,
    RustAllocZeroed,
    RustRealloc,
    RustDealloc,
    /// A symbol that shows that there is an allocator.
    Marker,
    Malloc,
    Calloc,
    AlignedAlloc,
    PosixMemalign,
    Realloc,
    Free,
    Compare,
    Copy,
    Move,
    Set,
    Length,
    Abort,
    Exit,
}

impl Library {
    /// By its name, mangled or not.
    pub(crate) fn of(key: &str) -> Option<Self> {
        if key.contains("__rust_") || key.contains("__rdl_") || key.contains("__rg_") {
            let path = demangled(key);
            return match path.rsplit("::").next().unwrap_or(&path) {
                "__rust_alloc" | "__rdl_alloc" | "__rg_alloc" => Some(Self::RustAlloc),
                "__rust_alloc_zeroed" | "__rdl_alloc_zeroed" | "__rg_alloc_zeroed" => {
                    Some(Self::RustAllocZeroed)
                }
                "__rust_realloc" | "__rdl_realloc" | "__rg_realloc" => Some(Self::RustRealloc),
                "__rust_dealloc" | "__rdl_dealloc" | "__rg_dealloc" => Some(Self::RustDealloc),
                name if name.starts_with("__rust_no_alloc_shim_is_unstable") => Some(Self::Marker),
                _ => None,
            };
        }
        match key {
            "malloc" => Some(Self::Malloc),
            "calloc" => Some(Self::Calloc),
            "aligned_alloc" | "memalign" => Some(Self::AlignedAlloc),
            "posix_memalign" => Some(Self::PosixMemalign),
            "realloc" => Some(Self::Realloc),
            "free" => Some(Self::Free),
            "memcmp" | "bcmp" => Some(Self::Compare),
            "memcpy" => Some(Self::Copy),
            "memmove" => Some(Self::Move),
            "memset" => Some(Self::Set),
            "strlen" => Some(Self::Length),
            "abort" => Some(Self::Abort),
            "exit" | "_exit" => Some(Self::Exit),
            _ => None,
        }
    }
}

/// Where `malloc`'s memory begins: at multiples of this.
const MALLOC_ALIGN: u64 = 16;

impl<'a> Machine<'_, 'a> {
    /// What a known function returns.
    pub(super) fn library_call(
        &mut self,
        unit: usize,
        library: Library,
        call: &Call<'a>,
        arguments: &[Value],
        site: Site,
    ) -> Run {
        let number = |nth: usize| number(arguments.get(nth), site);
        let pointer = |nth: usize| {
            let value = arguments.get(nth).unwrap_or(&Value::Undef);
            as_pointer(value, "call", site)
        };
        let value = match library {
            Library::Marker => Value::Void,
            Library::RustAlloc => self.heap(number(0)?, number(1)?, false, "__rust_alloc", site)?,
            Library::RustAllocZeroed => {
                self.heap(number(0)?, number(1)?, true, "__rust_alloc_zeroed", site)?
            }
            Library::Malloc => self.heap(number(0)?, MALLOC_ALIGN, false, "malloc", site)?,
            Library::Calloc => {
                let size = number(0)?.saturating_mul(number(1)?);
                self.heap(size, MALLOC_ALIGN, true, "calloc", site)?
            }
            Library::AlignedAlloc => {
                self.heap(number(1)?, number(0)?, false, "aligned_alloc", site)?
            }
            Library::PosixMemalign => {
                let fresh = self.heap(number(2)?, number(1)?, false, "posix_memalign", site)?;
                let out = arguments.first().unwrap_or(&Value::Undef);
                let word = "posix_memalign";
                self.store_value(unit, &Type::Ptr(0), &fresh, out, None, word, site)?;
                Value::int(width(call.returns()), 0)
            }
            Library::RustDealloc => {
                let (at, size, align) = (pointer(0)?, number(1)?, number(2)?);
                self.release(at, Some((size, align)), site)?;
                Value::Void
            }
            Library::Free => {
                let at = pointer(0)?;
                if at.address != 0 {
                    self.release(at, None, site)?;
                }
                Value::Void
            }
            Library::RustRealloc => {
                let (at, size, align) = (pointer(0)?, number(1)?, number(2)?);
                let fresh = self.heap(number(3)?, align, false, "__rust_realloc", site)?;
                self.renew(at, &fresh, Some((size, align)), site)?;
                fresh
            }
            Library::Realloc => {
                let at = pointer(0)?;
                let fresh = self.heap(number(1)?, MALLOC_ALIGN, false, "realloc", site)?;
                if at.address != 0 {
                    self.renew(at, &fresh, None, site)?;
                }
                fresh
            }
            Library::Compare => {
                let (a, b, len) = (pointer(0)?, pointer(1)?, number(2)?);
                let order = self.compare_bytes(a, b, len, site)?;
                Value::int(width(call.returns()), order.into())
            }
            Library::Copy | Library::Move => {
                let (to, from, len) = (pointer(0)?, pointer(1)?, number(2)?);
                self.copy(to, from, len, library == Library::Copy, "memcpy", site)?;
                Value::Ptr(to)
            }
            Library::Set => {
                let (to, len) = (pointer(0)?, number(2)?);
                let byte = arguments.get(1).cloned().unwrap_or(Value::Undef);
                let byte = match byte {
                    Value::Int(int) => Value::Int(int.resize(8)),
                    other => other,
                };
                self.set(to, &byte, len, site)?;
                Value::Ptr(to)
            }
            Library::Length => {
                let at = pointer(0)?;
                Value::int(width(call.returns()), self.string_length(at, site)?.into())
            }
            Library::Abort => {
                return Err(Stop::stopped(Reason::Ended, site, "the program aborts"));
            }
            Library::Exit => {
                let code = arguments
                    .first()
                    .map_or_else(String::new, ToString::to_string);
                let message = format!("the program ends itself with exit code {code}");
                return Err(Stop::stopped(Reason::Ended, site, message));
            }
        };
        Ok(value)
    }

    /// New memory of an allocator.
    fn heap(&mut self, size: u64, align: u64, zeroed: bool, name: &'static str, site: Site) -> Run {
        if !align.is_power_of_two() {
            let message = format!("`{name}` with an alignment of {align}");
            return Err(Stop::undefined(site, message)
                .label("an alignment is a power of two")
                .into());
        }
        let pointer = self.allocate(size, align, Origin::Heap(site, name), site)?;
        if let (true, Provenance::Allocation(id)) = (zeroed, pointer.provenance) {
            self.change(id, |bytes| bytes.fill(0, size, 0));
        }
        Ok(Value::Ptr(pointer))
    }

    /// The object that a pointer is the beginning of, if an allocator made it.
    ///
    /// By which one isn't asked: after link-time optimisation `__rust_alloc` may be left where
    /// `__rust_dealloc` was inlined to `free`.
    fn of_heap(&self, pointer: Pointer, site: Site) -> Run<AllocationId> {
        let wrong = |what: String| {
            Err(Stop::undefined(site, what)
                .label("this can't be freed")
                .into())
        };
        let Some(id) = self.memory.object(pointer) else {
            return wrong(format!(
                "a free of {:#x}, where no memory is",
                pointer.address
            ));
        };
        let Some(object) = self.memory.get(id) else {
            let dead = self.memory.dead(id);
            let place = dead.and_then(|dead| Some((dead.ended?, "it was freed here".to_owned())));
            return Err(Stop::undefined(site, "memory is freed a second time")
                .label("it is gone already")
                .related(place)
                .into());
        };
        match &object.origin {
            Origin::Heap(..) if object.base == pointer.address => Ok(id),
            Origin::Heap(..) => wrong("a free of a pointer into the middle of memory".to_owned()),
            origin => wrong(format!(
                "a free of {}, which no allocator made",
                origin.name()
            )),
        }
    }

    fn release(&mut self, pointer: Pointer, layout: Option<(u64, u64)>, site: Site) -> Run<()> {
        let id = self.of_heap(pointer, site)?;
        let object = self.memory.get(id);
        let rust = object.filter(
            |object| matches!(object.origin, Origin::Heap(_, by) if by.starts_with("__rust")),
        );
        let made = rust.map(|object| (object.size, object.align));
        if let (Some((size, align)), Some(made)) = (layout, made)
            && made != (size, align)
        {
            let message = format!(
                "memory of {} bytes, aligned to {}, is freed as {size} bytes, aligned to {align}",
                made.0, made.1
            );
            return Err(Stop::undefined(site, message)
                .label("`dealloc` takes the layout of `alloc`")
                .into());
        }
        self.memory.free(id, Some(site));
        Ok(())
    }

    fn renew(
        &mut self,
        from: Pointer,
        to: &Value,
        layout: Option<(u64, u64)>,
        site: Site,
    ) -> Run<()> {
        let id = self.of_heap(from, site)?;
        let size = |id| self.memory.get(id).map_or(0, |object| object.size);
        if let Value::Ptr(to) = to
            && let Some(fresh) = self.memory.object(*to)
        {
            let len = size(id).min(size(fresh));
            self.copy(*to, from, len, true, "realloc", site)?;
        }
        self.release(from, layout, site)
    }

    /// `memcpy` (`apart`: without overlap) and `memmove`: bytes as they are, poison and pointers too.
    pub(super) fn copy(
        &mut self,
        to: Pointer,
        from: Pointer,
        len: u64,
        apart: bool,
        word: &str,
        site: Site,
    ) -> Run<()> {
        if len == 0 {
            return Ok(());
        }
        self.charge(len, 4096, 256);
        let (source, start) = self.place_of(from, len, false, word, site)?;
        let (target, offset) = self.place_of(to, len, true, word, site)?;
        if apart && source == target && start != offset && start.abs_diff(offset) < len {
            let message = format!("`{word}` of {len} bytes whose source and target overlap");
            return Err(Stop::undefined(site, message)
                .label(format!(
                    "from offset {start} to offset {offset} of one object"
                ))
                .help("`memmove` is for this")
                .into());
        }
        let known = self.memory.get(source).is_some_and(|object| object.alive);
        let known = self.memory.bytes(source).filter(|_| known);
        // Most memory is known, and has no pointers.
        if let Some(bytes) = known.and_then(|bytes| bytes.plain(start, len)) {
            self.change(target, |memory| memory.write_known(offset, &bytes));
            return Ok(());
        }
        self.steps += len / 8;
        let cells = self.read_cells(from, len, word, site)?;
        self.change(target, |bytes| bytes.write(offset, &cells));
        Ok(())
    }

    /// `memset`.
    pub(super) fn set(&mut self, to: Pointer, byte: &Value, len: u64, site: Site) -> Run<()> {
        if len == 0 {
            return Ok(());
        }
        self.charge(len, 4096, 256);
        let (id, offset) = self.place_of(to, len, true, "memset", site)?;
        match byte {
            Value::Int(int) if int.is_defined() => {
                let byte = int.bits().to_le_bytes()[0];
                self.change(id, |bytes| bytes.fill(offset, len, byte));
            }
            Value::Poison(poison) => {
                let cell = super::memory::Cell::poison(poison);
                let cells = vec![cell; usize::try_from(len).unwrap_or(0)];
                self.change(id, |bytes| bytes.write(offset, &cells));
            }
            _ => self.change(id, |bytes| bytes.fill_undef(offset, len)),
        }
        Ok(())
    }

    fn known_bytes(&mut self, at: Pointer, len: u64, site: Site) -> Run<Vec<u8>> {
        if len == 0 {
            return Ok(Vec::new());
        }
        self.charge(len, 4096, 256);
        let (id, offset) = self.place_of(at, len, false, "memcmp", site)?;
        let bytes = self.memory.bytes(id);
        let known = bytes.and_then(|bytes| bytes.known(offset, len));
        known.ok_or_else(|| {
            Stop::undefined(site, "bytes are compared that nobody wrote")
                .label("some of them are undef or poison")
                .into()
        })
    }

    fn compare_bytes(&mut self, a: Pointer, b: Pointer, len: u64, site: Site) -> Run<i8> {
        let a = self.known_bytes(a, len, site)?;
        let b = self.known_bytes(b, len, site)?;
        Ok(a.cmp(&b) as i8)
    }

    fn string_length(&mut self, at: Pointer, site: Site) -> Run<u64> {
        for len in 0.. {
            self.steps += 1;
            let byte = self.known_bytes(at.at(at.address.wrapping_add(len)), 1, site)?;
            if byte == [0] {
                return Ok(len);
            }
        }
        Ok(0)
    }
}

fn width(ty: &Type<'_>) -> u32 {
    match ty {
        Type::Int(width) => *width,
        _ => 32,
    }
}

/// A size or alignment.
pub(super) fn number(value: Option<&Value>, site: Site) -> Run<u64> {
    match value {
        Some(Value::Int(int)) if int.is_defined() => {
            Ok(u64::try_from(int.bits()).unwrap_or(u64::MAX))
        }
        Some(Value::Poison(poison)) => Err(Stop::undefined(site, "a size is poison")
            .label("how many bytes it is about isn't known")
            .poison(poison)
            .into()),
        Some(_) => Err(Stop::undefined(site, "a size is undef")
            .label("how many bytes it is about isn't known")
            .into()),
        None => Err(Stop::invalid(site, "an argument is missing")),
    }
}
