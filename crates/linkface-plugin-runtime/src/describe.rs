//! What crosses between images, described: types and interfaces, as bytes that both sides compare.
//!
//! A description is a graph of [`Type`]s. Macros and impls of [`Shared`](crate::Shared) build it in
//! constants, [`encode`] turns it into bytes while a crate is compiled, and [`Description::decode`] reads those of
//! another image. Equal bytes mean equal interfaces.

mod decode;
mod encode;
mod name;
mod print;

pub use decode::{DecodeError, Description, Member as DecodedMember, Node};
pub use encode::{encode, encoded_len};

/// A reference to a [`Type`], which may be part of itself.
///
/// It is a raw pointer because constants that lead to themselves by references are refused by rustc.
#[derive(Clone, Copy)]
pub struct TypeRef(*const Type);

// SAFETY: it leads to a constant or an immutable static, by the safe constructor.
unsafe impl Send for TypeRef {}
// SAFETY: as above.
unsafe impl Sync for TypeRef {}

impl TypeRef {
    /// Of a description that lives as long as its image.
    #[must_use]
    pub const fn new(ty: &'static Type) -> Self {
        Self(ty)
    }

    /// The description.
    #[must_use]
    pub const fn get(self) -> &'static Type {
        // SAFETY: made from a `&'static Type`, by `new`.
        unsafe { &*self.0 }
    }
}

impl core::fmt::Debug for TypeRef {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // Not its members, which may lead back here.
        f.debug_tuple("TypeRef").field(&self.get().name).finish()
    }
}

/// A type, an interface or one of its methods.
#[derive(Debug)]
pub struct Type {
    /// What kind of thing this is; decides what `number` and the members mean.
    pub kind: Kind,
    /// Which thing this is, among those of one program: two with one `id` are one. See [`id`].
    pub id: u64,
    /// Its name, without a path; empty where the kind says all.
    pub name: &'static str,
    /// The bits in [`flag`].
    pub flags: u32,
    /// An array's length, the size of an enum's tag, an interface's version, the version that a method
    /// came with.
    pub number: u64,
    /// In bytes. 0 for what is converted when it crosses.
    pub size: u64,
    /// In bytes. 0 for what is converted when it crosses.
    pub align: u64,
    /// Fields, variants, methods, parameters, type arguments.
    pub members: &'static [Member],
}

/// A part of a [`Type`].
#[derive(Debug)]
pub struct Member {
    /// As it is declared; empty where parts have no names.
    pub name: &'static str,
    /// A field's offset, a variant's discriminant; of a parameter, of what is returned and of a field
    /// that is converted, the lifetimes in its type, a byte each: which one, of where it comes from.
    pub number: i128,
    /// What it is.
    pub ty: TypeRef,
}

impl Type {
    /// What has no name and no layout of its own: it is converted when it crosses.
    #[must_use]
    pub const fn converted(kind: Kind, id: u64, members: &'static [Member]) -> Self {
        Self {
            kind,
            id,
            name: "",
            flags: 0,
            number: 0,
            size: 0,
            align: 0,
            members,
        }
    }
}

impl Member {
    /// A type argument, or the like.
    #[must_use]
    pub const fn nameless(number: i128, ty: TypeRef) -> Self {
        Self {
            name: "",
            number,
            ty,
        }
    }
}

/// What a [`Type`] describes. The numbers are part of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Kind {
    /// `u8`, `bool`, `()` …, by name.
    Primitive = 1,
    /// Members are fields. With a size: laid out as described. Without: converted, field by field.
    Struct = 2,
    /// Members are variants. With a size: laid out as described.
    Enum = 3,
    /// Of an enum. Members are fields.
    Variant = 4,
    /// `[T; number]`
    Array = 5,
    /// `&T`
    Ref = 6,
    /// `&mut T`
    RefMut = 7,
    /// `&[T]`
    Slice = 8,
    /// `&mut [T]`
    SliceMut = 9,
    /// `&str`
    Str = 10,
    /// `String`
    String = 11,
    /// `Vec<T>`
    Vec = 12,
    /// `Box<T>`
    Box = 13,
    /// `Option<T>`
    Option = 14,
    /// `Result<T, E>`
    Result = 15,
    /// `(A, B, …)`
    Tuple = 16,
    /// A closure. Members are its parameters, then what it returns; flags say which kind.
    Closure = 17,
    /// What an `async` method returns.
    Future = 18,
    /// An interface. Members are its methods, the number is its version.
    Interface = 19,
    /// Of an interface. Members are its parameters, then what it returns.
    Method = 20,
    /// A type of the same build, which is not described.
    Opaque = 21,
    /// `&dyn Trait` and `&mut dyn Trait` of an interface, lent for a call.
    Lent = 22,
}

/// What a [`Type`]'s flags mean.
pub mod flag {
    /// An interface or a closure: it is [`Send`].
    pub const SEND: u32 = 1;
    /// An interface or a closure: it is [`Sync`].
    pub const SYNC: u32 = 2;
    /// An interface: any Rust type crosses, between images of one build.
    pub const SAME_BUILD: u32 = 4;
    /// A method: it has a default body.
    pub const DEFAULT: u32 = 8;
    /// A method: it takes `&mut self`. A lent interface: it is lent mutably.
    pub const MUT: u32 = 16;
    /// A method: it is `unsafe` to call. An interface: it is `unsafe` to implement.
    pub const UNSAFE: u32 = 32;
    /// A method: it is `async`.
    pub const ASYNC: u32 = 64;
    /// A closure: `FnMut`. With neither this nor [`FN_ONCE`]: `Fn`.
    pub const FN_MUT: u32 = 128;
    /// A closure: `FnOnce`.
    pub const FN_ONCE: u32 = 256;
    /// A closure: in a box, not borrowed.
    pub const OWNED: u32 = 512;
    /// An interface: it is [`Unpin`].
    pub const UNPIN: u32 = 1024;
}

/// A [`Type::id`]: FNV-1a over the texts (<http://www.isthe.com/chongo/tech/comp/fnv/>), with a mark
/// behind each.
#[must_use]
pub const fn id(texts: &[&str], parts: &[u64]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut n = 0;
    while n < texts.len() {
        let text = texts[n].as_bytes();
        let mut at = 0;
        while at < text.len() {
            hash = mix(hash, text[at]);
            at += 1;
        }
        // Not in UTF-8.
        hash = mix(hash, 0xff);
        n += 1;
    }
    n = 0;
    while n < parts.len() {
        let bytes = parts[n].to_le_bytes();
        let mut at = 0;
        while at < bytes.len() {
            hash = mix(hash, bytes[at]);
            at += 1;
        }
        n += 1;
    }
    hash
}

const fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Whether a character of a name would do something to a terminal, or to the order of a line.
pub(crate) fn commands(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
