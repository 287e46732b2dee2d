//! Programs built without Cargo: bare `rustc --extern` as Bazel, Buck and kernels call it, objects
//! linked by hand, and the same symbols as under Cargo.

mod by_hand;
mod symbols_agree;

use linkface_tests::{Output, Tool, Workspace};
use std::fs;
use std::path::{Path, PathBuf};

/// A façade that names itself, as Cargo's variables are absent.
pub(crate) const API: &str = r#"
linkface::facade!("console", "0.1");
use linkface::interface;
#[interface] pub fn write(bytes: &[u8]) -> usize;
#[interface] pub fn uptime() -> u64 { 1 }
#[interface] pub fn level() -> u64 { 2 }
#[interface] pub static PLATFORM: &'static str;
#[interface(pub Disk)]
pub trait DiskApi: Sized { fn open(id: u32) -> Self; fn number(&self) -> u32; }
"#;
pub(crate) const PROVIDER: &str = r#"
use linkface::implement;
#[implement(console::write)] fn write(bytes: &[u8]) -> usize { bytes.len() }
#[implement(console::uptime)] fn uptime() -> u64 { 11 }
#[implement(console::PLATFORM)] static PLATFORM: &str = "here";
struct Mine(u32);
#[implement] impl console::DiskApi for Mine {
    fn open(id: u32) -> Self { Self(id) }
    fn number(&self) -> u32 { self.0 + 1 }
}
"#;
/// The body of the root.
pub(crate) const SUM: &str = r#"
use uart as _;
use console::DiskApi;
pub fn text() -> String {
    let disk = <console::Disk as DiskApi>::open(4);
    format!(
        "{} {} {} {} {}",
        console::write(b"abc"), console::uptime(), console::level(), console::PLATFORM,
        DiskApi::number(&disk),
    )
}
"#;
pub(crate) const PRINTS: &str = "3 11 2 here 5\n";

/// Crates compiled by `rustc`, one command each.
pub(crate) struct Bare {
    folder: PathBuf,
    linkface: Vec<String>,
}

impl Bare {
    /// `case` is an empty workspace: its folder, and a place to compile linkface in.
    pub(crate) fn new(case: &Workspace) -> Self {
        let folder = case.folder().to_path_buf();
        // Whatever builds user crates also builds linkface; here that is Cargo, which says how.
        let built = case
            .profiled("build")
            .args(["--package", "linkface", "--message-format", "json"])
            .run()
            .succeeds();
        let files: Vec<&str> = built
            .stdout
            .lines()
            .filter(|line| line.contains("\"compiler-artifact\""))
            .flat_map(|line| line.split('"'))
            .collect();
        let find = |stem: &str, end: &str| {
            let found = files
                .iter()
                .find(|file| file.contains(stem) && file.ends_with(end));
            Path::new(found.expect("Cargo tells where it put linkface"))
        };
        let macros = find("/liblinkface_macros", std::env::consts::DLL_SUFFIX);
        let macros = macros.parent().expect("a file has a folder");
        let linkface = find("/liblinkface.", ".rlib");
        let search = format!("dependency={}", macros.display());
        let name = format!("linkface={}", linkface.display());
        Self {
            folder,
            linkface: ["-L", &search, "--extern", &name].map(str::to_owned).into(),
        }
    }

    /// Compiles a library or program from `source`, with `--extern` for each of `uses`. The source
    /// lies where Cargo would have it.
    #[track_caller]
    pub(crate) fn compile(&self, name: &str, source: &str, uses: &[&str], more: &[&str]) -> Output {
        let file = format!("{name}/src/lib.rs");
        let path = self.folder.join(&file);
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("the case's folder is writable");
        fs::write(path, source).expect("the case's folder is writable");
        let mut rustc = Tool::rustc(&self.folder)
            .args([&*file, "--crate-name", name, "--edition", "2024", "-L", "."])
            .args(&self.linkface)
            .args(more);
        for name in uses {
            rustc = rustc.args(["--extern", &format!("{name}=lib{name}.rlib")]);
        }
        rustc.run()
    }

    /// The façade and the provider, as rlibs.
    #[track_caller]
    pub(crate) fn libraries(&self, more: &[&str]) {
        let more = [&["--crate-type", "rlib"], more].concat();
        let _: Output = self.compile("console", API, &[], &more).succeeds();
        let _: Output = self
            .compile("uart", PROVIDER, &["console"], &more)
            .succeeds();
    }

    /// Runs what was compiled.
    #[track_caller]
    pub(crate) fn run(&self, program: &str) -> Output {
        Tool::new(self.folder.join(program), &self.folder).run()
    }
}
