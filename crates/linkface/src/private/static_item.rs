//! Implementing a declared static.

/// Expanded through the macro of the declared static, which knows the symbols, with what
/// `#[implement]` knows. The implementor's static is the exported object itself, not a copy: it may
/// hold an atomic.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_implement_static {
    ([required $symbol:literal $guard:literal] [$id:literal]
        $marker:ident $path:tt static $name:ident {$($item:tt)*}) => {
        #[used]
        #[unsafe(export_name = $symbol)]
        $($item)*
        $crate::__linkface_implement_static! { @check $path $id $name }
        $crate::__linkface_guard! { $guard }
    };
    ([overrides $symbol:literal $guard:literal $pull:literal] [$id:literal]
        $marker:ident $path:tt static $name:ident {$($item:tt)*}) => {
        #[used]
        $($item)*
        $crate::__linkface_implement_static! { @check $path $id $name }
        $crate::__linkface_override! { $guard $pull $symbol = [$name] }
    };
    ([falls_back $symbol:literal $guard:literal $pull:literal] [$id:literal]
        $marker:ident $path:tt static $name:ident {$($item:tt)*}) => {
        #[used]
        $($item)*
        $crate::__linkface_implement_static! { @check $path $id $name }
        $crate::__linkface_default! { $pull $symbol = [$name] }
        $crate::__linkface_guard! { $guard }
    };
    ($class:tt $id:tt $marker:ident $path:tt foreign) => {
        $crate::__linkface_foreign! { $class }
    };
    // A raw pointer, so that nothing coerces: the types must be equal.
    (@check [$($path:tt)*] $id:literal $name:ident) => {
        const _: () = {
            $crate::__private::same_interface(
                <dyn $($path)* as $crate::__private::Interface>::ID,
                $id,
            );
        };
        const _: *const <dyn $($path)* as $crate::__private::StaticType>::Type = &raw const $name;
    };
}
