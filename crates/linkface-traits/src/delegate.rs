//! `delegate!`

/// Implements a trait by what is there already: `use` in an impl.
///
/// ```
/// use linkface_traits::{attr::*, delegate};
///
/// #[delegatable]
/// trait Bar {
///     fn boing() -> i32;
///     fn len(&self) -> usize;
/// }
///
/// struct Foo(Vec<u8>);
///
/// impl Foo {
///     fn boing() -> i32 {
///         7
///     }
/// }
///
/// delegate! {
///     impl Bar for Foo {
///         use Foo::boing;
///         use self.0.len;
///     }
/// }
///
/// assert_eq!(<Foo as Bar>::boing(), 7);
/// assert_eq!(Bar::len(&Foo(vec![1])), 1);
/// ```
///
/// - `use path::function;`, `use path::function as method;`, `use path::{a, b as c};`
/// - `use Trait::method;`, `use Trait::*;`: by another trait of the type's
/// - `use self.field.*;`, `use self.field.{a, b};`, `use self.field.name as method;`
/// - `use (self.field as Type).*;`: also constants, types and functions without `self`
/// - `impl Type { pub use Trait::*; }`: a trait's methods as the type's own
///
/// What is written out in the impl wins over `*`. The trait tells the signatures, if it is declared under
/// [`#[delegatable]`](crate::attr::delegatable), or the impl declares what it delegates, without bodies:
/// `fn boing() -> i32;`. Other items are left alone.
///
/// [`#[delegate(use …)]`](macro@crate::attr::delegate) is the same for an impl that rustfmt shall format.
/// All forms, with limits and errors: [the guide](crate::guide::delegation).
#[macro_export]
macro_rules! delegate {
    ($($input:tt)*) => { $crate::__private::__delegate! { [$crate] $($input)* } };
}
