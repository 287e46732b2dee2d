//! Depends on `linkme`, for measuring how long that takes to build.
