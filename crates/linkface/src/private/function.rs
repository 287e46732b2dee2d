//! Implementing a declared function.

/// Expanded through the macro of the declared function, which knows the symbols, with what
/// `#[implement]` knows.
///
/// * `$class`: how the symbols are joined, see the `@join` arms
/// * `[name {safety} {abi} ID (arg Nth …)]`: the declaration
/// * `$marker [path]`: a fresh name at the implementor, and the path written there
///
/// The implementor's own signature stands in an impl of the declaration's hidden trait, so that
/// rustc compares them and reports on the implementor's tokens (E0053, E0050, E0195). That makes the
/// types equal but for lifetimes, so the exported function has the declared ABI.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_implement_fn {
    // An own function: `$call` forwards to it.
    (
        $class:tt [$name:ident {$($safety:tt)*} {} $id:literal $types:tt]
        $marker:ident [$($path:tt)*]
        fn [{$($unsafe:tt)?} {$($abi:tt)*}] [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]
    ) => {
        $crate::__linkface_implement_fn! {
            @function $class $marker [$($path)*] $id $name {$($safety)*} {$($unsafe)?} {$($abi)*}
            [$($generics)*] $args [$($after)*] [$call]
        }
    };
    // The declaration says `abi = "C"`: whatever ABI the own function has, the symbol has C's.
    (
        $class:tt [$name:ident {$($safety:tt)*} {$($abi:tt)+} $id:literal $types:tt]
        $marker:ident [$($path:tt)*]
        fn [{$($unsafe:tt)?} $own_abi:tt] [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]
    ) => {
        $crate::__linkface_implement_fn! {
            @function $class $marker [$($path)*] $id $name {$($safety)*} {$($unsafe)?} {$($abi)+}
            [$($generics)*] $args [$($after)*] [$call]
        }
    };
    // A function from elsewhere, named by `use`: the types come from the declaration.
    (
        $class:tt [$name:ident {$($safety:tt)*} {$($abi:tt)*} $id:literal ($($arg:ident $nth:ident)*)]
        $marker:ident [$($path:tt)*]
        use $function:path
    ) => {
        $crate::__linkface_implement_fn! { @begin $marker [$($path)*] $id }
        impl $crate::__private::Forward for $marker {
            type Declared = dyn $($path)*;
        }
        $crate::__linkface_implement_fn! {
            @join $class $marker [impl $marker] [$marker::$name] {
                $($safety)* $($abi)* fn $name($(
                    $arg: $crate::__private::$nth<
                        <<$marker as $crate::__private::Forward>::Declared as $crate::__private::Signature>::Args
                    >
                ),*) -> <dyn $($path)* as $crate::__private::Signature>::Ret {
                    const FUNCTION: <dyn $($path)* as $crate::__private::Signature>::Pointer = $function;
                    // SAFETY: as unsafe as the declaration, whose caller keeps the contract.
                    #[allow(unused_unsafe)]
                    unsafe { FUNCTION($($arg),*) }
                }
            }
        }
    };
    // `link!(extern path)`: a foreign object defines the symbol. A reference makes the linker look
    // for it before it meets the default.
    (
        $class:tt [$name:ident {$($safety:tt)*} {$($abi:tt)*} $id:literal $types:tt]
        $marker:ident [$($path:tt)*]
        foreign
    ) => {
        $crate::__linkface_foreign! { $class }
    };

    // Exactly as unsafe as the declaration; if only the function is, rustc refuses it (E0053).
    (@function $class:tt $marker:ident $path:tt $id:literal $name:ident {} {$($unsafe:tt)?}
        $abi:tt $generics:tt $args:tt $after:tt $call:tt) => {
        $crate::__linkface_implement_fn! {
            @method $class $marker $path $id $name {$($unsafe)?} $abi $generics $args $after $call
        }
    };
    (@function $class:tt $marker:ident $path:tt $id:literal $name:ident {unsafe} {$($unsafe:tt)?}
        $abi:tt $generics:tt $args:tt $after:tt $call:tt) => {
        $crate::__linkface_implement_fn! {
            @method $class $marker $path $id $name {unsafe} $abi $generics $args $after $call
        }
    };
    (@method $class:tt $marker:ident [$($path:tt)*] $id:literal $name:ident {$($safety:tt)*}
        {$($abi:tt)*} [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]) => {
        $crate::__linkface_implement_fn! { @begin $marker [$($path)*] $id }
        $crate::__linkface_implement_fn! {
            @join $class $marker [impl $($path)* for $marker] [<$marker as $($path)*>::$name] {
                $($safety)* $($abi)* fn $name $($generics)* $args $($after)* {
                    // SAFETY: if the function called is unsafe, so is the declaration, or rustc
                    // refuses this impl; then its caller keeps the contract.
                    #[allow(unused_unsafe)]
                    unsafe { $call }
                }
            }
        }
    };

    (@begin $marker:ident [$($path:tt)*] $id:literal) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        enum $marker {}
        const _: () = $crate::__private::same_interface(
            <dyn $($path)* as $crate::__private::Interface>::ID,
            $id,
        );
    };

    (@join [required $symbol:literal $guard:tt] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[unsafe(export_name = $symbol)]
            $($function)*
        }
        $crate::__linkface_keep! { $($target)* as *const () }
        $crate::__linkface_guard! { $guard }
    };
    (@join [overrides $symbol:literal $guard:tt $pull:literal] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[inline(never)]
            $($function)*
        }
        $crate::__linkface_keep! { $($target)* as *const () }
        $crate::__linkface_override! { $guard $pull $symbol = [$($target)*] }
    };
    (@join [falls_back $symbol:literal $guard:tt $pull:literal] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[inline(never)]
            $($function)*
        }
        $crate::__linkface_keep! { $($target)* as *const () }
        $crate::__linkface_default! { $pull $symbol = [$($target)*] }
        $crate::__linkface_guard! { $guard }
    };
}

/// `link!(extern path)`: a foreign object defines the item's symbol.
///
/// A reference from the root, which stands first on the linker's line, makes the linker search for
/// the symbol before it meets a default's weak one, which would end the search.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_foreign {
    ([$class:ident $symbol:literal $($labels:tt)+]) => {
        const _: () = {
            unsafe extern "C" {
                #[link_name = $symbol]
                fn foreign();
            }
            $crate::__linkface_keep! { foreign as *const () }
        };
    };
}
