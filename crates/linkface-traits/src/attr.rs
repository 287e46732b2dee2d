//! The attributes: `#[sam]`, `#[anon]`, `#[qualified]`, `#[mode]`, `#[delegate]`, `#[delegatable]`.
//!
//! They have a module of their own because a name can't stand for an attribute and for a macro with
//! `!` in one module, and several of these have a twin at the crate's root. Both can be used together,
//! with a glob or by the module's name:
//!
//! ```
//! use linkface_traits::attr::*; // #[sam]
//! use linkface_traits::sam; // sam!(…)
//! ```
//!
//! ```
//! use linkface_traits::{attr, sam}; // #[attr::sam], sam!(…)
//! ```

/// Makes an object of the impl below it, with the variables around it. The impl is a statement, or the
/// end of a block, whose value the object is.
///
/// ```
/// use linkface_traits::attr::*;
///
/// fn countdown(from: u32) -> impl Iterator<Item = u32> {
///     #[anon]
///     impl Iterator for _ {
///         type Item = u32;
///         fn next(&mut self) -> Option<u32> {
///             from = from.checked_sub(1)?;
///             Some(from)
///         }
///     }
/// }
/// assert_eq!(countdown(3).collect::<Vec<_>>(), [2, 1, 0]);
/// ```
///
/// `#[anon(move)]` moves everything in; `#[anon(mut n = 0, &names)]` lists the captures. These, and what
/// is captured without a list, are described at [`anon!`](macro@crate::anon).
pub use linkface_traits_macros::anon_attribute as anon;
/// Lets a trait be delegated: by [`delegate!`](crate::delegate!) and
/// [`#[delegate]`](macro@crate::attr::delegate), without a list of its methods.
///
/// ```standalone_crate
/// # mod keys { pub struct Key(pub u8); }
/// # mod bar {
/// # use crate::keys::Key;
/// use linkface_traits::attr::delegatable;
///
/// #[delegatable(use crate::keys::Key)]
/// pub trait Bar {
///     fn len(&self, key: &Key) -> usize;
/// }
/// # }
/// # fn main() {}
/// ```
///
/// Beside the trait it puts a macro of the same name, which tells other macros how the trait is declared.
/// The trait itself stays as it is. So do its other uses: it may be implemented by hand.
///
/// `use path` says where a name in the signatures is, so that nobody who delegates the trait has to import
/// it. A public trait has to say it of all names that aren't known everywhere; `use Name` without a path
/// leaves one to be imported. [The guide](crate::guide::delegation#names-in-signatures) has the details.
///
/// Methods under `#[cfg]` are there or not as the trait's crate says. `crate = path` says where this crate
/// is, if not at `::linkface_traits`.
pub use linkface_traits_macros::delegatable;
/// Implements a trait by what is there already: [`delegate!`](crate::delegate!) as an attribute.
///
/// ```
/// use linkface_traits::attr::*;
///
/// #[delegatable]
/// trait Bar {
///     fn len(&self) -> usize;
///     fn push(&mut self, value: u8);
/// }
///
/// impl Bar for Vec<u8> {
///     fn len(&self) -> usize {
///         self.len()
///     }
///     fn push(&mut self, value: u8) {
///         self.push(value);
///     }
/// }
///
/// struct Wrap(Vec<u8>);
///
/// #[delegate(use self.0.*)]
/// impl Bar for Wrap {
///     fn push(&mut self, value: u8) {
///         self.0.push(value + 1);
///     }
/// }
///
/// let mut wrap = Wrap(vec![]);
/// wrap.push(1);
/// assert_eq!((wrap.len(), wrap.0), (1, vec![2]));
/// ```
///
/// Its arguments are `use` declarations, with `,` or `;` between them. All forms, with limits and errors:
/// [the guide](crate::guide::delegation). `crate = path` says where this crate is, if not at
/// `::linkface_traits`.
pub use linkface_traits_macros::delegate_attribute as delegate;
/// How the methods of an impl are found: as the type's own (`internal`), where the trait is in scope
/// (`extension`), or by the trait's name only (`external`).
///
/// ```
/// mod library {
///     use linkface_traits::attr::mode;
///     use std::fmt;
///
///     pub trait Stringer {
///         fn string(&self) -> String;
///     }
///     pub struct Foo;
///
///     #[mode(internal)]
///     impl Stringer for Foo {
///         fn string(&self) -> String {
///             "foo".to_owned()
///         }
///     }
///     #[mode(external)]
///     impl fmt::Display for Foo {
///         fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///             f.write_str("foo")
///         }
///     }
/// }
///
/// // Without `use library::Stringer`:
/// assert_eq!(library::Foo.string(), "foo");
/// // As ever. `library::Foo.fmt(f)` is an error, whatever is imported.
/// assert_eq!(library::Foo.to_string(), "foo");
/// ```
///
/// | on an impl | |
/// |---|---|
/// | `internal`, `extension`, `external` | the mode; without one, the trait's default |
/// | `pub(…)` | of an internal impl's methods; `pub` without it |
/// | `all` | also what the impl leaves to the trait, which has to have a macro beside it |
/// | `except(name, …)` | without these members |
/// | `derived` | the impl is made elsewhere: this one lists signatures and is not emitted |
/// | `crate = path` | where `linkface_traits` is |
///
/// | on a trait | |
/// |---|---|
/// | `default = …` | the mode of impls with `#[mode]` alone |
///
/// A signature without a body, in the impl, names a method that the impl leaves to the trait.
///
/// # Errors
///
/// An internal or external impl is an impl on a type of this crate: not a blanket impl, not one on a
/// reference, a tuple, a primitive type. Two methods of one name on one type are rustc's E0592. A call of
/// an external method with a dot is E0277, with a text that says what to write.
///
/// More in [the guide](https://docs.rs/linkface-traits/latest/linkface_traits/guide/modes/).
pub use linkface_traits_macros::mode;
/// An item in which method calls can name their trait, as [`qualified!`](crate::qualified); as
/// `x.method::<impl Trait>()`, which rustfmt can read.
///
/// ```
/// use linkface_traits::attr::qualified;
///
/// #[qualified]
/// fn text(x: &str) -> String {
///     x.to_owned::<impl ToOwned>().into::<impl Into<Box<str>>>().into_string()
/// }
/// assert_eq!(text("a"), "a");
/// ```
///
/// Generics of the method follow the trait: `x.method::<impl Trait, u8>()`. In arguments of other macros
/// `x.Trait::method()` may stand too. `#[qualified(crate = path)]` says where this crate is.
pub use linkface_traits_macros::qualified_attribute as qualified;
/// Lets closures be a trait that has one method.
///
/// ```
/// mod api {
///     use linkface_traits::attr::sam;
///
///     #[sam]
///     pub trait Rule<T> {
///         type Out;
///         fn apply(&self, value: T, name: &str) -> Option<Self::Out>;
///     }
/// }
/// use api::Rule; // the trait and its constructor
///
/// fn twice<R: Rule<i32, Out = i32> + Copy>(rule: R) -> Option<i32> {
///     rule.apply(rule.apply(1, "a")?, "b")
/// }
///
/// let by = 10;
/// assert_eq!(twice(Rule(|value, name| Some(value * by + i32::try_from(name.len()).ok()?))), Some(111));
/// ```
///
/// Beside the trait there is a function of the same name and visibility, which makes an implementor of a
/// closure, and a macro, which tells [`sam!`](crate::sam!) how the trait is declared.
///
/// # Arguments
///
/// | argument | means |
/// |---|---|
/// | `for path::Trait` | the item is a copy of a trait from elsewhere: closures are that trait, which is re-exported under the item's name |
/// | `static` | no constructor, only [`sam!`](crate::sam!) with named captures |
/// | `crate = path` | where `linkface-traits` is, if not at `::linkface_traits` |
///
/// # Which traits
///
/// - One method has no default. It takes `self` (the closure is `FnOnce`), `&mut self` (`FnMut`),
///   `&self` (`Fn`), or `self: Pin<&mut Self>` (`FnMut` that can be moved).
/// - `Self` stands nowhere else in it; `Self::Out` may.
/// - No associated constants, no generic associated types.
/// - Supertraits are among `Copy`, `Clone`, `Send`, `Sync`, `Unpin`, `UnwindSafe`, `RefUnwindSafe`,
///   `Debug`, and lifetimes.
/// - Neither the trait nor the method is `unsafe`.
///
/// # Errors
///
/// All that is wrong with a trait is reported at once, each on its own tokens. If the method is generic
/// in a way that no closure can be, there is a function all the same, whose calls say what to write.
///
/// More: [closures](crate::guide::closures).
pub use linkface_traits_macros::sam_attribute as sam;
