// Included by `migration.rs` once for each mode.

use library::{Stringer, Woofer};

pub(super) fn calls() -> String {
    let mut woofer: Woofer = Stringer::made(1);
    Stringer::push(&mut woofer, "!");
    let said = <Woofer as Stringer>::string(&woofer) + &Stringer::twice(&woofer);
    let generic = in_generic_code(&woofer);
    let pointer: fn(&Woofer) -> String = Stringer::string;
    let again = pointer(&woofer);
    let _ = (Woofer::made(2), Woofer::LEN);
    said + &generic + &again[..0] + &Stringer::join(woofer, &["2", "3"])
}

fn in_generic_code<T: Stringer>(value: &T) -> String {
    value.string()
}
