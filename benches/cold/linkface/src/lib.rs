//! Depends on `linkface`, for measuring how long that takes to build.
