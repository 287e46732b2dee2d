//! What rustc has written: which files are of this build, and of no earlier one.

use super::host;
use super::{Crates, Error, Lto, Session, Unit};
use cargo_metadata::{Artifact, TargetKind};
use rustc_hash::FxHashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A compiled crate: how its files begin.
#[derive(Clone, Debug)]
struct Stem {
    dir: PathBuf,
    /// `app-0997a204de69fda8`; the crate's name alone for what is found by name when it is loaded.
    name: String,
    /// When rustc began to write: its dep-info file comes before all code.
    since: SystemTime,
}

/// What Cargo says that it has built.
#[derive(Clone, Debug)]
pub(super) struct Found {
    root: Artifact,
    others: Vec<Artifact>,
    stem: Stem,
    /// Whether there was nothing to do.
    pub(super) fresh: bool,
    /// The root's files of IR.
    pub(super) ir: Vec<PathBuf>,
}

/// What was built.
#[derive(Clone, Debug)]
pub(super) struct Output {
    krate: String,
    stem: Stem,
    ir: Vec<PathBuf>,
    temporaries: Vec<PathBuf>,
    others: Vec<(String, Stem)>,
    pub(super) opt_level: String,
    pub(super) files: Vec<PathBuf>,
    pub(super) executable: Option<PathBuf>,
}

impl Found {
    pub(super) fn new(root: Artifact, others: Vec<Artifact>) -> Result<Self, Error> {
        let stem = Stem::of(&root).ok_or_else(|| {
            let name = &root.target.name;
            Error::Unexpected(format!(
                "cannot find the files that rustc wrote for `{name}`"
            ))
        })?;
        let ir = stem.ir()?;
        Ok(Self {
            fresh: root.fresh,
            root,
            others,
            stem,
            ir,
        })
    }

    /// Makes Cargo call rustc for the root next time.
    pub(super) fn remove_product(&self) -> Result<(), Error> {
        for product in self.stem.products() {
            if product.is_file() {
                fs::remove_file(&product).map_err(|why| Error::file("remove", &product, &why))?;
            }
        }
        Ok(())
    }
}

impl Output {
    pub(super) fn new(found: Found, session: &Session<'_>) -> Result<Self, Error> {
        let Found {
            root,
            others,
            stem,
            ir,
            ..
        } = found;
        let is_library = |artifact: &&Artifact| {
            let kinds = &artifact.target.kind;
            kinds
                .iter()
                .any(|kind| matches!(kind, TargetKind::Lib | TargetKind::RLib | TargetKind::DyLib))
        };
        let others = others
            .iter()
            .filter(is_library)
            .filter_map(|other| Some((other.target.name.replace('-', "_"), Stem::of(other)?)))
            .collect();
        Ok(Self {
            krate: session.selected.krate(),
            temporaries: stem.files(&[".bc", ".o"])?,
            stem,
            ir,
            others,
            opt_level: root.profile.opt_level,
            files: root.filenames.into_iter().map(Into::into).collect(),
            executable: root.executable.map(Into::into),
        })
    }

    /// How many codegen units the root's own code had; 0 if nothing is left that shows it.
    pub(super) fn count(&self) -> usize {
        let files = self.temporaries.iter().chain(&self.ir);
        let units: FxHashSet<String> = files
            .filter_map(|file| self.stem.unit(file))
            .filter(|(krate, _)| *krate == self.krate)
            .map(|(_, number)| number)
            .collect();
        units.len()
    }

    /// Which link-time optimisation there was, by the files that it leaves; none if nothing shows it.
    pub(super) fn lto(&self) -> Option<Lto> {
        let has = |part: &str| {
            let mut files = self.temporaries.iter();
            files.any(|file| name(file).contains(part))
        };
        if has(".lto.input.") {
            return Some(Lto::Fat);
        }
        if !has(".thin-lto-input.") {
            // One unit alone has nothing to be optimised with.
            return (self.count() > 1).then_some(Lto::Off);
        }
        let mut units = self
            .temporaries
            .iter()
            .filter_map(|file| self.stem.unit(file));
        let foreign = units.any(|(krate, _)| krate != self.krate);
        Some(if foreign { Lto::Thin } else { Lto::Local })
    }

