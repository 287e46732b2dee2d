//! Plugins of other compilers and profiles.
