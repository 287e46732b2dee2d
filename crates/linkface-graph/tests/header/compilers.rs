//! Real compilers, at their strictest.

use std::path::Path;
use std::process::Command;

/// Fails if C99 or C++ have anything to say of `header`.
#[track_caller]
pub(crate) fn check(name: &str, header: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("header-{name}"));
    std::fs::create_dir_all(&folder).expect("writable");
    std::fs::write(folder.join("board.h"), header).expect("writable");
    // Twice: the guard has to hold.
    let source = "#include \"board.h\"\n#include \"board.h\"\nint unused;\n";
    for (compiler, file, standard) in [
        ("cc", "main.c", "-std=c99"),
        ("cc", "main.c", "-std=c17"),
        ("c++", "main.cc", "-std=c++11"),
        ("c++", "main.cc", "-std=c++20"),
    ] {
        std::fs::write(folder.join(file), source).expect("writable");
        let output = Command::new(compiler)
            .current_dir(&folder)
            .args([standard, "-Wall", "-Wextra", "-pedantic", "-Werror"])
            .args(["-Wstrict-prototypes"].iter().filter(|_| compiler == "cc"))
            .args(["-fsyntax-only", file])
            .output()
            .expect("a C and a C++ compiler");
        assert!(
            output.status.success(),
            "{compiler} {standard}:\n{}\n{header}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
