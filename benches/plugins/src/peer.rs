//! Who is measured.

use std::fs;

/// A way to have an implementor. `direct` is linked; all others are loaded from a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Peer {
    /// As the program names it.
    pub(crate) name: &'static str,
    /// As the tables name it.
    pub(crate) title: &'static str,
    /// The package of its plugin.
    pub(crate) plugin: Option<&'static str>,
    /// The package whose features change its interface.
    pub(crate) api: &'static str,
    /// The crate on crates.io.
    krate: Option<&'static str>,
}

/// The peer that others' times are divided by.
pub(crate) const DIRECT: &str = "direct";
/// The one whose numbers have goals.
pub(crate) const LINKFACE: &str = "linkface";

/// In the order of the tables.
pub(crate) const PEERS: [Peer; 7] = [
    Peer::new(DIRECT, "linked, not inlined", None, "", None),
    Peer::new(
        LINKFACE,
        "**linkface-plugin**",
        Some("linkface-bench-plugin"),
        "linkface-api",
        None,
    ),
    Peer::new(
        "abi_stable",
        "abi_stable",
        Some("abi_stable-plugin"),
        "abi_stable-api",
        Some("abi_stable"),
    ),
    Peer::new(
        "stabby",
        "stabby",
        Some("stabby-plugin"),
        "stabby-api",
        Some("stabby"),
    ),
    Peer::new(
        "savefile",
        "savefile-abi",
        Some("savefile-plugin"),
        "savefile-api",
        Some("savefile-abi"),
    ),
    Peer::new(
        "boxed",
        "`Box<dyn>`, unchecked",
        Some("boxed-plugin"),
        "boxed-api",
        None,
    ),
    Peer::new(
        "c",
        "C table by hand, unchecked",
        Some("c-plugin"),
        "c-api",
        None,
    ),
];

impl Peer {
    const fn new(
        name: &'static str,
        title: &'static str,
        plugin: Option<&'static str>,
        api: &'static str,
        krate: Option<&'static str>,
    ) -> Self {
        Self {
            name,
            title,
            plugin,
            api,
            krate,
        }
    }

    /// The crate and its version, as the lock file has it.
    pub(crate) fn version(self) -> Option<String> {
        let krate = self.krate?;
        let lock = fs::read_to_string(crate::place::here().join("Cargo.lock")).ok()?;
        let (_, rest) = lock.split_once(&format!("name = \"{krate}\"\nversion = \""))?;
        let (version, _) = rest.split_once('"')?;
        Some(format!("{krate} {version}"))
    }
}
