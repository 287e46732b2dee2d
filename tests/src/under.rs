//! Running programs under a tool that watches their memory: `cargo xtask sanitize`.

use crate::Tool;
use std::env;

/// The variable that says which tool: `valgrind` or `address`.
const VARIABLE: &str = "LINKFACE_UNDER";

/// What a run of a case's program goes through.
pub(crate) fn watched(tool: Tool) -> Tool {
    match env::var(VARIABLE).as_deref() {
        Err(_) => tool,
        Ok("valgrind") => tool.env(
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER",
            "valgrind --quiet --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=99",
        ),
        // The sanitizer's runtime comes with the stable toolchain, the flag that asks for it doesn't.
        // A target of its own keeps the flag from proc macros.
        Ok("address") => tool
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Zsanitizer=address -Cdebuginfo=1 -Clink-arg=-rdynamic")
            .env("CARGO_BUILD_TARGET", "x86_64-unknown-linux-gnu"),
        Ok(other) => panic!("{VARIABLE} is `{other}`: expected `valgrind` or `address`"),
    }
}
