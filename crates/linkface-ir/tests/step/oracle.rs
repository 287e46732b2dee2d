//! LLVM itself, where version 22 is installed.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const OPT: &str = "/usr/lib/llvm-22/bin/opt";

/// The module after LLVM's passes; none if there is no LLVM.
#[track_caller]
pub(crate) fn opt(passes: &str, text: &str) -> Option<String> {
    if !Path::new(OPT).is_file() {
        eprintln!("skipped: there is no {OPT}");
        return None;
    }
    let mut opt = Command::new(OPT)
        .args(["-S", "-o", "-", &format!("-passes={passes}")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("opt starts");
    let mut input = opt.stdin.take().expect("it is piped");
    let text = text.to_owned();
    let writer = std::thread::spawn(move || {
        // It stops to read when it finds a mistake.
        let _ = input.write_all(text.as_bytes());
    });
    let answer = opt.wait_with_output().expect("opt runs");
    writer.join().expect("writing doesn't panic");
    let said = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "LLVM refuses it:\n{said}");
    // Metadata that doesn't fit is a warning: it is stripped.
    assert!(!said.contains("Wrong number"), "{said}");
    Some(String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// Asserts that the text is read without problems, and that LLVM accepts it if there is one.
#[track_caller]
pub(crate) fn accepts(text: &str) {
    reads(text);
    opt("verify", text);
}

/// Asserts that the text is read without problems, and that our verifier accepts it.
#[track_caller]
pub(crate) fn reads(text: &str) {
    let module = linkface_ir::Module::new(text);
    for entry in module.functions() {
        let function = entry.parse();
        assert!(
            function.problems().is_empty() && function.opaque() == 0,
            "{:?}\n{}",
            function.problems(),
            entry.text()
        );
        let problems = linkface_ir::verify::verify(&function, Some(&module));
        assert!(problems.is_empty(), "{problems:?}\n{}", entry.text());
    }
}
