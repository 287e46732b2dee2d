//! `docs/reading-llvm-ir.md`: its files are written into an empty folder, its commands are run there, and
//! have to print what the page says. `LINKFACE_BLESS=1` writes what they print now.
//!
//! The outputs are those of rustc 1.95.

mod page;

use page::{Block, Page};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Commands of the page that say how to begin, and aren't run.
const NOT_RUN: &str = "cargo install";

#[test]
fn every_command_of_the_tutorial_prints_what_it_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reading-llvm-ir.md");
    let text = fs::read_to_string(&file).expect("the tutorial is there");
    let page = Page::parse(&text);
    let folder = Folder::new();
    let mut blocks = Vec::new();
    for block in page.0 {
        blocks.push(match block {
            Block::Console(lines) => Block::Console(folder.rerun(&lines)),
            block => {
                if let Some((name, content)) = block.file() {
                    folder.write(name, content);
                }
                block
            }
        });
    }
    let now = Page(blocks).to_string();
    if env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, now).expect("the tutorial can be written");
        return;
    }
    for (line, (page, now)) in text.lines().zip(now.lines()).enumerate() {
        assert_eq!(page, now, "docs/reading-llvm-ir.md:{}", line + 1);
    }
    assert_eq!(text, now);
}

/// An empty folder outside of the repository; gone when the test has passed.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("linkface-tutorial-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        Self(folder.canonicalize().expect("it was just made"))
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.0.join(name);
        let parent = path.parent().expect("it is in the folder");
        fs::create_dir_all(parent).expect("the folder can be written to");
        fs::write(path, content).expect("the folder can be written to");
    }

    /// The commands among `lines`, each with what it prints now.
    fn rerun(&self, lines: &str) -> String {
        let mut out = String::new();
        for command in lines.lines().filter_map(|line| line.strip_prefix("$ ")) {
            out.extend(["$ ", command, "\n"]);
            if !command.starts_with(NOT_RUN) {
                out += &self.run(command);
            }
        }
        out
    }

    /// What a command prints, both streams in their order, as a terminal shows them. `cd` holds for the
    /// commands after it.
    fn run(&self, command: &str) -> String {
        let place = self.0.join(".place");
        let script = format!(
            "cd \"$(cat '{place}' 2>/dev/null || echo .)\"\n{command} 2>&1\n\
             code=$?\npwd > '{place}'\nexit $code",
            place = place.display()
        );
        let mut shell = Command::new("sh");
        shell.args(["-c", &script]).current_dir(&self.0);
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if (name.starts_with("CARGO_") && name != "CARGO_HOME") || name.starts_with("RUSTC") {
                shell.env_remove(name);
            }
        }
        let binary = Path::new(env!("CARGO_BIN_EXE_cargo-linkface"));
        let folder = binary.parent().expect("a binary is in a folder");
        let path = env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(folder.to_owned()).chain(env::split_paths(&path));
        let path = env::join_paths(paths).expect("these came from a PATH");
        let output = shell
            .env("PATH", path)
            .env("CARGO_NET_OFFLINE", "true")
            .output()
            .expect("there is a shell");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut out = String::new();
        for line in text.lines().filter(|line| !is_progress(line)) {
            out += line.trim_end();
            out.push('\n');
        }
        out.replace(&self.0.display().to_string(), "/tutorial")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

/// What Cargo says while it builds: other times, other words.
fn is_progress(line: &str) -> bool {
    let word = line.trim_start().split(' ').next().unwrap_or_default();
    line.starts_with("   ")
        && ["Compiling", "Finished", "Locking", "Blocking", "Building"].contains(&word)
}
