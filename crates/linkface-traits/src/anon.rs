//! `anon!`

/// `anon!`
#[macro_export]
macro_rules! anon {
    ($($input:tt)*) => { $crate::__private::__anon! { [$crate] $($input)* } };
}
