//! From the model to text, as LLVM writes it.
