//! Implementing a declared static.

/// Expanded through the macro of the declared static, which knows the symbols, with what
/// `#[implement]` knows. The implementor's static is the exported object itself, not a copy: it may
/// hold an atomic.
///
/// Where the symbol is an alias, the implementor's name becomes an import of it too. Otherwise one
/// object would have two names in Rust, and LLVM takes two globals for two objects: a store through
/// one would not be seen through the other.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_implement_static {
    ([required $symbol:literal $guard:tt] [$id:literal $image:literal] $marker:ident $path:tt
        static $name:ident {$($attributes:tt)*} {$($visibility:tt)*} {$($type:tt)*} {$($value:tt)*}) => {
        $($attributes)*
        #[unsafe(export_name = $symbol)]
        $($visibility)* static $name: $($type)* = $($value)*;
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_implement_static! { @check $path $id $name }
        $crate::__linkface_guard! { $guard }
    };
    ([overrides $symbol:literal $guard:tt $pull:literal] [$id:literal $image:literal] $marker:ident $path:tt
        static $name:ident $attributes:tt $visibility:tt $type:tt $value:tt) => {
        $crate::__linkface_implement_static! {
            @alias $symbol $id $marker $path $name $attributes $visibility $type $value
        }
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_override! { $guard $pull $symbol = [$marker] }
    };
    ([falls_back $symbol:literal $guard:tt $pull:literal] [$id:literal $image:literal] $marker:ident $path:tt
        static $name:ident $attributes:tt $visibility:tt $type:tt $value:tt) => {
        $crate::__linkface_implement_static! {
            @alias $symbol $id $marker $path $name $attributes $visibility $type $value
        }
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_default! { $pull $symbol = [$marker] }
        $crate::__linkface_guard! { $guard }
    };
    (@alias $symbol:literal $id:literal $marker:ident $path:tt $name:ident {$($attributes:tt)*}
        {$($visibility:tt)*} {$($type:tt)*} {$($value:tt)*}) => {
        $($attributes)*
        #[allow(non_upper_case_globals)]
        #[used]
        static $marker: $($type)* = $($value)*;
        #[allow(dead_code)]
        unsafe extern "Rust" {
            #[link_name = $symbol]
            $($visibility)* safe static $name: $($type)*;
        }
        $crate::__linkface_implement_static! { @check $path $id $marker }
    };
    // A raw pointer, so that nothing coerces: the types must be equal.
    (@check [$($path:tt)*] $id:literal $name:ident) => {
        const _: () = {
            $crate::__private::same_interface(
                <dyn $($path)* as $crate::__private::StaticType>::ID,
                $id,
            );
        };
        const _: *const <dyn $($path)* as $crate::__private::StaticType>::Type = &raw const $name;
    };
}
