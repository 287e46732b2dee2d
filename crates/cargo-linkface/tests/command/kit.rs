//! Workspaces, and calls of `cargo linkface` in them.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A workspace in a folder of its own, which is gone when this is dropped.
pub(crate) struct Workspace {
    folder: PathBuf,
}

/// The crates that most tests need: a façade, two providers, a library that uses the façade.
const CRATES: &[(&str, &[&str], &str)] = &[
    (
        "console",
        &["linkface"],
        "/// Shows a line.\n#[linkface::interface]\npub fn print(line: &str);\n",
    ),
    (
        "plain",
        &["console", "linkface"],
        "#[linkface::implement(console::print)]\nfn print(line: &str) {\n    println!(\"{line}\");\n}\n",
    ),
    (
        "framed",
        &["console", "linkface"],
        "#[linkface::implement(console::print)]\nfn print(line: &str) {\n    println!(\"| {line}\");\n}\n",
    ),
    (
        "greeting",
        &["console"],
        "pub fn greet() {\n    console::print(\"hello\");\n}\n",
    ),
];

/// A program that greets.
pub(crate) const MAIN: &str = "linkface::link!();\n\nfn main() {\n    greeting::greet();\n}\n";

impl Workspace {
    /// With [`CRATES`], and a program `app` that depends on `greeting` and on these providers.
    pub(crate) fn with(providers: &[&str]) -> Self {
        let workspace = Self::empty();
        for (name, dependencies, source) in CRATES {
            workspace.package(name, dependencies);
            workspace.write(&format!("{name}/src/lib.rs"), source);
        }
        workspace.package("app", &[&["greeting", "linkface"], providers].concat());
        workspace.write("app/src/main.rs", MAIN);
        workspace.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\nexclude = [\"target\", \".cargo\"]\n",
        );
        workspace
    }

    /// Nothing but a folder.
    pub(crate) fn empty() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("cargo-linkface-{}-{number}", std::process::id());
        // Outside of the repository, whose own workspace would be found from within.
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let folder = folder.canonicalize().expect("it was just made");
        Self { folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the manifest of a package.
    pub(crate) fn package(&self, name: &str, dependencies: &[&str]) {
        let ours = |name| Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name(name);
        let dependencies = dependencies.iter().map(|name| match *name {
            "linkface" | "linkface-plugin" => {
                format!("{name} = {{ path = '{}' }}\n", ours(name).display())
            }
            name => format!("{name} = {{ path = '../{name}' }}\n"),
        });
        self.write(
            &format!("{name}/Cargo.toml"),
            format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\n{}",
                dependencies.collect::<String>()
            ),
        );
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.join(path);
        let parent = path.parent().expect("it is in the folder");
        fs::create_dir_all(parent).expect("the folder can be written to");
        fs::write(path, text).expect("the folder can be written to");
    }

    pub(crate) fn append(&self, path: &str, text: &str) {
        let before = fs::read_to_string(self.folder.join(path)).expect("it was written before");
        self.write(path, before + text);
    }

    /// `cargo-linkface` with these arguments, in this workspace, and nothing that the tests' own
    /// environment says of it.
    pub(crate) fn command(&self, args: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-linkface"));
        command.args(args).current_dir(&self.folder);
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            let ours = name.starts_with("CARGO_") && !["CARGO_HOME"].contains(&&*name);
            let colours = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_HYPERLINK"];
            if ours || name.starts_with("RUSTC") || colours.contains(&&*name) {
                command.env_remove(name);
            }
        }
        command.env("CARGO_NET_OFFLINE", "true");
        command
    }

    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Answer {
        self.answer(&mut self.command(args))
    }

    pub(crate) fn answer(&self, command: &mut Command) -> Answer {
        let output = command
            .output()
            .expect("the binary was built for this test");
        Answer::new(&output, &self.folder)
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // Those of tests that fail stay, to be looked at.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// What a call said, with the workspace's folder replaced.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Answer {
    fn new(output: &Output, folder: &Path) -> Self {
        let folder = folder.display().to_string();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&folder, "$DIR");
        Self {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    /// Checks the exit code, and that standard output and error have these parts.
    #[track_caller]
    pub(crate) fn check(&self, code: i32, out: &[&str], err: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        for part in out {
            assert!(
                self.out.contains(part),
                "no `{part}` in {}\n{}",
                self.out,
                self.err
            );
        }
        for part in err {
            assert!(self.err.contains(part), "no `{part}` in {}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}
