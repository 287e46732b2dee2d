//! A folder outside of every workspace, and programs that run in it.

#![allow(
    dead_code,
    reason = "each of the files that include this needs another part of it"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder is removed when the test has passed.
pub(crate) struct Case {
    folder: PathBuf,
}

impl Case {
    pub(crate) fn new(name: &str) -> Self {
        // Below the target folder, `cargo new` would find the workspace of linkface itself.
        let id = std::process::id();
        let folder = std::env::temp_dir().join(format!("cargo-linkface-{name}-{id}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("writable");
        let folder = folder.canonicalize().expect("it was just made");
        Self { folder }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// `<linkface>` is the folder of linkface.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path);
        let folder = file.parent().expect("it is in the case's folder");
        fs::create_dir_all(folder).expect("writable");
        fs::write(file, text.replace("<linkface>", &linkface())).expect("writable");
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        let text = fs::read_to_string(self.folder.join(path)).expect(path);
        // However it is named from there.
        let lines = text
            .lines()
            .map(|line| match line.split_once("linkface = { path = ") {
                Some((before, _)) => {
                    format!("{before}linkface = {{ path = \"<linkface>\" }}\n")
                }
                None => format!("{line}\n"),
            });
        lines.collect()
    }

    #[track_caller]
    pub(crate) fn linkface(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-linkface"));
        command.arg("linkface").args(args);
        // In one target folder Cargo takes the packages of two workspaces for each other.
        command.env_remove("CARGO_TARGET_DIR");
        self.run(&self.folder, command)
    }

    /// `cargo linkface new`, with the linkface of this repository.
    #[track_caller]
    pub(crate) fn new_crate(&self, args: &[&str]) -> Ran {
        let linkface = linkface();
        let rest = ["new", "--linkface-path", &linkface];
        self.linkface(&[&rest, args].concat()).succeeds()
    }

    #[track_caller]
    pub(crate) fn cargo(&self, folder: &str, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO"));
        command.args(args).env("CARGO_TARGET_DIR", target());
        command
            .env("RUSTDOCFLAGS", "-Dwarnings")
            .env("CARGO_NET_OFFLINE", "true");
        self.run(&self.folder.join(folder), command)
    }

    /// What Cargo has built.
    pub(crate) fn built(&self, file: &str) -> PathBuf {
        assert!(self.folder.is_dir(), "the case is there");
        target().join("debug").join(file)
    }

    /// Any program.
    #[track_caller]
    pub(crate) fn program(&self, name: &str, args: &[&str]) -> Ran {
        let mut command = Command::new(name);
        command.args(args);
        self.run(&self.folder, command)
    }

    /// Every one of these calls of Cargo succeeds.
    #[track_caller]
    pub(crate) fn passes(&self, folder: &str, calls: &[&[&str]]) {
        for args in calls {
            let _: Ran = self.cargo(folder, args).succeeds();
        }
    }

    #[track_caller]
    fn run(&self, folder: &Path, mut command: Command) -> Ran {
        command.current_dir(folder);
        // What Cargo sets for this test isn't meant for the programs in it.
        for name in [
            "CARGO_TERM_COLOR",
            "RUSTFLAGS",
            "CARGO_MANIFEST_DIR",
            "CARGO_PKG_NAME",
        ] {
            command.env_remove(name);
        }
        let shown = format!("{command:?}");
        let output = command.output().expect("a program that starts");
        Ran {
            shown,
            output,
            folder: self.folder.display().to_string(),
        }
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// What a program has done.
pub(crate) struct Ran {
    shown: String,
    output: Output,
    folder: String,
}

impl Ran {
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert!(
            self.output.status.success(),
            "{}\n{}",
            self.shown,
            self.text()
        );
        self
    }

    /// With 2, as everything that could not be done.
    #[track_caller]
    pub(crate) fn fails(self) -> Self {
        let code = self.output.status.code();
        assert_eq!(code, Some(2), "{}\n{}", self.shown, self.text());
        self
    }

    /// With 1: it was done, and something is to be said of it.
    #[track_caller]
    pub(crate) fn finds(self) -> Self {
        let code = self.output.status.code();
        assert_eq!(code, Some(1), "{}\n{}", self.shown, self.text());
        self
    }

    #[track_caller]
    pub(crate) fn says(self, part: &str) -> Self {
        assert!(
            self.text().contains(part),
            "{part:?} isn't in\n{}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn says_not(self, part: &str) -> Self {
        assert!(
            !self.text().contains(part),
            "{part:?} is in\n{}",
            self.text()
        );
        self
    }

    #[track_caller]
    pub(crate) fn prints(self, all: &str) {
        assert_eq!(String::from_utf8_lossy(&self.output.stdout), all);
    }

    /// Standard output.
    pub(crate) fn out(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    fn text(&self) -> String {
        let mut text = String::from_utf8_lossy(&self.output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&self.output.stderr));
        text.replace(&self.folder, "<case>")
    }
}

/// The crate that new ones depend on.
pub(crate) fn linkface() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../linkface");
    let folder = folder
        .canonicalize()
        .expect("linkface is beside this crate");
    folder.display().to_string()
}

/// One for all cases: linkface is compiled once.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("new")
}
