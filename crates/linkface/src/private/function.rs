//! Implementing a declared function.

/// Expanded through the macro of the declared function, which knows the symbols, with what
/// `#[implement]` knows.
///
/// * `$class`: how the symbols are joined, see the `@join` arms
/// * `[ID "image"]`: see `__linkface_implement`
/// * `[name {safety} {abi} (arg Nth …)]`: the declaration
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
        $class:tt $ids:tt [$name:ident {$($safety:tt)*} {} $types:tt]
        $marker:ident [$($path:tt)*]
        fn [{$($unsafe:tt)?} {$($abi:tt)*}] [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]
    ) => {
        $crate::__linkface_implement_fn! {
            @function $class $marker [$($path)*] $ids $name {$($safety)*} {$($unsafe)?} {$($abi)*}
            [$($generics)*] $args [$($after)*] [$call]
        }
    };
    // The declaration says `abi = "C"`: whatever ABI the own function has, the symbol has C's.
    (
        $class:tt $ids:tt [$name:ident {$($safety:tt)*} {$($abi:tt)+} $types:tt]
        $marker:ident [$($path:tt)*]
        fn [{$($unsafe:tt)?} $own_abi:tt] [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]
    ) => {
        $crate::__linkface_implement_fn! {
            @function $class $marker [$($path)*] $ids $name {$($safety)*} {$($unsafe)?} {$($abi)+}
            [$($generics)*] $args [$($after)*] [$call]
        }
    };
    // A function from elsewhere, named by `use`: the types come from the declaration.
    (
        $class:tt $ids:tt [$name:ident {$($safety:tt)*} {$($abi:tt)*} ($($arg:ident $nth:ident)*)]
        $marker:ident [$($path:tt)*]
        use $function:path
    ) => {
        $crate::__linkface_implement_fn! { @begin $marker [$($path)*] $ids }
        impl $crate::__private::Forward for $marker {
            type Declared = dyn $($path)*;
        }
        $crate::__linkface_implement_fn! {
            @join $class $ids $marker [impl $marker] [$marker::$name] {
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
    // Exactly as unsafe as the declaration; if only the function is, rustc refuses it (E0053).
    (@function $class:tt $marker:ident $path:tt $ids:tt $name:ident {} {$($unsafe:tt)?}
        $abi:tt $generics:tt $args:tt $after:tt $call:tt) => {
        $crate::__linkface_implement_fn! {
            @method $class $marker $path $ids $name {} {$($unsafe)?} $abi $generics $args $after $call
        }
    };
    (@function $class:tt $marker:ident $path:tt $ids:tt $name:ident {unsafe} {$($unsafe:tt)?}
        $abi:tt $generics:tt $args:tt $after:tt $call:tt) => {
        $crate::__linkface_implement_fn! {
            @method $class $marker $path $ids $name {unsafe} {} $abi $generics $args $after $call
        }
    };
    (@method $class:tt $marker:ident [$($path:tt)*] $ids:tt $name:ident {$($safety:tt)*} {$($unsafe:tt)?}
        {$($abi:tt)*} [$($generics:tt)*] $args:tt [$($after:tt)*] [$call:expr]) => {
        $crate::__linkface_implement_fn! { @begin $marker [$($path)*] $ids }
        $crate::__linkface_implement_fn! {
            @join $class $ids $marker [impl $($path)* for $marker] [<$marker as $($path)*>::$name] {
                $($safety)* $($unsafe)? $($abi)* fn $name $($generics)* $args $($after)* {
                    // SAFETY: `unsafe` stands here only if the declaration has it, too: then its
                    // caller keeps the contract.
                    #[allow(unused_unsafe)]
                    $($safety)* { $call }
                }
            }
        }
    };

    (@begin $marker:ident [$($path:tt)*] [$id:literal $image:literal]) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        enum $marker {}
        const _: () = $crate::__private::same_interface(
            <dyn $($path)* as $crate::__private::Signature>::ID,
            $id,
        );
    };

    (@join [required $symbol:literal $guard:tt] [$id:literal $image:literal] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[unsafe(export_name = $symbol)]
            $($function)*
        }
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_guard! { $guard }
    };
    (@join [overrides $symbol:literal $guard:tt $pull:literal] [$id:literal $image:literal] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[inline(never)]
            $($function)*
        }
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_override! { $guard $pull $symbol = [$($target)*] }
    };
    (@join [falls_back $symbol:literal $guard:tt $pull:literal] [$id:literal $image:literal] $marker:ident [$($header:tt)*]
        [$($target:tt)*] {$($function:tt)*}) => {
        $($header)* {
            #[inline(never)]
            $($function)*
        }
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_default! { $pull $symbol = [$($target)*] }
        $crate::__linkface_guard! { $guard }
    };
}
