//! What opcodes, types, flags, attributes and intrinsics mean, in a sentence or two.
