//! `#[export]` modules.
