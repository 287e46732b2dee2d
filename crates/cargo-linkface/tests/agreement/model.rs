//! Packages as data, and as files.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A package of a workspace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// Its name, or another's if it is a second version of a package, which can't be a member then.
    pub(crate) folder: String,
    pub(crate) version: &'static str,
    pub(crate) dependencies: Vec<Dependency>,
    /// Lines of `[package.metadata.linkface]`.
    pub(crate) metadata: Vec<String>,
    /// Code of the library, and whether it is a `cdylib`.
    pub(crate) library: Option<(String, bool)>,
    /// Name, code, and whether they have unit tests.
    pub(crate) programs: Vec<(String, String, bool)>,
    /// Name and code.
    pub(crate) tests: Vec<(String, String)>,
}

/// A dependency on another package of the workspace.
#[derive(Clone, Debug)]
pub(crate) struct Dependency {
    /// As code spells it.
    pub(crate) name: String,
    pub(crate) package: String,
    pub(crate) folder: String,
    pub(crate) dev: bool,
    /// Whether it is optional, and then, whether it is on by default.
    pub(crate) optional: Option<bool>,
    /// `unix`, `windows`
    pub(crate) condition: Option<&'static str>,
}

impl Dependency {
    /// A line that names it, where it is there.
    pub(crate) fn named(&self) -> String {
        let Self { name, .. } = self;
        let platform = self.condition.map(|it| format!("#[cfg({it})] "));
        let feature = self
            .optional
            .map(|_| format!("#[cfg(feature = \"{name}\")] "));
        let [platform, feature] = [platform, feature].map(Option::unwrap_or_default);
        format!("{platform}{feature}pub use {name} as _;\n")
    }

    fn line(&self) -> String {
        let mut line = format!(
            "{} = {{ package = \"{}\", version = \"{}\", path = \"../{}\"",
            self.key(),
            self.package,
            // guppy tells two packages of one name apart by what is required of their versions.
            self.version(),
            self.folder
        );
        if self.optional.is_some() {
            line += ", optional = true";
        }
        line + " }\n"
    }

    /// As the manifest spells it.
    fn key(&self) -> &str {
        if self.package.replace('-', "_") == self.name {
            &self.package
        } else {
            &self.name
        }
    }

    fn version(&self) -> &str {
        if self.folder == self.package {
            "0.1"
        } else {
            "0.2"
        }
    }

    fn table(&self) -> String {
        let kind = if self.dev {
            "dev-dependencies"
        } else {
            "dependencies"
        };
        match self.condition {
            Some(condition) => format!("[target.'cfg({condition})'.{kind}]\n"),
            None => format!("[{kind}]\n"),
        }
    }
}

impl Package {
    /// Whether it is a member of the workspace.
    pub(crate) fn is_member(&self) -> bool {
        self.folder == self.name
    }

    pub(crate) fn write(&self, workspace: &Path, linkface: &Path) {
        let folder = workspace.join(&self.folder);
        write(&folder.join("Cargo.toml"), &self.manifest(linkface));
        if let Some((code, _)) = &self.library {
            write(&folder.join("src/lib.rs"), code);
        }
        for (name, code, _) in &self.programs {
            write(&folder.join(format!("src/bin/{name}.rs")), code);
        }
        for (name, code) in &self.tests {
            write(&folder.join(format!("tests/{name}.rs")), code);
        }
    }

    /// The whole of it, to be read.
    pub(crate) fn show(&self, linkface: &Path) -> String {
        let mut text = format!(
            "=== {}/Cargo.toml\n{}",
            self.folder,
            self.manifest(linkface)
        );
        let library = self
            .library
            .iter()
            .map(|(code, _)| ("lib".to_owned(), code));
        let programs = self.programs.iter();
        let programs = programs.map(|(name, code, _)| (format!("bin {name}"), code));
        let tests = self.tests.iter();
        let tests = tests.map(|(name, code)| (format!("test {name}"), code));
        for (what, code) in library.chain(programs).chain(tests) {
            let _ = write!(text, "--- {what}\n{code}");
        }
        text
    }

    fn manifest(&self, linkface: &Path) -> String {
        let Self { name, version, .. } = self;
        let mut text = format!(
            "[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2024\"\n\
             autobins = false\n"
        );
        if !self.metadata.is_empty() {
            let _ = write!(
                text,
                "[package.metadata.linkface]\n{}\n",
                self.metadata.join("\n")
            );
        }
        if let Some((_, true)) = self.library {
            text += "[lib]\ncrate-type = [\"cdylib\"]\n";
        }
        for (name, _, test) in &self.programs {
            let _ = write!(
                text,
                "[[bin]]\nname = \"{name}\"\npath = \"src/bin/{name}.rs\"\ntest = {test}\n"
            );
        }
        let features = self.dependencies.iter();
        let features: Vec<_> = features.filter(|one| one.optional.is_some()).collect();
        if !features.is_empty() {
            let on = features.iter().filter(|one| one.optional == Some(true));
            let on: Vec<_> = on.map(|one| &one.name).collect();
            let _ = write!(text, "[features]\ndefault = {on:?}\n");
            for one in features {
                let _ = writeln!(text, "{} = [\"dep:{}\"]", one.name, one.key());
            }
        }
        let mut tables: Vec<_> = self.dependencies.iter().map(Dependency::table).collect();
        tables.push("[dependencies]\n".to_owned());
        tables.sort();
        tables.dedup();
        for table in tables {
            text += &table;
            if table == "[dependencies]\n" {
                let _ = writeln!(text, "linkface = {{ path = '{}' }}", linkface.display());
            }
            let own = self.dependencies.iter();
            text.extend(own.filter(|one| one.table() == table).map(Dependency::line));
        }
        text
    }
}

/// A workspace of these packages, and of no others that were there before.
pub(crate) fn write_workspace(folder: &Path, packages: &[&Package], linkface: &Path) {
    let _ = fs::remove_dir_all(folder);
    let list = |member| -> Vec<&str> {
        let list = packages.iter().filter(|one| one.is_member() == member);
        list.map(|one| one.folder.as_str()).collect()
    };
    write(
        &folder.join("Cargo.toml"),
        &format!(
            "[workspace]\nresolver = \"3\"\nmembers = {:?}\nexclude = {:?}\n\
             [profile.dev]\ndebug = false\nincremental = false\n",
            list(true),
            list(false)
        ),
    );
    for package in packages {
        package.write(folder, linkface);
    }
}

fn write(file: &Path, text: &str) {
    let folder = file.parent().expect("it is in a folder");
    fs::create_dir_all(folder).expect("the target folder can be written to");
    fs::write(file, text).expect("the target folder can be written to");
}
