//! The program, built once in each mode.

use linkface_prove::{Build, Built, Case, Crates, Lto, Stage, Units};
use std::path::PathBuf;
use std::sync::OnceLock;

/// How it is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Off,
    Thin,
    Fat,
    Debug,
}

/// The workspace.
pub(crate) fn manifest() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/prove/Cargo.toml")
}

/// Where it is compiled.
pub(crate) fn target_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("truth")
}

fn build(mode: Mode) -> Build {
    Build {
        manifest: Some(manifest()),
        package: Some("app".to_owned()),
        profile: if mode == Mode::Debug {
            "dev"
        } else {
            "release"
        }
        .to_owned(),
        lto: match mode {
            Mode::Off => Some(Lto::Off),
            Mode::Thin => Some(Lto::Thin),
            Mode::Fat => Some(Lto::Fat),
            Mode::Debug => None,
        },
        // The IR and the assembly have to be of one build, and need not be what Cargo would ship.
        units: Units::One,
        crates: Crates::All,
        lines: true,
        target_dir: Some(target_dir()),
        ..Build::default()
    }
}

fn built(mode: Mode) -> &'static Built {
    static BUILT: [OnceLock<Built>; 4] = [const { OnceLock::new() }; 4];
    BUILT[mode as usize].get_or_init(|| build(mode).run().unwrap_or_else(|why| panic!("{why}")))
}

/// What LLVM gets: the same for all optimised modes.
fn before(mode: Mode) -> &'static Built {
    static BUILT: [OnceLock<Built>; 2] = [const { OnceLock::new() }; 2];
    BUILT[usize::from(mode == Mode::Debug)].get_or_init(|| {
        let build = Build {
            stage: Stage::Unoptimised,
            lto: None,
            ..build(mode)
        };
        build.run().unwrap_or_else(|why| panic!("{why}"))
    })
}

pub(crate) fn case(mode: Mode) -> &'static Case<'static> {
    static CASES: [OnceLock<Case<'static>>; 4] = [const { OnceLock::new() }; 4];
    CASES[mode as usize].get_or_init(|| {
        let before = before(mode);
        // Last, since both link the same file.
        Case::new(built(mode), Some(before))
    })
}

/// The linked program.
pub(crate) fn executable(mode: Mode) -> Option<PathBuf> {
    case(mode);
    built(mode).executable.clone()
}
