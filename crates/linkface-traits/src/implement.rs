//! `implement!`

/// Implements an interface that has one method by a closure.
///
/// An interface is a trait that another crate declares with `linkface`'s `#[interface]`; whoever
/// writes this needs both crates.
///
/// ```
/// mod log {
///     #[linkface::interface(pub Log)]
///     pub trait Logger {
///         fn log(line: &str) -> usize;
///     }
/// }
///
/// linkface_traits::implement!(log::Logger = |line| line.len());
///
/// fn main() {
///     assert_eq!(log::Log::log("ready"), 5);
/// }
/// ```
///
/// The closure becomes the method of a type without fields. That type has what the interface demands
/// of its implementor and can be derived: `Clone`, `Copy`, `Debug`, `Default`, `PartialEq`, `Eq`,
/// `PartialOrd`, `Ord`, `Hash`. So an interface whose method takes `&self` is called by whoever makes
/// a value, with `Default` for example. Methods with a default keep it.
///
/// `implement!(log::Logger, default = |line| …)` is `#[implement(default)]`: any other provider wins.
///
/// # Types
///
/// A parameter without a type has the declared one, in the words of the declaration. `&Record` is
/// looked up where the closure stands: import it, or write the type, `|record: &log::Record| …`. What
/// is declared as `&crate::Record` leads into the declaring crate from everywhere.
///
/// # Errors
///
/// Refused are an interface with no method or several without a default, an unsafe one, one that
/// demands what can't be derived, and a closure with other parameters. There is nothing to capture
/// where an item stands: using a local variable is rustc's E0425.
#[macro_export]
macro_rules! implement {
    ($($input:tt)*) => { $crate::__private::__implement! { [$crate] $($input)* } };
}
