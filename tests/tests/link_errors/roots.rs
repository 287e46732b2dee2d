//! The broken roots: each kind of artifact, with no provider, one that is not named, and
//! two.

use linkface_symbol::{Compat, Item, Role};
use linkface_tests::{Crate, Output, Profile, Tool, Workspace};

/// The required items, as linkers begin their sentence about each.
const REQUIRED: &[&str] = &["le_api::function", "le_api::STATIC", "le_api::TraitApi"];
/// The items that have a default.
const DEFAULTED: &[&str] = &[
    "le_api::defaulted_function",
    "le_api::DEFAULTED_STATIC",
    "le_api::DefaultedApi",
];

/// A kind of root.
pub(crate) struct Root {
    pub(crate) name: &'static str,
    types: &'static [&'static str],
    pub(crate) is_test: bool,
}

/// All kinds. A `dylib` too: it must be whole by itself, or it would load only beside others.
pub(crate) const ROOTS: &[Root] = &[
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
pub(crate) struct Mistake {
    pub(crate) name: &'static str,
    /// Providers in the manifest.
    listed: &'static [&'static str],
    /// Providers in the code.
    named: &'static [&'static str],
    pub(crate) role: Role,
    /// The items that it is wrong with.
    pub(crate) items: &'static [&'static str],
}

/// What the linker says about an item of the façade, behind the item's path.
pub(crate) fn words(role: Role) -> String {
    let version = Compat::of("0.1.0").expect("a version");
    role.sentence(&Item::new("le_api", version, ["any"], 0))
}

/// All mistakes. A crate that is listed but named nowhere is not linked, rustc's rule.
pub(crate) const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "missing",
        listed: &[],
        named: &[],
        role: Role::Required,
        items: REQUIRED,
    },
    Mistake {
        name: "unnamed",
        listed: &["le_one"],
        named: &[],
        role: Role::Required,
        items: REQUIRED,
    },
    Mistake {
        name: "duplicate",
        listed: &["le_one", "le_two"],
        named: &["le_one", "le_two"],
        role: Role::Unique,
        items: REQUIRED,
    },
    Mistake {
        name: "overridden_twice",
        listed: &["le_one", "le_override"],
        named: &["le_one", "le_override"],
        role: Role::Unique,
        items: DEFAULTED,
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
#[interface] pub fn defaulted_function() -> u32 { 1 }
#[interface] pub static DEFAULTED_STATIC: u32 = 1;
#[interface(pub Defaulted, default = Plain)] pub trait DefaultedApi: Sized {
    fn new() -> Self;
    fn value(&self) -> u32;
}
pub struct Plain;
impl DefaultedApi for Plain {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 1 }
}
pub fn sum() -> u32 {
    function() + STATIC + <Trait as TraitApi>::new().value()
        + defaulted_function() + DEFAULTED_STATIC + <Defaulted as DefaultedApi>::new().value()
}
";
const REQUIRED_PROVIDER: &str = "
#[linkface::implement(le_api::function)] fn one() -> u32 { 1 }
#[linkface::implement(le_api::STATIC)] static ONE: u32 = 1;
struct Mine;
#[linkface::implement] impl le_api::TraitApi for Mine {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 1 }
}
";
const OVERRIDE: &str = "
#[linkface::implement(le_api::defaulted_function)] fn other() -> u32 { 2 }
#[linkface::implement(le_api::DEFAULTED_STATIC)] static OTHER: u32 = 2;
struct Other;
#[linkface::implement] impl le_api::DefaultedApi for Other {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 2 }
}
";

/// The façade, the two providers, and every root with every mistake.
pub(crate) fn workspace(profile: Profile) -> Workspace {
    let mut workspace = libraries(crate::workspace("roots", profile));
    for root in ROOTS {
        for mistake in MISTAKES {
            workspace = workspace.member(broken(root, mistake));
        }
    }
    workspace
}

/// Adds the façade and its providers.
pub(crate) fn libraries(workspace: Workspace) -> Workspace {
    let provider = |name, source: &str| Crate::lib(name).linkface().dep("le_api").source(source);
    workspace
        .member(Crate::lib("le_api").linkface().source(API))
        .member(provider(
            "le_one",
            &format!("{REQUIRED_PROVIDER}{OVERRIDE}"),
        ))
        .member(provider("le_two", REQUIRED_PROVIDER))
        .member(provider("le_override", OVERRIDE))
}

/// The root with the mistake, as package `<mistake>_<root>`.
pub(crate) fn broken(root: &Root, mistake: &Mistake) -> Crate {
    let name = format!("{}_{}", mistake.name, root.name);
    let uses = mistake
        .named
        .iter()
        .map(|name| format!("use {name} as _;\n"))
        .collect::<Vec<_>>()
        .concat();
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

/// An archive is not linked yet: links it into a C program, as its user would. Of duplicates only
/// `--whole-archive` shows more than the first: linkers take the first member that has a symbol, and
/// don't open the second.
#[track_caller]
pub(crate) fn link_if_archive(
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
        .arg("-Wl,--whole-archive")
        .arg(workspace.artifact(&format!("lib{package}.a")))
        .arg("-Wl,--no-whole-archive")
        .args(["-lgcc_s", "-lpthread", "-lm", "-ldl"])
        .run()
}
