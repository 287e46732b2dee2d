//! The broken roots: each kind of artifact, with no provider, one that is not named, and two.

use linkface_tests::{Crate, Output, Profile, Tool, Workspace};

/// How each kind of item begins in the linker's sentence.
pub const KINDS: [&str; 3] = ["le_api::function::", "le_api::STATIC::", "le_api::Trait"];

/// A kind of root.
pub struct Root {
    pub name: &'static str,
    types: &'static [&'static str],
    pub is_test: bool,
}

/// All kinds. A `dylib` too: it must be whole by itself, or it would load only beside others.
pub const ROOTS: &[Root] = &[
    Root {
        name: "bin",
        types: &[],
        is_test: false,
    },
    Root {
        name: "cdylib",
        types: &["cdylib"],
        is_test: false,
    },
    Root {
        name: "dylib",
        types: &["dylib"],
        is_test: false,
    },
    Root {
        name: "both",
        types: &["rlib", "cdylib"],
        is_test: false,
    },
    Root {
        name: "archive",
        types: &["staticlib"],
        is_test: false,
    },
    Root {
        name: "test",
        types: &["rlib"],
        is_test: true,
    },
];

/// What is wrong with a root.
pub struct Mistake {
    pub name: &'static str,
    /// Providers in the manifest.
    listed: &'static [&'static str],
    /// Providers in the code.
    named: &'static [&'static str],
    pub sentence: &'static str,
}

const MISSING: &str = "has no implementation: add a provider of le_api 0.1 to the root crate and \
                       write `use the_provider as _;`";
const DUPLICATE: &str =
    "is implemented by two crates in this program: keep one provider of le_api 0.1";

/// All mistakes. A crate that is listed but named nowhere is not linked, rustc's rule.
pub const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "missing",
        listed: &[],
        named: &[],
        sentence: MISSING,
    },
    Mistake {
        name: "unnamed",
        listed: &["le_one"],
        named: &[],
        sentence: MISSING,
    },
    Mistake {
        name: "duplicate",
        listed: &["le_one", "le_two"],
        named: &["le_one", "le_two"],
        sentence: DUPLICATE,
    },
];

const API: &str = "
use linkface::interface;
#[interface] pub fn function() -> u32;
#[interface] pub static STATIC: u32;
#[interface(pub Trait)] pub trait TraitApi: Sized {
    fn new() -> Self;
    fn value(&self) -> u32;
}
pub fn sum() -> u32 { function() + STATIC + <Trait as TraitApi>::new().value() }
";
const PROVIDER: &str = "
use linkface::implement;
#[implement(le_api::function)] fn one() -> u32 { 1 }
#[implement(le_api::STATIC)] static ONE: u32 = 1;
struct Mine;
#[implement] impl le_api::TraitApi for Mine {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 1 }
}
";

/// The façade, the two providers, and every root with every mistake.
pub fn workspace(profile: Profile) -> Workspace {
    let mut workspace = libraries(crate::workspace("roots", profile));
    for root in ROOTS {
        for mistake in MISTAKES {
            workspace = workspace.member(broken(root, mistake));
        }
    }
    workspace
}

/// Adds the façade and two providers of it.
pub fn libraries(workspace: Workspace) -> Workspace {
    let provider = |name| Crate::lib(name).linkface().dep("le_api").source(PROVIDER);
    workspace
        .member(Crate::lib("le_api").linkface().source(API))
        .member(provider("le_one"))
        .member(provider("le_two"))
}

/// The root with the mistake, as package `<mistake>_<root>`.
pub fn broken(root: &Root, mistake: &Mistake) -> Crate {
    let name = format!("{}_{}", mistake.name, root.name);
    let uses: String = mistake
        .named
        .iter()
        .map(|name| format!("use {name} as _;\n"))
        .collect();
    let broken = if root.types.is_empty() {
        Crate::bin(&name).source(&format!("{uses}fn main() {{ assert!(le_api::sum() > 0) }}"))
    } else if root.is_test {
        Crate::lib(&name).source("").file(
            "tests/it.rs",
            &format!("{uses}#[test] fn it() {{ assert!(le_api::sum() > 0) }}"),
        )
    } else {
        let function = "#[unsafe(no_mangle)] pub extern \"C\" fn sum() -> u32 { le_api::sum() }";
        Crate::lib(&name)
            .types(root.types)
            .source(&format!("{uses}{function}"))
    };
    mistake
        .listed
        .iter()
        .fold(broken.dep("le_api"), |broken, name| broken.dep(name))
}

/// An archive is not linked yet: links it into a C program, as its user would.
#[track_caller]
pub fn link_if_archive(
    workspace: &Workspace,
    root: &Root,
    package: &str,
    output: Output,
) -> Output {
    if root.name != "archive" || !output.success() {
        return output;
    }
    let folder = workspace.folder();
    let source = folder.join("main.c");
    std::fs::write(
        &source,
        "unsigned sum(void);\nint main(void) { return (int)sum(); }\n",
    )
    .expect("the case's folder is writable");
    Tool::cc(folder)
        .args(["main.c", "-o", "main"])
        .arg(workspace.artifact(&format!("lib{package}.a")))
        .args(["-lgcc_s", "-lpthread", "-lm", "-ldl"])
        .run()
}
