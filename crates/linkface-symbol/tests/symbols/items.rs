//! Items of every odd kind, and a generator that gives the same "random" values in every run.

use linkface_symbol::{Compat, Item};

/// Xorshift64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// ASCII three times out of four.
    pub(crate) fn character(&mut self) -> char {
        let bound = if self.below(4) == 0 {
            0x0011_0000
        } else {
            0x80
        };
        char::from_u32(u32::try_from(self.below(bound)).unwrap()).unwrap_or('�')
    }

    fn identifier(&mut self) -> String {
        let letters = [
            'a', 'Z', '_', '0', '9', 'u', 's', 'é', 'ß', 'ж', '変', '数', '𐐀', 'ａ', '＿', 'ǃ', 'ʼ',
        ];
        (0..=self.below(12)).map(|_| self.pick(&letters)).collect()
    }
}

/// Hand-picked corners, each combined with each (the hashes in turn), then some generated items.
pub(crate) fn items() -> Vec<Item> {
    let long = "long_".repeat(60);
    let packages = [
        "console",
        "my-console",
        "_9",
        "größe",
        "変数",
        "have",
        "u",
        long.as_str(),
    ];
    let versions = [
        "1.2.3",
        "0.4.7",
        "0.0.3",
        "0.0.0",
        "18446744073709551615.0.0",
        "0.10.0-rc.1",
    ];
    let paths: [&[&str]; 12] = [
        &[],
        &["write"],
        &["raw", "write"],
        &["BlockDevice", "open"],
        &["r#type", "r#match"],
        &["_", "__x", "_1"],
        &["9lives", "0"],
        &["größe", "变量", "Ａ＿９"],
        &["𐐀", "ʼn"],
        &["operator <=>", "`a` (b): 'c'; d-e, f.", "\u{0}\n\u{7f}"],
        &["{package}", "{version}", ""],
        &["m", &long],
    ];
    let hashes = [
        0,
        1,
        2,
        63,
        64,
        0x9e37_79b9_7f4a_7c15,
        u64::MAX - 1,
        u64::MAX,
    ];
    let mut hashes = hashes.into_iter().cycle();
    let mut items = Vec::new();
    for package in packages {
        for version in versions {
            for (path, hash) in paths.into_iter().zip(&mut hashes) {
                items.push(Item::new(package, Compat::of(version).unwrap(), path, hash));
            }
        }
    }
    // Each of another version, so that no two of these items are one.
    let mut random = Random(7);
    for version in 2..500_u64 {
        let path: Vec<String> = (0..random.below(5)).map(|_| random.identifier()).collect();
        let version = Compat::of(&version.to_string()).unwrap();
        items.push(Item::new(
            &random.identifier(),
            version,
            path,
            random.next(),
        ));
    }
    items
}
