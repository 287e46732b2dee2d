//! From an item's own macro to the one that implements its kind.

/// Expanded by the macro of every declared item, which passes what it knows of the declaration, with
/// what `#[implement]` passed to it.
///
/// * `[kind "name" {group} ID "image" once "item"]`: `fn`, `static`, `trait` or `type`; the group it
///   belongs to, if any; [`ID`](crate::private::Signature::ID); the label of the declaring object; a
///   name that a crate can define only once; the item, for `__linkface_say`
/// * `$ordinary`, `$default`: the symbols of an ordinary and of a default-grade implementation
/// * `$details`: what the worker for the kind has to know
/// * then: `alone` or within a group (`grouped`) and whom to tell, see `__linkface_tell`; the grade, a fresh
///   name, the path as it was written, and what stands there
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_implement {
    ([$kind:ident $name:literal {$group:literal} $($head:tt)*] $ordinary:tt $default:tt $details:tt
        [alone $($told:tt)*] $($rest:tt)*) => {
        $crate::__linkface_implement! { @within $name $group }
    };
    (@within $name:literal $group:literal) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` is part of the group `", $group, "`, which one provider implements as \
                 a whole: write `#[implement(path::", $group, ")] mod ", $group, " { … }`",
            )
        }
    };
    ([$kind:ident $name:literal $group:tt $id:literal $image:literal $once:ident $item:literal]
        $ordinary:tt $default:tt $details:tt
        [$within:ident $($told:tt)*] ordinary $marker:ident $path:tt $($rest:tt)*) => {
        $crate::__linkface_implement! {
            @$kind $name $ordinary [$id $image] $details $marker $path $($rest)*
        }
        $crate::__linkface_say! { $item ordinary }
        $($crate::__linkface_tell! { $told ordinary $id })*
        $crate::__linkface_once! { $once $($rest)* }
    };
    ([$kind:ident $name:literal $group:tt $id:literal $image:literal $once:ident $item:literal]
        $ordinary:tt [falls_back $($labels:tt)*] $details:tt
        [$within:ident $($told:tt)*] default $marker:ident $path:tt $($rest:tt)*) => {
        $crate::__linkface_implement! {
            @$kind $name [falls_back $($labels)*] [$id $image] $details $marker $path $($rest)*
        }
        $crate::__linkface_say! { $item default }
        $($crate::__linkface_tell! { $told default $id })*
        $crate::__linkface_once! { $once $($rest)* }
    };
    ([$kind:ident $name:literal $($head:tt)*] $ordinary:tt [required] $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` takes no default from a provider: ordinary providers of a required item \
                 are inlined under LTO, which leaves no room for a default; its façade can allow one \
                 with `#[interface(default)]`",
            )
        }
    };
    ([$kind:ident $name:literal $($head:tt)*] $ordinary:tt [defaulted] $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` has a default in its façade: a provider can only replace it, \
                 without `default`",
            )
        }
    };

    (@fn $name:literal $class:tt $ids:tt [$($details:tt)*] $marker:ident $path:tt fn $($rest:tt)*) => {
        $crate::__linkface_implement_fn! { $class $ids $($details)* $marker $path fn $($rest)* }
    };
    (@fn $name:literal $class:tt $ids:tt [$($details:tt)*] $marker:ident $path:tt use $($rest:tt)*) => {
        $crate::__linkface_implement_fn! { $class $ids $($details)* $marker $path use $($rest)* }
    };
    (@fn $name:literal $class:tt $ids:tt $details:tt $marker:ident $path:tt foreign) => {
        $crate::__linkface_foreign! { $class [fn asked();] asked as *const () }
    };
    (@static $name:literal $class:tt $ids:tt $details:tt $marker:ident $path:tt foreign) => {
        $crate::__linkface_foreign! {
            $class [static ASKED: ::core::primitive::u8;] (&raw const ASKED).cast()
        }
    };
    (@static $name:literal $class:tt $ids:tt $details:tt $marker:ident $path:tt static $($rest:tt)*) => {
        $crate::__linkface_implement_static! { $class $ids $marker $path static $($rest)* }
    };
    (@trait $name:literal $class:tt $ids:tt [$($details:tt)*] $marker:ident $path:tt impl $($rest:tt)*) => {
        // In documentation the trait stands as its author wrote it: nothing to expand from.
        #[cfg(not(doc))]
        $crate::__linkface_implement_trait! { $class $ids $($details)* $marker $path $($rest)* }
    };
    (@type $name:literal $class:tt $ids:tt [$($details:tt)*] $marker:ident $path:tt type $($rest:tt)*) => {
        // In documentation the trait stands as its author wrote it: nothing to expand from.
        #[cfg(not(doc))]
        $crate::__linkface_implement_trait! { $class $ids $($details)* $marker $path $($rest)* }
    };
    (@fn $name:literal $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` is a function: implement it with a function, `fn name(…) { … }`, or \
                 one from elsewhere, `pub use path::name;`",
            )
        }
    };
    (@static $name:literal $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` is a static: implement it with a static, `static NAME: Type = …;`",
            )
        }
    };
    (@trait $name:literal $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` is a trait: implement it with `#[implement] impl path::", $name,
                " for Type { … }`",
            )
        }
    };
    (@type $name:literal $($rest:tt)*) => {
        ::core::compile_error! {
            ::core::concat!(
                "`", $name, "` is a type: implement it with `#[implement(path::", $name,
                ")] type Mine = Type;`",
            )
        }
    };
}

/// Two implementations of one item in one crate define one name twice: an error already when the
/// crate is checked.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_once {
    ($once:ident foreign) => {};
    ($once:ident $($rest:tt)*) => {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $once {
            () => {};
        }
    };
}

/// `link!(extern path)`: a foreign object defines the item's symbol.
///
/// A reference from the root, which stands first on the linker's line, makes the linker search for
/// the symbol before it meets a default's weak one, which would end the search.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_foreign {
    ([$class:ident $symbol:literal $guard:tt $($pull:literal)?] [$($item:tt)*] $address:expr) => {
        const _: () = {
            unsafe extern "C" {
                #[link_name = $symbol]
                $($item)*
            }
            #[used]
            static KEEP: $crate::__private::Keep = $crate::__private::Keep::new($address);
        };
        // It is an implementation: beside another there are two.
        $crate::__linkface_guard! { $guard }
    };
}
