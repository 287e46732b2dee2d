// Here these are modules; on the crate's page elsewhere, addresses. The first definition holds.
#![doc = "[guide]: crate::guide\n[limits]: crate::guide::limits\n"]
#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "std")]
extern crate std;

#[cfg(target_has_atomic = "ptr")]
mod dynamic;
#[cfg(doc)]
pub mod guide;
mod macros;
#[doc(hidden)]
pub mod private;

#[cfg(target_has_atomic = "ptr")]
pub use self::dynamic::{AlreadyInstalled, Dynamic, Installed};
#[doc(hidden)]
pub use private as __private;

/// Declares an item that another crate implements.
///
/// ```
/// mod console {
///     use linkface::interface;
///
///     /// Writes `bytes`; returns how many were taken.
///     #[interface]
///     pub fn write(bytes: &[u8]) -> usize;
///
///     #[interface]
///     pub static LEVEL: u8 = 3;
///
///     #[interface(pub Clock)]
///     pub trait ClockApi {
///         fn now() -> u64;
///     }
/// }
/// # use linkface::implement;
/// # #[implement(console::write)] fn write(bytes: &[u8]) -> usize { bytes.len() }
/// # struct Stopped;
/// # #[implement] impl console::ClockApi for Stopped { fn now() -> u64 { 12 } }
///
/// fn main() {
///     assert_eq!(console::write(b"hi"), 2);
///     assert_eq!(console::LEVEL, 3);
///     assert_eq!(console::Clock::now(), 12);
/// }
/// ```
///
/// # Forms
///
/// | on | declares | without a provider |
/// |---|---|---|
/// | `fn f(…) -> T;` | a function | link error, if called |
/// | `fn f(…) -> T { … }` | a function with a default | the body |
/// | `static S: T;` | a static | link error, if used |
/// | `static S: T = …;` | a static with a default | the value |
/// | `trait Api { … }` with `pub Proxy` | a trait, and a type that stands for its implementor | link error, if called |
/// | the same with `default = Type` | with a default | the type |
/// | the first two with `dynamic` | one that can be implemented [while the program runs](crate::guide::dynamic), too | a panic, when it is called |
/// | `type Name: Api;` | one more place for an implementor of a declared trait | as for the trait |
/// | `mod m { … }` | its functions and statics, which one provider implements together | as for each |
///
/// # Arguments
///
/// | argument | on | means |
/// |---|---|---|
/// | `pub Proxy` | traits | the proxy; docs and attributes before it are the proxy's |
/// | `default` | items without a default | a provider may bring one: `#[implement(path, default)]` |
/// | `default = Type` | traits, façade types | the implementor if no provider has one |
/// | `dynamic` | functions, statics | can be [installed](crate::guide::dynamic) while the program runs |
/// | `loadable = Name` | traits | can be implemented by a plugin, too: `Name` stands for a loaded implementor, by the crate `linkface-plugin`; then `pub Proxy` may be left out |
/// | `version = NUMBER`, `same_build`, `plugin = path` | loadable traits | the interface's version, for `#[since(NUMBER)]` methods; any Rust type crosses, between images of one build; where `linkface-plugin` is |
/// | `implement_as = name` | functions, statics | `#[implement]` names the item so |
/// | `abi = "C"` | functions, statics | C's ABI; needs a `symbol` |
/// | `symbol = unsafe("name")` | functions, statics | the symbol, which the whole program shares |
/// | `storage = BYTES`, `align = BYTES` | traits, façade types | room in the proxy, if not two pointers |
/// | `alias(Dbg = Debug)` | traits | the supertrait `Dbg` is `Debug` |
/// | `crate = path` | everything | where linkface is, if not at `::linkface` |
///
/// # Errors
///
/// What cannot be declared (generic and `const` functions, `-> impl Trait`, variadic arguments,
/// `static mut`, associated types and constants, `Self` where it cannot be converted, an unknown
/// argument) is reported on the tokens concerned, all of one item at once, with what to write
/// instead.
///
/// More: [declaring](crate::guide::declaring), [traits](crate::guide::traits),
/// [defaults](crate::guide::defaults), [dynamic items](crate::guide::dynamic), [C](crate::guide::c).
pub use self::macros::interface;

