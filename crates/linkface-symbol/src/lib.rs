//! The names that join crates: every linker symbol of linkface is made and read here.
//!
//! An item declared in one crate and implemented in another meets its implementation through a
//! linker symbol. When they don't meet, that symbol's name is all that the linker can print, so the
//! name *is* the error message:
//!
//! ```text
//! rust-lld: error: undefined symbol: console::write::has no implementation꞉ add a provider of …
//! ```
//!
//! Three things hold for every symbol:
//!
//! * It matches `[A-Za-z0-9_]+`: version scripts (every `cdylib` has one) and assemblers take
//!   nothing else unquoted.
//! * It is a valid Rust v0 mangled name ([RFC 2603]), so that lld, GNU ld, gold and mingw's ld
//!   demangle it.
//! * It decodes to exactly the [`Item`] and [`Role`] it was made from.
//!
//! # Example
//!
//! ```
//! use linkface_symbol::{Compat, Item, Role, decode, demangled, encode, hash};
//!
//! let item = Item::new("console", Compat::of("0.4.7")?, ["write"], hash(&["fn(&[u8]) -> usize"]));
//! let symbol = encode(&item, Role::Unique);
//!
//! assert!(symbol.starts_with("_RNvNvCs") && symbol.contains("_7console5writeu"));
//! assert_eq!(decode(&symbol), Some((item.clone(), Role::Unique)));
//! assert_eq!(
//!     demangled(&item, Role::Unique).replace('\u{a0}', " "),
//!     "console::write::is implemented by two crates in this program꞉ keep one provider of console 0․4",
//! );
//! # Ok::<(), linkface_symbol::CompatError>(())
//! ```
//!
//! # Grammar
//!
//! ```ebnf
//! symbol        = "_R" , "Nv" , prefix , ident ;           (* this ident is the role's sentence *)
//! prefix        = root | "Nv" , prefix , ident ;           (* modules, item, trait's method *)
//! root          = "C" , [ disambiguator ] , ident ;        (* the crate name *)
//! disambiguator = "s" , { base62 } , "_" ;                 (* the item's hash: see below *)
//! ident         = [ "u" ] , length , [ "_" ] , bytes ;     (* "u": the bytes are Punycode *)
//! length        = "0" | nonzero , { digit } ;              (* of the bytes, in decimal *)
//! base62        = "0"…"9" | "a"…"z" | "A"…"Z" ;
//! ```
//!
//! * `"_"` stands before bytes that begin with a digit or an underscore.
//! * An ident that is not plain ASCII is written in Punycode ([RFC 3492]), its delimiter `-`
//!   replaced by `_`.
//! * ASCII that a symbol cannot hold is first replaced by [lookalikes](#lookalikes).
//! * A hash of 0 has no disambiguator, 1 is `s_`, and `n` is `s`, `n - 2` in base 62, `_`. That is
//!   v0's own numbering, so a demangler that shows disambiguators (`console[9e3779b97f4a7c15]`)
//!   shows the very hash, in hexadecimal.
//! * Package and version are in the sentence too, which is where [`decode`] finds the version.
//! * An item has exactly one symbol per role: [`decode`] refuses every other spelling.
//!
//! # Lookalikes
//!
//! | ASCII | in the symbol | |
//! |---|---|---|
//! | space | U+00A0 | no-break space |
//! | `` ` `` | U+2018, U+2019 | left and right single quotation mark, in turn |
//! | `.` | U+2024 | one dot leader |
//! | `:` | U+A789 | modifier letter colon |
//! | `,` | U+201A | single low-9 quotation mark |
//! | `-` | U+2010 | hyphen |
//! | `;` | U+037E | Greek question mark |
//! | `(` `)` | U+2768, U+2769 | medium parenthesis ornaments |
//! | `'` | U+2032 | prime (U+2019 is taken by the closing backtick) |
//! | other punctuation | U+FF01 to U+FF5E | fullwidth forms: `!` is U+FF01 |
//! | control characters | U+2400 to U+2421 | control pictures |
//!
//! None of them can stand in a Rust identifier, so turning them back loses nothing.
//!
//! # Files
//!
//! | file | holds |
//! |---|---|
//! | `item.rs` | [`Item`]: what a symbol is about |
//! | `compat.rs` | [`Compat`]: the versions that share a symbol |
//! | `role.rs` | [`Role`]: what a symbol is for; the one table of sentences |
//! | `hash.rs` | [`hash()`]: the stable hash that makes symbols unique |
//! | `marker.rs` | [`Marker`]: what compiled crates say of themselves |
//! | `symbol.rs` | [`encode`], [`decode`], [`demangled`], [`is_ours`] |
//! | `mangle.rs`, `disambiguator.rs`, `punycode.rs`, `lookalike.rs` | the layers of v0 mangling |
//!
//! [RFC 2603]: https://rust-lang.github.io/rfcs/2603-rust-symbol-name-mangling-v0.html
//! [RFC 3492]: https://www.rfc-editor.org/rfc/rfc3492
#![forbid(unsafe_code)]

mod compat;
mod disambiguator;
mod hash;
mod item;
mod lookalike;
mod mangle;
mod marker;
mod punycode;
mod role;
mod symbol;

pub use compat::{Compat, CompatError};
pub use hash::hash;
pub use item::Item;
pub use marker::{Declaration, Implementation, Marker, item_fields, markers};
pub use role::Role;
pub use symbol::{decode, demangled, encode, is_ours};
