//! `#[derive(Shared)]`
