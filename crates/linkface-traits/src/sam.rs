//! `sam!`

/// `sam!`
#[macro_export]
macro_rules! sam {
    ($($input:tt)*) => { $crate::__private::__sam! { [$crate] $($input)* } };
}
