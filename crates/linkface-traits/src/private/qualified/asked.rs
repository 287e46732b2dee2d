//! What is known of one call, as type parameters.

use super::kind::{Arm, Captured, Kind, Passes};
use core::convert::Infallible;
use core::marker::PhantomData;

/// A type, possibly unsized, as a value.
pub struct Type<T: ?Sized>(PhantomData<*const T>);

impl<T: ?Sized> Type<T> {
    /// The value.
    pub const NEW: Self = Self(PhantomData);
}

impl<T: ?Sized> Clone for Type<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Type<T> {}

/// Types as one value, to be given as a tuple of [`Type`]s.
pub struct Types<T>(PhantomData<T>);

impl<T> Types<T> {
    /// The value.
    pub const NEW: Self = Self(PhantomData);
}

/// The method: the type of its item, how many arguments stand at the call (`[(); N]`), and what they are:
/// a tuple of [`Type`]s, or `()` if nobody asks.
pub struct Method<F: ?Sized, N, A>(PhantomData<(N, A, *const F)>);

impl<F, N, A> Method<F, N, A> {
    /// The method that `method` is.
    #[inline(always)]
    pub fn of(_method: &F, _arguments: N) -> Self {
        Self(PhantomData)
    }
}

/// Where the method can't be had.
pub type Unasked = Method<(), (), ()>;

impl Unasked {
    /// The value.
    pub const NEW: Self = Self(PhantomData);
}

/// What is known of a call. All of it is inferred; nothing exists when the program runs.
///
/// - `S`: the implementor that a `&self` method finds on the receiver,
/// - `M`: the implementor that a `&mut self` method finds,
/// - `P`: the type of the method's first parameter,
/// - `D`: the method, a [`Method`],
/// - `K`: the kind of its receiver, a [`Kind`].
pub struct Asked<S: ?Sized, M: ?Sized, P, D, K>(PhantomData<(*const M, *const S, P, D, K)>);

/// Diverges, which its type tells the borrow checker.
#[inline(always)]
pub fn never() -> Infallible {
    unreachable!("linkface-traits: a part of a qualified call that is for inference only")
}

/// The gate of an arm. It does nothing; but if what it is given is of an uninhabited type, the borrow
/// checker sees that it doesn't return.
#[inline(always)]
pub fn gate<T>(on: T) -> T {
    on
}

impl<S: ?Sized, M: ?Sized, P, D, K> Asked<S, M, P, D, K> {
    /// Nothing known yet.
    #[inline(always)]
    pub fn about(_method: &D) -> Self {
        Self(PhantomData)
    }

    /// Takes on the type of the method's first parameter, by being where it is expected.
    ///
    /// It is an `if` whose first branch this is. An `if` that an argument consists of checks its
    /// branches against the type of the parameter: so `P` becomes it, as far as it is known. A bare
    /// `Self` is no more known than `P` itself: then the two are left apart.
    #[inline(always)]
    pub fn parameter(&self) -> P {
        unreachable!("linkface-traits: a part of a qualified call that is for inference only")
    }

    /// Says what the kind is.
    #[inline(always)]
    pub fn answer(&self, _kind: K) {}
}

impl<S: ?Sized, P, D, K: Captured> Asked<S, S, P, D, K> {
    /// Says that a closure captures the receiver. The search by `&mut` is left out.
    #[inline(always)]
    pub fn captured(&self) {}
}

impl<S: ?Sized, P, D, K> Asked<S, S, P, D, K> {
    /// Says what both implementors are: the type is written in the call.
    #[inline(always)]
    pub fn implementor(&self, _type: Type<S>) {}
}

/// The arms.
impl<S: ?Sized, M: ?Sized, P, D, K: Kind> Asked<S, M, P, D, K> {
    /// Which arm runs.
    #[inline(always)]
    pub fn arm(&self) -> Arm<K::OnValue, K::OnMut, K::OnRef, K::OnOwn> {
        K::arm()
    }

    /// The argument, from the receiver itself.
    #[inline(always)]
    pub fn value<R>(&self, receiver: R) -> P
    where
        K: Passes<super::Value, R, P>,
    {
        K::pass(receiver)
    }

    /// The argument, from what a `&mut self` method finds.
    #[inline(always)]
    pub fn by_mut<'a>(&self, receiver: &'a mut M) -> P
    where
        K: Passes<super::RefMut, &'a mut M, P>,
    {
        K::pass(receiver)
    }

    /// The argument, from what a `&self` method finds.
    #[inline(always)]
    pub fn by_ref<'a>(&self, receiver: &'a S) -> P
    where
        K: Passes<super::Ref, &'a S, P>,
    {
        K::pass(receiver)
    }

    /// The argument, from the receiver itself, whose type must be the parameter's.
    #[inline(always)]
    pub fn own<R>(&self, receiver: R) -> P
    where
        K: Passes<super::Own, R, P>,
    {
        K::pass(receiver)
    }
}
