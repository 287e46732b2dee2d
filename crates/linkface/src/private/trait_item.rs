//! Implementing a declared trait.

/// Expanded through the macro of the declared trait (or façade type), which knows its methods, with
/// what `#[implement]` knows.
///
/// * `$class`: `required`, `overrides`, `falls_back` or, in the façade itself, `default`
/// * `[ID "image"]`: see `__linkface_implement`
/// * `[by_trait assoc]` or `[by_proxy]`: how the path leads to the façade's hidden type
/// * `[name "symbol" {safety} {abi} (arg N …) N]`: the methods; `N` is the index of a
///   [`Ty`](crate::private::Ty)
///
/// Each shim has the declared types, by index, and calls the façade's generic glue.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_implement_trait {
    ($class:tt $ids:tt [by_trait $assoc:ident] $checks:tt $methods:tt
        $marker:ident [$($path:tt)*] $id_static:ident $type:tt) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        struct $marker<T>(::core::marker::PhantomData<T>);
        // The bound stands on the implementor's path: a trait of the same name from elsewhere has
        // no such type.
        impl<T: $($path)*> $crate::__private::Resolve for $marker<T> {
            type Items = T::$assoc;
        }
        $crate::__linkface_implement_trait! { @type $class $ids $marker $id_static $checks $methods $type }
    };
    ($class:tt [$id:literal $image:literal] [by_proxy] $checks:tt $methods:tt
        $marker:ident [$($path:tt)*] $id_static:ident $type:tt) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        struct $marker<T>(::core::marker::PhantomData<T>);
        impl<T> $crate::__private::Resolve for $marker<T> {
            type Items = <$($path)* as $crate::__private::Handle>::Items;
        }
        const _: () = $crate::__private::same_interface(
            <<$($path)* as $crate::__private::Handle>::Items as $crate::__private::Items>::ID,
            $id,
        );
        $crate::__linkface_implement_trait! { @type $class [$id $image] $marker $id_static $checks $methods $type }
    };

    (@type $class:tt $ids:tt $marker:ident $id:ident $checks:tt $methods:tt {$type:ty}) => {
        $crate::__linkface_implement_trait! { @checks $checks $marker $id {$type} }
        $crate::__linkface_implement_trait! { @shims $class $ids $marker $id {$type} $methods }
    };

    (@checks [namespace] $marker:ident $id:ident {$type:ty}) => {};
    (@checks [value $too_large:literal $over_aligned:literal] $marker:ident $id:ident {$type:ty}) => {
        const _: () = $crate::__private::fits::<
            $type,
            <<$marker<$type> as $crate::__private::Resolve>::Items as $crate::__private::Items>::Proxy,
        >(
            ::core::concat!("`", ::core::stringify!($type), "`", $too_large),
            ::core::concat!("`", ::core::stringify!($type), "`", $over_aligned),
        );
        // Public, as callers of `from_impl` infer it.
        #[doc(hidden)]
        #[allow(non_camel_case_types, clippy::exhaustive_enums)]
        pub enum $id {}
        // SAFETY: the shims beside this export the type's methods under the proxy's symbols.
        unsafe impl
            $crate::__private::Implements<
                $id,
                <$marker<$type> as $crate::__private::Resolve>::Items,
            > for $type {}
    };

    (@shims [required $guard:tt] [$id:literal $image:literal] $($rest:tt)*) => {
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_implement_trait! { @exported $($rest)* }
        $crate::__linkface_guard! { $guard }
    };
    (@shims [default $pull:literal] $ids:tt $($rest:tt)*) => {
        $crate::__linkface_default_trait! { $pull $($rest)* }
    };
    (@shims $class:tt [$id:literal $image:literal] $($rest:tt)*) => {
        $crate::__linkface_in_image! { $image }
        $crate::__linkface_implement_trait! { @aliased $class $($rest)* }
    };
    (@exported $marker:ident $id:ident {$type:ty} [$id_symbol:literal $(
        [$name:ident $symbol:literal {$($safety:tt)*} {$($abi:tt)*} ($($arg:ident $n:literal)*) $ret:literal]
    )*]) => {
        impl $marker<$type> {
            $(
                #[unsafe(export_name = $symbol)]
                unsafe $($abi)* fn $name($(
                    $arg: <<$marker<$type> as $crate::__private::Resolve>::Items as $crate::__private::Ty<$n>>::T
                ),*) -> <<$marker<$type> as $crate::__private::Resolve>::Items as $crate::__private::Ty<$ret>>::T {
                    // SAFETY: called by the proxy only, which holds this type.
                    unsafe { <<$marker<$type> as $crate::__private::Resolve>::Items>::$name::<$type>($($arg),*) }
                }
            )*
        }
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        #[unsafe(export_name = $id_symbol)]
        static $id: ::core::any::TypeId = ::core::any::TypeId::of::<$type>();
    };
    (@aliased [$class:ident $($labels:tt)+] $marker:ident $id:ident {$type:ty} [$id_symbol:literal $(
        [$name:ident $symbol:literal {$($safety:tt)*} {$($abi:tt)*} ($($arg:ident $n:literal)*) $ret:literal]
    )*]) => {
        impl $marker<$type> {
            $(
                #[inline(never)]
                unsafe $($abi)* fn $name($(
                    $arg: <<$marker<$type> as $crate::__private::Resolve>::Items as $crate::__private::Ty<$n>>::T
                ),*) -> <<$marker<$type> as $crate::__private::Resolve>::Items as $crate::__private::Ty<$ret>>::T {
                    // SAFETY: called by the proxy only, which holds this type.
                    unsafe { <<$marker<$type> as $crate::__private::Resolve>::Items>::$name::<$type>($($arg),*) }
                }
            )*
        }
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        #[used]
        static $id: ::core::any::TypeId = ::core::any::TypeId::of::<$type>();
        $crate::__linkface_implement_trait! {
            @join [$class $($labels)+] $marker {$type} $id_symbol $id $($name $symbol)*
        }
    };
    (@join [overrides $guard:tt $pull:literal] $marker:ident {$type:ty} $id_symbol:literal
        $id:ident $($name:ident $symbol:literal)*) => {
        $crate::__linkface_override! {
            $guard $pull $id_symbol = [$id] $(, $symbol = [<$marker<$type>>::$name])*
        }
    };
    (@join [falls_back $guard:tt $pull:literal] $marker:ident {$type:ty} $id_symbol:literal
        $id:ident $($name:ident $symbol:literal)*) => {
        $crate::__linkface_default! {
            $pull $id_symbol = [$id] $(, $symbol = [<$marker<$type>>::$name])*
        }
        $crate::__linkface_guard! { $guard }
    };
    (@join [default $pull:literal] $marker:ident {$type:ty} $id_symbol:literal
        $id:ident $($name:ident $symbol:literal)*) => {
        $crate::__linkface_default! {
            $pull $id_symbol = [$id] $(, $symbol = [<$marker<$type>>::$name])*
        }
    };
}
