//! Control flow: which block goes where, dominators, loops, blocks that only lead to `unreachable`.
