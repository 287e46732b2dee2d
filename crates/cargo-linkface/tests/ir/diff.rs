//! `cargo linkface ir diff`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

const BEFORE: &str = include_str!("diff/before.ll");
const AFTER: &str = include_str!("diff/after.ll");

const MANIFEST: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n\
                        [dependencies]\nscale = { path = \"scale\" }\n[workspace]\n";
const SCALE: &str = "[package]\nname = \"scale\"\nedition = \"2024\"\n";
const SCALE_LIB: &str = "#[inline(never)]\npub fn kept(x: u32) -> u32 { x.rotate_left(3) }\n\
                         pub fn tripled(x: u32) -> u32 { helper(x) * 3 }\n\
                         fn helper(x: u32) -> u32 { let mut s = x; for i in 0..x { s ^= kept(i); } s }\n";
const MAIN: &str = "\
#[inline(never)]
fn total(all: &[u32]) -> u32 { all.iter().map(|x| half(*x)).sum() }
fn half(x: u32) -> u32 { x / 2 }
#[inline(never)]
fn across(x: u32) -> u32 { scale::tripled(x) + 1 }
fn main() {
    let n = std::env::args().count() as u32;
    println!(\"{} {}\", total(&[n, 2, n + 3]), across(n));
}
";

fn package() -> Workspace {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write("src/main.rs", MAIN);
    files.write("scale/Cargo.toml", SCALE);
    files.write("scale/src/lib.rs", SCALE_LIB);
    files
}

fn diff(files: &Workspace, args: &str) -> Answer {
    let args: Vec<_> = ["ir", "diff"].into_iter().chain(args.split(' ')).collect();
    files.run(&args)
}

fn lines(answer: &Answer) -> Vec<Value> {
    let lines = answer.out.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .collect()
}

/// What it prints is what is recorded. `LINKFACE_BLESS=1` records it.
#[track_caller]
fn prints(args: &str, name: &str) {
    let files = Workspace::empty();
    files.write("before.ll", BEFORE);
    files.write("after.ll", AFTER);
    let answer = diff(&files, args);
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert_eq!(answer.err, "");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ir/diff")
        .join(name);
    let now = format!("$ cargo linkface ir diff {args}\n{}", answer.out);
    if std::env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, &now).expect("the record can be written");
    }
    let recorded = fs::read_to_string(&file).expect("LINKFACE_BLESS=1 records it");
    assert_eq!(now, recorded);
}

#[test]
fn two_files() {
    prints(
        "pow --file before.ll --against-file after.ll",
        "unified.txt",
    );
    prints(
        "pow --file before.ll --against-file after.ll -U0",
        "short.txt",
    );
    prints(
        "pow --file before.ll --against-file after.ll --side-by-side",
        "beside.txt",
    );
    prints("pow --file before.ll --against-file before.ll", "same.txt");
    prints(
        "pow --file before.ll --against-file after.ll --message-format json",
        "line.json",
    );
}

#[test]
fn colours_where_they_are_asked_for() {
    let files = Workspace::empty();
    files.write("before.ll", BEFORE);
    files.write("after.ll", AFTER);
    let args = "pow --file before.ll --against-file after.ll --color always";
    let answer = diff(&files, args);
    answer.check(
        0,
        &["\u{1b}[31m-  %r = alloca", "\u{1b}[32m+  %2' = phi"],
        &[],
    );
    let beside = diff(&files, &format!("{args} --side-by-side"));
    beside.check(0, &["\u{1b}[31m  %1 = load", "\u{1b}[32m  %2' = phi"], &[]);
}

