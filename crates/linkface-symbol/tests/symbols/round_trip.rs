//! Every item and role comes back from its symbol; nothing else does.

use crate::items::{Random, items};
use linkface_symbol::{Compat, Item, Role, decode, encode, is_ours};
use std::collections::HashSet;

#[test]
fn every_item_and_role_comes_back() {
    let mut symbols = HashSet::new();
    for item in items() {
        for role in Role::ALL {
            let symbol = encode(&item, *role);
            let plain = symbol
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            assert!(plain, "a version script would refuse {symbol}");
            assert_eq!(decode(&symbol), Some((item.clone(), *role)), "{symbol}");
            assert!(
                symbols.insert(symbol),
                "{item} as {role} has another's symbol"
            );
        }
    }
}

#[test]
fn spellings_of_one_item_have_one_symbol() {
    let version = Compat::of("0.4.7").unwrap();
    let raw = Item {
        package: "my-console".to_owned(),
        version: "0.4.9".parse().unwrap(),
        path: vec!["r#type".to_owned()],
        hash: 7,
    };
    let plain = Item::new("my_console", version, ["type"], 7);
    assert_eq!(encode(&raw, Role::Required), encode(&plain, Role::Required));
    assert_eq!(
        decode(&encode(&raw, Role::Required)),
        Some((plain, Role::Required))
    );
}

#[test]
fn decorations_of_object_files_are_taken_off() {
    let item = Item::new("console", Compat::of("1.0.0").unwrap(), ["write"], 7);
    let symbol = encode(&item, Role::Unique);
    for (before, after) in [
        ("_", ""),
        ("", ".llvm.123"),
        ("", "@V1"),
        ("", "@@V1.2"),
        ("_", ".llvm.1@8"),
    ] {
        let decorated = format!("{before}{symbol}{after}");
        assert_eq!(
            decode(&decorated),
            Some((item.clone(), Role::Unique)),
            "{decorated}"
        );
    }
    for (before, after) in [
        ("__", ""),
        ("x", ""),
        ("", "x"),
        ("", "_"),
        (" ", ""),
        ("", "$x"),
    ] {
        let other = format!("{before}{symbol}{after}");
        assert!(!is_ours(&other), "{other}");
    }
}

#[test]
fn other_spellings_are_refused() {
    let item = Item::new("console", Compat::of("0.4.0").unwrap(), ["write"], 64);
    let symbol = encode(&item, Role::Pull);
    assert!(symbol.starts_with("_RNvNvCs10_7console5writeu"));
    for (from, to) in [
        ("s10_", "s010_"),
        ("7console", "7_console"),
        ("7console", "7konsole"),
        ("5write", "05write"),
        ("5write", "u6write_"),
        ("NvNv", "NvNt"),
    ] {
        let other = symbol.replacen(from, to, 1);
        assert_ne!(other, symbol);
        assert!(!is_ours(&other), "{other}");
    }
}

#[test]
fn garbage_never_panics_and_is_never_ours() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..100_000 {
        let length = random.below(60);
        // Half are of the characters that get far in the parser, half are anything.
        let text: String = if random.below(2) == 0 {
            (0..length)
                .map(|_| random.pick(&['0', '1', '5', '9', 'u', 's', 'C', '_', 'N', 'v', 'a', 'k']))
                .collect()
        } else {
            (0..length).map(|_| random.character()).collect()
        };
        for prefix in ["", "_R", "_RNvC", "_RNvNvC1a1bu"] {
            assert!(!is_ours(&format!("{prefix}{text}")), "{prefix}{text}");
        }
    }
}

#[test]
fn damaged_symbols_never_panic_nor_pass_for_the_item() {
    let mut random = Random(42);
    let items = items();
    for _ in 0..20_000 {
        let item = &items[random.below(items.len())];
        let symbol = encode(item, random.pick(Role::ALL));
        let mut damaged: Vec<char> = symbol.chars().collect();
        let at = random.below(damaged.len());
        match random.below(3) {
            0 => damaged[at] = random.character(),
            1 => damaged.insert(at, random.character()),
            _ => drop(damaged.remove(at)),
        }
        let damaged: String = damaged.into_iter().collect();
        if let Some((item, role)) = decode(&damaged) {
            let bare = damaged.split(['.', '@']).next().unwrap();
            let again = encode(&item, role);
            assert!(
                again == bare || format!("_{again}") == bare,
                "{damaged} is no spelling of {item} as {role}"
            );
        }
    }
}
