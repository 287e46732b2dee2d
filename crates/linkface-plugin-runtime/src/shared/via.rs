//! Types of the standard library that cross as another type: both conversions, and a name that no
//! type of a user's can have.

/// `via! { impl [K, V] HashMap<K, V> as Vec<(K, V)> where … }`
macro_rules! via {
    (
        $(impl [$($generics:tt)*] $ty:ty = $name:literal, as $via:ty
        $(where { $($bounds:tt)* })?
        { into: $into:expr, from: $from:expr $(,)? })*
    ) => { $(
        // SAFETY: crosses as the other type does. Its description has a name besides, so that nothing
        // but this very type is at the other end: `from` is given what `into` made.
        unsafe impl<$($generics)*> $crate::shared::Shared for $ty $(where $($bounds)*)? {
            type Wire = <$via as $crate::shared::Shared>::Wire;
            const ID: u64 = $crate::describe::id(
                &["via", $name],
                &[<$via as $crate::shared::Shared>::ID],
            );
            const TYPE: $crate::describe::TypeRef = $crate::describe::TypeRef::new(&const {
                $crate::describe::Type {
                    name: $name,
                    ..$crate::describe::Type::converted(
                        $crate::describe::Kind::Struct,
                        Self::ID,
                        &const {
                            [$crate::describe::Member::nameless(
                                0,
                                <$via as $crate::shared::Shared>::TYPE,
                            )]
                        },
                    )
                }
            });

            fn into_wire(self) -> Self::Wire {
                let into: fn(Self) -> $via = $into;
                <$via as $crate::shared::Shared>::into_wire(into(self))
            }

            unsafe fn from_wire(wire: Self::Wire) -> Self {
                let from: fn($via) -> Self = $from;
                // SAFETY: by the caller.
                from(unsafe { <$via as $crate::shared::Shared>::from_wire(wire) })
            }
        }
    )* };
}

pub(super) use via;
