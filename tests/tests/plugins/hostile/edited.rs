//! Plugins as linkers write them, and as tools leave them: all of them are loaded.

use super::{LOUD, api, plugin};
use linkface_tests::{Crate, Tool, Workspace};
use std::fs;
use std::path::PathBuf;

/// What is given to the linker.
const LINKERS: &[(&str, &[&str])] = &[
    ("bfd", &["-fuse-ld=bfd"]),
    ("lld", &["-fuse-ld=lld"]),
    ("gold", &["-fuse-ld=gold"]),
    ("mold", &["-fuse-ld=mold"]),
    ("together", &["-fuse-ld=bfd", "-Wl,-z,noseparate-code"]),
    ("symbolic", &["-Wl,-Bsymbolic"]),
    ("hashes", &["-Wl,--hash-style=both"]),
    ("packed", &["-fuse-ld=lld", "-Wl,-z,pack-relative-relocs"]),
];

/// Whose files are edited.
const EDITED: &[&str] = &["bfd", "lld"];

/// What is done to the file: `FILE` is its name.
const TOOLS: &[(&str, &[&str])] = &[
    ("debug", &["strip --strip-debug FILE"]),
    ("stripped", &["strip FILE"]),
    (
        "split",
        &[
            "objcopy --only-keep-debug FILE FILE.debug",
            "objcopy --strip-debug --add-gnu-debuglink=FILE.debug FILE",
        ],
    ),
    ("compressed", &["objcopy --compress-debug-sections FILE"]),
    // Later sections get other numbers, and symbols keep theirs.
    ("without_notes", &["objcopy -R .note.gnu.build-id FILE"]),
    ("short", &["patchelf --set-rpath /short FILE"]),
    (
        "long",
        &[
            "patchelf --set-rpath /short FILE",
            "patchelf --set-rpath /a/folder/with/a/name/that/is/longer/than/any/other FILE",
        ],
    ),
    (
        "none",
        &[
            "patchelf --set-rpath /short FILE",
            "patchelf --remove-rpath FILE",
        ],
    ),
    ("named", &["patchelf --set-soname libloud.so.1 FILE"]),
    (
        "needs",
        &[
            "patchelf --add-needed libm.so.6 FILE",
            "patchelf --replace-needed libm.so.6 libdl.so.2 FILE",
        ],
    ),
    (
        "then_stripped",
        &[
            "patchelf --set-rpath /short FILE",
            "patchelf --set-rpath /a/folder/with/a/longer/name FILE",
            "strip FILE",
        ],
    ),
];

#[test]
fn edited() {
    let case = Workspace::new("plugins/edited")
        .member(api())
        .member(plugin("edited").source(LOUD))
        // Its metadata is a symbol that isn't mapped.
        .member(plugin("edited_dylib").types(&["dylib"]).source(LOUD))
        .member(Crate::bin("app").plugin(&["host"]).dep("api").source(
            r#"
                use api::{LoadedText, TextApi};
                fn main() {
                    for file in std::env::args().skip(1) {
                        match linkface_plugin::Host::new().load::<LoadedText>(&file) {
                            Ok(mut text) => println!("{}", text.longer("hey", 2).unwrap()),
                            Err(error) => println!("{}", error.to_string().lines().next().unwrap()),
                        }
                    }
                }
            "#,
        ));
    case.build().succeeds();
    let folder = case.folder().join("files");
    fs::create_dir(&folder).expect("the case's folder is writable");
    let mut files: Vec<PathBuf> = vec![case.artifact("libedited_dylib.so")];
    for (linker, args) in LINKERS {
        let args = args.iter().map(|arg| format!("-Clink-arg={arg}"));
        let rustc = case.profiled("rustc").args(["--package", "edited", "--"]);
        if !rustc.args(args).run().success() {
            println!("not tried: {linker}");
            continue;
        }
        let built = fs::read(case.artifact("libedited.so")).expect("it was built");
        let write = |name: &str| {
            let file = folder.join(format!("{linker}_{name}.so"));
            fs::write(&file, &built).expect("the case's folder is writable");
            file
        };
        files.push(write("built"));
        let tools = if EDITED.contains(linker) { TOOLS } else { &[] };
        for (name, lines) in tools {
            let file = write(name);
            let is_done = lines.iter().all(|line| {
                let line = line.replace("FILE", &file.to_string_lossy());
                let (tool, args) = line.split_once(' ').expect("a tool has arguments");
                Tool::new(tool, &folder)
                    .args(args.split(' '))
                    .try_run()
                    .is_some_and(|output| output.success())
            });
            if is_done {
                files.push(file);
            } else {
                println!("not tried: {linker} {name}");
            }
        }
    }
    assert!(files.len() > 2, "no linker could be tried");
    let said = Tool::new(case.artifact("app"), &folder).args(&files).run();
    let said = said.succeeds().to_string();
    assert_eq!(said.matches("hey!!").count(), files.len(), "{said}");
}
