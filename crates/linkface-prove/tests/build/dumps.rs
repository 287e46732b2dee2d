//! What rustc itself writes while it compiles.

use crate::kit::Workspace;
use linkface_prove::build::Build;

const APP: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n[workspace]\n";
const MAIN: &str = "#[unsafe(no_mangle)]\n#[inline(never)]\nfn twice(x: u32) -> u32 { half(x) * 4 }\n\
                    fn half(x: u32) -> u32 { x / 2 }\n\
                    fn main() { println!(\"{}\", twice(std::env::args().count() as u32)); }\n";

#[test]
fn rustc_runs_for_every_dump() {
    let workspace = Workspace::new(&[("Cargo.toml", APP), ("src/main.rs", MAIN)]);
    let flags = ["-print-changed=quiet", "-filter-print-funcs=twice"];
    let what = Build {
        profile: "release".to_owned(),
        rustc: flags.map(|flag| format!("-Cllvm-args={flag}")).to_vec(),
        ..workspace.build()
    };
    for _ in 0..2 {
        let (built, said) = what.dump().unwrap_or_else(|why| panic!("{why}"));
        assert!(
            said.contains("*** IR Dump After InstCombinePass on twice ***"),
            "{said}"
        );
        assert!(built.units.is_empty(), "nobody asked for IR");
        let flags = built.fidelity.to_string();
        assert!(
            flags.contains("rustc got more flags than usual: -Cllvm-args=-print"),
            "{flags}"
        );
    }
}

#[test]
fn a_build_that_is_forgotten_leaves_its_program() {
    let workspace = Workspace::new(&[("Cargo.toml", APP), ("src/main.rs", MAIN)]);
    let what = Build {
        rustc: vec!["--emit=llvm-ir".to_owned()],
        ..workspace.build()
    };
    let (built, _) = what.dump().unwrap_or_else(|why| panic!("{why}"));
    let file = built.units[0].file.clone();
    let program = built.executable.clone().expect("it is one");
    assert!(file.is_file() && built.units[0].text.contains("@twice("));
    built.forget();
    assert!(!file.exists() && program.is_file());
    assert!(
        !what
            .dump()
            .unwrap_or_else(|why| panic!("{why}"))
            .0
            .units
            .is_empty()
    );
}
