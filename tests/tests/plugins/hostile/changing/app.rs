//! Loads a file while another thread changes it: `app swapped|replaced|overwritten PLUGIN ARMED`.

use api::{LoadedText, TextApi};
use linkface_plugin::file::PluginFile;
use linkface_plugin::host::LoadErrorKind;
use linkface_plugin::{Host, LoadError};
use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, symlink};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

/// As often as both are to come of it.
const TIMES: usize = 40;
/// If one never does.
const MOST: usize = 200_000;

/// What came of loads.
#[derive(Debug, Default)]
struct Came {
    loaded: usize,
    refused: usize,
}

impl Came {
    fn add(&mut self, loaded: Result<LoadedText, LoadError>, kinds: &[LoadErrorKind]) {
        match loaded {
            Ok(mut text) => {
                assert_eq!(text.longer("hey", 2).as_deref(), Ok("hey!!"));
                self.loaded += 1;
            }
            Err(error) => {
                assert!(kinds.contains(&error.kind()), "{error}");
                self.refused += 1;
            }
        }
    }
}

/// A link leads to one plugin, then to another that ends whatever loads it.
fn swapped(plugin: &[u8], armed: &Path) {
    let now = AtomicUsize::new(0);
    let over = AtomicBool::new(false);
    // Each is loaded once: what is mapped isn't looked for again.
    let file = |n: usize| format!("good.{n}.so");
    fs::write(file(0), plugin).unwrap();
    symlink(file(0), "link.so").unwrap();
    let mut came = Came::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(SeqCst) {
                for to in [armed, Path::new(&file(now.load(SeqCst)))] {
                    symlink(to, "new.so").unwrap();
                    fs::rename("new.so", "link.so").unwrap();
                }
            }
        });
        for _ in 0..MOST {
            let before = came.loaded;
            came.add(Host::new().load("link.so"), &[LoadErrorKind::NotImplemented]);
            if came.loaded != before && came.loaded < 4 * TIMES {
                let n = came.loaded;
                fs::write(file(n), plugin).unwrap();
                now.store(n, SeqCst);
            }
            if came.loaded >= TIMES && came.refused >= TIMES {
                break;
            }
        }
        over.store(true, SeqCst);
    });
    println!("{came:?}");
    assert!(came.loaded >= TIMES && came.refused >= TIMES);
}

/// Other files take its name, good ones and others.
fn replaced(plugin: &[u8]) {
    let over = AtomicBool::new(false);
    let good = AtomicUsize::new(0);
    fs::write("file.so", plugin).unwrap();
    let mut came = Came::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(SeqCst) {
                // Files that are mapped stay.
                if good.load(SeqCst) < 2 * TIMES {
                    fs::write("new.so", plugin).unwrap();
                    fs::rename("new.so", "file.so").unwrap();
                }
                for bad in [&plugin[..plugin.len() / 2], &[&plugin[..64], &[0xa5; 5000]].concat(), b""] {
                    fs::write("new.so", bad).unwrap();
                    fs::rename("new.so", "file.so").unwrap();
                }
            }
        });
        for _ in 0..MOST {
            came.add(Host::new().load("file.so"), &[LoadErrorKind::File, LoadErrorKind::Changed]);
            good.store(came.loaded, SeqCst);
            if came.loaded >= TIMES && came.refused >= TIMES {
                break;
            }
        }
        over.store(true, SeqCst);
    });
    println!("{came:?}");
    assert!(came.loaded >= TIMES && came.refused >= TIMES);
}

/// The file itself shrinks, grows and is written anew. Its end is written last, as all do.
fn overwrite(file: &mut File, plugin: &[u8]) {
    file.set_len(0).unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    for part in plugin.chunks(1 << 16) {
        file.write_all(part).unwrap();
    }
    thread::yield_now();
    file.write_all(&[0x5a; 5000]).unwrap();
    file.set_len(plugin.len() as u64).unwrap();
    file.write_all_at(&[0xa5; 64], 0).unwrap();
    file.write_all_at(&plugin[..64], 0).unwrap();
}

fn overwritten(plugin: &[u8]) {
    let over = AtomicBool::new(false);
    fs::write("file.so", plugin).unwrap();
    let mut came = Came::default();
    let mut read = [0; 2];
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().write(true).open("file.so").unwrap();
            while !over.load(SeqCst) {
                overwrite(&mut file, plugin);
            }
        });
        let copies = Host::new().from_copies(true);
        for _ in 0..MOST {
            if came.loaded < TIMES {
                came.add(copies.load("file.so"), &[LoadErrorKind::File]);
            }
            // It is only read, never mapped.
            read[usize::from(PluginFile::open(Path::new("file.so")).is_ok())] += 1;
            if came.loaded >= TIMES && read.iter().all(|times| *times >= 10 * TIMES) {
                break;
            }
        }
        over.store(true, SeqCst);
    });
    println!("{came:?}, read {read:?}");
    // How often it is whole is up to the system.
    came.add(copies_of("file.so"), &[]);
}

fn copies_of(file: &str) -> Result<LoadedText, LoadError> {
    Host::new().from_copies(true).load(file)
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, how, plugin, armed] = &args[..] else { panic!("arguments") };
    let plugin = fs::read(plugin).unwrap();
    let folder = format!("changing.{how}");
    fs::create_dir_all(&folder).unwrap();
    std::env::set_current_dir(folder).unwrap();
    match &how[..] {
        "swapped" => swapped(&plugin, Path::new(armed)),
        "replaced" => replaced(&plugin),
        _ => overwritten(&plugin),
    }
}
