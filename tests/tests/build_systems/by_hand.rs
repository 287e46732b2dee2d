//! `rustc` and `cc` called by hand.

use crate::{Bare, PRINTS, SUM};
use linkface_symbol::Role;
use linkface_tests::{Crate, Output, Profile, Tool, Workspace, sentence, symbols};

fn case(name: &str) -> Workspace {
    // A member is there so that Cargo has something to build linkface for.
    Workspace::new(name).member(Crate::lib("nothing").linkface().source(""))
}

fn program() -> String {
    format!("{SUM}\nfn main() {{ println!(\"{{}}\", text()) }}")
}

/// `profile` is how linkface itself is built: LTO needs its bitcode.
fn check_program(name: &str, profile: Profile, flags: &[&str]) {
    let case = case(name).profile(profile);
    let bare = Bare::new(&case);
    bare.libraries(flags);
    let _: Output = bare
        .compile(
            "app",
            &program(),
            &["console", "uart"],
            &[flags, &["-oprogram"]].concat(),
        )
        .succeeds();
    bare.run("program").succeeds().prints(PRINTS);
}

#[test]
fn rustc_with_extern() {
    check_program("bare-debug", Profile::Debug, &[]);
}

#[test]
fn rustc_with_extern_optimised() {
    check_program("bare-release", Profile::Release, &["-O"]);
}

#[test]
fn rustc_with_extern_and_lto() {
    check_program(
        "bare-lto",
        Profile::Fat,
        &["-O", "-Clto=fat", "-Cembed-bitcode=yes"],
    );
}

/// The way of kernels: every crate is an object or an archive, and another linker joins them.
#[test]
fn objects_linked_by_hand() {
    let case = case("bare-objects");
    let bare = Bare::new(&case);
    let flags = ["-O", "-Cpanic=abort"];
    bare.libraries(&flags);
    let main = format!(
        "{SUM}\n#[unsafe(no_mangle)] pub extern \"C\" fn report() {{ println!(\"{{}}\", text()) }}"
    );
    let emit = [&flags[..], &["--crate-type", "lib", "--emit=obj=app.o"]].concat();
    let _: Output = bare
        .compile("app", &main, &["console", "uart"], &emit)
        .succeeds();
    // The object alone lacks the implementations.
    let missing: Vec<_> = symbols(&case.folder().join("app.o"))
        .into_iter()
        .filter(|symbol| symbol.name.contains("7console") && !symbol.is_defined)
        .collect();
    assert!(missing.len() >= 4, "{missing:?}");

    // A static library of std alone, as a foreign linker needs one.
    let _: Output = bare
        .compile(
            "std_only",
            "pub use std;",
            &[],
            &[&flags[..], &["--crate-type", "staticlib"]].concat(),
        )
        .succeeds();
    let source = case.folder().join("main.c");
    std::fs::write(
        &source,
        "void report(void);\nint main(void) { report(); return 0; }\n",
    )
    .expect("the case's folder is writable");
    // Both orders of the archives.
    for (program, archives) in [
        ("first", ["libuart.rlib", "libconsole.rlib"]),
        ("last", ["libconsole.rlib", "libuart.rlib"]),
    ] {
        let _: Output = Tool::cc(case.folder())
            .args(["main.c", "app.o", "-Wl,--start-group"])
            .args(archives)
            .args(["libstd_only.a", "-Wl,--end-group", "-o", program])
            .args(["-lgcc_s", "-lpthread", "-lm", "-ldl"])
            .run()
            .succeeds();
        bare.run(program).succeeds().prints(PRINTS);
    }
}

#[test]
fn a_static_library_linked_by_cc() {
    let case = case("bare-staticlib");
    let bare = Bare::new(&case);
    bare.libraries(&[]);
    let main = format!(
        "{SUM}\n#[unsafe(no_mangle)] pub extern \"C\" fn report() {{ println!(\"{{}}\", text()) }}"
    );
    let _: Output = bare
        .compile(
            "app",
            &main,
            &["console", "uart"],
            &["--crate-type", "staticlib"],
        )
        .succeeds();
    let source = case.folder().join("main.c");
    std::fs::write(
        &source,
        "void report(void);\nint main(void) { report(); return 0; }\n",
    )
    .expect("the case's folder is writable");
    let _: Output = Tool::cc(case.folder())
        .args([
            "main.c",
            "libapp.a",
            "-o",
            "main",
            "-lgcc_s",
            "-lpthread",
            "-lm",
            "-ldl",
        ])
        .run()
        .succeeds();
    bare.run("main").succeeds().prints(PRINTS);
}

#[test]
fn a_missing_provider_is_told_here_too() {
    let case = case("bare-missing");
    let bare = Bare::new(&case);
    bare.libraries(&[]);
    let program = program().replace("use uart as _;", "");
    bare.compile("app", &program, &["console"], &["-oprogram"])
        .fails()
        .says(&sentence(Role::Required, "console::write", "0.1.0"));
}

/// Without Cargo's variables and without `facade!`, nobody knows the façade's version.
#[test]
fn a_facade_that_does_not_name_itself_is_told_to() {
    let case = case("bare-nameless");
    let bare = Bare::new(&case);
    let nameless = "#[linkface::interface] pub fn write() -> usize;";
    bare.compile("console", nameless, &[], &["--crate-type", "rlib"])
        .fails()
        .says("linkface::facade!(\"");
}

/// `link!()` follows the hashes in Cargo's file names.
#[test]
fn discovery_says_that_it_cannot_see() {
    let case = case("bare-discovery");
    let bare = Bare::new(&case);
    bare.libraries(&[]);
    let program = format!("linkface::link!();\n{}", program());
    bare.compile("app", &program, &["console", "uart"], &["-oprogram"])
        .fails()
        .says("`link!()` finds providers by the names that Cargo gives to compiled crates, and these have others")
        .says("name the providers, `link!(provider)`");
}
