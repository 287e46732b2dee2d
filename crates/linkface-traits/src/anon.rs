//! `anon!`

/// Makes an object that implements a trait, from an impl with the variables around it.
///
/// ```
/// use linkface_traits::anon;
///
/// let numbers = [1, 2, 3];
/// let rest = &numbers[..];
/// let mut it = anon! { impl Iterator for _ {
///     type Item = i32;
///     fn next(&mut self) -> Option<i32> {
///         let head = *rest.first()?;
///         rest = &rest[1..];
///         Some(head)
///     }
///     fn count(self) -> usize { rest.len() }
/// } };
/// assert_eq!(it.next(), Some(1));
/// assert_eq!(it.count(), 2);
/// ```
///
/// `#[anon]`, in [`attr`](crate::attr), is the same for an impl that stands as a statement or at a block's end, where
/// rustfmt sees plain Rust.
///
/// | form | captures |
/// |---|---|
/// | `anon! { impl Trait for _ { … } }`, `anon! { impl Trait for { … } }` | inferred |
/// | `anon! { move impl Trait for _ { … } }` | inferred, all moved in |
/// | `anon! { impl Trait for [mut a = &b[..], n, &k, &mut log] { … } }` | listed, types inferred |
/// | `anon! { impl Trait for [n: usize, mut cur: &str = &text] { … } }` | listed, with types |
/// | `anon! { impl Trait for _ { … } impl Other for _ { … } }` | of one object that implements both |
///
/// **Which variables are captured, and how.** A variable that a method with `&mut self` or `self` uses
/// becomes the object's: it is moved in, or copied, and is from then on like a field that needs no `self.`,
/// so it can be assigned to whether or not it is `mut` outside. A variable that only methods with `&self`
/// use is borrowed; with `move` it is moved in too. A list says it otherwise: `n` is moved in, `mut n` may
/// be changed, `&n` and `&mut n` borrow, `n = value` makes a new one; what isn't listed is then captured as
/// a closure captures it. Names that begin with a capital, and names that are only called, as in `f(x)`,
/// are never looked at without a list: they are captured as a closure captures them.
///
/// The guide, `anonymous_impls`, says what signatures can be, what becomes of bodies, and what is not possible.
///
/// # Errors
///
/// Types of captures are inferred, so methods are closures inside. A method that uses captures can't call
/// `self.other()`, have type parameters, or name `Self` as a type; the error names the captures whose types
/// to write. rustc reports everything else where you wrote it.
#[macro_export]
macro_rules! anon {
    ($($input:tt)*) => { $crate::__private::__anon! { [$crate] $($input)* } };
}
