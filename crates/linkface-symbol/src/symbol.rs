//! Items and roles as symbols, and back.

use crate::{Item, Role, lookalike, mangle};

/// The name of `item`'s symbol of that `role`.
///
/// ```
/// use linkface_symbol::{Compat, Item, Role, encode};
///
/// let item = Item::new("console", Compat::of("0.4.7")?, ["write"], 0x9e37_79b9_7f4a_7c15);
/// assert_eq!(
///     encode(&item, Role::Pull),
///     "_RNvNvCsdAbotHVYSI3_7console5writeu44overridesthedefaultofconsole04_v2adhch36510a",
/// );
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[must_use]
pub fn encode(item: &Item, role: Role) -> String {
    let package = item.crate_name();
    let sentence = role.sentence(item);
    let names: Vec<&str> = [&*package]
        .into_iter()
        .chain(item.names())
        .chain([&*sentence])
        .collect();
    mangle::mangle(item.hash, &names)
}

/// What `symbol` says, or `None` if it isn't one of linkface's.
///
/// Takes symbols as object files and linkers spell them: with Mach-O's additional underscore in
/// front, with an ELF version (`@VERSION`) or LLVM's tag (`.llvm.123`) behind. Other than that,
/// only the very text that [`encode`] writes is accepted.
///
/// ```
/// use linkface_symbol::{Compat, Item, Role, decode, encode};
///
/// let item = Item::new("console", Compat::of("0.4.7")?, ["BlockDevice", "open"], 7);
/// let symbol = encode(&item, Role::Required);
/// assert_eq!(decode(&symbol), Some((item.clone(), Role::Required)));
/// assert_eq!(decode(&format!("_{symbol}.llvm.123")), Some((item, Role::Required)));
/// assert_eq!(decode("_RNvC7console5write"), None);
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[must_use]
pub fn decode(symbol: &str) -> Option<(Item, Role)> {
    let symbol = symbol.split(['.', '@']).next()?;
    let symbol = if symbol.starts_with("__R") {
        &symbol[1..]
    } else {
        symbol
    };
    let (hash, mut names) = mangle::parse(symbol)?;
    let sentence = names.pop()?;
    if names.is_empty() {
        return None;
    }
    let package = names.remove(0);
    let (role, version) = Role::read(&sentence, &package)?;
    let item = Item {
        package,
        version,
        path: names,
        hash,
    };
    // One item, one spelling: two that decode alike would be two symbols for one thing.
    (encode(&item, role) == symbol).then_some((item, role))
}

/// What linkers print for that symbol: the path, then the sentence, with lookalikes.
///
/// ```
/// use linkface_symbol::{Compat, Item, Role, demangled};
///
/// let item = Item::new("console", Compat::of("0.4.7")?, ["write"], 7);
/// assert_eq!(demangled(&item, Role::Pull), "console::write::overrides\u{a0}the\u{a0}default\u{a0}of\u{a0}console\u{a0}0\u{2024}4");
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[must_use]
pub fn demangled(item: &Item, role: Role) -> String {
    let package = item.crate_name();
    let sentence = role.sentence(item);
    let names = [&*package]
        .into_iter()
        .chain(item.names())
        .chain([&*sentence]);
    names
        .map(lookalike::to_symbol)
        .collect::<Vec<_>>()
        .join("::")
}

/// Whether `symbol` is one of linkface's: whether [`decode`] takes it.
///
/// ```
/// assert!(!linkface_symbol::is_ours("_RNvC7console5write"));
/// assert!(!linkface_symbol::is_ours("malloc@@GLIBC_2.2.5"));
/// ```
#[must_use]
pub fn is_ours(symbol: &str) -> bool {
    decode(symbol).is_some()
}
