//! Nothing: see `tests/claims.rs` and `cases/`.
