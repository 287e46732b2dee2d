//! `delegate!`

/// `delegate!`
#[macro_export]
macro_rules! delegate {
    ($($input:tt)*) => { $crate::__private::__delegate! { [$crate] $($input)* } };
}
