//! `q!` and `qualified!`

/// `q!`
#[macro_export]
macro_rules! q {
    ($($input:tt)*) => { $crate::__private::__q! { [$crate] $($input)* } };
}

/// `qualified!`
#[macro_export]
macro_rules! qualified {
    ($($input:tt)*) => { $crate::__private::__qualified! { [$crate] $($input)* } };
}
