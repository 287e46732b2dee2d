//! Wires under attack: another image's memory, conversions that panic, types without bytes and with
//! big alignments.

use linkface_plugin::describe::{Kind, Member, Type, TypeRef, encode, encoded_len, id};
use linkface_plugin::shared::{Inline, Shared, WireVec};
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// There and back.
fn crossed<T: Shared>(value: T) -> T {
    // SAFETY: made of the same type, and used once.
    unsafe { T::from_wire(value.into_wire()) }
}

thread_local!(static FREED: Cell<usize> = const { Cell::new(0) });

/// What frees a buffer in another image.
///
/// # Safety
///
/// As for `free` of [`WireVec`].
unsafe extern "C" fn elsewhere<W>(start: *mut W, capacity: usize) {
    FREED.set(FREED.get() + 1);
    // SAFETY: by the caller.
    drop(unsafe { Vec::from_raw_parts(start.cast::<ManuallyDrop<W>>(), 0, capacity) });
}

fn from_elsewhere<W>(vec: Vec<W>) -> WireVec<W> {
    let mut vec = ManuallyDrop::new(vec);
    WireVec {
        start: vec.as_mut_ptr(),
        len: vec.len(),
        capacity: vec.capacity(),
        free: elsewhere::<W>,
    }
}

#[test]
fn a_buffer_of_this_image_is_not_copied() {
    let text = "the very same bytes".to_owned();
    let start = text.as_ptr();
    let text = crossed(text);
    assert_eq!(text.as_ptr(), start);
    let empty = crossed(String::new());
    assert_eq!((empty.len(), empty.capacity()), (0, 0));
}

#[test]
fn a_buffer_of_another_image_is_copied_and_freed_there() {
    let wire = from_elsewhere(vec![1_u32, 2, 3]);
    let start = wire.start.cast_const();
    // SAFETY: as `into_wire` of another image makes it.
    let numbers = unsafe { Vec::<u32>::from_wire(wire) };
    assert_eq!((numbers.as_slice(), FREED.get()), ([1, 2, 3].as_slice(), 1));
    assert_ne!(numbers.as_ptr(), start);
    let texts = from_elsewhere(vec![
        from_elsewhere(b"a".to_vec()),
        from_elsewhere(Vec::new()),
    ]);
    // SAFETY: as above.
    let texts = unsafe { Vec::<String>::from_wire(texts) };
    assert_eq!(
        (texts, FREED.get()),
        (vec!["a".to_owned(), String::new()], 4)
    );
}

/// Counts itself, and panics when one that says so arrives.
#[derive(Debug)]
struct Counted {
    panics: bool,
}

thread_local!(static ALIVE: Cell<isize> = const { Cell::new(0) });

impl Counted {
    fn new(panics: bool) -> Self {
        ALIVE.set(ALIVE.get() + 1);
        Self { panics }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
    }
}

// SAFETY: crosses as `bool` does.
unsafe impl Shared for Counted {
    type Wire = bool;
    const ID: u64 = id(&["Counted"], &[]);
    const TYPE: TypeRef = bool::TYPE;
    fn into_wire(self) -> bool {
        self.panics
    }
    unsafe fn from_wire(panics: bool) -> Self {
        assert!(!panics, "this one panics");
        Self::new(panics)
    }
}

#[test]
fn a_conversion_that_panics_drops_nothing_twice() {
    let wire = vec![Counted::new(false), Counted::new(true), Counted::new(false)].into_wire();
    assert_eq!(ALIVE.get(), 0, "into_wire dropped each");
    // SAFETY: made by `into_wire`.
    let result = catch_unwind(AssertUnwindSafe(|| unsafe {
        Vec::<Counted>::from_wire(wire)
    }));
    assert!(result.is_err());
    assert_eq!(
        ALIVE.get(),
        0,
        "the first arrived, and was dropped; the others never were"
    );
    let wire = [Some(Counted::new(false)), Some(Counted::new(true))].into_wire();
    // SAFETY: made by `into_wire`.
    let result = catch_unwind(|| unsafe { <[Option<Counted>; 2]>::from_wire(wire) });
    assert!(result.is_err());
    assert_eq!(ALIVE.get(), 0);
    drop(crossed((
        Box::new(Counted::new(false)),
        Ok::<_, ()>(Counted::new(false)),
    )));
    assert_eq!(ALIVE.get(), 0);
}

/// Wants much room.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(64))]
struct Wide(u8);

// SAFETY: `repr(C)`, described, without a destructor.
unsafe impl Shared for Wide {
    type Wire = Self;
    const ID: u64 = id(&["Wide"], &[]);
    const TYPE: TypeRef = TypeRef::new(&Type {
        kind: Kind::Struct,
        id: Self::ID,
        name: "Wide",
        flags: 0,
        number: 0,
        size: 64,
        align: 64,
        members: &[Member {
            name: "0",
            number: 0,
            ty: u8::TYPE,
        }],
    });
    const INLINE: bool = true;
    fn into_wire(self) -> Self {
        self
    }
    unsafe fn from_wire(wire: Self) -> Self {
        wire
    }
}

// SAFETY: as above.
unsafe impl Inline for Wide {}

#[test]
fn sizes_and_alignments() {
    assert_eq!(crossed(vec![Wide(1), Wide(2)]), [Wide(1), Wide(2)]);
    assert_eq!(
        crossed(Some(Box::new([Wide(3)]))),
        Some(Box::new([Wide(3)]))
    );
    assert_eq!(crossed(&[Wide(4)][..]), [Wide(4)]);
    assert_eq!(crossed((1_u8, Wide(5), 2_u8)), (1, Wide(5), 2));
    let wire = from_elsewhere(vec![Wide(6)]);
    // SAFETY: as another image makes it.
    let numbers = unsafe { Vec::<Wide>::from_wire(wire) };
    assert!(numbers[0] == Wide(6) && numbers.as_ptr().cast::<u8>().addr() % 64 == 0);
    // Types without bytes: nothing is allocated.
    assert_eq!(crossed(vec![(); 1000]).len(), 1000);
    assert_eq!(crossed(&[(); 7][..]).len(), 7);
    assert_eq!(crossed([[0_u8; 0]; 3]), [[]; 3]);
    assert_eq!(crossed(Box::new(())), Box::new(()));
}

#[test]
fn two_types_of_one_path_are_two_if_they_differ() {
    const fn named(members: &'static [Member]) -> Type {
        Type {
            name: "Twice",
            ..Type::converted(Kind::Struct, 1, members)
        }
    }
    static ONE: Type = named(&[]);
    static OTHER: Type = named(&[Member::nameless(0, u8::TYPE)]);
    static BOTH: Type = Type::converted(
        Kind::Tuple,
        2,
        &[
            Member::nameless(0, TypeRef::new(&ONE)),
            Member::nameless(1, TypeRef::new(&OTHER)),
            Member::nameless(2, TypeRef::new(&ONE)),
        ],
    );
    const ROOT: TypeRef = TypeRef::new(&BOTH);
    static BYTES: [u8; encoded_len(ROOT)] = encode(ROOT);
    let description = linkface_plugin::describe::Description::decode(&BYTES).unwrap();
    let root = description.root();
    let numbers: Vec<_> = root.members.iter().map(|m| m.node).collect();
    assert_eq!(numbers, [1, 2, 1]);
    assert_eq!(description.nodes().len(), 4);
}
