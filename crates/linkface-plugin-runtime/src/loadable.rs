//! An interface that can be loaded: what generated code says of it.

use crate::describe::{Kind, Member, Type, TypeRef, flag, id};
use crate::object::{Object, TableRef};
use crate::private::Borrowed;
use crate::shared::Shared;

/// The type that stands for a loaded implementor: `LoadedPhysics` of
/// `#[interface(pub Physics, loadable = LoadedPhysics)]`.
///
/// # Safety
///
/// Implemented by generated code only, so that the description is the trait's.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the loaded form of an interface",
    label = "expected the type that `#[interface(…, loadable = …)]` names"
)]
pub unsafe trait Loadable: Shared<Wire = Object> + 'static {
    /// The trait's name.
    const NAME: &'static str;
    /// The interface's description.
    const INTERFACE: TypeRef;
    /// The same, encoded: a static of the crate that declares the interface, so that its address says
    /// which image it is in.
    const DESCRIPTION: &'static [u8];
    /// Of which build the declaring crate is, for an interface that is `same_build`; otherwise 0.
    const BUILD: u64;
    /// The same number, as a static of the declaring crate: what it is in the library that is mapped,
    /// which may be another than the one that this program was compiled against.
    const MAPPED: &'static u64;
    /// The compiler that compiled the declaring crate.
    const RUSTC: &'static str;

    /// Takes an implementor of another image, or of this one.
    ///
    /// # Safety
    ///
    /// `object` was made by the `into_object` or the table of an interface that was found compatible
    /// with this one, and isn't used again.
    unsafe fn from_object(object: Object) -> Self;

    /// Hands the implementor over.
    fn into_object(self) -> Object;
}

/// `(): Exports<LoadedPhysics, Euler>`: `Euler` implements the interface of `LoadedPhysics`.
///
/// # Safety
///
/// Implemented by generated code only: the tables are of `T`'s methods.
#[diagnostic::on_unimplemented(
    message = "`{T}` doesn't implement the interface of `{L}`",
    label = "this type is no implementor of a loadable interface"
)]
pub unsafe trait Exports<L: Loadable, T> {
    /// For a `Box<T>`.
    const OWNED: TableRef;
    /// For an `Arc<T>`: `&self` methods only.
    const SHARED: TableRef;
    /// For a `T` that somebody else drops.
    const LENT: TableRef;
}

/// `dyn PhysicsApi`, which can be lent to another image for a call.
///
/// # Safety
///
/// Implemented by generated code only.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be lent to a plugin: its trait is not a loadable interface",
    label = "the methods that it has are not described",
    note = "if the trait is yours, declare it with `#[linkface::interface(loadable = LoadedName)]`",
    note = "if it isn't, declare an interface with the methods that you need of it"
)]
pub unsafe trait Lend {
    /// What stands for it on the other side.
    type Loaded: Loadable;
    /// What crosses: an implementor that forwards to the lent one.
    type Lent;

    /// What `&dyn Trait` is.
    #[doc(hidden)]
    const LENT: TypeRef = TypeRef::new(
        &const {
            Type::converted(
                Kind::Lent,
                id(&["&dyn"], &[<Self::Loaded as Shared>::ID]),
                &const { [Member::nameless(0, <Self::Loaded as Loadable>::INTERFACE)] },
            )
        },
    );
    /// What `&mut dyn Trait` is.
    #[doc(hidden)]
    const LENT_MUT: TypeRef = TypeRef::new(
        &const {
            let mut ty = Type::converted(
                Kind::Lent,
                id(&["&mut dyn"], &[<Self::Loaded as Shared>::ID]),
                &const { [Member::nameless(0, <Self::Loaded as Loadable>::INTERFACE)] },
            );
            ty.flags = flag::MUT;
            ty
        },
    );

    /// Lends it.
    ///
    /// # Safety
    ///
    /// The result isn't used after `self` ends, and through `&self` only.
    unsafe fn lend(&self) -> Self::Lent;

    /// Lends it mutably.
    ///
    /// # Safety
    ///
    /// The result isn't used after `self` ends.
    unsafe fn lend_mut(&mut self) -> Self::Lent;

    /// As it crosses.
    fn object(lent: &mut Self::Lent) -> Object;

    /// What stands for it on the other side.
    ///
    /// # Safety
    ///
    /// `object` was lent for the call that runs, and isn't used after it.
    #[doc(hidden)]
    #[must_use]
    unsafe fn borrow(object: Object) -> Borrowed<Self::Loaded> {
        // SAFETY: by the caller; never dropped.
        Borrowed::new(unsafe { Self::Loaded::from_object(object) })
    }
}
