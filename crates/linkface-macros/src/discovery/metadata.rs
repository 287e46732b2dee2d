//! Which crates a compiled crate was compiled with.

use super::hash::{DIGITS, Hash, leading_hash};
use linkface_symbol::hash;
use std::fs::File;
use std::io::{BufRead, Read};
use std::path::Path;

/// The names of crates whose files have no hash.
pub(super) type Plain = Vec<String>;

/// The hashes of all crates that this one was compiled with, and of some that it wasn't. They stand near
/// the beginning, all together; behind them there may be megabytes.
pub(super) fn dependencies(file: &Path, plain: &Plain, mut found: impl FnMut(Hash)) {
    /// One dependency takes less.
    const GAP: usize = 4096;
    let Ok(mut file) = File::open(file) else {
        return;
    };
    let mut bytes = Vec::new();
    let mut searched = 0;
    let mut last = None;
    loop {
        let before = bytes.len();
        let taken = (&mut file).take(16 << 10).read_to_end(&mut bytes);
        if taken.is_err() || bytes.len() == before {
            break;
        }
        let mut rest = &bytes[searched..];
        // std's search is optimized; a loop here would not be.
        while let Ok(1..) = rest.skip_until(b'-') {
            if rest.len() < DIGITS {
                break;
            }
            searched = bytes.len() - rest.len();
            // Registries' folders have hashes in their names, too.
            if let Some(hash) = leading_hash(rest).filter(|_| rest.get(DIGITS) != Some(&b'/')) {
                found(hash);
                last = Some(searched);
            }
        }
        if last.is_some_and(|last| bytes.len() - last > GAP) {
            break;
        }
    }
    for name in plain.iter().filter(|name| is_named(&bytes, name)) {
        found(hash(&[name]));
    }
}

/// Whether a crate of this name stands among the dependencies, without a hash: its name, 16 bytes of
/// rustc's, and where the file's hash would stand an empty text. Texts have their length in front and a
/// byte behind that UTF-8 doesn't know.
fn is_named(bytes: &[u8], name: &str) -> bool {
    const END: u8 = 0xc1;
    const REACH: usize = 24;
    let Ok(length) = u8::try_from(name.len()) else {
        return false;
    };
    let mut rest = bytes;
    while let Ok(1..) = rest.skip_until(length) {
        let behind = rest.strip_prefix(name.as_bytes());
        let behind = behind.and_then(|behind| behind.strip_prefix(&[END]));
        let near = behind.map(|behind| &behind[..behind.len().min(REACH)]);
        if near.is_some_and(|near| near.windows(2).any(|pair| pair == [0, END])) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::hash::Set;
    use super::*;

    #[test]
    fn hashes_are_found_where_they_stand() {
        let file = std::env::temp_dir().join(format!("linkface-hashes-{}", std::process::id()));
        let mut bytes = b"rust\0\0\0\x0a (a date: 2026-04-14) -".to_vec();
        let mut expected = Set::default();
        // Across the edge of what is read at once.
        for n in 0..600_u64 {
            let hash = format!("{n:016x}");
            expected.insert(n);
            bytes.extend(format!("\x07\x02-{hash}\0{}", "x".repeat(60)).bytes());
        }
        bytes.extend(vec![0; 100_000]);
        bytes.extend(b"-ffffffffffffffff far behind");
        std::fs::write(&file, bytes).unwrap();
        let mut found = Set::default();
        dependencies(&file, &Plain::new(), |hash| assert!(found.insert(hash)));
        std::fs::remove_file(&file).unwrap();
        assert_eq!(found, expected);
        dependencies(&file, &Plain::new(), |hash| panic!("{hash:x}"));
    }

    #[test]
    fn names_are_found_where_a_hash_is_missing() {
        let text = |text: &str| {
            [
                &[u8::try_from(text.len()).unwrap()],
                text.as_bytes(),
                b"\xc1",
            ]
            .concat()
        };
        let entry = |name, extra| [&text(name)[..], &[7; 16], b"\0\x02", &text(extra)].concat();
        let bytes = [
            entry("engine", ""),
            entry("hashed", "-0123456789abcdef"),
            entry("last", "-0123456789abcdef"),
        ]
        .concat();
        for (name, expected) in [
            ("engine", true),
            ("hashed", false),
            ("last", false),
            ("gine", false),
            ("other", false),
            ("", false),
        ] {
            assert_eq!(is_named(&bytes, name), expected, "{name}");
        }
    }
}
