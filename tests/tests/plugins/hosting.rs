//! `Host`: folders, offers, reloading, panics, memory.
