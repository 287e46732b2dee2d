//! Damages a plugin in many ways, and gives each to a host:
//! `breaker read|load random|bits|names|garbage PLUGIN REGIONS SEED FROM TO`,
//! or `breaker files FILE…`, which are as they are.

use api::{LoadedText, TextApi};
use linkface_plugin::Host;
use linkface_plugin::file::PluginFile;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// splitmix64, <https://prng.di.unimi.it/splitmix64.c>
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }
}

/// One part of the file: its name, where it begins, how long it is.
struct Region {
    name: String,
    start: u64,
    size: u64,
}

/// Where to write what.
type Writes = Vec<(u64, Vec<u8>)>;

/// Anything anywhere. Also: how long the file is then.
fn random(random: &mut Random, base: &[u8], regions: &[Region]) -> (Writes, u64) {
    let len = base.len() as u64;
    let mut writes = Vec::new();
    let mut end = len;
    for _ in 0..=random.below(8) / 7 {
        let Region { start, size, .. } = regions[random.below(regions.len() as u64) as usize];
        let at = start + random.below(size);
        let aligned = |to: u64| start + (at - start) / to * to;
        let old = base[at as usize];
        let (at, mut bytes) = match random.below(16) {
            0..=6 => (at, vec![old ^ (1 << random.below(8))]),
            7..=9 => (at, vec![random.next() as u8]),
            10 => (aligned(4), (random.next() as u32).to_le_bytes().to_vec()),
            11 => {
                const ODD: [u64; 10] = [0, 1, 7, 8, 0x1000, u64::MAX, i64::MAX as u64, 1 << 63, 0xffff_ffff, 0x7fff_f000];
                (aligned(8), ODD[random.below(10) as usize].to_le_bytes().to_vec())
            }
            12 => (aligned(8), random.below(len * 2).to_le_bytes().to_vec()),
            13 => (at, vec![0; random.below(64) as usize + 1]),
            14 => {
                // A piece of it at another place.
                let from = random.below(len - 64) as usize;
                (at, base[from..from + random.below(64) as usize + 1].to_vec())
            }
            _ => {
                end = random.below(len);
                continue;
            }
        };
        // What is behind may be code or data.
        bytes.truncate((start + size - at) as usize);
        writes.push((at, bytes));
    }
    (writes, end)
}

/// One bit of the regions.
fn bit(n: u64, base: &[u8], regions: &[Region]) -> Writes {
    let bits = 8 * regions.iter().map(|region| region.size).sum::<u64>();
    let mut n = spread(n, bits);
    for Region { start, size, .. } in regions {
        if n < size * 8 {
            let at = start + n / 8;
            return vec![(at, vec![base[at as usize] ^ (1 << (n % 8))])];
        }
        n -= size * 8;
    }
    unreachable!()
}

/// One symbol's name begins at any place of the names.
fn name(n: u64, regions: &[Region]) -> Writes {
    let region = |name: &str| regions.iter().find(|region| region.name == name).unwrap();
    let (symbols, names) = (region(".dynsym"), region(".dynstr"));
    let n = spread(n, symbols.size / 24 * names.size);
    let (symbol, name) = (n / names.size, n % names.size);
    vec![(symbols.start + symbol * 24, (name as u32).to_le_bytes().to_vec())]
}

/// A header, and behind it anything.
fn garbage(random: &mut Random, base: &[u8]) -> (Writes, u64) {
    let mut bytes: Vec<u8> = (0..random.below(4096)).map(|_| random.next() as u8).collect();
    let head = &base[..random.below(65) as usize];
    let len = bytes.len().min(head.len());
    bytes[..len].copy_from_slice(&head[..len]);
    for (at, most) in [(4, 4), (5, 4), (16, 8)] {
        // Of 32 bits or 64, little-endian or big, a program or a library.
        if let (Some(byte), true) = (bytes.get_mut(at), random.below(2) == 0) {
            *byte = random.below(most) as u8;
        }
    }
    let end = bytes.len() as u64;
    (vec![(0, bytes)], end)
}

/// The first of `count` in an order in which some are all over it, and as many as `count` are all of it.
fn spread(n: u64, count: u64) -> u64 {
    const PRIME: u64 = 2_654_435_761;
    n.wrapping_mul(PRIME) % count
}

