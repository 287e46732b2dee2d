//! Crates of a case, as data.

use crate::repository;
use std::fmt::Write as _;
use std::path::PathBuf;

/// One crate: what its manifest says, and its files.
#[derive(Clone, Debug)]
pub struct Crate {
    name: String,
    folder: String,
    version: String,
    edition: String,
    apart: bool,
    main: &'static str,
    target: String,
    dependencies: String,
    dev_dependencies: String,
    more: String,
    files: Vec<(String, String)>,
}

impl Crate {
    /// A library.
    #[must_use]
    pub fn lib(name: &str) -> Self {
        Self::new(name, "src/lib.rs")
    }

    /// A program.
    #[must_use]
    pub fn bin(name: &str) -> Self {
        Self::new(name, "src/main.rs")
    }

    fn new(name: &str, main: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            folder: name.to_owned(),
            version: "0.1.0".to_owned(),
            edition: "2024".to_owned(),
            apart: false,
            main,
            target: String::new(),
            dependencies: String::new(),
            dev_dependencies: String::new(),
            more: String::new(),
            files: Vec::new(),
        }
    }

    /// Its folder, where that isn't its name: for two versions of one package.
    #[must_use]
    pub fn folder(mut self, folder: &str) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// No member of the workspace, as its folder's neighbour is another version of the package.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// Its version, which is 0.1.0 otherwise.
    #[must_use]
    pub fn version(mut self, version: &str) -> Self {
        version.clone_into(&mut self.version);
        self
    }

    /// Its edition, which is 2024 otherwise.
    #[must_use]
    pub fn edition(mut self, edition: &str) -> Self {
        edition.clone_into(&mut self.edition);
        self
    }

    /// What a library is compiled to: `&["rlib", "cdylib"]`.
    #[must_use]
    pub fn types(mut self, types: &[&str]) -> Self {
        self.target = format!("[lib]\ncrate-type = {types:?}\n");
        self
    }

    /// Depends on linkface.
    #[must_use]
    pub fn linkface(self) -> Self {
        self.linkface_as("linkface")
    }

    /// Depends on linkface by another name.
    #[must_use]
    pub fn linkface_as(mut self, name: &str) -> Self {
        let path = linkface();
        dependency(
            &mut self.dependencies,
            name,
            "linkface",
            &path.to_string_lossy(),
        );
        self
    }

    /// Depends on linkface with features of it.
    #[must_use]
    pub fn linkface_with(mut self, features: &[&str]) -> Self {
        let path = linkface().to_string_lossy().into_owned();
        writeln!(
            self.dependencies,
            "linkface = {{ path = '{path}', features = {features:?} }}",
        )
        .expect("a string takes all");
        self
    }

    /// Depends on linkface-plugin with features of it.
    #[must_use]
    pub fn plugin(mut self, features: &[&str]) -> Self {
        let path = repository().join("crates").join("linkface-plugin");
        writeln!(
            self.dependencies,
            "linkface-plugin = {{ path = '{}', features = {features:?} }}",
            path.display()
        )
        .expect("a string takes all");
        self
    }

    /// Depends on linkface-traits.
    #[must_use]
    pub fn traits(mut self) -> Self {
        let path = repository().join("crates").join("linkface-traits");
        dependency(
            &mut self.dependencies,
            "linkface-traits",
            "linkface-traits",
            &path.to_string_lossy(),
        );
        self
    }

    /// Depends on another crate of the case.
    #[must_use]
    pub fn dep(self, name: &str) -> Self {
        self.dep_as(name, name, name)
    }

    /// Depends on the package in `folder` by another name.
    #[must_use]
    pub fn dep_as(mut self, name: &str, package: &str, folder: &str) -> Self {
        dependency(
            &mut self.dependencies,
            name,
            package,
            &format!("../{folder}"),
        );
        self
    }

    /// Depends on another crate of the case in tests.
    #[must_use]
    pub fn dev_dep(mut self, name: &str) -> Self {
        dependency(
            &mut self.dev_dependencies,
            name,
            name,
            &format!("../{name}"),
        );
        self
    }

    /// Adds to the manifest, at its end.
    #[must_use]
    pub fn manifest(mut self, text: &str) -> Self {
        self.more.push_str(text);
        self.more.push('\n');
        self
    }

    /// The text of `src/lib.rs` or `src/main.rs`.
    #[must_use]
    pub fn source(self, text: &str) -> Self {
        let main = self.main;
        self.file(main, text)
    }

    /// The text of any file of it.
    #[must_use]
    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }

    pub(crate) fn place(&self) -> &str {
        &self.folder
    }

    pub(crate) const fn is_apart(&self) -> bool {
        self.apart
    }

    /// Paths in its folder, and what is there.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, String)> {
        let sources = self
            .files
            .iter()
            .map(|(path, text)| (path.as_str(), text.clone()));
        [("Cargo.toml", self.text())].into_iter().chain(sources)
    }

    fn text(&self) -> String {
        let Self {
            name,
            version,
            edition,
            target,
            dependencies,
            dev_dependencies,
            more,
            ..
        } = self;
        format!(
            "[package]\nname = {name:?}\nversion = {version:?}\nedition = {edition:?}\n{target}\
             [dependencies]\n{dependencies}[dev-dependencies]\n{dev_dependencies}{more}"
        )
    }
}

fn linkface() -> PathBuf {
    repository().join("crates").join("linkface")
}

fn dependency(list: &mut String, name: &str, package: &str, path: &str) {
    writeln!(
        list,
        "{name} = {{ package = {package:?}, path = {path:?} }}"
    )
    .expect("a string takes all");
}
