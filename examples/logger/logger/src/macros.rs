//! `warn!("{path} is {bytes} bytes")` and its siblings.

/// Logs at a level that is only known when the program runs: `log!(level, "text")`.
#[macro_export]
macro_rules! log {
    ($level:expr, $($arg:tt)+) => {{
        let level = $level;
        // First the static: if this is false for sure, nothing of the rest is compiled.
        if level <= $crate::MAX_LEVEL && $crate::sink::enabled(level, ::core::module_path!()) {
            $crate::sink::log(&$crate::Record::new(
                level,
                ::core::module_path!(),
                ::core::file!(),
                ::core::line!(),
                ::core::format_args!($($arg)+),
            ));
        }
    }};
}

/// Something failed.
#[macro_export]
macro_rules! error {
    ($($arg:tt)+) => { $crate::log!($crate::Level::Error, $($arg)+) };
}

/// Something is odd.
#[macro_export]
macro_rules! warn {
    ($($arg:tt)+) => { $crate::log!($crate::Level::Warn, $($arg)+) };
}

/// Something happened that a user wants to know.
#[macro_export]
macro_rules! info {
    ($($arg:tt)+) => { $crate::log!($crate::Level::Info, $($arg)+) };
}

/// Something happened that a developer wants to know.
#[macro_export]
macro_rules! debug {
    ($($arg:tt)+) => { $crate::log!($crate::Level::Debug, $($arg)+) };
}

/// A step was taken.
#[macro_export]
macro_rules! trace {
    ($($arg:tt)+) => { $crate::log!($crate::Level::Trace, $($arg)+) };
}
