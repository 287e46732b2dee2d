//! `cargo linkface ir bisect`.

use crate::kit::Workspace;
use serde_json::Value;

const MANIFEST: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n[workspace]\n";

/// `unchecked_add` promises that nothing overflows, and here it does. Without optimisation the sum wraps,
/// and isn't larger; LLVM takes the promise for true, and `x + 1 > x` with it.
const BROKEN: &str = "\
#[inline(never)]
fn grows(x: i32) -> bool { unsafe { x.unchecked_add(1) > x } }
fn main() {
    let x = std::hint::black_box(i32::MAX);
    println!(\"{}\", grows(x));
    std::process::exit(i32::from(grows(x)));
}
";

const SOUND: &str = "\
#[inline(never)]
fn grows(x: i32) -> bool { x.wrapping_add(1) > x }
fn main() { println!(\"{}\", grows(std::hint::black_box(i32::MAX))); }
";

fn package(main: &str) -> Workspace {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write("src/main.rs", main);
    files
}

#[test]
fn a_promise_that_is_not_kept() {
    let files = package(BROKEN);
    let answer = files.run(&["ir", "bisect", "grows"]);
    answer.check(
        0,
        &[
            "changes the outcome: early-cse on app::grows",
            "without it: exit code 0\nwith it: exit code 1\n",
            "app::grows: without it → with it\ninstructions 3 → 2, blocks 1\n",
            " define internal noundef zeroext i1 @app::grows(i32 noundef %x)",
            "-  %_0 = icmp sgt i32 %_2, %x\n-  ret i1 %_0\n+  ret i1 true\n",
        ],
        &[
            "Tried all passes: exit code 1",
            "Tried no passes: exit code 0",
        ],
    );
    // Nobody asks for these builds again.
    let target = files.folder().join("target/linkface-ir");
    let mut folders = vec![target];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("it was built").flatten() {
            let path = entry.path();
            assert!(
                path.extension().is_none_or(|end| end != "ll"),
                "{}",
                path.display()
            );
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
}

#[test]
fn what_is_written_is_an_outcome() {
    let files = package(BROKEN);
    let command = "test \"$(\"$LINKFACE_BIN\")\" && {}; echo now";
    let args = [
        "ir",
        "bisect",
        "--output",
        "--message-format",
        "json",
        "-q",
        "--",
    ];
    let answer =
        files.run(&[&args[..], &["sh", "-c", &command.replace("; echo now", "")]].concat());
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    let (line, end) = answer.out.split_once('\n').expect("two lines");
    assert!(end.contains("linkface-finished"), "{end}");
    let line: Value = serde_json::from_str(line).expect("it is JSON");
    assert_eq!(line["reason"], "linkface-ir-bisect");
    assert_eq!(line["pass"]["name"], "early-cse");
    assert_eq!(line["function"], "app::grows");
    assert_eq!(line["before"]["output"], "false\n");
    assert_eq!(line["after"]["output"], "true\n");
    assert!(line["total"].as_u64() > line["pass"]["number"].as_u64());
}

#[test]
fn the_same_with_and_without() {
    let files = package(SOUND);
    files.run(&["ir", "bisect", "grows", "--output"]).check(
        1,
        &[
            "the outcome is the same with and without optimisation",
            "exit code 0, output `false`",
        ],
        &[],
    );
    let lib = Workspace::empty();
    lib.write("Cargo.toml", MANIFEST);
    lib.write("src/lib.rs", "pub fn f() {}\n");
    lib.run(&["ir", "bisect", "f"]).check(
        2,
        &[],
        &[
            "there is no program to run",
            "`--bin NAME`, `--example NAME` or `--test NAME`",
        ],
    );
    files
        .run(&["ir", "bisect", "grows", "--", "no-such-program"])
        .check(2, &[], &["cannot run `no-such-program`"]);
}
