//! How a method takes its receiver, found by inference.
//!
//! `x.Trait::method(a)` becomes, for a trait that the macro knows nothing about:
//!
//! ```text
//! let f = <_ as Trait>::method;
//! f(RECEIVER, a)
//! ```
//!
//! `RECEIVER` holds `x` four times, in four arms: by value, by `&mut`, by `&`, as it is. Which arm runs
//! is decided by [`Asked`], whose type parameters collect what inference knows:
//!
//! 1. `f`'s first parameter, since `RECEIVER` is checked against it ([`Asked::parameter`]);
//! 2. the implementors that a `&self` and a `&mut self` method find on `x`, from the arms themselves:
//!    each contains a trait of its own, with one method and an impl for all implementors of `Trait`, so
//!    that the compiler's own search of methods does the work;
//! 3. from these, by autoref specialisation ([`Exact`] and the traits after it), the kind of `self`.
//!
//! Each arm begins with a call whose result is of an uninhabited type unless the kind is this one
//! ([`gate`]): the borrow checker sees that nothing of the arm is reached, so that
//! `x` is neither moved nor borrowed mutably in vain.

#![allow(
    clippy::inline_always,
    clippy::must_use_candidate,
    clippy::mismatching_type_param_order,
    clippy::mut_mut,
    reason = "only expansions call these, and a debug build should call as little of it as can be"
)]

mod asked;
mod by_value;
mod coerced;
mod kept;
mod kind;
mod takes;

pub use asked::{Asked, Method, Type, Types, Unasked, gate, never};
pub use by_value::ByValue;
pub use coerced::Any;
pub use kept::{Exclusive, Kept, Other};
pub use kind::{
    Arm, Captured, Copied, Exact, FromParameter, Kind, LastResort, Nobody, Own, Passes, Ref,
    RefMut, Unchanged, UnchangedCopy, Unknown, Value,
};
pub use takes::{Arguments, Takes};
