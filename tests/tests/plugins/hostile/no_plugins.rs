//! Files that are no plugins.

use super::{ARMED, api, plugin};
use linkface_tests::{Crate, Tool, Workspace};
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

const MADE: &str = "a plugin is what Cargo makes of a crate whose crate-type is `cdylib`, `libname.so`: build or copy \
                it again";
const FOLDER_OF: &str = "all plugins of a folder are loaded by `host.load_dir(path)`";
const EXPORTS: &str = "say what it exports, by `linkface_plugin::export!(Type);` in a crate whose crate-type is \
                   `cdylib`";
/// Files, what is said of them, and what to do.
const NO_PLUGINS: [(&str, &str, &str); 21] = [
    (
        "missing",
        "No such file or directory (os error 2)",
        "a relative path starts at the current folder",
    ),
    (
        "missing.so",
        "No such file or directory (os error 2)",
        "Cargo makes `target/debug/libname.so` of a crate whose crate-type is `cdylib`; a relative path \
             starts at the current folder",
    ),
    (
        "/missing.so",
        "No such file or directory (os error 2)",
        "Cargo makes `target/debug/libname.so` of a crate whose crate-type is `cdylib`",
    ),
    (
        "round",
        "Too many levels of symbolic links (os error 40)",
        "",
    ),
    (
        "empty",
        "it is not a shared library: it doesn't begin like one",
        MADE,
    ),
    (
        "text",
        "it is not a shared library: it doesn't begin like one",
        MADE,
    ),
    (
        "cut",
        "it is damaged: its section headers can't be read",
        "copy or build it again: `cargo linkface plugin inspect` reads what is there",
    ),
    ("narrow", "it is", ""),
    ("foreign", "it is", ""),
    ("windows", "it is made for Windows", ""),
    ("mac", "it is made for an Apple system", ""),
    ("fat", "it is made for an Apple system", ""),
    (
        "huge",
        "it is not a shared library: it doesn't begin like one",
        MADE,
    ),
    (
        "hollow",
        "it is damaged: its section headers can't be read",
        "",
    ),
    ("tall", "it doesn't implement TextApi", ""),
    (
        ".",
        "it is not a file, but a folder, a pipe or a device",
        FOLDER_OF,
    ),
    (
        "pipe",
        "it is not a file, but a folder, a pipe or a device",
        FOLDER_OF,
    ),
    (
        "/dev/zero",
        "it is not a file, but a folder, a pipe or a device",
        FOLDER_OF,
    ),
    (
        "/proc/self/status",
        "it is not a shared library: it doesn't begin like one",
        MADE,
    ),
    (
        "/proc/self/exe",
        "it is a program, not a shared library",
        MADE,
    ),
    (
        "plain.so",
        "it is a library, but not a plugin: its crate says nothing by `linkface_plugin::export!(…)`",
        EXPORTS,
    ),
];

