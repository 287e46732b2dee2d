//! What linkers say about an item.

use linkface_symbol::{Compat, Item, Role};

/// What a linker prints of the symbol of that role, as [`plain`](crate::plain) shows it: the item's
/// path and what there is to say. The words themselves are `linkface-symbol`'s own tests' concern.
///
/// `item` begins with the façade's package, as in `console::write`, or is that alone.
#[must_use]
pub fn sentence(role: Role, item: &str, version: &str) -> String {
    let package = item.split("::").next().unwrap_or_default();
    let version = Compat::of(version).expect("a version");
    format!(
        "{item}::{}",
        role.sentence(&Item::new(package, version, ["any"], 0))
    )
}
