//! Items that can be implemented while the program runs: the `unsafe` parts of their declarations.

/// What a dynamic item expands to, where the target has what a slot needs.
#[cfg(target_has_atomic = "ptr")]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_dynamic {
    ($name:literal $($items:tt)*) => { $($items)* };
}

/// See above.
#[cfg(not(target_has_atomic = "ptr"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_dynamic {
    ($name:literal $($items:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` cannot be dynamic on this target: it has no atomic compare-and-swap of \
                 pointers, which installing takes; leave `dynamic` out",
            )
        }
    };
}

/// An item's name with its modules, as messages show it.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_item_name {
    ($name:literal) => {
        ::core::concat!(::core::module_path!(), "::", $name)
    };
}

/// A function's slot: `"name" initial, dispatcher`.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_function_slot {
    ($name:literal $initial:expr, $dispatcher:expr) => {
        // SAFETY: expansions of `#[interface]` write the type, `fn(…) -> …`.
        unsafe {
            $crate::__private::FunctionSlot::new(
                $crate::__linkface_item_name!($name),
                $initial,
                $dispatcher,
            )
        }
    };
}

/// Runs `$body` while this thread calls `$implementation`, of type `&$override<'_>`.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_scoped {
    ($slot:path, $override:path, $implementation:expr, $body:expr) => {{
        let implementation: &$override = $implementation;
        // SAFETY: only the lifetimes differ, and `scoped` doesn't use the reference after it returns;
        // until then it is borrowed here. The slot was made with a dispatcher.
        unsafe {
            $crate::__private::FunctionSlot::scoped(
                &$slot,
                ::core::mem::transmute(implementation),
                $body,
            )
        }
    }};
}

/// What the body of `scoped` would have to be, where there is no such thing: nothing is.
#[diagnostic::on_unimplemented(
    message = "`scoped` needs linkface's feature `std`",
    label = "a thread's own implementation is found by a thread-local, and linkface is compiled without `std`",
    note = "`cargo add linkface --features std`; where only tests need it, `cargo add --dev linkface --features std`"
)]
pub trait FeatureStd {}

/// A static's slot: `"name" symbol Type` for the value that is linked or the default, and `unset symbol`
/// where there is no default.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_dynamic_static {
    ($name:literal $symbol:literal {$type:ty} $($unset:ident)?) => {{
        unsafe extern "Rust" {
            // Its address only, which is of a `$type`, unless it is that of `$unset`.
            #[link_name = $symbol]
            static LINKED: ::core::primitive::u8;
        }
        // SAFETY: whoever defines the symbol is checked to have a static of this type, or it is the
        // default: of this type, too, or what is told apart as unset.
        unsafe {
            $crate::Dynamic::<$type>::__new(
                $crate::__linkface_item_name!($name),
                (&raw const LINKED).cast(),
                $crate::__linkface_dynamic_static!(@unset $($unset)?),
            )
        }
    }};
    (@unset) => { ::core::ptr::null() };
    (@unset $unset:ident) => { (&raw const $unset).cast() };
}