/// What isn't a plugin is said to be what it is, and nothing waits for a pipe's writer.
#[test]
fn no_plugins() {
    let case = Workspace::new("plugins/no_plugins")
        .member(api())
        .member(plugin("armed").source(ARMED))
        .member(Crate::lib("plain").types(&["cdylib"]).source(""))
        .member(Crate::bin("app").plugin(&["host"]).dep("api").source(
            r#"
                use linkface_plugin::Host;
                fn main() {
                    let mut args = std::env::args().skip(1);
                    let which = args.next().unwrap();
                    for file in args {
                        let error = if which == "text" {
                            Host::new().load::<api::LoadedText>(&file).err()
                        } else if which == "copy" {
                            Host::new().from_copies(true).load::<api::LoadedText>(&file).err()
                        } else {
                            Host::new().load::<api::LoadedOther>(&file).err()
                        };
                        println!("{}", error.map_or("loaded".to_owned(), |error| error.to_string()));
                    }
                }
            "#,
        ));
    case.build().succeeds();
    let armed = fs::read(case.artifact("libarmed.so")).expect("it was built");
    let case = case.file("empty", "").file(
        "text",
        "no plugin at all, but some lines of text that are long enough for a header\n",
    );
    let folder = case.folder().to_owned();
    write_files(&folder, &armed);
    fs::copy(case.artifact("libplain.so"), folder.join("plain.so")).expect("it was built");
    std::os::unix::fs::symlink("round", folder.join("round")).expect("a link");
    Tool::new("mkfifo", &folder).arg("pipe").run().succeeds();
    let app = case.artifact("app");
    let said = Tool::new(&app, &folder)
        .arg("text")
        .args(NO_PLUGINS.map(|(file, ..)| file))
        .run()
        .succeeds();
    let said = said.to_string();
    for (file, text, help) in NO_PLUGINS {
        let begin = format!("cannot load {file}: {text}");
        let (_, rest) = said
            .split_once(&begin)
            .unwrap_or_else(|| panic!("{begin}, in {said}"));
        let mut lines = rest.lines().skip(1);
        let next = lines.next().unwrap_or_default();
        assert!(
            help.is_empty() || next == format!("  = help: {help}"),
            "{help}, behind {begin}: {next}"
        );
    }
    locked(&app, &folder);
    // What is refused isn't copied first: here nothing could be.
    Tool::new(&app, &folder)
        .args(["copy", "huge"])
        .env("TMPDIR", folder.join("nowhere"))
        .run()
        .succeeds()
        .prints("cannot load huge: it is not a shared library: it doesn't begin like one");
    // Its initialisers never run where its header is wrong …
    let armed = case.artifact("libarmed.so");
    Tool::new(&app, &folder)
        .args(["text".as_ref(), armed.as_os_str()])
        .run()
        .succeeds()
        .prints(&format!(
            "cannot load {}: it doesn't implement TextApi: it implements OtherApi\n  \
             = help: add an implementor of TextApi to its `linkface_plugin::export!(…)`",
            armed.display()
        ));
    // … and do where it is right.
    let _ = Tool::new(&app, &folder)
        .args(["other".as_ref(), armed.as_os_str()])
        .run()
        .fails();
}

/// More than 32 bits count.
const HUGE: u64 = 5 << 30;

/// What isn't a plugin, and mostly was one.
fn write_files(folder: &Path, armed: &[u8]) {
    let mut narrow = armed[..4096].to_vec();
    narrow[4] = 1;
    let mut foreign = armed[..4096].to_vec();
    foreign[5] = 2;
    for (name, bytes) in [
        ("cut", &armed[..armed.len() / 2]),
        ("narrow", &narrow),
        ("foreign", &foreign),
        ("windows", b"MZ\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\xff\xff\x7f"),
        ("fat", b"\xca\xfe\xba\xbe\0\0\0\x02\xff\xff\xff\xff\xff\xff\xff\xff"),
        ("mac", b"\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x06\0\0\0\xff\xff\xff\x7f\xff\xff\xff\x7f\0\0\0\0\0\0\0\0"),
    ] {
        fs::write(folder.join(name), bytes).expect("the case's folder is writable");
    }
    // Holes, which take no room: all of one, and behind a header, and behind a plugin.
    for (name, bytes) in [
        ("huge", &b""[..]),
        ("hollow", &armed[..4096]),
        ("tall", armed),
    ] {
        fs::write(folder.join(name), bytes).expect("the case's folder is writable");
        let file = File::options().write(true).open(folder.join(name));
        let file = file.expect("it was written");
        file.set_len(HUGE).expect("the file system knows holes");
    }
    fs::write(folder.join("locked"), armed).expect("the case's folder is writable");
    fs::set_permissions(folder.join("locked"), Permissions::from_mode(0o0)).expect("it is ours");
}

/// A file that may not be read.
fn locked(app: &Path, folder: &Path) {
    if File::open(folder.join("locked")).is_ok() {
        println!("not tried: a file that may not be read, as this user reads everything");
    } else {
        let said = Tool::new(app, folder).args(["text", "locked"]).run();
        let said = said.succeeds().to_string();
        assert!(
            said.contains("cannot load locked: Permission denied"),
            "{said}"
        );
    }
}
