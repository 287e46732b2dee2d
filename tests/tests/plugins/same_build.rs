//! Interfaces whose types aren't described, in a library that both share.
