//! Depends on `extern-trait`, for measuring how long that takes to build.
