//! A demangler that we didn't write agrees: `rustc-demangle`, the reference implementation of v0.

use crate::items::items;
use linkface_symbol::{Compat, Item, Role, demangled, encode};
use rustc_demangle::try_demangle;

/// Its buffer for Punycode, in characters. Longer names it prints as `punycode{…}`; linkers have no
/// such limit.
const LIMIT: usize = 128;

#[test]
fn it_prints_what_we_say_it_prints() {
    let mut compared = 0;
    for item in items() {
        for role in Role::ALL {
            let expected = demangled(&item, *role);
            let too_long = |name: &str| !name.is_ascii() && name.chars().count() > LIMIT;
            // It leaves out empty names. Round trips cover them, though no identifier is empty.
            if expected
                .split("::")
                .any(|name| too_long(name) || name.is_empty())
            {
                continue;
            }
            let symbol = encode(&item, *role);
            let printed = try_demangle(&symbol).unwrap_or_else(|_| panic!("{symbol} is not valid"));
            assert_eq!(format!("{printed:#}"), expected);
            compared += 1;
        }
    }
    assert!(compared > 5_000, "only {compared} compared");
}

#[test]
fn it_reads_the_hash_where_we_put_it() {
    for hash in [1, 2, 0x9e37_79b9_7f4a_7c15, u64::MAX] {
        let item = Item::new("console", Compat::of("0.4.7").unwrap(), ["write"], hash);
        let printed = try_demangle(&encode(&item, Role::Pull))
            .unwrap()
            .to_string();
        assert!(
            printed.starts_with(&format!("console[{hash:x}]::write::overrides")),
            "{printed}"
        );
    }
}

#[test]
fn its_limit_leaves_room_for_the_sentences() {
    let item = Item::new(
        "critical_section",
        Compat::of("0.10.0").unwrap(),
        ["acquire"],
        7,
    );
    for role in Role::ALL {
        let sentence = role.sentence(&item);
        assert!(sentence.chars().count() <= LIMIT, "{sentence}");
    }
}
