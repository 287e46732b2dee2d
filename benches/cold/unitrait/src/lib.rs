//! Depends on `unitrait`, for measuring how long that takes to build.
