//! What is the same in every format but `none`: defaults are aliases, declarations have labels.

/// A default that is a function or a static of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_fn {
    ($pull:literal $symbol:literal $name:ident {$($function:tt)*}) => {
        #[doc(hidden)]
        #[inline(never)]
        $($function)*
        $crate::__linkface_default! { $pull $symbol = [$name] }
    };
}

/// A default that is a type of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_trait {
    ($pull:literal $($rest:tt)*) => {
        $crate::__linkface_implement_trait! { @aliased [default $pull] $($rest)* }
    };
}

/// See `__linkface_default_fn`.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_static {
    ($pull:literal $symbol:literal $name:ident {$($item:tt)*}) => {
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        #[used]
        $($item)*
        $crate::__linkface_default! { $pull $symbol = [$name] }
    };
}

/// An implementation must be in the image of its declaration.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_in_image {
    ($label:literal) => {
        $crate::__linkface_keep! { $label }
    };
}
