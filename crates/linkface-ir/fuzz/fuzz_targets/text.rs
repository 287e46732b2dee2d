//! `cargo +nightly fuzz run text fixtures/ir/llvm-22`
#![no_main]

#[path = "../../tests/fuzz/everything.rs"]
mod everything;

libfuzzer_sys::fuzz_target!(|text: &str| everything::everything(text));