fn regions(text: &str) -> Vec<Region> {
    let region = |region: &str| {
        let (name, place) = region.split_once(':').unwrap();
        let (start, size) = place.split_once('+').unwrap();
        Region { name: name.to_owned(), start: start.parse().unwrap(), size: size.parse().unwrap() }
    };
    text.split(',').map(region).collect()
}

/// Whatever hangs, ends.
fn watch(now: &'static AtomicU64) {
    std::thread::spawn(|| {
        let mut last = u64::MAX;
        loop {
            let now = now.load(Relaxed);
            if now == last {
                eprintln!("hangs");
                std::process::exit(3);
            }
            last = now;
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
    });
}

/// What comes of a file that can be read.
fn load(file: &str) -> String {
    match Host::new().load::<LoadedText>(file) {
        Err(error) => {
            let text = error.to_string();
            assert!(text.lines().count() <= 5, "{text}");
            assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
            format!("refused {text}")
        }
        Ok(mut text) => match (text.longer("hey", 2).as_deref(), text.longer("hey", 0)) {
            (Ok("hey!!"), Err(no)) if no == "no longer" => "same".to_owned(),
            other => format!("other {other:?}"),
        },
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args[1] == "files" {
        for file in &args[2..] {
            println!("{}", load(file).lines().next().unwrap());
        }
        return;
    }
    let [_, mode, kind, plugin, places, numbers @ ..] = &args[..] else { panic!("arguments") };
    let numbers: Vec<u64> = numbers.iter().map(|text| text.parse().unwrap()).collect();
    let [seed, from, to] = numbers[..] else { panic!("arguments") };
    let base = fs::read(plugin).unwrap();
    let regions = regions(places);
    static NOW: AtomicU64 = AtomicU64::new(0);
    watch(&NOW);
    let scratch = format!("{plugin}.{from}.damaged");
    let scratch = Path::new(&scratch);
    let (mut refused, mut same, mut other) = (0u64, 0u64, 0u64);
    fs::write(scratch, &base).unwrap();
    for n in from..to {
        NOW.store(n + 1, Relaxed);
        let len = base.len() as u64;
        let (writes, end) = match &kind[..] {
            "random" => {
                let mut chance = Random(seed ^ n.wrapping_mul(0xa076_1d64_78bd_642f));
                random(&mut chance, &base, &regions)
            }
            "garbage" => {
                let mut chance = Random(seed ^ n.wrapping_mul(0xa076_1d64_78bd_642f));
                garbage(&mut chance, &base)
            }
            "bits" => (bit(n, &base, &regions), len),
            _ => (name(n, &regions), len),
        };
        let file = OpenOptions::new().write(true).open(scratch).unwrap();
        for (at, bytes) in &writes {
            file.write_all_at(bytes, *at).unwrap();
        }
        if end < len {
            file.set_len(end).unwrap();
        }
        match PluginFile::open(scratch) {
            Err(error) => {
                let text = error.to_string();
                assert!(!text.is_empty() && text.lines().count() == 1, "{text}");
                assert!(!text.contains(char::is_control), "{text:?}");
                refused += 1;
            }
            Ok(_) if mode == "read" => other += 1,
            Ok(_) => {
                // What is mapped must not be written to.
                let copy = format!("{plugin}.{n}.so");
                fs::copy(scratch, &copy).unwrap();
                // Who dies says nothing more.
                println!("{n} {writes:x?} {end}");
                std::io::stdout().flush().unwrap();
                let what = load(&copy);
                println!("{what}");
                match what.split(' ').next() {
                    Some("refused") => refused += 1,
                    Some("same") => same += 1,
                    _ => other += 1,
                }
                fs::remove_file(&copy).unwrap();
            }
        }
        if kind == "garbage" {
            // The next has nothing of it either.
        } else if end < len {
            fs::write(scratch, &base).unwrap();
        } else {
            for (at, bytes) in &writes {
                let at = *at as usize;
                file.write_all_at(&base[at..at + bytes.len()], at as u64).unwrap();
            }
        }
    }
    fs::remove_file(scratch).unwrap();
    // All destructors run behind this.
    println!("refused {refused} same {same} other {other}");
}
