//! Functions by what they take.

use super::asked::Type;

/// A function that takes a receiver `R` and arguments `A`, a tuple of [`Type`]s.
///
/// It differs from `FnOnce` in saying nothing of the output, which may mention a lifetime of the
/// receiver's: so it can be required for all lifetimes.
pub trait Takes<R, A> {}

macro_rules! takes {
    ($($argument:ident)*) => {
        impl<F, R, O $(, $argument)*> Takes<R, ($(Type<$argument>,)*)> for F
        where
            F: FnOnce(R $(, $argument)*) -> O,
        {
        }
    };
}

takes!();
takes!(A);
takes!(A B);
takes!(A B C);
takes!(A B C D);
takes!(A B C D E);
takes!(A B C D E G);
takes!(A B C D E G H);
takes!(A B C D E G H I);
takes!(A B C D E G H I J);
takes!(A B C D E G H I J K);
takes!(A B C D E G H I J K L);
takes!(A B C D E G H I J K L M);
