//! The roots: every way in which a program of the matrix comes to be.

use linkface_tests::{Crate, Output, Profile, Tool, Workspace, scratch};
use std::path::{Path, PathBuf};

/// How a root is built and run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// `cargo run`.
    Run,
    /// `cargo test`: the package's unit, integration and doctest.
    Test,
    /// A C program loads the image.
    Load,
    /// A C program is linked with the archive.
    Archive,
}

/// One root, which reports under `name`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Root {
    pub(crate) name: &'static str,
    pub(crate) package: &'static str,
    pub(crate) how: How,
    /// What this row can't show, in which profiles, and why: printed with the table.
    pub(crate) but: Option<(&'static [Profile], &'static str)>,
}

const LTO: &[Profile] = &[Profile::Thin, Profile::Fat];

const fn root(name: &'static str, package: &'static str, how: How) -> Root {
    Root {
        name,
        package,
        how,
        but: None,
    }
}

const fn without_lto(root: Root, why: &'static str) -> Root {
    Root {
        but: Some((LTO, why)),
        ..root
    }
}

/// All roots.
pub(crate) const ROOTS: &[Root] = &[
    root("bin, provider named first", "mx_bin_before", How::Run),
    root("bin, provider named last", "mx_bin_after", How::Run),
    root("bin, provider in a library", "mx_bin_through", How::Run),
    root("cdylib", "mx_cdylib", How::Load),
    without_lto(
        root("dylib", "mx_dylib", How::Load),
        "Cargo compiles a dylib without LTO, so this is plain release",
    ),
    without_lto(
        root("rlib + cdylib, the rlib in a bin", "mx_both_user", How::Run),
        "Cargo compiles an rlib + cdylib without LTO; the bin is optimised as a whole",
    ),
    without_lto(
        root("rlib + cdylib, the cdylib", "mx_both", How::Load),
        "Cargo compiles an rlib + cdylib without LTO, so this is plain release",
    ),
    root("staticlib, linked by cc", "mx_static", How::Archive),
    root("unit test", "mx_tested", How::Test),
    root("integration test", "mx_tested", How::Test),
    root("doctest", "mx_tested", How::Test),
];

const API: &str = include_str!("crates/api.rs");
const API_LOUD: &str = include_str!("crates/api_loud.rs");
const PROVIDER: &str = include_str!("crates/provider.rs");
const MIDDLE: &str = include_str!("crates/middle.rs");
const HOST: &str = include_str!("crates/host.c");
const STATIC_HOST: &str = include_str!("crates/static_host.c");

/// The call that reports for a root, in the root's own code.
fn call(root: &str) -> String {
    format!("mx_middle::report({root:?}, mx_api::values!(), mx_quiet::values!())")
}

fn program(name: &str, before: &str, root: &str, after: &str) -> Crate {
    let source = format!("{before}\nfn main() {{ {} }}\n{after}\n", call(root));
    Crate::bin(name)
        .dep("mx_api")
        .dep("mx_quiet")
        .dep("mx_middle")
        .source(&source)
}

/// A library whose only C function, named like the library, reports.
fn image(name: &str, types: &[&str], root: &str) -> Crate {
    let source = format!(
        "use mx_provider as _;\n\
         pub fn report(root: &str) {{ mx_middle::report(root, mx_api::values!(), mx_quiet::values!()) }}\n\
         #[unsafe(no_mangle)] pub extern \"C\" fn {name}() {{ report({root:?}) }}\n"
    );
    Crate::lib(name)
        .types(types)
        .dep("mx_api")
        .dep("mx_quiet")
        .dep("mx_middle")
        .dep("mx_provider")
        .source(&source)
}