    /// The root's object files, as they were before they were linked.
    pub(super) fn objects(&self) -> Vec<PathBuf> {
        let files = self.temporaries.iter();
        let objects = files.filter(|file| name(file).ends_with(".rcgu.o"));
        objects.cloned().collect()
    }

    /// Frees what nobody needs: bitcode is many times as large as all else. The names stay, since they
    /// say what was done.
    pub(super) fn shrink(&self) {
        for file in &self.temporaries {
            if file.extension().is_some_and(|end| end == "bc") {
                empty(file);
            }
        }
        // rustc's own folders, which it keeps with the temporaries.
        let entries = fs::read_dir(&self.stem.dir).into_iter().flatten().flatten();
        for folder in entries.map(|entry| entry.path()) {
            let name = name(&folder);
            let ours = ["rmeta", "rustc"].iter().any(|word| {
                let rest = name.strip_prefix(word);
                rest.is_some_and(|rest| rest.len() == 6 && rest.chars().all(char::is_alphanumeric))
            });
            if ours && folder.is_dir() {
                // What isn't freed now is freed with the target folder.
                let _ = fs::remove_dir_all(folder);
            }
        }
    }

    /// Whether there is IR of the root.
    pub(super) fn has_ir(&self) -> bool {
        !self.ir.is_empty()
    }

    /// All that rustc wrote for the root, but under the names that are for users.
    pub(super) fn written(&self) -> Vec<PathBuf> {
        let products = self.stem.products().into_iter();
        let products = products.filter(|product| !self.files.contains(product));
        let files = self.ir.iter().chain(&self.temporaries).cloned();
        products.chain(files).collect()
    }

    /// Reads the IR.
    pub(super) fn units(&self, session: &Session<'_>) -> Result<Vec<Unit>, Error> {
        if self.ir.is_empty() {
            let name = &session.selected.name;
            return Err(Error::Unexpected(format!(
                "rustc wrote no LLVM IR for `{name}`"
            )));
        }
        let mut units = read(&self.ir, &self.stem, &self.krate)?;
        // The root's first: they are what was asked for.
        units.sort_by_key(|unit| unit.krate != self.krate);
        // With thin or fat LTO the other crates are among these: what they were before isn't shipped.
        let alone = units.iter().all(|unit| unit.krate == self.krate);
        if session.build.crates == Crates::All && alone {
            let copies: Result<Vec<Vec<Unit>>, Error> = self
                .others
                .iter()
                .map(|(krate, stem)| read(&stem.ir()?, stem, krate))
                .collect();
            let linked = host::forget(&units, copies?);
            units.extend(linked.into_iter().flatten());
        }
        Ok(units)
    }
}

impl Stem {
    /// Cargo names the files for users; rustc's own lie beside them or in `deps`, and of a program the
    /// two are one file under two names.
    fn of(artifact: &Artifact) -> Option<Self> {
        let krate = artifact.target.name.replace('-', "_");
        let first = artifact.filenames.first()?.as_std_path();
        let parent = first.parent()?;
        let mut stems: Vec<Self> = [parent.join("deps"), parent.to_owned()]
            .iter()
            .flat_map(|dir| Self::all(dir, &[&krate, &artifact.target.name]))
            .collect();
        // Names with a hash first: where both are, the other one is a copy of it.
        stems.sort_by_key(|stem| !stem.name.contains('-') || stem.name == artifact.target.name);
        let is = |stem: &Self, same: fn(&Path, &Path) -> bool| {
            let products = stem.products();
            let mut files = artifact.filenames.iter();
            files.any(|file| {
                products
                    .iter()
                    .any(|product| same(product, file.as_std_path()))
            })
        };
        let linked =
            |one: &Path, other: &Path| same_file::is_same_file(one, other).unwrap_or(false);
        if let Some(stem) = stems.iter().find(|stem| is(stem, linked)) {
            return Some(stem.clone());
        }
        // Where there are no hard links Cargo copies; the newest one of equals is what it has just built.
        stems.retain(|stem| is(stem, same_content));
        stems.into_iter().max_by_key(|stem| stem.since)
    }

