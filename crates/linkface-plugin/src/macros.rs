//! `export!`

/// Says what this plugin exports: types that implement loadable interfaces.
///
/// ```ignore
/// linkface_plugin::export!(Euler);                             // made by `Default`
/// linkface_plugin::export!(Euler = Euler::new(3)?, Verlet);    // by an expression, which may fail
/// linkface_plugin::export!(Both as LoadedPhysics);             // which of its interfaces
/// linkface_plugin::export!(Log = |host| Log::new(host.get()?); needs LoadedEngine);
/// ```
///
/// Once in a crate, whose type is `cdylib`.
#[macro_export]
macro_rules! export {
    ($($exports:tt)*) => {
        $crate::__private::__export! { [$crate] $($exports)* }
    };
}
