//! Files that are no plugins.

mod regions;

use linkface_tests::{Crate, Tool, Workspace};
use std::fs;
use std::process::Command;

const API: &str = "
    #[linkface::interface(loadable = LoadedText)]
    pub trait TextApi {
        fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;
    }
    #[linkface::interface(loadable = LoadedOther)]
    pub trait OtherApi {
        fn other(&self);
    }
";

/// Ends whatever loads it.
const ARMED: &str = r#"
    #[used]
    #[unsafe(link_section = ".init_array")]
    static BOMB: extern "C" fn() = bomb;
    extern "C" fn bomb() { std::process::abort() }
    #[derive(Default)]
    struct Armed;
    impl api::OtherApi for Armed {
        fn other(&self) {}
    }
    linkface_plugin::export!(Armed);
"#;

const LOUD: &str = r#"
    #![forbid(unsafe_code)]
    #[derive(Default)]
    struct Loud;
    impl api::TextApi for Loud {
        fn longer(&mut self, text: &str, by: u32) -> Result<String, String> {
            if by == 0 { return Err("no longer".to_owned()) }
            Ok(format!("{text}{}", "!".repeat(by as usize)))
        }
    }
    linkface_plugin::export!(Loud);
"#;

fn api() -> Crate {
    Crate::lib("api").linkface().plugin(&[]).source(API)
}

fn plugin(name: &str) -> Crate {
    Crate::lib(name).types(&["cdylib"]).plugin(&[]).dep("api")
}

const MADE: &str = "a plugin is what Cargo makes of a crate whose crate-type is `cdylib`, `libname.so`: build or copy \
                it again";
const FOLDER_OF: &str = "all plugins of a folder are loaded by `host.load_dir(path)`";
const EXPORTS: &str = "say what it exports, by `linkface_plugin::export!(Type);` in a crate whose crate-type is \
                   `cdylib`";
/// Files, what is said of them, and what to do.
const NO_PLUGINS: [(&str, &str, &str); 17] = [
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
        "target/debug/libplain.so",
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
    let mut narrow = armed[..4096].to_vec();
    narrow[4] = 1;
    let mut foreign = armed[..4096].to_vec();
    foreign[5] = 2;
    let case = case.file("empty", "").file(
        "text",
        "no plugin at all, but some lines of text that are long enough for a header\n",
    );
    let folder = case.folder().to_owned();
    for (name, bytes) in [
        ("cut", &armed[..armed.len() / 2]),
        ("narrow", &narrow),
        ("foreign", &foreign),
        ("windows", b"MZ\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\xff\xff\x7f"),
        ("mac", b"\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x06\0\0\0\xff\xff\xff\x7f\xff\xff\xff\x7f\0\0\0\0\0\0\0\0"),
    ] {
        fs::write(folder.join(name), bytes).expect("the case's folder is writable");
    }
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

/// `LINKFACE_MUTANTS` says how many.
fn count(usual: u64) -> u64 {
    let said = std::env::var("LINKFACE_MUTANTS").ok();
    said.map_or(usual, |count| count.parse().expect("a number"))
}

/// Damaged plugins are refused in words, or loaded as they were: no crash, no hang.
#[test]
fn damaged() {
    let case = Workspace::new("plugins/damaged")
        .member(api())
        .member(plugin("loud").source(LOUD))
        .member(
            Crate::bin("breaker")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("hostile/breaker.rs")),
        );
    case.build().succeeds();
    let built = case.artifact("libloud.so");
    // Without debug information, which is most of it otherwise and nobody reads.
    let plugin = case.folder().join("loud.so");
    let stripped = Command::new("strip")
        .args(["--strip-debug", "-o"])
        .args([&plugin, &built])
        .status();
    if !stripped.is_ok_and(|status| status.success()) {
        fs::copy(&built, &plugin).expect("it was built");
    }
    let bytes = fs::read(&plugin).expect("it was built");
    let breaker = case.artifact("breaker");
    for (mode, relocations, seed, usual, batch) in [
        ("read", false, 1, 10_000, 10_000),
        ("load", false, 2, 2_000, 250),
        ("read", true, 3, 1_000, 1_000),
    ] {
        let regions = regions::regions(&bytes, relocations);
        let mut totals = [0; 4];
        let count = count(usual);
        let mut from = 0;
        while from < count {
            let to = (from + batch).min(count);
            let output = Command::new(&breaker)
                .arg(mode)
                .arg(&plugin)
                .arg(&regions)
                .args([seed, from, to].map(|n| n.to_string()))
                .output()
                .expect("it was built");
            let text = String::from_utf8_lossy(&output.stdout);
            if output.status.success() {
                let last = text.lines().last().unwrap_or_default();
                let words = last.split(' ').skip(1).step_by(2);
                for (total, word) in totals.iter_mut().zip(words) {
                    *total += word.parse::<u64>().expect("a number");
                }
                from = to;
            } else {
                // Only a mutant that was about to be loaded may be the cause.
                let last = text
                    .lines()
                    .last()
                    .and_then(|line| line.parse::<u64>().ok());
                let error = String::from_utf8_lossy(&output.stderr);
                println!(
                    "{mode} {seed}: {last:?} in {from}..{to}: {} {error}",
                    output.status
                );
                totals[3] += 1;
                from = last.expect("nothing crashes before something is loaded") + 1;
            }
        }
        let [refused, same, other, crashed] = totals;
        println!(
            "{mode} {seed}: {refused} refused, {same} as before, {other} accepted or other, {crashed} crashed"
        );
        // An undefined symbol that became another library's function is seen by nobody.
        assert!(crashed <= count / 1000, "{mode} {seed}: some mutants crash");
        assert!(
            mode != "load" || other == 0,
            "{mode} {seed}: some mutants do other things"
        );
        assert!(refused > count / 4, "{mode} {seed}: hardly any is refused");
    }
}
