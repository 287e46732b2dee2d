//! Depends on `trait-ffi`, for measuring how long that takes to build.