#[test]
fn functions_that_one_of_them_lacks() {
    let files = Workspace::empty();
    files.write(
        "one.ll",
        "define i32 @f() {\n  ret i32 1\n}\ndefine i32 @g() {\n  ret i32 2\n}\n",
    );
    files.write("two.ll", "define i32 @g() {\n  ret i32 2\n}\n");
    diff(&files, "f --file one.ll --against-file two.ll").check(
        0,
        &["instructions 1 → 0", "-  ret i32 1"],
        &["two.ll: it isn't there"],
    );
    diff(&files, "f --file two.ll --against-file one.ll").check(
        0,
        &["instructions 0 → 1", "+  ret i32 1"],
        &["two.ll: it isn't there"],
    );
    diff(&files, "h --file one.ll --against-file two.ll").check(2, &[], &["`h`"]);
    diff(&files, "f --file one.ll").check(2, &[], &["`--against-file FILE.ll`"]);
}

#[test]
fn before_and_after_optimisation_and_pass_by_pass() {
    let files = package();
    let answer = diff(&files, "app::total");
    answer.check(
        0,
        &["app::total: before optimisation → after (release)", "@@"],
        &["Finished `release` profile", "as shipped"],
    );
    let answer = diff(&files, "app::total --passes -q");
    answer.check(0, &["app::total: changed by", "(before)", "inline"], &[]);
    let answer = diff(&files, "app::total --pass inline -q");
    answer.check(
        0,
        &["inline (InlinerPass on functions that call each other)"],
        &[],
    );
    assert!(
        answer
            .out
            .lines()
            .any(|line| line.starts_with("-  ") && line.contains("fold")),
        "{}",
        answer.out
    );
    diff(&files, "app::total --pass inlin").check(
        2,
        &[],
        &[
            "no pass `inlin` changed `app::total`",
            "did you mean",
            "`inline`",
        ],
    );
    let answer = diff(&files, "app::total --pass inline --message-format json -q");
    let lines = lines(&answer);
    let first = &lines[0];
    assert_eq!(first["reason"], "linkface-ir-pass");
    assert_eq!(
        (&first["pass"], &first["class"]),
        (&"inline".into(), &"InlinerPass".into())
    );
    assert!(first["after"]["instructions"].is_u64() && first["before"]["blocks"].is_u64());
    assert!(
        first["rows"]
            .as_array()
            .is_some_and(|rows| !rows.is_empty())
    );
}

#[test]
fn fat_lto_inlines_between_crates() {
    // Without the standard library, which would be optimised with it.
    let files = Workspace::empty();
    let manifest = format!(
        "{MANIFEST}[lib]\ncrate-type = [\"cdylib\"]\n[profile.release]\npanic = \"abort\"\n"
    );
    files.write("Cargo.toml", manifest);
    files.write(
        "src/lib.rs",
        "#![no_std]\n\
         #[panic_handler]\nfn panic(_: &core::panic::PanicInfo) -> ! { loop {} }\n\
         #[unsafe(no_mangle)]\npub extern \"C\" fn across(x: u32) -> u32 { scale::tripled(x) + 1 }\n",
    );
    files.write("scale/Cargo.toml", SCALE);
    files.write("scale/src/lib.rs", format!("#![no_std]\n{SCALE_LIB}"));
    let answer = diff(&files, "across --pass inline --lto fat -q");
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    let gone = |line: &str| line.starts_with('-') && line.contains("@scale::tripled(");
    assert!(answer.out.lines().any(gone), "{}", answer.out);
    let kept = |line: &str| line.starts_with('+') && line.contains("@scale::kept(");
    assert!(answer.out.lines().any(kept), "{}", answer.out);
    // The crate alone has nothing to inline.
    diff(&files, "across --pass inline --lto off -q").check(
        2,
        &[],
        &["no pass `inline` changed", "note: it was changed by `"],
    );
}

#[test]
fn two_profiles() {
    let files = package();
    let answer = diff(&files, "app::total --against release -q");
    answer.check(0, &["app::total: dev → release"], &[]);
    let answer = diff(&files, "app::total --against dev -q");
    answer.check(0, &["app::total: release → dev"], &[]);
    let answer = diff(&files, "app::total --profile release --against release -q");
    answer.check(0, &["the same"], &[]);
}

