//! Where programs are, and the packages that have them.

use super::target::Need;
use crate::command::{Failure, Result};
use crate::{place, tool};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Where Debian's packages put the compiler whose sources they have, too.
const RUSTC: Need = Need {
    program: "/usr/bin/rustc",
    package: "rustc-web rust-web-src",
};
const LIBRARY: &str = "lib/rustlib/src/rust/library";
/// The oldest that linkface promises to work with. Debian has a much older one by the same name.
const OLDEST: u32 = 95;

/// What everything is built with.
#[derive(Debug)]
pub(super) struct Tools {
    /// Everything that is written goes in here.
    work: PathBuf,
    /// The standard library's sources.
    library: PathBuf,
    lld: PathBuf,
    /// `rustc -vV`: what is compiled with another one is of no use.
    pub(super) version: String,
    mingw: OnceLock<[String; 2]>,
}

impl Tools {
    /// Finds them, or says what to install.
    pub(super) fn find(work: &Path) -> Result<std::result::Result<Self, String>> {
        let install = || format!("`apt-get install {}`", RUSTC.package);
        if !Path::new(RUSTC.program).is_file() {
            return Ok(Err(format!("there is no {}: {}", RUSTC.program, install())));
        }
        let version = output(tool::tool(RUSTC.program, &place::repository()), &["-vV"])?;
        let minor = version
            .split_once("release: 1.")
            .and_then(|(_, rest)| rest.split_once('.'))
            .and_then(|(minor, _)| minor.parse::<u32>().ok());
        if minor.is_none_or(|minor| minor < OLDEST) {
            return Ok(Err(format!(
                "{} is older than 1.{OLDEST}: {}",
                RUSTC.program,
                install()
            )));
        }
        let sysroot = ["--print", "sysroot"];
        let debian = output(tool::tool(RUSTC.program, &place::repository()), &sysroot)?;
        let library = Path::new(debian.trim()).join(LIBRARY);
        if !library.is_dir() {
            let library = library.display();
            return Ok(Err(format!("there is no {library}: {}", install())));
        }
        let own = output(tool::tool("rustc", &place::repository()), &sysroot)?;
        let host = host(&version);
        let lld = Path::new(own.trim())
            .join("lib/rustlib")
            .join(host)
            .join("bin/rust-lld");
        if !lld.is_file() {
            let lld = lld.display();
            return Ok(Err(format!(
                "there is no {lld}: rustup's toolchains have one"
            )));
        }
        Ok(Ok(Self {
            work: work.to_path_buf(),
            library,
            lld,
            version,
            mingw: OnceLock::new(),
        }))
    }

    /// The compiler. Paths are relative to the repository, so that they are short in what it prints.
    pub(super) fn rustc(&self) -> Command {
        let mut rustc = tool::tool(RUSTC.program, &place::repository());
        // `raw-dylib` and linkers for Apple look for these.
        rustc.env("SDKROOT", self.sdk());
        rustc
    }

    /// Where `name` is written.
    pub(super) fn work(&self, name: &str) -> PathBuf {
        self.work.join(name)
    }

    /// Where the commands and outputs of what went wrong are.
    pub(super) fn failures(&self) -> PathBuf {
        self.work("failures")
    }

    /// A source of the standard library's.
    pub(super) fn library(&self, path: &str) -> PathBuf {
        self.library.join(path)
    }

    /// An Apple SDK, as far as programs without any library need one: it is empty.
    pub(super) fn sdk(&self) -> PathBuf {
        self.work("MacOSX.sdk")
    }

    /// An argument of a [linker](super::target::Linker), with paths for its placeholders.
    pub(super) fn expand(&self, arg: &str) -> Result<String> {
        let mut arg = arg
            .replace("{lld}", &self.lld.to_string_lossy())
            .replace("{assets}", &assets().to_string_lossy());
        if arg.contains("{mingw}") {
            let [mingw, libgcc] = self.mingw()?;
            arg = arg.replace("{mingw}", mingw).replace("{libgcc}", libgcc);
        }
        Ok(arg)
    }

    /// The folders of mingw's libraries.
    fn mingw(&self) -> Result<&[String; 2]> {
        if let Some(found) = self.mingw.get() {
            return Ok(found);
        }
        let folder = |library: &str| {
            let gcc = tool::tool("x86_64-w64-mingw32-gcc", &place::repository());
            let path = output(gcc, &[&format!("-print-file-name={library}")])?;
            let folder = Path::new(path.trim()).parent().map(Path::to_path_buf);
            folder
                .map(|folder| folder.to_string_lossy().into_owned())
                .ok_or_else(|| Failure::new(format!("mingw has no {library}")))
        };
        let found = [folder("libkernel32.a")?, folder("libgcc.a")?];
        Ok(self.mingw.get_or_init(|| found))
    }
}

/// The folder of the sources that the programs are made of.
pub(super) fn assets() -> PathBuf {
    place::repository().join("xtask/cross")
}

/// The platform that this runs on.
pub(super) fn host(version: &str) -> &str {
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap_or_default()
}

/// Whether the shell would find it.
pub(super) fn is_installed(need: Need) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(need.program).is_file())
}

/// What a program prints that does well.
pub(super) fn output(mut command: Command, args: &[&str]) -> Result<String> {
    command.args(args);
    done(command)
}

/// Runs a program that must do well.
pub(super) fn done(command: Command) -> Result<String> {
    let line = shown(&command);
    let output = tool::run(command)?;
    if output.success() {
        return Ok(output.text);
    }
    Err(Failure::new(format!("{line}\n{}", output.text.trim_end())))
}

/// A command, as one would type it.
pub(super) fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    command.get_args().fold(program, |line, arg| {
        let arg = arg.to_string_lossy();
        let is_plain = arg
            .chars()
            .all(|c| c.is_alphanumeric() || "-_=+./,:".contains(c));
        if is_plain {
            format!("{line} {arg}")
        } else {
            format!("{line} '{arg}'")
        }
    })
}
