//! The host of `hosting.rs`. Its arguments: what to show, and a folder with plugins.
#![forbid(unsafe_code)]

use api::{DeskApi, LoadedOther, LoadedTool, OtherApi, ToolApi};
use linkface_plugin::Host;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io::Write};

static TOOL: OnceLock<LoadedTool> = OnceLock::new();

struct Desk;

impl DeskApi for Desk {
    fn ask(&self, what: &str) -> String {
        match what.split_once(' ') {
            // Into the plugin once more.
            Some(("act", what)) => TOOL.get().unwrap().act(what),
            // Another plugin, while one is made.
            Some(("load", file)) => {
                Host::new().load_named::<LoadedTool>(file, "Axe").unwrap().name()
            }
            _ if what == "host's panic" => panic!("the desk fell"),
            _ => format!("asked {what}"),
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        println!("the desk is gone");
    }
}

fn message<R>(f: impl FnOnce() -> R) -> String {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(_) => "no panic".to_owned(),
        Err(payload) => payload.downcast_ref::<String>().cloned().unwrap_or_default(),
    }
}

fn folder(plugins: &Path) {
    let host = Host::new();
    let found = host.load_dir::<LoadedTool>(plugins).unwrap();
    for tool in &found.loaded {
        let file = tool.path.file_name().unwrap().display();
        println!("{file}: {} is a {}", tool.name, tool.loaded.name());
    }
    for (what, errors) in [("refused", &found.refused), ("others", &found.others)] {
        for error in errors {
            let file = error.path().file_name().unwrap().display();
            println!("{what} {file}: {error}");
        }
    }
    println!("{:?}", found.loaded[1]);
    println!("{}", found.into_iter().map(|tool| tool.act("wood")).collect::<Vec<_>>().join(", "));
    let other = host.load_only::<LoadedOther>(plugins).unwrap();
    println!("only: {}", other.other());
    println!("{}", host.load_only::<LoadedTool>(plugins).unwrap_err());
    println!("{}", host.load_only::<LoadedOther>(plugins.join("empty")).unwrap_err());
    println!("{}", host.load_dir::<LoadedTool>(plugins.join("none")).unwrap_err());
    let saws = plugins.join("libhosting_saws.so");
    println!("{:?}", Host::exports::<LoadedTool>(&saws).unwrap());
    println!("{}", host.load::<LoadedTool>(&saws).unwrap_err());
    println!("{}", host.load_named::<LoadedTool>(&saws, "Axe").unwrap().name());
    println!("{}", host.load_named::<LoadedTool>(&saws, "Plane").unwrap_err());
}

fn panics(plugins: &Path) {
    let hammer = plugins.join("libhosting_hammer.so");
    let load = || Host::new().offer(Desk).load::<LoadedTool>(&hammer);
    let tool = TOOL.get_or_init(|| load().unwrap());
    for what in [
        "panic",
        "number",
        "bomb",
        "host's panic",
        "act panic",
        "act act act host's panic",
        "nothing",
    ] {
        println!("{what}: {}", message(|| println!("{}", tool.act(what))));
    }
}

fn ends(plugins: &Path) {
    let hammer = plugins.join("libhosting_hammer.so");
    let loaded = Host::new().offer(Desk).load::<LoadedTool>(&hammer);
    match loaded {
        Err(error) => println!("{error}"),
        Ok(tool) => {
            println!("{}", tool.name());
            println!("{}", message(|| drop(tool)));
            let both = || {
                let _tool = Host::new().offer(Desk).load::<LoadedTool>(&hammer).unwrap();
                if true {
                    panic!("the host's own");
                }
            };
            let first = catch_unwind(AssertUnwindSafe(both)).map(|()| ());
            println!("{:?}", first.unwrap_err().downcast_ref::<&str>());
        }
    }
}

fn images(plugins: &Path) {
    let hammer = plugins.join("libhosting_hammer.so");
    println!("{}", Host::new().load::<LoadedTool>(&hammer).unwrap_err());
    let (first, second) = {
        let one = Host::new().offer(Desk);
        let other = Host::new().offer(Desk);
        (one.load::<LoadedTool>(&hammer).unwrap(), other.load::<LoadedTool>(&hammer).unwrap())
    };
    println!("{}, {}", first.name(), second.name());
    println!("{}", first.act("without a host"));
    // Another name of the same file is the same image, a copy is another.
    let link = plugins.join("linked.so");
    std::os::unix::fs::symlink(&hammer, &link).unwrap();
    let host = Host::new().offer(Desk);
    println!("{}", host.load::<LoadedTool>(&link).unwrap().name());
    let copies = Host::new().offer(Desk).from_copies(true);
    println!("{}", copies.load::<LoadedTool>(&hammer).unwrap().name());
    // Numbers of closed files come again; images don't.
    for _ in 0..4 {
        let saw = host.load_named::<LoadedTool>(plugins.join("libhosting_saws.so"), "Saw").unwrap();
        println!("{}", saw.name());
        println!("{}", host.load::<LoadedTool>(&hammer).unwrap().name());
    }
    drop((first, second));
    // What was written to in place may be anything. Here it harms nobody: the end isn't mapped.
    let mut file = fs::File::options().append(true).open(&hammer).unwrap();
    file.write_all(b"\0").unwrap();
    println!("{}", host.load::<LoadedTool>(&hammer).unwrap_err());
    println!("{}", copies.load::<LoadedTool>(&hammer).unwrap().name());
}

fn main() {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap();
    let plugins = PathBuf::from(args.next().unwrap());
    match &*what {
        "folder" => folder(&plugins),
        "panics" => panics(&plugins),
        "ends" => ends(&plugins),
        "images" => images(&plugins),
        other => panic!("{other}"),
    }
}
