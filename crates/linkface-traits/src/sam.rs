//! `sam!`

/// A closure as a trait: `impl Trait |x| …`, as an expression.
///
/// ```
/// use linkface_traits::{attr, sam};
///
/// #[attr::sam]
/// trait Callback {
///     fn run(&self, val: impl AsRef<str>) -> usize;
/// }
///
/// fn call_many(f: impl Callback) -> usize {
///     f.run("foo") + f.run(String::from("ba"))
/// }
///
/// let k = 2;
/// assert_eq!(call_many(sam!(impl Callback |x| x.as_ref().len() * k)), 10);
/// // The same, by the constructor that `#[sam]` makes:
/// assert_eq!(call_many(Callback(|x| x.as_ref().len() * k)), 10);
/// // Without `dyn` in between:
/// assert_eq!(
///     call_many(sam!(impl Callback [k: &usize] |x: impl AsRef<str>| x.as_ref().len() * k)),
///     10,
/// );
/// ```
///
/// # Forms
///
/// | written | is | the trait needs |
/// |---|---|---|
/// | `impl Trait \|x\| …` | `Trait(\|x\| …)` | a constructor |
/// | `impl Trait<i64, Out = String> \|x\| …` | the same, with types pinned; `_` stays open | `#[sam]` |
/// | `impl for<'a> Trait<&'a str> \|x\| …` | one closure for all lifetimes | `#[sam]` |
/// | `impl Trait [k: &usize, n: u32 = 0] \|x: impl Len\| …` | the method's body, over named captures | `#[sam]` |
/// | `impl Trait [emit = \|n: usize\| …] \|x: impl Len\| …` | the same; `emit` captures by itself | `#[sam]` |
/// | `impl<T: Debug> Trait [t: &T] \|x\| …` | the same; `T` of the function around is said again | `#[sam]` |
/// | `impl Iterator { type Item; fn next(…) -> …; } \|\| …` | a trait that is declared on the spot | nothing |
/// | `impl FnOnce(_) -> _ \|x\| …` | an ordinary closure | nothing |
///
/// Another spelling, `sam!(Trait, [k: &usize], |x| …)`, means the same as
/// `sam!(impl Trait [k: &usize] |x| …)`. In place of a closure, the forms without captures take any
/// function.
///
/// # Errors
///
/// rustc reports what is wrong with the closure, on the closure. The macro reports what it can't read,
/// captures without a type, and what it would need to know, each on the tokens concerned, with what to
/// write instead.
///
/// More: [closures](crate::guide::closures).
#[macro_export]
macro_rules! sam {
    ($($input:tt)*) => { $crate::__private::__sam! { [$crate] $($input)* } };
}
