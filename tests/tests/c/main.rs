//! Items with `abi = "C"`, met by real C and C++ compilers: either side implements, as an object or
//! in an archive.

mod foreign;
mod overrides;
mod rust_for_c;

use linkface_tests::{Crate, Output, Tool, Workspace};

/// The façade. Names without `symbol` are ours; C sees those with one.
pub(crate) const API: &str = r#"
use linkface::interface;
#[interface(abi = "C", symbol = unsafe("C_PREFIX_required"))] pub fn required(value: u32) -> u32;
#[interface(abi = "C", symbol = unsafe("C_PREFIX_default"))] pub fn defaulted(value: u32) -> u32 { value + 1 }
#[interface(abi = "C", symbol = unsafe("C_PREFIX_level"))] pub static LEVEL: u32;
pub fn sum() -> u32 { required(10) + defaulted(100) + LEVEL }
"#;

/// How the compiled C reaches the linker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Object,
    Archive,
}

/// Which compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    C,
    Cxx,
}

/// Every combination of how C arrives.
pub(crate) const ARRIVALS: [(Language, Shape); 4] = [
    (Language::C, Shape::Object),
    (Language::C, Shape::Archive),
    (Language::Cxx, Shape::Object),
    (Language::Cxx, Shape::Archive),
];

/// `{` … `}` of `extern "C"` in C++, nothing in C: for sources that both languages take.
pub(crate) fn in_language(language: Language, source: &str) -> String {
    match language {
        Language::C => source.to_owned(),
        Language::Cxx => format!("extern \"C\" {{\n{source}\n}}\n"),
    }
}

/// Compiles `source` to `<stem>.o`, and that to `lib<stem>.a` if asked.
#[track_caller]
pub(crate) fn compile(
    case: &Workspace,
    stem: &str,
    source: &str,
    language: Language,
    shape: Shape,
) {
    let folder = case.folder();
    let (file, compiler) = match language {
        Language::C => (format!("{stem}.c"), Tool::cc(folder)),
        Language::Cxx => (format!("{stem}.cc"), Tool::cxx(folder)),
    };
    std::fs::write(folder.join(&file), in_language(language, source)).expect("writable");
    let object = format!("{stem}.o");
    let _: Output = compiler
        .args(["-O1", "-fPIC", "-c", &file, "-o", &object])
        .run()
        .succeeds();
    if shape == Shape::Archive {
        let archive = format!("lib{stem}.a");
        let _: Output = Tool::new("ar", folder)
            .args(["crs", &archive, &object])
            .run()
            .succeeds();
    }
}

/// A root that is linked with `<stem>.o` or `lib<stem>.a` of the case's folder, the usual way.
pub(crate) fn root(name: &str, stem: &str, shape: Shape, source: &str) -> Crate {
    let link = match shape {
        Shape::Object => {
            format!("println!(\"cargo:rustc-link-arg={{}}\", folder.join(\"{stem}.o\").display());")
        }
        Shape::Archive => format!(
            "println!(\"cargo:rustc-link-search=native={{}}\", folder.display());
             println!(\"cargo:rustc-link-lib=static={stem}\");"
        ),
    };
    let script = format!(
        "fn main() {{
             let package = std::env::var(\"CARGO_MANIFEST_DIR\").unwrap();
             let folder = std::path::Path::new(&package).parent().unwrap().to_path_buf();
             {link}
         }}"
    );
    Crate::bin(name)
        .linkface()
        .dep("api")
        .source(source)
        .file("build.rs", &script)
}
