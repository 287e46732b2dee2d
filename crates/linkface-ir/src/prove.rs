//! What became of each call: direct, indirect, inlined, eliminated, a library call.
