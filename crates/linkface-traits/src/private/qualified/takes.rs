//! Functions by what they take.

use super::asked::Type;

/// A function that takes a receiver `R` and arguments `A`, a tuple of [`Type`]s.
///
/// It differs from `FnOnce` in saying nothing of the output, which may mention a lifetime of the
/// receiver's: so it can be required for all lifetimes.
pub trait Takes<R, A> {}

/// So many arguments: `[(); N]` for a tuple of `N`.
pub trait Arguments<A> {}

macro_rules! takes {
    ($number:literal $($argument:ident)*) => {
        impl<F, R, O $(, $argument)*> Takes<R, ($(Type<$argument>,)*)> for F
        where
            F: FnOnce(R $(, $argument)*) -> O,
        {
        }

        impl<$($argument),*> Arguments<($(Type<$argument>,)*)> for [(); $number] {}
    };
}

takes!(0);
takes!(1 A);
takes!(2 A B);
takes!(3 A B C);
takes!(4 A B C D);
takes!(5 A B C D E);
takes!(6 A B C D E G);
takes!(7 A B C D E G H);
takes!(8 A B C D E G H I);
takes!(9 A B C D E G H I J);
takes!(10 A B C D E G H I J K);
takes!(11 A B C D E G H I J K L);
takes!(12 A B C D E G H I J K L M);
