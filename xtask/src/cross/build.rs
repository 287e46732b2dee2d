//! linkface, façades, providers and programs, compiled.

use super::outcome::Outcome;
use super::plan::{Case, Library};
use super::row::{Profile, provider};
use super::target::Target;
use super::tools::{Tools, assets, done, shown};
use super::{folder, run, sysroot};
use crate::command::Result;
use crate::{files, place, tool};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Compiles everything.
pub(super) struct Builder<'a> {
    tools: &'a Tools,
    /// What rustc said of crates that it didn't take, by their names.
    refused: BTreeMap<String, String>,
}

impl<'a> Builder<'a> {
    /// Compiles the macros, for this machine.
    pub(super) fn new(tools: &'a Tools) -> Result<Self> {
        let builder = Self {
            tools,
            refused: BTreeMap::new(),
        };
        folder::clear(&builder.host())?;
        folder::clear(&tools.failures())?;
        folder::create(&tools.sdk().join("usr/lib"))?;
        let mut symbol = builder.crate_of("linkface_symbol", "rlib", "crates/linkface-symbol");
        symbol.arg("--out-dir").arg(builder.host());
        done(symbol)?;
        let mut macros =
            builder.crate_of("linkface_macros", "proc-macro", "crates/linkface-macros");
        macros.arg("--extern=proc_macro");
        macros.arg(format!(
            "--extern=linkface_symbol={}",
            builder.host().join("liblinkface_symbol.rlib").display()
        ));
        macros.arg("--out-dir").arg(builder.host());
        done(macros)?;
        Ok(builder)
    }

    /// The folder of what runs on this machine.
    fn host(&self) -> PathBuf {
        self.tools.work("host")
    }

    /// The folder of linkface.
    fn linkface(&self, target: &Target, profile: Profile) -> PathBuf {
        let name = format!("{}/{}", target.triple, profile.libraries());
        self.tools.work(&name)
    }

    fn crate_of(&self, name: &str, kind: &str, folder: &str) -> Command {
        let mut rustc = self.tools.rustc();
        rustc
            .args(["--edition=2024", "--crate-name", name, "--crate-type", kind])
            .arg(format!("{folder}/src/lib.rs"));
        rustc
    }

    /// Compiles `core` and linkface, and prepares what runs programs.
    pub(super) fn target(&self, target: &Target) -> Result {
        sysroot::prepare(self.tools, target)?;
        run::prepare(self.tools, target)?;
        for profile in Profile::ENDS {
            let mut rustc = self.crate_of("linkface", "rlib", "crates/linkface");
            self.for_target(&mut rustc, target);
            let macros = self.host().join("liblinkface_macros.so");
            rustc
                .args(library_flags(*profile))
                .arg(format!("--extern=linkface_macros={}", macros.display()))
                .arg("--out-dir")
                .arg(self.linkface(target, *profile));
            done(rustc)?;
        }
        Ok(())
    }

    fn for_target(&self, rustc: &mut Command, target: &Target) {
        rustc
            .args(["--target", target.triple, "-Cpanic=abort", "--sysroot"])
            .arg(sysroot::place(self.tools, target));
    }