    /// All of a folder that may be of a crate.
    fn all(dir: &Path, names: &[&str]) -> Vec<Self> {
        let entries = fs::read_dir(dir).into_iter().flatten().flatten();
        let stem = |file: PathBuf| {
            let stem = name(&file).strip_suffix(".d")?.to_owned();
            let fits = names.iter().any(|name| {
                let rest = stem.strip_prefix(name);
                rest.is_some_and(|rest| rest.is_empty() || is_hash(rest))
            });
            let since = fs::metadata(&file).ok()?.modified().ok()?;
            fits.then(|| Self {
                dir: dir.to_owned(),
                name: stem,
                since,
            })
        };
        entries.filter_map(|entry| stem(entry.path())).collect()
    }

    /// What Cargo looks for to see whether it is built.
    fn products(&self) -> Vec<PathBuf> {
        let Self { dir, name, .. } = self;
        let alone = ["", ".exe", ".dll", ".wasm", ".js"].map(|end| format!("{name}{end}"));
        let ends = [".rlib", ".rmeta", ".so", ".dylib", ".a"];
        let library = ends.map(|end| format!("lib{name}{end}"));
        let names = alone.iter().chain(&library);
        names.map(|name| dir.join(name)).collect()
    }

    /// Files of this crate, and of the last call of rustc, that end so.
    fn files(&self, ends: &[&str]) -> Result<Vec<PathBuf>, Error> {
        let failed = |why| Error::file("read", &self.dir, &why);
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.dir).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let file = entry.path();
            let rest = name(&file).strip_prefix(&*self.name);
            let fits = rest.is_some_and(|rest| {
                rest.starts_with('.') && ends.iter().any(|end| rest.ends_with(end))
            });
            if !fits {
                continue;
            }
            let written = entry.metadata().and_then(|metadata| metadata.modified());
            if written.map_err(failed)? >= self.since {
                files.push(file);
            }
        }
        files.sort();
        Ok(files)
    }

    /// Its IR.
    fn ir(&self) -> Result<Vec<PathBuf>, Error> {
        let mut files = self.files(&[".ll"])?;
        let alone = self.dir.join(format!("{}.ll", self.name));
        if files.contains(&alone) {
            // With temporaries the only unit is there twice.
            files = vec![alone];
        }
        Ok(files)
    }

    /// The crate and the number of a unit: `app-0997.core-120c.core.c1f1-cgu.00.rcgu.ll` is 00 of `core`.
    fn unit(&self, file: &Path) -> Option<(String, String)> {
        let rest = name(file).strip_prefix(&*self.name)?;
        let parts: Vec<&str> = rest.split('.').collect();
        let at = parts.iter().position(|part| part.ends_with("-cgu"))?;
        let krate = parts.get(at.checked_sub(1)?)?;
        Some(((*krate).to_owned(), (*parts.get(at + 1)?).to_owned()))
    }
}

fn read(files: &[PathBuf], stem: &Stem, krate: &str) -> Result<Vec<Unit>, Error> {
    let unit = |file: &PathBuf| {
        let bytes = fs::read(file).map_err(|why| Error::file("read", file, &why))?;
        let (krate, name) = match stem.unit(file) {
            Some((krate, number)) => (krate.clone(), format!("{krate}.{number}")),
            None => (krate.to_owned(), krate.to_owned()),
        };
        Ok(Unit {
            krate,
            name,
            file: file.clone(),
            text: String::from_utf8(bytes)
                .unwrap_or_else(|why| String::from_utf8_lossy(why.as_bytes()).into_owned()),
        })
    };
    files.iter().map(unit).collect()
}

fn name(file: &Path) -> &str {
    let name = file.file_name().and_then(|name| name.to_str());
    name.unwrap_or_default()
}

fn is_hash(rest: &str) -> bool {
    let hash = rest.strip_prefix('-');
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn same_content(one: &Path, other: &Path) -> bool {
    let size = |file: &Path| fs::metadata(file).ok().map(|metadata| metadata.len());
    let (Some(one_size), Some(other_size)) = (size(one), size(other)) else {
        return false;
    };
    one_size == other_size
        && matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// Empties a file, and lets it be as old as it was.
fn empty(file: &Path) {
    let emptied = fs::OpenOptions::new().write(true).open(file);
    // A file that stays as it is takes space, and nothing else.
    if let Ok(file) = emptied {
        let modified = file.metadata().and_then(|metadata| metadata.modified());
        if file.set_len(0).is_ok()
            && let Ok(modified) = modified
        {
            let _ = file.set_modified(modified);
        }
    }
}
