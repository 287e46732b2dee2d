//! Target triples and what is known of them.

use guppy::platform::{Platform, TargetFeatures};
use std::fmt;

/// The platform of a target triple. `cfg` is what `rustc --print cfg --target …` prints, or empty: then
/// dependencies that hang on target features count as absent, and so do those that hang on a `--cfg`.
///
/// # Errors
///
/// If the target is not one of rustc's own: what a custom target's `cfg`s are, its file says, and it
/// is not looked at.
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
    let mut platform = Platform::new_strict(triple.to_owned(), TargetFeatures::features(features))
        .map_err(|_| UnknownTarget(triple.to_owned()))?;
    platform.add_flags(flags);
    Ok(platform)
}

/// A target that is not one of rustc's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTarget(pub String);

impl fmt::Display for UnknownTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "target `{}` is not one of rustc's own, and what it is cannot be told from its name: \
             write the built-in target that is nearest to it",
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
    fn custom_targets_are_refused() {
        for triple in ["my-board.json", "mips-acme-none", ""] {
            let error = platform(triple, "").unwrap_err().to_string();
            assert!(error.contains(&format!("`{triple}`")), "{error}");
        }
    }
}
