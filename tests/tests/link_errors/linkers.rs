//! The same sentences from every linker that is installed here.

use crate::roots::{MISTAKES, ROOTS};
use crate::{roots, workspace, wrong_kinds};
use linkface_tests::{Profile, Tool};
use std::env;
use std::path::Path;

/// GNU ld is what Rust used before 1.90 and what many distributions and cross toolchains still do;
/// the default one, rust-lld, is tested with every root.
const LINKERS: &[&str] = &["bfd", "gold", "lld", "mold"];

#[test]
fn every_linker_tells_it() {
    for profile in Profile::chosen(&[Profile::Release], Profile::USUAL) {
        for linker in LINKERS.iter().filter(|linker| is_installed(linker)) {
            check(linker, profile);
        }
    }
}

#[track_caller]
fn check(linker: &str, profile: Profile) {
    let mut case = roots::libraries(workspace(linker, profile));
    let bin = &ROOTS[0];
    for mistake in MISTAKES {
        case = case.member(roots::broken(bin, mistake));
    }
    for mistake in MISTAKES {
        let package = format!("{}_{}", mistake.name, bin.name);
        let output = case
            .profiled("rustc")
            .args(["--package", &package, "--", "-Clinker-features=-lld"])
            .arg(format!("-Clink-arg=-fuse-ld={linker}"))
            .run();
        let wrongs = wrong_kinds(&output, mistake);
        assert!(
            wrongs.is_empty(),
            "{linker}, {}: {wrongs:?} in {output}",
            profile.name()
        );
    }
}

fn is_installed(linker: &str) -> bool {
    let found = env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path).any(|folder| folder.join(format!("ld.{linker}")).exists())
    });
    let works = found
        && Tool::new(format!("ld.{linker}"), Path::new("/"))
            .arg("-v")
            .run()
            .success();
    if !works {
        println!("ld.{linker} is not installed: its messages are not tested");
    }
    works
}
