//! Loads, calls and reloads from many threads.
