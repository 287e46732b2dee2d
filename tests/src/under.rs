//! Running programs under a tool that watches their memory: `cargo xtask sanitize`.

use crate::Tool;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable that says which tool: `valgrind`, `address` or `thread`.
const VARIABLE: &str = "LINKFACE_UNDER";

/// What a run of a case's program goes through.
pub(crate) fn watched(tool: Tool) -> Tool {
    let Ok(name) = env::var(VARIABLE) else {
        return tool;
    };
    // Where a panic came from is no matter here, and takes a tool longer than all the rest.
    let tool = tool.env("RUST_BACKTRACE", "0");
    match name.as_str() {
        "valgrind" => tool.env(
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER",
            "valgrind --quiet --fair-sched=yes --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=99",
        ),
        // The sanitizer's runtime comes with the stable toolchain, the flag that asks for it doesn't.
        // A target of its own keeps the flag from proc macros.
        "address" => tool
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Zsanitizer=address -Cdebuginfo=1 -Clink-arg=-rdynamic")
            .env("CARGO_BUILD_TARGET", "x86_64-unknown-linux-gnu"),
        // Whatever synchronises has to be watched, too, so the standard library is compiled with it: of
        // Debian's compiler, which comes with its source.
        "thread" => tool
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_unwind")
            .env(
                "RUSTFLAGS",
                "-Zsanitizer=thread -Zexternal-clangrt -Cdebuginfo=1 -Clink-arg=-rdynamic",
            )
            .env("CARGO_BUILD_TARGET", "x86_64-unknown-linux-gnu")
            .env("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER", linker()),
        other => {
            panic!("{VARIABLE} is `{other}`: expected `valgrind`, `address` or `thread`")
        }
    }
}

/// A linker that gives the sanitizer's runtime to programs, for all images of theirs: rustc would give
/// each image one. Debian's compiler has none; the stable toolchain's is used.
fn linker() -> PathBuf {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir"])
        .output()
        .expect("rustc compiles this");
    let libraries = String::from_utf8(output.stdout).expect("a path");
    let runtime = Path::new(libraries.trim()).join("librustc-stable_rt.tsan.a");
    let script = format!(
        "#!/bin/sh\n\
         case \"$*\" in *-shared*|*build_script*) exec cc \"$@\" ;; esac\n\
         exec cc -fuse-ld=lld \"$@\" -Wl,--whole-archive '{}' -Wl,--no-whole-archive \
         -Wl,--no-as-needed -lpthread -ldl -lrt -lm -lc\n",
        runtime.display()
    );
    let file = env::temp_dir().join(format!("linkface-thread-linker-{}", std::process::id()));
    fs::write(&file, script).expect("temporary files can be written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
    file
}
