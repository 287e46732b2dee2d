//! Target triples and what is known of them.

use guppy::platform::{Platform, TargetFeatures};
use std::fmt;

/// The platform of a target triple. `cfg` is what `rustc --print cfg --target …` prints, with the flags
/// of the build. It may be empty for rustc's own targets: then dependencies that hang on target
/// features or on a `--cfg` count as absent. So does always what hangs on a `--cfg` with a value.
///
/// # Errors
///
/// If the target is not one of rustc's own, and `cfg` does not say what it is.
pub fn platform(triple: &str, cfg: &str) -> Result<Platform, UnknownTarget> {
    let mut features = Vec::new();
    let mut flags = Vec::new();
    for line in cfg.lines().map(str::trim) {
        if let Some(feature) = line.strip_prefix("target_feature=") {
            features.push(feature.trim_matches('"').to_owned());
        } else if !line.is_empty() && !line.contains('=') {
            flags.push(line.to_owned());
        }
    }
    // A target may be given as a file, but manifests call it by its name.
    let name = triple.strip_suffix(".json").unwrap_or(triple);
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    let features = TargetFeatures::features(features);
    let mut platform = Platform::new_strict(name.clone(), features.clone())
        .or_else(|_| Platform::new_custom_cfg(name, cfg, features))
        .map_err(|_| UnknownTarget(triple.to_owned()))?;
    platform.add_flags(flags);
    Ok(platform)
}

/// Whether rustc makes shared Rust libraries for a target, as far as its name says it: for WebAssembly,
/// for what links all of its C library statically and for machines without an operating system it drops
/// the crate type `dylib`.
///
/// ```
/// use linkface_graph::packages::platform::has_dylibs;
///
/// assert!(has_dylibs("x86_64-pc-windows-msvc"));
/// assert!(!has_dylibs("wasm32-wasip1") && !has_dylibs("x86_64-unknown-linux-musl"));
/// ```
#[must_use]
pub fn has_dylibs(triple: &str) -> bool {
    let without = ["wasm", "-musl", "-none", "-uefi"];
    !without.iter().any(|part| triple.contains(part))
}

/// A target of which nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTarget(pub String);

impl fmt::Display for UnknownTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "target `{}` is not one of rustc's own, and rustc has not said what it is: \
             give what `rustc --print cfg --target {0}` prints",
            self.0
        )
    }
}

impl std::error::Error for UnknownTarget {}

#[cfg(test)]
mod tests {
    use super::platform;

    #[test]
    fn cfgs_are_features_and_flags() {
        let platform = platform(
            "x86_64-unknown-linux-gnu",
            "panic=\"unwind\"\ntarget_feature=\"sse2\"\ntokio_unstable\nunix\n",
        )
        .unwrap();
        assert_eq!(platform.target_features().matches("sse2"), Some(true));
        assert_eq!(platform.target_features().matches("avx"), Some(false));
        assert!(platform.has_flag("tokio_unstable"));
    }

    #[test]
    fn custom_targets_are_what_rustc_says() {
        let cfg = "panic=\"abort\"\ntarget_arch=\"riscv32\"\ntarget_endian=\"little\"\n\
                   target_env=\"\"\ntarget_has_atomic=\"32\"\ntarget_os=\"none\"\n\
                   target_pointer_width=\"32\"\ntarget_vendor=\"acme\"\n";
        let platform = platform("boards/my-board.json", cfg).unwrap();
        assert_eq!(platform.triple_str(), "my-board");
        assert!(platform.is_custom());
    }

    #[test]
    fn targets_that_nobody_knows_are_refused() {
        for triple in ["my-board.json", "mips-acme-none", "nonsense", ""] {
            let error = platform(triple, "").unwrap_err().to_string();
            assert!(error.contains(&format!("`{triple}`")), "{error}");
        }
    }
}
