//! Depends on `crate_interface`, for measuring how long that takes to build.