fn git(files: &Workspace, args: &[&str]) -> String {
    let mut git = Command::new("git");
    git.args([
        "-c",
        "user.name=somebody",
        "-c",
        "user.email=somebody@localhost",
    ]);
    let output = git
        .args(args)
        .current_dir(files.folder())
        .output()
        .expect("Git is there");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A package with a commit before the last.
fn history() -> Workspace {
    let files = package();
    files.write(".gitignore", "target\ntmp\nCargo.lock\n");
    git(&files, &["init", "--quiet"]);
    git(&files, &["add", "."]);
    git(&files, &["commit", "--quiet", "-m", "one"]);
    files.write("src/main.rs", MAIN.replace("x / 2", "x / 16"));
    files
}

#[test]
fn a_commit_and_the_working_tree() {
    let files = history();
    fs::create_dir(files.folder().join("tmp")).expect("it can be made");
    let status = git(&files, &["status", "--porcelain", "--branch"]);
    let mut command = files.command(&["ir", "diff", "app::total", "--against-rev", "HEAD", "-q"]);
    let answer = files.answer(command.env("TMPDIR", files.folder().join("tmp")));
    answer.check(0, &["app::total: HEAD → working tree"], &[]);
    let has = |sign: char, what: &str| {
        answer
            .out
            .lines()
            .any(|line| line.starts_with(sign) && line.contains(what))
    };
    assert!(
        has('-', "lshr i32") && has('+', "lshr i32"),
        "{}",
        answer.out
    );
    // Nothing is left, and nothing has changed.
    assert_eq!(
        fs::read_dir(files.folder().join("tmp"))
            .expect("it was made")
            .count(),
        0
    );
    assert_eq!(git(&files, &["status", "--porcelain", "--branch"]), status);
    assert_eq!(git(&files, &["worktree", "list"]).lines().count(), 1);
    git(&files, &["commit", "--quiet", "-a", "-m", "two"]);
    diff(&files, "app::total --rev HEAD~1..HEAD -q").check(
        0,
        &["app::total: HEAD~1 → HEAD", "lshr i32"],
        &[],
    );
    diff(&files, "app::total --against-rev nothing").check(
        2,
        &[],
        &["error: `nothing` is no commit of this repository"],
    );
    diff(&files, "app::total --rev HEAD").check(2, &[], &["`HEAD` doesn't name two commits"]);
}

#[cfg(unix)]
#[test]
fn a_commit_that_is_interrupted_leaves_nothing() {
    use std::os::unix::process::CommandExt;
    use std::time::{Duration, Instant};

    let files = package();
    files.write(".gitignore", "target\ntmp\nCargo.lock\n");
    files.write(
        "build.rs",
        "fn main() { std::fs::write(std::env::var(\"STARTED\").unwrap(), \"\").unwrap(); \
         std::thread::sleep(std::time::Duration::from_mins(1)); }\n",
    );
    git(&files, &["init", "--quiet"]);
    git(&files, &["add", "."]);
    git(&files, &["commit", "--quiet", "-m", "one"]);
    let tmp = files.folder().join("tmp");
    fs::create_dir(&tmp).expect("it can be made");
    let started = files.folder().join("target-started");
    let mut command = files.command(&["ir", "diff", "app::total", "--against-rev", "HEAD"]);
    command
        .env("TMPDIR", &tmp)
        .env("STARTED", &started)
        .stderr(std::process::Stdio::null())
        .process_group(0);
    let child = command.spawn().expect("the binary was built for this test");
    let since = Instant::now();
    while !started.exists() {
        assert!(since.elapsed() < Duration::from_mins(1), "it never builds");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(fs::read_dir(&tmp).expect("it was made").count() > 0);
    // As a terminal does: to all of them.
    let group = format!("-{}", child.id());
    let kill = Command::new("kill").args(["-INT", "--", &group]).status();
    assert!(kill.expect("it is there").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        since.elapsed() < Duration::from_secs(55),
        "it didn't wait for the build"
    );
    // A test's own rustc may still be ending; what is ours is gone.
    assert_eq!(fs::read_dir(&tmp).expect("it was made").count(), 0);
}
