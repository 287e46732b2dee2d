//! `q!` and `qualified!`

/// An expression in which a method call can name the trait: `x.Trait::method(args)`.
///
/// The method is that trait's, whatever else `x` has under the name; `x` is borrowed and dereferenced as
/// in any method call; the trait needn't be imported. Any trait will do.
///
/// ```
/// use linkface_traits::q;
///
/// trait Stringer {
///     fn string(&self) -> String;
/// }
/// struct Woofer;
/// impl Stringer for Woofer {
///     fn string(&self) -> String {
///         "woof".into()
///     }
/// }
/// impl Woofer {
///     fn string(&self) -> String {
///         "bark".into()
///     }
/// }
///
/// assert_eq!(Woofer.string(), "bark");
/// assert_eq!(q!(Woofer.Stringer::string()), "woof");
/// assert_eq!(q!(Woofer.Stringer::string().std::convert::AsRef::<str>::as_ref().len()), 4);
/// ```
///
/// # Forms
///
/// | call | is |
/// |---|---|
/// | `x.Trait::method()` | `Trait::method(x)` |
/// | `x.path::to::Trait::<Args>::method::<More>()` | `path::to::Trait::<Args>::method::<More>(x)` |
/// | `x.Self::method()` | `Self::method(x)` |
/// | `x.<Foo as Trait>::method()` | `<Foo as Trait>::method(x)` |
/// | `x.method::<impl Trait, More>()` | `Trait::method::<More>(x)` |
///
/// with `x`, `&x` or `&mut x` as the method wants it. They can stand anywhere in the expression, and in
/// the arguments of other macros in it, such as `println!`.
///
/// # Limits
///
/// In a closure that `q!` doesn't see, say how it captures: `|| q!((&x).Trait::method())`. This one and
/// the others are explained in the guide: [`qualified_calls`](crate::guide::qualified_calls).
///
/// # Errors
///
/// What is wrong with the trait, its method or an argument is what the compiler says of
/// `Trait::method(x, args)`. `x.module::function()` is refused: a function is no method.
#[macro_export]
macro_rules! q {
    ($($input:tt)*) => { $crate::__private::__q! { [$crate] $($input)* } };
}

/// Items in which method calls can name their trait, as in [`q!`].
///
/// ```
/// use linkface_traits::qualified;
/// use std::fmt;
///
/// struct Celsius(f32);
///
/// qualified! {
///     impl fmt::Display for Celsius {
///         fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///             self.0.fmt::Display::fmt(f)?;
///             f.fmt::Write::write_str(" °C")
///         }
///     }
///
///     impl fmt::Debug for Celsius {
///         fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///             self.fmt::Display::fmt(f)
///         }
///     }
/// }
///
/// assert_eq!(format!("{} {:?}", Celsius(36.6), Celsius(1.0)), "36.6 °C 1 °C");
/// ```
///
/// rustfmt leaves what is in braces alone. `#[qualified]`, in [`attr`](crate::attr), is for those who
/// would rather have it formatted.
#[macro_export]
macro_rules! qualified {
    ($($input:tt)*) => { $crate::__private::__qualified! { [$crate] $($input)* } };
}
