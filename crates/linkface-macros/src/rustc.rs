//! What rustc was told: a macro runs within rustc, whose arguments it can read.

use std::path::PathBuf;

/// rustc's own arguments.
#[derive(Default)]
pub(crate) struct Rustc {
    /// `--extern name=path`
    pub(crate) externs: Vec<Extern>,
    /// `-L dependency=…`
    pub(crate) folders: Vec<PathBuf>,
    /// `--crate-type`
    pub(crate) crate_types: Vec<String>,
    /// `--test`
    pub(crate) is_test: bool,
    /// Whether this is rustdoc, which links nothing.
    pub(crate) is_rustdoc: bool,
    /// `--crate-name`
    pub(crate) crate_name: String,
}

/// A direct dependency.
pub(crate) struct Extern {
    /// As this crate spells it.
    pub(crate) name: String,
    pub(crate) file: PathBuf,
}

impl Rustc {
    /// Of the rustc that runs this macro.
    pub(crate) fn here() -> Self {
        Self::told(std::env::args())
    }

    /// Arguments may stand in a file, `@file`, and behind `=` or apart.
    fn told(args: impl Iterator<Item = String>) -> Self {
        let mut this = Self::default();
        let mut args = args
            .flat_map(
                |arg| match arg.strip_prefix('@').map(std::fs::read_to_string) {
                    Some(Ok(lines)) => lines.lines().map(ToOwned::to_owned).collect(),
                    _ => vec![arg],
                },
            )
            .peekable();
        if let Some(program) = args.peek() {
            this.is_rustdoc = PathBuf::from(program)
                .file_stem()
                .is_some_and(|name| name.to_string_lossy().contains("rustdoc"));
        }
        while let Some(arg) = args.next() {
            if arg == "--test" {
                this.is_test = true;
                continue;
            }
            let value_of = |flag: &str, args: &mut dyn Iterator<Item = String>| {
                if arg == flag {
                    return args.next();
                }
                arg.strip_prefix(flag)?
                    .strip_prefix('=')
                    .map(ToOwned::to_owned)
            };
            if let Some(value) = value_of("--extern", &mut args) {
                // Without a path rustc searches for it: `--extern proc_macro`.
                if let Some((name, file)) = value.split_once('=') {
                    this.externs.push(Extern {
                        // `priv:name`, `noprelude:name` and the like.
                        name: name.rsplit(':').next().unwrap_or(name).to_owned(),
                        file: file.into(),
                    });
                }
            } else if let Some(types) = value_of("--crate-type", &mut args) {
                this.crate_types
                    .extend(types.split(',').map(ToOwned::to_owned));
            } else if let Some(name) = value_of("--crate-name", &mut args) {
                this.crate_name = name;
            } else if let Some(folder) = if arg == "-L" {
                args.next()
            } else {
                arg.strip_prefix("-L").map(ToOwned::to_owned)
            } {
                match folder.split_once('=') {
                    Some(("dependency" | "crate" | "all", folder)) => {
                        this.folders.push(folder.into());
                    }
                    Some(("native" | "framework", _)) => {}
                    _ => this.folders.push(folder.into()),
                }
            }
        }
        this
    }

    /// Whether what comes out is linked: everything but a plain library.
    pub(crate) fn is_root(&self) -> bool {
        self.is_test
            || self.crate_types.is_empty()
            || self
                .crate_types
                .iter()
                .any(|ty| !["lib", "rlib"].contains(&ty.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(args: &[&str]) -> Rustc {
        Rustc::told(args.iter().map(|arg| (*arg).to_owned()))
    }

    #[test]
    fn arguments_are_read_in_all_their_forms() {
        let file = std::env::temp_dir().join(format!("linkface-args-{}", std::process::id()));
        std::fs::write(&file, "--extern\nfrom_file=/deps/libfrom_file-1.rmeta\n").unwrap();
        let rustc = told(&[
            "/usr/bin/rustc",
            "--crate-name",
            "app",
            "--extern",
            "uart=/deps/libuart-1.rmeta",
            "--extern=priv:net=/deps/libnet-2.rmeta",
            "--extern",
            "proc_macro",
            "--crate-type=cdylib,rlib",
            "-L",
            "dependency=/deps",
            "-Lnative=/usr/lib",
            &format!("@{}", file.display()),
        ]);
        std::fs::remove_file(file).unwrap();
        let names: Vec<&str> = rustc.externs.iter().map(|found| &*found.name).collect();
        assert_eq!(names, ["uart", "net", "from_file"]);
        assert_eq!(rustc.folders, [PathBuf::from("/deps")]);
        assert_eq!(rustc.crate_types, ["cdylib", "rlib"]);
        assert_eq!(rustc.crate_name, "app");
        assert!(!rustc.is_rustdoc && rustc.is_root());
    }

    #[test]
    fn roots_are_what_is_linked() {
        for (args, is_root) in [
            (&["rustc", "--crate-type", "lib"][..], false),
            (&["rustc", "--crate-type", "lib", "--test"], true),
            (&["rustc", "--crate-type", "bin"], true),
            (&["rustc", "--crate-type", "proc-macro"], true),
            (&["rustc", "--crate-type", "dylib"], true),
            (&["rustc"], true),
        ] {
            assert_eq!(told(args).is_root(), is_root, "{args:?}");
        }
    }
}
