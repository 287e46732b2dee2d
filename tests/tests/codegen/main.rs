//! What the compiler makes of a call: assembly for what it costs, LLVM IR for what no sanitizer sees
//! (padding taken for data, pointers taken for numbers, shared references taken for frozen ones).
//!
//! `benches/` counts instructions of whole programs, with valgrind; these tests need Cargo only.

mod emitted;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod instructions;
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
mod light;
mod memory;
mod text;