/// All crates of the matrix.
pub(crate) fn workspace(profile: Profile) -> Workspace {
    let quiet = |text: &str| text.replace("mx_api", "mx_quiet");
    // One provider crate implements both façades.
    let provider = format!(
        "mod loud {{ {PROVIDER} }}\nmod quiet {{ {} }}\n",
        quiet(PROVIDER)
    );
    let unit = format!("#[cfg(test)] #[test] fn unit() {{ {} }}", call("unit test"));
    let documented = format!(
        "//! ```\n//! use mx_provider as _;\n//! {};\n//! ```\n",
        call("doctest")
    );
    let tested = format!("{documented}#[cfg(test)] use mx_provider as _;\n{unit}\n");
    let integration = format!(
        "use mx_provider as _;\n#[test] fn integration() {{ {} }}\n",
        call("integration test")
    );

    Workspace::new(&format!("matrix-{}", profile.name()))
        .profile(profile)
        .member(
            Crate::lib("mx_api")
                .linkface()
                .source(&format!("{API}{API_LOUD}")),
        )
        .member(Crate::lib("mx_quiet").linkface().source(API))
        .member(
            Crate::lib("mx_provider")
                .linkface()
                .dep("mx_api")
                .dep("mx_quiet")
                .source(&provider),
        )
        .member(
            Crate::lib("mx_middle")
                .dep("mx_api")
                .dep("mx_quiet")
                .source(MIDDLE),
        )
        .member(
            program(
                "mx_bin_before",
                "use mx_provider as _;",
                "bin, provider named first",
                "",
            )
            .dep("mx_provider"),
        )
        .member(
            program(
                "mx_bin_after",
                "",
                "bin, provider named last",
                "use mx_provider as _;",
            )
            .dep("mx_provider"),
        )
        // The root itself names no provider: a library (a "platform crate") does.
        .member(
            Crate::lib("mx_platform")
                .dep("mx_provider")
                .source("pub use mx_provider as _;"),
        )
        .member(
            program(
                "mx_bin_through",
                "use mx_platform as _;",
                "bin, provider in a library",
                "",
            )
            .dep("mx_platform"),
        )
        .member(image("mx_cdylib", &["cdylib"], "cdylib"))
        .member(image("mx_dylib", &["dylib"], "dylib"))
        .member(image(
            "mx_both",
            &["rlib", "cdylib"],
            "rlib + cdylib, the cdylib",
        ))
        .member(
            Crate::bin("mx_both_user")
                .dep("mx_both")
                .source("fn main() { mx_both::report(\"rlib + cdylib, the rlib in a bin\") }"),
        )
        .member(image(
            "mx_static",
            &["staticlib"],
            "staticlib, linked by cc",
        ))
        .member(
            Crate::lib("mx_tested")
                .dep("mx_api")
                .dep("mx_quiet")
                .dep("mx_middle")
                .dev_dep("mx_provider")
                .source(&tested)
                .file("tests/integration.rs", &integration),
        )
        .file("static_host.c", STATIC_HOST)
}

/// Builds and runs every root of the workspace: packages, and how each went.
pub(crate) fn run_all(workspace: &Workspace, reports: &Path) -> Vec<(&'static str, Output)> {
    // All at once, which is faster; a root that fails here fails again below, with its own text.
    let _: Output = workspace
        .profiled("build")
        .args(["--workspace", "--keep-going"])
        .run();
    let mut runs: Vec<(&'static str, Output)> = Vec::new();
    for root in ROOTS {
        // Three roots are one package's tests: run once.
        if runs.iter().all(|(package, _)| *package != root.package) {
            runs.push((root.package, run(workspace, *root, reports)));
        }
    }
    runs
}

fn run(workspace: &Workspace, root: Root, reports: &Path) -> Output {
    let cargo = |command| {
        workspace
            .profiled(command)
            .args(["--package", root.package])
            .env("MX_REPORT", reports)
            .run()
    };
    match root.how {
        How::Run => cargo("run"),
        How::Test => cargo("test"),
        How::Load => {
            let built = cargo("build");
            if !built.success() {
                return built;
            }
            let image = workspace.artifact(&format!("lib{}.so", root.package));
            Tool::new(host(), workspace.folder())
                .arg(image)
                .arg(root.package)
                // A dylib takes std from the toolchain.
                .env("LD_LIBRARY_PATH", rust_libraries(workspace.folder()))
                .env("MX_REPORT", reports)
                .run()
        }
        How::Archive => {
            let built = cargo("build");
            if !built.success() {
                return built;
            }
            let archive = workspace.artifact(&format!("lib{}.a", root.package));
            let program = workspace.folder().join("static_host");
            let linked = Tool::cc(workspace.folder())
                .args(["static_host.c", "-o", "static_host"])
                .arg(archive)
                .args(["-lgcc_s", "-lpthread", "-lm", "-ldl"])
                .run();
            if !linked.success() {
                return linked;
            }
            Tool::new(program, workspace.folder())
                .env("MX_REPORT", reports)
                .run()
        }
    }
}

/// The C program that loads images, compiled once.
fn host() -> PathBuf {
    static HOST_PROGRAM: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    HOST_PROGRAM
        .get_or_init(|| {
            let folder = scratch();
            let source = folder.join("host.c");
            std::fs::write(&source, HOST).expect("the scratch folder is writable");
            let _: Output = Tool::cc(&folder)
                .arg(&source)
                .args(["-o", "host", "-ldl"])
                .run()
                .succeeds();
            folder.join("host")
        })
        .clone()
}

/// The folder of the toolchain's own shared libraries.
fn rust_libraries(folder: &Path) -> String {
    let told = Tool::rustc(folder)
        .args(["--print", "target-libdir"])
        .run()
        .succeeds();
    told.stdout.trim().to_owned()
}
