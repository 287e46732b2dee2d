//! Tuples.

use super::Shared;
use crate::describe::{Kind, Member, Type, TypeRef, id};

macro_rules! tuple {
    ($wire:ident: $($t:ident $n:tt),+) => {
        /// A tuple as it crosses.
        #[derive(Clone, Copy, Debug)]
        #[repr(C)]
        pub struct $wire<$($t),+>($(/** Its field. */ pub $t),+);

        // SAFETY: a `repr(C)` struct of what each field is converted to.
        unsafe impl<$($t: Shared),+> Shared for ($($t,)+) {
            type Wire = $wire<$($t::Wire),+>;
            const ID: u64 = id(&["tuple"], &[$($t::ID),+]);
            const TYPE: TypeRef = TypeRef::new(&const { Type::converted(Kind::Tuple, Self::ID, &const { [$(Member::nameless($n, $t::TYPE)),+] }) });

            fn into_wire(self) -> Self::Wire {
                $wire($(self.$n.into_wire()),+)
            }

            unsafe fn from_wire(wire: Self::Wire) -> Self {
                // SAFETY: each field by the caller.
                unsafe { ($($t::from_wire(wire.$n),)+) }
            }
        }
    };
}

tuple!(WireTuple1: A 0);
tuple!(WireTuple2: A 0, B 1);
tuple!(WireTuple3: A 0, B 1, C 2);
tuple!(WireTuple4: A 0, B 1, C 2, D 3);
tuple!(WireTuple5: A 0, B 1, C 2, D 3, E 4);
tuple!(WireTuple6: A 0, B 1, C 2, D 3, E 4, F 5);
