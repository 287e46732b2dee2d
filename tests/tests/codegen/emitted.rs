//! A façade, a provider, a caller and a program, and what the compiler says of each.

use linkface_tests::{Crate, Profile, Workspace};
use std::fs;
use std::sync::LazyLock;

/// What rustc emitted for a crate.
pub(crate) struct Emitted {
    #[cfg_attr(
        not(all(target_arch = "x86_64", target_os = "linux")),
        allow(dead_code)
    )]
    pub(crate) assembly: String,
    pub(crate) ir: String,
}

pub(crate) static CALLER_DEBUG: LazyLock<Emitted> =
    LazyLock::new(|| emitted("caller", Profile::Debug));
pub(crate) static CALLER: LazyLock<Emitted> = LazyLock::new(|| emitted("caller", Profile::Release));
pub(crate) static PROVIDER_DEBUG: LazyLock<Emitted> =
    LazyLock::new(|| emitted("provider", Profile::Debug));
pub(crate) static PROVIDER: LazyLock<Emitted> =
    LazyLock::new(|| emitted("provider", Profile::Release));
#[cfg(all(target_arch = "x86_64", target_os = "linux"))]
pub(crate) static APP_FAT: LazyLock<Emitted> = LazyLock::new(|| emitted("app", Profile::Fat));

fn emitted(package: &str, profile: Profile) -> Emitted {
    let case = Workspace::new(&format!("codegen-{package}-{}", profile.name()))
        .profile(profile)
        .member(
            Crate::lib("api")
                .linkface()
                .source(include_str!("crates/api.rs")),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(include_str!("crates/provider.rs")),
        )
        .member(
            Crate::lib("caller")
                .dep("api")
                .source(include_str!("crates/caller.rs")),
        )
        .member(
            Crate::bin("app")
                .linkface()
                .dep("api")
                .dep("provider")
                .source(include_str!("crates/app.rs")),
        );
    let [assembly, ir] = ["out.s", "out.ll"].map(|file| case.folder().join(file));
    case.profiled("rustc")
        .args(["--package", package, "--"])
        // In one file.
        .args(["-C", "codegen-units=1"])
        .arg(format!("--emit=asm={}", assembly.display()))
        .arg(format!("--emit=llvm-ir={}", ir.display()))
        .run()
        .succeeds();
    let [assembly, ir] = [assembly, ir]
        .map(|file| fs::read_to_string(&file).expect("rustc emits what was asked for"));
    Emitted { assembly, ir }
}
