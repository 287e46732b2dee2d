//! Checks that run while the implementor's crate is checked.

/// Leads from an implementor to what the façade keeps for its trait: see [`Ty`](super::Ty).
pub trait Resolve {
    /// The façade's hidden type for the trait.
    type Items;
}

/// `Self` is linked as the implementor of the interface that `Items` stands for, by the `#[implement]`
/// that `Marker` stands for: a type of the implementing crate, so that `Self` may come from elsewhere
/// and implement several.
///
/// # Safety
///
/// Implemented only by the expansion of `#[implement]`, in the crate whose symbols the program
/// calls: a proxy is made from any `T: Implements<_, Items>` without looking further.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the implementor of this interface",
    label = "only the type whose impl bears `#[implement]` can become the proxy",
    note = "the implementor's crate makes a proxy with `from_impl`; others get one from the interface's own methods"
)]
pub unsafe trait Implements<Marker, Items>: 'static {}

/// `id`, found under the implementor's path, must be the one that the macro of that path carries:
/// macros and traits of one name can come from two places.
pub const fn same_interface(id: u64, carried: u64) {
    assert!(
        id == carried,
        "this path leads to one interface's trait and to another's macro: write the interface's full path"
    );
}

/// The bound of every static that safe code of several threads can reach.
pub const fn sync<T: Sync>() {}

/// `T`, an implementor, must fit into the place of a `Proxy`.
pub const fn fits<T, Proxy>(too_large: &'static str, over_aligned: &'static str) {
    assert!(size_of::<T>() <= size_of::<Proxy>(), "{}", too_large);
    assert!(align_of::<T>() <= align_of::<Proxy>(), "{}", over_aligned);
}

/// `Self`, the provider, implements the interface of this [`ID`](super::Signature::ID): counted from
/// `provider!` on.
pub trait Covers<const ID: u64> {}
