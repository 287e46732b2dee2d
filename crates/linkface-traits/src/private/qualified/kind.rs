//! The kinds of receivers, and how one is found.
//!
//! `(&&&&&&asked).__linkface_kind()` is looked up step by step: the traits below are implemented for
//! `&&&&&Asked`, `&&&&Asked` and so on, and the first whose impl applies wins.

use super::asked::{Asked, Method};
use super::by_value::ByValue;
use super::takes::Takes;
use core::convert::Infallible;

/// `self`
pub struct Value;
/// `&mut self`
pub struct RefMut;
/// `&self`
pub struct Ref;
/// `self`, of a type that is `Copy`: it is found as for `&self`, and copied.
pub struct Copied;
/// Anything else, as `self: Pin<&mut Self>` or `self: Rc<Self>`: what can't be made by borrowing a
/// `Self`, and so must be the receiver as it is written.
pub struct Own;
/// Not known, after a mistake.
pub struct Unknown;

/// A kind of receiver.
///
/// Of the four types one is `()`, and the others are uninhabited.
#[expect(missing_docs, reason = "one set of members for each kind")]
pub trait Kind {
    const VALUE: bool = false;
    const MUT: bool = false;
    const REF: bool = false;
    type OnValue;
    type OnMut;
    type OnRef;
    type OnOwn;
    fn on_value() -> Self::OnValue {
        unreachable!()
    }
    fn on_mut() -> Self::OnMut {
        unreachable!()
    }
    fn on_ref() -> Self::OnRef {
        unreachable!()
    }
    fn on_own() -> Self::OnOwn {
        unreachable!()
    }
}

impl Kind for Value {
    const VALUE: bool = true;
    type OnValue = ();
    type OnMut = Infallible;
    type OnRef = Infallible;
    type OnOwn = Infallible;
    #[inline(always)]
    fn on_value() {}
}

impl Kind for RefMut {
    const MUT: bool = true;
    type OnValue = Infallible;
    type OnMut = ();
    type OnRef = Infallible;
    type OnOwn = Infallible;
    #[inline(always)]
    fn on_mut() {}
}

impl Kind for Ref {
    const REF: bool = true;
    type OnValue = Infallible;
    type OnMut = Infallible;
    type OnRef = ();
    type OnOwn = Infallible;
    #[inline(always)]
    fn on_ref() {}
}

impl Kind for Copied {
    const REF: bool = true;
    type OnValue = Infallible;
    type OnMut = Infallible;
    type OnRef = ();
    type OnOwn = Infallible;
    #[inline(always)]
    fn on_ref() {}
}

impl Kind for Own {
    type OnValue = Infallible;
    type OnMut = Infallible;
    type OnRef = Infallible;
    type OnOwn = ();
    #[inline(always)]
    fn on_own() {}
}

impl Kind for Unknown {
    type OnValue = ();
    type OnMut = ();
    type OnRef = ();
    type OnOwn = ();
}

/// What the arm for the kind `A` makes of a receiver `R`, where the kind is `Self`: the parameter if the
/// two are one kind; else the arm isn't reached, and may be of any type.
#[diagnostic::on_unimplemented(
    message = "the receiver is `{R}`, and the method takes `{P}`",
    label = "not what the method takes",
    note = "a receiver is borrowed for `&self` and `&mut self`, and nothing else is made of it"
)]
pub trait Passes<A, R, P> {
    /// The argument.
    fn pass(receiver: R) -> P;
}

impl<R: ByValue<P>, P> Passes<Value, R, P> for Value {
    #[inline(always)]
    fn pass(receiver: R) -> P {
        receiver.by_value()
    }
}

#[diagnostic::do_not_recommend]
impl<P: Copy> Passes<Ref, &P, P> for Copied {
    #[inline(always)]
    fn pass(receiver: &P) -> P {
        *receiver
    }
}

macro_rules! passes {
    ($($kind:ident: $($other:ident)+;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<P> Passes<$kind, P, P> for $kind {
            #[inline(always)]
            fn pass(receiver: P) -> P {
                receiver
            }
        }
        passes! { @others $kind $($other)+ }
    )+};
    (@others $kind:ident $($other:ident)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<R, P> Passes<$other, R, P> for $kind {
            fn pass(_receiver: R) -> P {
                unreachable!()
            }
        }
    )+};
}

