//! What rustc's flags say about linking.

/// Whether these flags say `-C prefer-dynamic`: dependencies are linked as shared libraries where there
/// are some, and the standard library is.
///
/// ```
/// use linkface_graph::packages::rustflags::prefer_dynamic;
///
/// assert!(prefer_dynamic(["-C", "prefer-dynamic"]));
/// assert!(prefer_dynamic(["--codegen=prefer_dynamic=yes", "-O"]));
/// assert!(!prefer_dynamic(["-Cprefer-dynamic", "-Cprefer-dynamic=no"]));
/// ```
#[must_use]
pub fn prefer_dynamic<'a>(flags: impl IntoIterator<Item = &'a str>) -> bool {
    let mut prefers = false;
    let mut flags = flags.into_iter();
    while let Some(flag) = flags.next() {
        let option = match flag {
            "-C" | "--codegen" => flags.next(),
            flag => flag
                .strip_prefix("--codegen=")
                .or_else(|| flag.strip_prefix("-C")),
        };
        let Some(option) = option else { continue };
        let (name, value) = option.split_once('=').unwrap_or((option, "yes"));
        if name.replace('_', "-") == "prefer-dynamic" {
            prefers = matches!(value, "y" | "yes" | "on" | "true");
        }
    }
    prefers
}
