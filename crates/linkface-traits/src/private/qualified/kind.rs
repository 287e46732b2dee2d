//! The kinds of receivers, and how one is found.
//!
//! `(&asked).__linkface_kind()` is looked up as every method is: `&asked` by value, by `&`, by `&mut`, then
//! what it refers to by value, by `&`, by `&mut`. For each but one of these there is a trait below, and
//! the first whose impl applies wins. (All in few steps, because each step tries each trait.)

use super::asked::{Asked, Method};
use super::by_value::ByValue;
use super::takes::{Arguments, Takes};
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

/// Which arm runs. Of the four types one is `()`, and the others are uninhabited.
pub enum Arm<V, M, R, O> {
    /// By value.
    Value(V),
    /// By `&mut`.
    Mut(M),
    /// By `&`.
    Ref(R),
    /// As it is.
    Own(O),
}

/// A kind of receiver.
#[expect(missing_docs, reason = "one type for each arm")]
pub trait Kind {
    type OnValue;
    type OnMut;
    type OnRef;
    type OnOwn;
    /// The arm that runs.
    fn arm() -> Arm<Self::OnValue, Self::OnMut, Self::OnRef, Self::OnOwn>;
}

macro_rules! kinds {
    ($($kind:ident: $arm:ident, $value:ty, $by_mut:ty, $by_ref:ty, $own:ty;)+) => {$(
        impl Kind for $kind {
            type OnValue = $value;
            type OnMut = $by_mut;
            type OnRef = $by_ref;
            type OnOwn = $own;
            #[inline(always)]
            fn arm() -> Arm<$value, $by_mut, $by_ref, $own> {
                Arm::$arm(())
            }
        }
    )+};
}

kinds! {
    Value: Value, (), Infallible, Infallible, Infallible;
    RefMut: Mut, Infallible, (), Infallible, Infallible;
    Ref: Ref, Infallible, Infallible, (), Infallible;
    Copied: Ref, Infallible, Infallible, (), Infallible;
    Own: Own, Infallible, Infallible, Infallible, ();
    Unknown: Own, (), (), (), ();
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

/// First: a `&self` method where only a shared reference implements the trait, or a `&mut self` method
/// where only an exclusive reference does.
///
/// From types alone it can't be told then whether the parameter `&U` is a `Self` or a `&Self`. So the
/// method is asked: one that takes `&self` takes it for every lifetime, and one that takes `self` takes
/// one lifetime. (A method that ties the receiver's lifetime to an argument's is taken for the latter.)
pub trait Exact: Sized {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(self) -> Self::Kind {
        unreachable!()
    }
}

impl<'u, U: ?Sized, P, F, N, A, K> Exact for &Asked<&'u U, &'u U, P, Method<F, N, A>, K>
where
    N: Arguments<A>,
    F: for<'a> Takes<&'a &'u U, A>,
{
    type Kind = Ref;
}

impl<'u, U: ?Sized, P, F, N, A, K> Exact for &Asked<&'u mut U, &'u mut U, P, Method<F, N, A>, K>
where
    N: Arguments<A>,
    F: for<'a> Takes<&'a mut &'u mut U, A>,
{
    type Kind = RefMut;
}

/// Implements no trait, and is nobody's receiver. What isn't known because of a mistake fits everything,
/// this too, and fits it first: then nothing follows from the mistake.
pub struct Nobody;

impl<P, F, N, K> Exact for &Asked<Nobody, Nobody, P, Method<F, N, ()>, K> {
    type Kind = Unknown;
}

/// Second: the parameter is the implementor, and can be copied.
pub trait UnchangedCopy: Sized {
    /// The kind, for inference only.
    fn __linkface_kind(self) -> Copied {
        unreachable!()
    }
}

impl<S: Copy, F, N, K> UnchangedCopy for &&Asked<S, S, S, Method<F, N, ()>, K> {}

/// Third: the parameter is the implementor. Where both `U` and `&U` implement the trait, a `&self`
/// method finds `U` behind a `&U`, and a `self` method finds `&U`: the parameter is a `&U` for both, and
/// so is what is passed. Likewise with `&mut U`.
pub trait Unchanged: Sized {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(self) -> Self::Kind {
        unreachable!()
    }
}

impl<S, F, N, K> Unchanged for &mut &Asked<S, S, S, Method<F, N, ()>, K> {
    type Kind = Value;
}

impl<'a, S: ?Sized, F, N, K> Unchanged for &mut &Asked<S, &'a S, &'a S, Method<F, N, ()>, K> {
    type Kind = Ref;
}

impl<'a, S: ?Sized, F, N, K> Unchanged
    for &mut &Asked<&'a mut S, S, &'a mut S, Method<F, N, ()>, K>
{
    type Kind = RefMut;
}

/// Fourth: the parameter is a reference.
pub trait FromParameter: Sized {
    /// The kind.
    type Kind;
    /// The kind, for inference only.
    fn __linkface_kind(self) -> Self::Kind {
        unreachable!()
    }
}

impl<S: ?Sized, M: ?Sized, T: ?Sized, F, N, K> FromParameter
    for Asked<S, M, &T, Method<F, N, ()>, K>
{
    type Kind = Ref;
}

impl<S: ?Sized, M: ?Sized, T: ?Sized, F, N, K> FromParameter
    for Asked<S, M, &mut T, Method<F, N, ()>, K>
{
    type Kind = RefMut;
}

/// Last: anything else.
pub trait LastResort: Sized {
    /// The kind, for inference only.
    fn __linkface_kind(self) -> Own {
        unreachable!()
    }
}

impl<S: ?Sized, M: ?Sized, P, F, N, K> LastResort for &mut Asked<S, M, P, Method<F, N, ()>, K> {}