passes! { @others Value RefMut Ref Own }
passes! { @others Unknown Value RefMut Ref Own }
passes! { @others Copied Value RefMut Own }
passes! {
    RefMut: Value Ref Own;
    Ref: Value RefMut Own;
    Own: Value RefMut Ref;
}

/// A receiver that a closure captures is only ever borrowed by `&`.
#[diagnostic::on_unimplemented(
    message = "in a closure, the receiver of a qualified call is borrowed by `&` and nothing else",
    label = "this method takes it otherwise",
    note = "write how the receiver is taken: `(&mut x).Trait::method()`, or `{{x}}.Trait::method()` to move it"
)]
pub trait Captured: Kind {}

#[diagnostic::do_not_recommend]
impl Captured for Ref {}
#[diagnostic::do_not_recommend]
impl Captured for Copied {}
#[diagnostic::do_not_recommend]
impl Captured for Unknown {}

/// Before all: nothing is known, because the compiler has found no implementor and said so. What is not
/// known fits everything, this too; then nothing that follows from it is said.
pub trait Mistaken {
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Unknown {
        unreachable!()
    }
}

/// Implements no trait, and is nobody's receiver.
pub struct Nobody;

impl<P, D, K> Mistaken for &&&&&Asked<Nobody, Nobody, P, D, K> {}

/// First: a `&self` method where only a shared reference implements the trait, or a `&mut self` method
/// where only an exclusive reference does.
///
/// From types alone it can't be told then whether the parameter `&U` is a `Self` or a `&Self`. So the
/// method is asked: one that takes `&self` takes it for every lifetime, and one that takes `self` takes
/// one lifetime. (A method that ties the receiver's lifetime to an argument's is taken for the latter.)
pub trait Exact {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Self::Kind {
        unreachable!()
    }
}

impl<'u, U: ?Sized, P, F, A, K> Exact for &&&&Asked<&'u U, &'u U, P, Method<F, A>, K>
where
    F: for<'a> Takes<&'a &'u U, A>,
{
    type Kind = Ref;
}

impl<'u, U: ?Sized, P, F, A, K> Exact for &&&&Asked<&'u mut U, &'u mut U, P, Method<F, A>, K>
where
    F: for<'a> Takes<&'a mut &'u mut U, A>,
{
    type Kind = RefMut;
}

/// Second: the parameter is the implementor, and can be copied.
pub trait UnchangedCopy {
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Copied {
        unreachable!()
    }
}

impl<S: Copy, D, K> UnchangedCopy for &&&Asked<S, S, S, D, K> {}

/// Third: the parameter is the implementor. Where both `U` and `&U` implement the trait, a `&self`
/// method finds `U` behind a `&U`, and a `self` method finds `&U`: the parameter is a `&U` for both, and
/// so is what is passed. Likewise with `&mut U`.
pub trait Unchanged {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Self::Kind {
        unreachable!()
    }
}

impl<S, D, K> Unchanged for &&Asked<S, S, S, D, K> {
    type Kind = Value;
}

impl<'a, S: ?Sized, D, K> Unchanged for &&Asked<S, &'a S, &'a S, D, K> {
    type Kind = Ref;
}

impl<'a, S: ?Sized, D, K> Unchanged for &&Asked<&'a mut S, S, &'a mut S, D, K> {
    type Kind = RefMut;
}

/// Fourth: the parameter is a reference.
pub trait FromParameter {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Self::Kind {
        unreachable!()
    }
}

impl<S: ?Sized, M: ?Sized, T: ?Sized, D, K> FromParameter for &Asked<S, M, &T, D, K> {
    type Kind = Ref;
}

impl<S: ?Sized, M: ?Sized, T: ?Sized, D, K> FromParameter for &Asked<S, M, &mut T, D, K> {
    type Kind = RefMut;
}

/// Last: anything else.
pub trait LastResort {
    /// The kind, for inference only.
    fn __linkface_kind(&self) -> Own {
        unreachable!()
    }
}

impl<S: ?Sized, M: ?Sized, P, D, K> LastResort for Asked<S, M, P, D, K> {}