    /// Compiles a façade and its providers. Returns those that rustc refused, with what it said.
    pub(super) fn libraries(&self, library: &Library) -> Result<Vec<(String, String)>> {
        let own = self.tools.work(&library.folder());
        folder::clear(&own)?;
        let linkface = self.linkface(library.target, library.profile);
        let mut refused = Vec::new();
        let mut compile = |name: &str, source: &str, cfgs: &[String]| {
            let mut rustc = self.case(library, name, "rlib", source);
            rustc
                // What linkface's macros become is clean.
                .arg("-Dwarnings")
                .args(library_flags(library.profile))
                .arg(format!(
                    "--extern=linkface={}",
                    linkface.join("liblinkface.rlib").display()
                ))
                .arg("--out-dir")
                .arg(&own);
            if name != "facade" {
                rustc.arg(format!(
                    "--extern=facade={}",
                    own.join("libfacade.rlib").display()
                ));
            }
            for cfg in cfgs {
                rustc.args(["--cfg", cfg]);
            }
            let line = shown(&rustc);
            let output = tool::run(rustc)?;
            if !output.success() {
                let key = format!("{}/{name}", library.folder());
                refused.push((key, format!("{line}\n{}", output.text)));
            }
            Ok(())
        };
        compile("facade", "facade.rs", &[])?;
        for &digit in library.class.providers() {
            let (name, is_fallback) = provider(digit);
            let mut cfgs = vec![format!("digit=\"{digit}\"")];
            cfgs.extend(is_fallback.then(|| "fallback".to_owned()));
            compile(name, "provider.rs", &cfgs)?;
        }
        Ok(refused)
    }

    /// Remembers crates that there are not.
    pub(super) fn note(&mut self, refused: Vec<(String, String)>) {
        self.refused.extend(refused);
    }

    /// A crate of `xtask/cross/cases`.
    fn case(&self, library: &Library, name: &str, kind: &str, source: &str) -> Command {
        let mut rustc = self.tools.rustc();
        rustc.args(["--edition=2024", "--crate-name", name, "--crate-type", kind]);
        self.for_target(&mut rustc, library.target);
        let dependencies = [
            self.host(),
            self.linkface(library.target, library.profile),
            self.tools.work(&library.folder()),
        ];
        for folder in dependencies {
            rustc.arg("-L").arg(folder);
        }
        rustc
            .arg("-Aunexpected_cfgs")
            .args(["--cfg", &format!("kind=\"{}\"", library.kind.name())])
            .args(["--cfg", &format!("class=\"{}\"", library.class.name())])
            .arg(assets().join("cases").join(source));
        rustc
    }

    /// Builds and runs a program.
    pub(super) fn program(&self, case: &Case) -> Result<Outcome> {
        let library = case.library();
        let mut crates = vec!["facade"];
        crates.extend(case.row.providers.iter().map(|digit| provider(*digit).0));
        for name in crates {
            let key = format!("{}/{name}", library.folder());
            if let Some(text) = self.refused.get(&key) {
                return Ok(Outcome::Refused(text.clone()));
            }
        }
        let slug: String = case
            .name()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let folder = self.tools.work("programs").join(slug);
        folder::clear(&folder)?;
        let program = folder.join(if case.target.format == "COFF" {
            "app.exe"
        } else {
            "app"
        });

        let mut rustc = self.case(&library, "app", "bin", "app.rs");
        rustc.args(case.profile.flags());
        for digit in case.row.providers {
            rustc.args(["--cfg", &format!("provider=\"{digit}\"")]);
        }
        let flags = [(case.row.last, "last"), (case.row.asks, "asks")];
        for (_, flag) in flags.iter().filter(|(is_set, _)| *is_set) {
            rustc.args(["--cfg", flag]);
        }
        for arg in case.linker.args {
            rustc.arg(self.tools.expand(arg)?);
        }
        rustc.arg("-o").arg(&program);
        let line = shown(&rustc);
        let linked = tool::run(rustc)?;
        let outcome = if linked.success() {
            run::run(self.tools, case.target, &program)?
        } else {
            Outcome::Refused(format!("{line}\n{}", linked.text))
        };
        // A thousand of them would need much room.
        let _ = fs::remove_dir_all(&folder);
        Ok(outcome)
    }

    /// Writes down what went wrong.
    pub(super) fn report(&self, case: &Case, text: &str) -> Result {
        let name = case.name().replace([':', ','], "").replace(' ', "-");
        let path = self.tools.failures().join(format!("{name}.txt"));
        files::write(
            &path,
            &text.replace(&*place::repository().to_string_lossy(), "."),
        )
    }
}

fn library_flags(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Debug => Profile::Debug.flags(),
        _ => Profile::Release.flags(),
    }
}
