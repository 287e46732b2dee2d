use linkface_graph::scan::{Cfg, Files, scan};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(path)
    }
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// Every root file that Cargo finds below a folder, sorted.
fn roots(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("target"))
        .collect();
    entries.sort();
    for path in entries {
        let folder = path.parent().unwrap_or(&path);
        let is_root = folder.ends_with("tests")
            || path.ends_with("src/lib.rs")
            || path.ends_with("src/main.rs");
        if path.is_dir() {
            roots(&path, found);
        } else if is_root && path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// What is declared, implemented and linked in one example, crate by crate.
#[track_caller]
fn check(example: &str, expected: &str) {
    let folder = examples().join(example);
    let mut files = Vec::new();
    roots(&folder, &mut files);
    let mut found = String::new();
    for file in files {
        let cfg = Cfg::from_rustc("unix\ntarget_os=\"linux\"")
            .unwrap()
            .tests(true);
        let facts = scan(&Disk, &file, &cfg);
        assert_eq!(facts.unread, [], "{}", file.display());
        let mut words = Vec::new();
        for item in &facts.declared {
            words.push(format!("{}: {:?}", item.path.join("::"), item.need));
        }
        words.extend(
            facts
                .implemented
                .iter()
                .map(|it| format!("#{}", super::path(&it.item))),
        );
        words.extend(
            facts
                .links
                .iter()
                .map(|link| format!("link!({})", link.providers.join(", "))),
        );
        if !words.is_empty() {
            let name = file.strip_prefix(&folder).unwrap().display();
            writeln!(found, "{name}: {}", words.join("; ")).unwrap();
        }
    }
    assert_eq!(found.trim(), expected.trim(), "\n{found}");
}

#[test]
fn quickstart() {
    check(
        "quickstart",
        "
app/src/main.rs: link!()
console/src/lib.rs: print: Required; prompt: Defaulted
framed/src/lib.rs: #console::print; #console::prompt
plain/src/lib.rs: #console::print",
    );
}

#[test]
fn logger() {
    check(
        "logger",
        "
apps/report/src/main.rs: #logger::MAX_LEVEL; link!(logger_stdout)
apps/report-env-logger/src/main.rs: #logger::MAX_LEVEL; link!(logger_to_log)
apps/report-silent/src/main.rs: #logger::MAX_LEVEL
logger/src/lib.rs: MAX_LEVEL: Required; sink::log: Defaulted; sink::enabled: Defaulted; sink::flush: Defaulted
logger-stdout/src/lib.rs: #logger::sink::log; #logger::sink::flush
logger-to-log/src/lib.rs: #logger::sink::log; #logger::sink::enabled; #logger::sink::flush; #logger::sink::theirs
mistakes/no-level/src/main.rs: link!(logger_stdout)
mistakes/two-sinks/src/main.rs: #logger::MAX_LEVEL; link!(logger_stdout, logger_to_log)",
    );
}

#[test]
fn heap() {
    check(
        "heap",
        "
apps/counting/src/main.rs: link!(heap_counting)
apps/with-mimalloc/src/main.rs: link!(heap_mimalloc)
heap/src/lib.rs: HeapApi: Defaulted
heap-counting/src/lib.rs: #heap::HeapApi
heap-mimalloc/src/lib.rs: #heap::HeapApi
mistakes/two-heaps/src/main.rs: link!(heap_counting, heap_mimalloc)",
    );
}

#[test]
fn panic() {
    check(
        "panic",
        "
apps/brief/src/main.rs: link!(panics_brief)
apps/saturating/src/main.rs: link!(overflow_saturate)
mistakes/two-hooks/src/main.rs: #panics::on_panic; link!(panics_brief)
overflow/src/lib.rs: on_overflow: Defaulted
overflow-saturate/src/lib.rs: #overflow::on_overflow
panics/src/lib.rs: on_panic: Defaulted
panics-brief/src/lib.rs: #panics::on_panic",
    );
}

#[test]
fn kernel() {
    check(
        "kernel",
        "
armv7m/src/lib.rs: #sched::context::new; #sched::context::switch
drivers/cmsdk-uart/src/lib.rs: #console::write; #console::flush
drivers/ramdisk/src/lib.rs: #block::BlockDeviceApi
drivers/romdisk/src/lib.rs: #block::BlockDeviceApi
drivers/semihosting/src/lib.rs: #machine::command_line; #machine::off
facades/block/src/lib.rs: BlockDeviceApi: Required
facades/console/src/lib.rs: write: Required; flush: Defaulted
facades/machine/src/lib.rs: main: Required; NAME: Required; command_line: Defaulted; off: Defaulted
kernel/src/main.rs: #machine::NAME; #machine::main; link!(armv7m, cmsdk_uart, semihosting)
sched/src/lib.rs: context::new: Required; context::switch: Required; on_switch: Defaulted
tarfs/tests/on_the_host.rs: #block::BlockDeviceApi",
    );
}
