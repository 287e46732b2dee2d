//! Damages a plugin in many ways, and gives each to a host: `breaker read|load PLUGIN REGIONS SEED FROM TO`.

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

/// Where to write what, and how long the file is then.
fn damage(random: &mut Random, base: &[u8], regions: &[(u64, u64)]) -> (Vec<(u64, Vec<u8>)>, u64) {
    let len = base.len() as u64;
    let mut writes = Vec::new();
    let mut end = len;
    for _ in 0..=random.below(8) / 7 {
        let (start, size) = regions[random.below(regions.len() as u64) as usize];
        let at = start + random.below(size);
        let old = base[at as usize];
        match random.below(16) {
            0..=6 => writes.push((at, vec![old ^ (1 << random.below(8))])),
            7..=9 => writes.push((at, vec![random.next() as u8])),
            10 => writes.push((at & !3, (random.next() as u32).to_le_bytes().to_vec())),
            11 => {
                const ODD: [u64; 10] = [0, 1, 7, 8, 0x1000, u64::MAX, i64::MAX as u64, 1 << 63, 0xffff_ffff, 0x7fff_f000];
                writes.push((at & !7, ODD[random.below(10) as usize].to_le_bytes().to_vec()));
            }
            12 => writes.push((at & !7, random.below(len * 2).to_le_bytes().to_vec())),
            13 => writes.push((at, vec![0; random.below(64) as usize + 1])),
            14 => {
                // A piece of it at another place.
                let from = random.below(len - 64) as usize;
                writes.push((at, base[from..from + random.below(64) as usize + 1].to_vec()));
            }
            _ => end = random.below(len),
        }
    }
    for (at, bytes) in &mut writes {
        bytes.truncate((len - *at) as usize);
    }
    (writes, end)
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, mode, plugin, regions, seed, from, to] = &args[..] else { panic!("arguments") };
    let base = fs::read(plugin).unwrap();
    let regions: Vec<(u64, u64)> = regions
        .split(',')
        .map(|region| {
            let (start, size) = region.split_once('+').unwrap();
            (start.parse().unwrap(), size.parse().unwrap())
        })
        .collect();
    let numbers = |text: &str| text.parse::<u64>().unwrap();
    let (seed, from, to) = (numbers(seed), numbers(from), numbers(to));
    // Whatever hangs, ends.
    static NOW: AtomicU64 = AtomicU64::new(0);
    std::thread::spawn(|| {
        let mut last = u64::MAX;
        loop {
            let now = NOW.load(Relaxed);
            if now == last {
                eprintln!("hangs at {now}");
                std::process::exit(3);
            }
            last = now;
            std::thread::sleep(std::time::Duration::from_secs(60));
        }
    });
    let scratch = format!("{plugin}.{from}.damaged");
    let scratch = Path::new(&scratch);
    let (mut refused, mut same, mut other) = (0u64, 0u64, 0u64);
    fs::write(scratch, &base).unwrap();
    for n in from..to {
        NOW.store(n + 1, Relaxed);
        let mut random = Random(seed ^ n.wrapping_mul(0xa076_1d64_78bd_642f));
        let (writes, end) = damage(&mut random, &base, &regions);
        let file = OpenOptions::new().write(true).open(scratch).unwrap();
        for (at, bytes) in &writes {
            file.write_all_at(bytes, *at).unwrap();
        }
        if end < base.len() as u64 {
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
                println!("{writes:x?} {end}\n{n}");
                std::io::stdout().flush().unwrap();
                match Host::new().load::<LoadedText>(&copy) {
                    Err(error) => {
                        assert!(error.to_string().lines().count() <= 5, "{error}");
                        refused += 1;
                    }
                    Ok(mut text) => {
                        let said = format!("{:?} {:?}", text.longer("hey", 2), text.longer("hey", 0));
                        if said == "Ok(\"hey!!\") Err(\"no longer\")" { same += 1 } else { other += 1 }
                    }
                }
                fs::remove_file(&copy).unwrap();
            }
        }
        if end < base.len() as u64 {
            fs::write(scratch, &base).unwrap();
        } else {
            for (at, bytes) in &writes {
                let at = *at as usize;
                file.write_all_at(&base[at..at + bytes.len()], at as u64).unwrap();
            }
        }
    }
    fs::remove_file(scratch).unwrap();
    println!("refused {refused} same {same} other {other}");
    // Without the destructors of libraries: each mutant has one.
    std::io::stdout().flush().unwrap();
    std::process::exit(0);
}