/// Implements a declared item.
///
/// ```
/// # mod console {
/// #     use linkface::interface;
/// #     #[interface] pub fn write(bytes: &[u8]) -> usize;
/// #     #[interface] pub static PLATFORM: &'static str;
/// #     #[interface] pub fn uptime_ms() -> u64 { 0 }
/// #     #[interface(pub Disk)] pub trait DiskApi: Sized { fn open(id: u32) -> Option<Self>; }
/// #     #[interface] pub type SystemDisk: DiskApi;
/// # }
/// # mod clock { pub fn millis() -> u64 { 9 } }
/// use linkface::implement;
///
/// #[implement(console::write)]
/// fn uart_write(bytes: &[u8]) -> usize {
///     bytes.len()
/// }
///
/// #[implement(console::PLATFORM)]
/// static NAME: &str = "qemu-virt";
///
/// #[implement(console::uptime_ms)] // by a function from elsewhere
/// pub use clock::millis;
///
/// struct Virtio(u32);
///
/// #[implement] // the impl names its trait
/// impl console::DiskApi for Virtio {
///     fn open(id: u32) -> Option<Self> {
///         (id < 2).then_some(Self(id))
///     }
/// }
///
/// #[implement(console::SystemDisk)]
/// type Boot = Virtio;
/// # fn main() {
/// #     assert_eq!(console::write(b"hi"), 2);
/// #     assert_eq!(console::PLATFORM, "qemu-virt");
/// #     assert_eq!(console::uptime_ms(), 9);
/// #     assert!(console::Disk::open(1).is_some() && console::SystemDisk::open(2).is_none());
/// # }
/// ```
///
/// # Forms
///
/// | declared | implemented by |
/// |---|---|
/// | a function | `fn`, or `use` of one |
/// | a static | `static` |
/// | a trait | `impl path::Api for Type` |
/// | a façade type | `type Name = Type;` |
/// | a module | `mod` with the same functions and statics |
///
/// # Arguments
///
/// | argument | means |
/// |---|---|
/// | the path of the item | under whatever name it can be reached; none on an `impl` |
/// | `default` | any provider without this word wins; only for items declared with `#[interface(default)]` |
/// | `crate = path` | where linkface is, if not at `::linkface` |
///
/// # Errors
///
/// A type that differs from the declared one is rustc's E0053, a parameter too many or too few
/// E0050, on the implementation's own tokens:
///
/// ```compile_fail,E0050
/// # mod console { #[linkface::interface] pub fn write(bytes: &[u8]) -> usize; }
/// #[linkface::implement(console::write)]
/// fn uart_write() -> usize {
///     0
/// }
/// # fn main() {}
/// ```
///
/// A private item cannot be implemented from outside. A type that does not fit its proxy is an
/// error in the crate that implements. It stands at item level, not inside a function body.
///
/// More: [implementing](crate::guide::implementing).
pub use self::macros::implement;

/// Links the providers of a program, and says what is wrong with them.
///
/// ```ignore
/// // In the root: `main.rs`, a test, the `lib.rs` of a `cdylib`.
/// linkface::link!(); // every provider among the dependencies
///
/// linkface::link!(uart, virtio); // or these, and no other
///
/// // An item with a C symbol, which a foreign object or archive implements.
/// linkface::link!(extern board::ticks);
/// ```
///
/// | argument | means |
/// |---|---|
/// | none | every direct dependency that is a provider, or that leads to one, is linked |
/// | `provider` | only those that are named: `use provider as _;` |
/// | `extern path` | the function or static at `path` is defined by a foreign object: look for it before the item's default |
/// | `crate = path` | where linkface is, if not at `::linkface`; stands first |
///
/// rustc links a dependency only if some crate names it. `link!()` names them, and sees that every
/// item of every façade in the program has one implementation, in `cargo check` already.
///
/// # Errors
///
/// | says | of |
/// |---|---|
/// | `[LF0001] no provider for …` | items without a default that neither a dependency nor the root implements |
/// | `[LF0002] two providers for …` | items that two dependencies implement |
/// | `[LF0003] … implements log 0.5, and this program needs log 0.4` | a provider of another version of the façade |
/// | `[LF0004] the library … brings a provider along` | a provider that the root didn't choose |
/// | E0283, `…_implements_…_already` | an item that the root and a dependency implement |
/// | `` `link!()` stands in a root `` | a library |
/// | `` … implements nothing `` | a name that is no provider's |
///
/// Each says who needs the façade, where it is declared, which candidates there are, and the line to
/// write. What it doesn't see it doesn't judge: see [linking](crate::guide::linking).
///
/// More: [linking](crate::guide::linking), [C](crate::guide::c).
pub use linkface_macros::link;

/// Makes it an error for a crate to leave out a required item of a façade.
///
/// Stands in the provider's `lib.rs`, above the implementations: it counts those that follow.
///
/// ```ignore
/// linkface::provider!(console);
///
/// #[linkface::implement(console::write)]
/// fn uart_write(bytes: &[u8]) -> usize {
///     bytes.len()
/// }
/// ```
///
/// Each item that is missing is an error in the provider's own `cargo check`, which says what to
/// add: "this crate does not implement `console::PLATFORM`". Items with a default in the façade
/// may be left out.
///
/// | argument | means |
/// |---|---|
/// | `facade` | the name of a façade, as a dependency of this crate; there may be several |
/// | `crate = path` | where linkface is, if not at `::linkface` |
///
/// The macro finds the façade among rustc's arguments and reads the declared items from the compiled
/// crate, so it works with any build system; rust-analyzer, which has no compiled crates, says
/// nothing.
pub use linkface_macros::provider;

/// Names a façade where Cargo doesn't: its package and version.
///
/// ```
/// # mod console {
/// linkface::facade!("console", "0.4");
///
/// #[linkface::interface]
/// pub fn write(bytes: &[u8]) -> usize;
/// # }
/// # #[linkface::implement(console::write)] fn write(bytes: &[u8]) -> usize { bytes.len() }
/// # fn main() { assert_eq!(console::write(b"hi"), 2) }
/// ```
///
/// Symbols hold the façade's package and semver-compatible version. Both come from Cargo's
/// `CARGO_PKG_NAME` and `CARGO_PKG_VERSION`; in a build without Cargo, and without this macro,
/// `#[interface]` is an error. It stands above the first `#[interface]` of the crate. With Cargo it
/// is not needed, and goes before Cargo's variables if it is there.
///
/// More: [without Cargo](crate::guide::c#without-cargo).
pub use linkface_macros::facade;
