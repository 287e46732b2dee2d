//! What rustc and the linker of this machine make.

use super::item;
use super::linked::break_it;
use linkface_graph::artifact::{LinkedFile, facts, missing};
use linkface_graph::facts::{CrateFacts, ItemRef};
use linkface_graph::scan::{Cfg, Files, scan};
use linkface_symbol::{Item, Role, encode};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

#[track_caller]
fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{errors}");
}

fn tool(name: &str) -> Command {
    Command::new(env::var_os(name.to_uppercase()).unwrap_or_else(|| name.into()))
}

/// The one file in a folder whose name starts and ends so.
fn file(folder: &Path, start: &str, end: &str) -> Vec<u8> {
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    };
    let path = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(is_wanted);
    fs::read(path.unwrap_or_else(|| panic!("no {start}…{end} in {}", folder.display()))).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_shared_object_that_expects_an_item() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("expects");
    fs::create_dir_all(&folder).unwrap();
    let write = item(&["write"], 7);
    let source = format!(
        "#![no_std]
         unsafe extern \"C\" {{ #[link_name = \"{required}\"] fn write(); }}
         #[unsafe(no_mangle)] pub extern \"C\" fn call() {{ unsafe {{ write() }} }}
         #[unsafe(export_name = \"{unique}\")] pub extern \"C\" fn label() {{}}
         #[panic_handler] fn on_panic(_: &core::panic::PanicInfo) -> ! {{ loop {{}} }}",
        required = encode(&write, Role::Required),
        unique = encode(&item(&["flush"], 8), Role::UniqueDefault),
    );
    fs::write(folder.join("lib.rs"), source).unwrap();
    let mut rustc = tool("rustc");
    rustc.args([
        "--crate-type=cdylib",
        "--crate-name=expects",
        "-Cpanic=abort",
        "lib.rs",
    ]);
    run(rustc.current_dir(&folder));

    let bytes = fs::read(folder.join("libexpects.so")).unwrap();
    assert_eq!(missing(&bytes).unwrap(), [write]);
    let found = LinkedFile::read(&bytes).unwrap();
    assert_eq!(found.implemented, [item(&["flush"], 8)]);
    break_it(&bytes);
}

/// What is implemented, as `console::print`.
fn implemented(facts: &CrateFacts) -> Vec<String> {
    let text = |item: &ItemRef| match item {
        ItemRef::Exact { facade, path, .. } => format!("{facade}::{}", path.join("::")),
        ItemRef::Path(path) => panic!("not exact: {path:?}"),
    };
    facts.implemented.iter().map(|it| text(&it.item)).collect()
}

/// Builds a program with each of the quickstart's providers; the folder that it went to.
fn programs(example: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    fs::create_dir_all(&folder).unwrap();
    let dependency = |name: &str, path: &str| {
        let path = example.join(path);
        format!("{name}.path = '{}'\n", path.display())
    };
    let mut manifest = String::from(
        "[package]\nname = 'programs'\nversion = '0.1.0'\nedition = '2024'\n[workspace]\n[dependencies]\n",
    );
    for name in ["console", "plain", "framed"] {
        manifest += &dependency(name, name);
    }
    manifest += &dependency("linkface", "../../crates/linkface");
    for provider in ["plain", "framed"] {
        let bin = format!("[[bin]]\nname = 'with-{provider}'\npath = '{provider}.rs'\n");
        manifest.push_str(&bin);
        let program = format!(
            "linkface::link!({provider});
             fn main() {{ console::print(console::prompt()); }}"
        );
        fs::write(folder.join(format!("{provider}.rs")), program).unwrap();
    }
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let mut cargo = tool("cargo");
    cargo.args(["build", "--offline", "--target-dir", "target"]);
    run(cargo.current_dir(&folder));
    folder.join("target/debug")
}

#[test]
fn crates_and_programs() {
    let example =
        fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/quickstart"))
            .unwrap();
    let target = programs(&example);
    let read = |krate: &str, end: &str| {
        let bytes = file(&target.join("deps"), krate, end);
        facts(&bytes, Path::new("x"), &example)
    };

    // Both readers agree, but for what only one of them can know.
    let source = example.join("console/src/lib.rs");
    let mut written = scan(&Disk, &source, &Cfg::default()).declared;
    let compiled = read("libconsole-", ".rlib").declared;
    assert_eq!(compiled.len(), written.len());
    for (written, compiled) in written.iter_mut().zip(&compiled) {
        written.hash = compiled.hash;
        written.docs.clear();
        // In the words of the macros: types without names of parameters.
        written.signature.clone_from(&compiled.signature);
    }
    assert_eq!(compiled, written);

    assert_eq!(implemented(&read("libconsole-", ".rlib")), [""; 0]);
    for end in [".rlib", ".rmeta"] {
        assert_eq!(implemented(&read("libplain-", end)), ["console@0.1::print"]);
        assert_eq!(
            implemented(&read("libframed-", end)),
            ["console@0.1::print", "console@0.1::prompt"]
        );
    }

    let names = |items: &[Item]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (provider, implemented, defaulted) in [
        ("plain", &["console::print"][..], &["console::prompt"][..]),
        ("framed", &["console::print", "console::prompt"], &[]),
    ] {
        let path = target.join(format!("with-{provider}{}", env::consts::EXE_SUFFIX));
        let program = LinkedFile::read(&fs::read(path).unwrap()).unwrap();
        assert_eq!(names(&program.missing), [""; 0], "{provider}");
        assert_eq!(names(&program.implemented), implemented, "{provider}");
        assert_eq!(names(&program.defaulted), defaulted, "{provider}");
    }
}

struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(path)
    }
}
