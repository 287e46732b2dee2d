//! What is known: `p`roven, `r`efuted, `u`nknown, `-` for no code of its own; without link-time
//! optimisation, with thin, with fat.

/// The function of `interface.rs`, the item, and whether no call of it is left.
pub(crate) const INTERFACE: &[(&str, &str, &str)] = &[
    ("write", "api::write", "rpp"),
    ("write_twice", "api::write", "rpp"),
    ("kept", "api::kept", "rrr"),
    ("replaced", "api::replaced", "rrr"),
    ("big", "api::big", "rrr"),
    ("method", "api::DiskApi::get", "rpp"),
    ("in_closure", "api::write", "rpp"),
    ("merged", "app::interface::mix", "rrr"),
    ("merged", "app::interface::stir", "rrr"),
    ("handed", "app::interface::count", "uuu"),
    // It never called that one.
    ("write", "api::kept", "uuu"),
];

/// The function of `calls.rs`: whether no call is left, and whether no indirect call is.
pub(crate) const CALLS: &[(&str, [&str; 2])] = &[
    ("leaf", ["ppp", "ppp"]),
    ("stays", ["rrr", "ppp"]),
    ("tail", ["rrr", "ppp"]),
    ("inlined", ["ppp", "ppp"]),
    ("inlined_from_other_crate", ["ppp", "ppp"]),
    ("stays_in_other_crate", ["rrr", "ppp"]),
    ("shim", ["ppp", "ppp"]),
    ("eliminated", ["---", "---"]),
    ("folded", ["---", "---"]),
    ("dynamic", ["rrr", "rrr"]),
    ("devirtualised", ["ppp", "ppp"]),
    ("pointer", ["rrr", "rrr"]),
    ("known_pointer", ["rrr", "ppp"]),
    ("recursive", ["rrr", "ppp"]),
    ("closure", ["ppp", "ppp"]),
    ("closure_calls", ["rrr", "ppp"]),
    ("cold", ["rrr", "ppp"]),
    ("copy_small", ["ppp", "ppp"]),
    ("copy_big", ["rrr", "ppp"]),
    ("copy_any", ["rrr", "ppp"]),
    ("fill", ["rrr", "ppp"]),
    ("equal", ["rrr", "ppp"]),
    ("divide", ["rrr", "ppp"]),
    ("remainder", ["rrr", "ppp"]),
    ("root", ["ppp", "ppp"]),
    ("sine", ["rrr", "ppp"]),
];

/// The function of `costs.rs`: whether nothing panics, and whether nothing allocates.
pub(crate) const COSTS: &[(&str, [&str; 2])] = &[
    ("index", ["rrr", "ppp"]),
    ("index_elsewhere", ["rrr", "ppp"]),
    ("index_checked", ["ppp", "ppp"]),
    ("get", ["ppp", "ppp"]),
    ("slice", ["rrr", "ppp"]),
    // Without overflow checks.
    ("overflow", ["ppp", "ppp"]),
    ("divide", ["rrr", "ppp"]),
    ("divide_nonzero", ["ppp", "ppp"]),
    ("unwrap", ["rrr", "ppp"]),
    ("unwrap_or", ["ppp", "ppp"]),
    ("unreachable_panic", ["ppp", "ppp"]),
    ("abort", ["rrr", "ppp"]),
    ("through_pointer", ["uuu", "uuu"]),
    ("calm_recursion", ["ppp", "ppp"]),
    ("vector", ["rrr", "rrr"]),
    ("boxed", ["rrr", "rrr"]),
    ("box_removed", ["ppp", "ppp"]),
    ("deep_vector", ["rrr", "rrr"]),
    ("drops", ["ppp", "ppp"]),
    ("string", ["urr", "urr"]),
    ("on_stack", ["ppp", "ppp"]),
    ("allocates_through_pointer", ["uuu", "uuu"]),
    ("generic_vector", ["rrr", "rrr"]),
    ("prints", ["urr", "uru"]),
    ("named_like_c", ["rrr", "rrr"]),
    ("caught", ["rrr", "rrr"]),
];
