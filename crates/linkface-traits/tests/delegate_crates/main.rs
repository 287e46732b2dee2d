//! A trait of one crate is delegated in another, of another edition; and what that costs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Where Cargo put `linkface-traits` for this test.
fn dependencies() -> PathBuf {
    let test = env::current_exe().expect("a test knows where it is");
    test.parent().expect("in a folder").to_owned()
}

/// The newest `linkface-traits` there.
fn library() -> PathBuf {
    fs::read_dir(dependencies())
        .expect("it's there")
        .map(|entry| entry.expect("it's readable").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("liblinkface_traits-") && name.ends_with(".rlib")
        })
        .max_by_key(|path| fs::metadata(path).and_then(|it| it.modified()).ok())
        .expect("this test depends on it")
}

/// Compiles a source of this folder.
#[track_caller]
fn rustc(folder: &Path, source: &str, args: &[&str]) {
    let source = format!(
        "{}/tests/delegate_crates/{source}",
        env!("CARGO_MANIFEST_DIR")
    );
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .current_dir(folder)
        .arg(source)
        .args(["-O", "-C", "codegen-units=1", "-L", "."])
        .arg(format!("-Ldependency={}", dependencies().display()))
        .arg(format!("--extern=linkface_traits={}", library().display()))
        .args(args)
        .output()
        .expect("rustc runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("Cargo's folder is writable");
    rustc(
        &folder,
        "api.rs",
        &["--crate-type=rlib", "--crate-name=api", "--edition=2024"],
    );
    folder
}

#[test]
fn another_crate_needs_none_of_the_names() {
    for edition in ["2021", "2024"] {
        let folder = folder(&format!("delegate-{edition}"));
        rustc(
            &folder,
            "user.rs",
            &["--extern=api", "--edition", edition, "-o", "user"],
        );
        let status = Command::new(folder.join("user")).status().expect("it runs");
        assert!(status.success(), "in edition {edition}");
    }
}

/// Whether the compiler found two functions to be one: `left = right`.
fn are_one(assembly: &str, left: &str, right: &str) -> bool {
    assembly
        .lines()
        .any(|line| line == format!("{left} = {right}") || line == format!("{right} = {left}"))
}

#[test]
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
fn a_delegated_method_adds_no_code() {
    let folder = folder("delegate-code");
    rustc(
        &folder,
        "code.rs",
        &[
            "--extern=api",
            "--edition=2024",
            "--crate-type=rlib",
            "--emit=asm=code.s",
        ],
    );
    let assembly = fs::read_to_string(folder.join("code.s")).expect("rustc wrote it");
    for what in ["len", "boing", "dump", "own", "wait", "star"] {
        let [direct, delegated] = ["direct", "delegated"].map(|it| format!("{it}_{what}"));
        assert!(
            are_one(&assembly, &direct, &delegated),
            "{what}:\n{assembly}"
        );
    }
    // Nor is there anything that isn't called.
    assert!(!assembly.contains("Unused"), "{assembly}");
}
