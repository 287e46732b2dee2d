//! The program that has plugins.
//!
//! A [`Host`] reads what a plugin's file says, compares it with what this program was compiled
//! against, and only then maps the file and lets it make an implementor: see [`Host::load`]. What is
//! loaded is called as what is linked is: it implements the same trait.
//!
//! | | |
//! |---|---|
//! | one plugin | [`Host::load`], [`Host::load_named`], [`Host::exports`] |
//! | a folder of them | [`Host::load_dir`], [`Host::load_only`] |
//! | what plugins may call | [`Host::offer`] |
//! | a plugin that was built anew | [`Host::reload`], [`Live`], [`Watch`] |
//! | the end of an image | [`Host::unload`], which is `unsafe`; it never happens otherwise |

mod copy;
mod error;
mod folder;
mod image;
mod linker;
mod live;
mod offer;
mod reload;
mod unload;
mod watch;

pub use error::LoadError;
pub use folder::{Folder, Found};
pub use live::Live;
pub use watch::Watch;

use crate::check::{self, Caller};
use crate::describe::Description;
use crate::entry::{Constructor, HostTable};
use crate::file::PluginFile;
use crate::header::{DecodedExport, Header, RUNTIME, Role, target};
use crate::loadable::{Exports, Loadable};
use crate::shared::Shared;
use core::mem::ManuallyDrop;
use error::Why;
use image::Image;
use offer::Offer;
use std::path::Path;

/// Loads plugins, and says what they may call back.
///
/// ```ignore
/// let host = Host::new().offer(Engine::new());
/// let mut physics: LoadedPhysics = host.load("mods/euler.so")?;
/// physics.step(&world, 0.1);
/// ```
///
/// One host serves many threads, and there may be several in a program. What a host loaded lives on
/// without it, and so does what it offered, as long as a plugin holds it.
#[derive(Debug, Default)]
pub struct Host {
    offers: Vec<Offer>,
    accepts_abort: bool,
    copies: bool,
}

impl Host {
    /// A host that offers nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Offers an implementor of an interface to all plugins. Which interface is inferred.
    ///
    /// Several plugins call it at once, from whatever threads they have: it is `Sync`, and all methods
    /// of the interface take `&self`.
    #[must_use]
    pub fn offer<L: Loadable, T: Send + Sync + 'static>(mut self, value: T) -> Self
    where
        (): Exports<L, T>,
    {
        self.offers.push(Offer::new::<L, T>(value));
        self
    }

    /// Whether plugins are accepted that were compiled with `panic = "abort"`: a panic in one of
    /// them ends this program, with no destructor run, and so does a panic in what the host offers when
    /// such a plugin calls it. They aren't otherwise.
    #[must_use]
    pub fn accept_abort(mut self, accept: bool) -> Self {
        self.accepts_abort = accept;
        self
    }

    /// Whether plugins are loaded from private copies of their files, which may be overwritten then
    /// while they are loaded. Otherwise a file has to stay as it is once it is loaded: replace it by
    /// renaming another to its name, as linkers and package managers do. The pages of a mapped file
    /// change with it, and the program crashes.
    ///
    /// Copies are in the system's folder for temporary files ([`temp_dir`](std::env::temp_dir)), which
    /// has to allow programs to be run from it; on Unix they have no name there. A copy doesn't find
    /// libraries by `$ORIGIN`: beside it is nothing.
    #[must_use]
    pub fn from_copies(mut self, copies: bool) -> Self {
        self.copies = copies;
        self
    }

    /// Loads a plugin and makes the implementor that it exports.
    ///
    /// Loading runs the plugin's code, in this process and with its rights: load what you trust.
    ///
    /// # Errors
    ///
    /// If the file is no plugin, doesn't implement the interface, or was compiled against something
    /// that doesn't fit: nothing of it has run then. And if it doesn't make the implementor: with its
    /// own words, be it an error or a panic.
    pub fn load<L: Loadable>(&self, path: impl AsRef<Path>) -> Result<L, LoadError> {
        self.load_which(path.as_ref(), None)
    }

    /// Loads a plugin that exports several implementors of the interface, and makes the one of that
    /// name: as it stands in the plugin's `export!`.
    ///
    /// # Errors
    ///
    /// As [`load`](Self::load), and if there is none of that name.
    pub fn load_named<L: Loadable>(
        &self,
        path: impl AsRef<Path>,
        name: &str,
    ) -> Result<L, LoadError> {
        self.load_which(path.as_ref(), Some(name))
    }

    /// The names of a plugin's implementors of the interface, for [`load_named`](Self::load_named).
    /// Nothing of the plugin runs.
    ///
    /// # Errors
    ///
    /// If the file is no plugin.
    pub fn exports<L: Loadable>(path: impl AsRef<Path>) -> Result<Vec<String>, LoadError> {
        let path = path.as_ref();
        let file = PluginFile::open(path)
            .map_err(|error| LoadError::new(path, L::RUSTC, Why::File(error)))?;
        Ok(implementors::<L>(&file.header)
            .map(|(_, export)| export.name.clone())
            .collect())
    }

    fn load_which<L: Loadable>(&self, path: &Path, name: Option<&str>) -> Result<L, LoadError> {
        let load = || {
            let file = self.open(path)?;
            let (number, export) = find::<L>(&file.header, name)?;
            self.load_export(&file, path, number, export)
        };
        load().map_err(|why| LoadError::new(path, L::RUSTC, why))
    }

    /// Reads the file that is to be loaded.
    fn open(&self, path: &Path) -> Result<PluginFile, Why> {
        if self.copies {
            copy::open(path)
        } else {
            PluginFile::open(path).map_err(Why::File)
        }
    }

    /// Checks everything, and only then maps the file and makes the implementor.
    fn load_export<L: Loadable>(
        &self,
        file: &PluginFile,
        path: &Path,
        number: usize,
        export: &DecodedExport,
    ) -> Result<L, Why> {
        self.check_plugin(&file.header)?;
        check_export::<L>(export, &file.header)?;
        let image = Image::load(file, path)?;
        let constructor = image.constructor(number)?;
        if L::BUILD != 0 && !image.is_same_build(constructor, L::DESCRIPTION) {
            return Err(Why::Images);
        }
        let made = self.make(constructor)?;
        image.remember(&made);
        Ok(made)
    }

    /// What holds for all that the plugin exports.
    fn check_plugin(&self, header: &Header) -> Result<(), Why> {
        if header.runtime != RUNTIME {
            return Err(Why::Runtime(header.runtime));
        }
        if header.target != target() {
            return Err(Why::Target(header.target.clone()));
        }
        if header.aborts && !self.accepts_abort {
            return Err(Why::Aborts);
        }
        let needs = header.exports.iter().filter(|e| e.role == Role::Needs);
        needs.into_iter().try_for_each(|need| self.check_need(need))
    }

    fn check_need(&self, need: &DecodedExport) -> Result<(), Why> {
        let theirs = Description::decode(&need.description).map_err(Why::Description)?;
        let name = &theirs.root().name;
        let Some(offer) = self.offers.iter().find(|offer| offer.name == name) else {
            return Err(Why::NotOffered(name.clone()));
        };
        if offer.build != need.build {
            return Err(Why::Build(name.clone()));
        }
        let differences = offer.differences(&need.description);
        if differences.is_empty() {
            Ok(())
        } else {
            Err(Why::Differs(differences, String::new()))
        }
    }

    /// Has a plugin make its implementor.
    fn make<L: Loadable>(&self, constructor: &Constructor) -> Result<L, Why> {
        let table = HostTable {
            data: (&raw const self.offers).cast(),
            get: offer::get,
        };
        // SAFETY: the image's own constructor; the table lives while it runs.
        let made = unsafe { (constructor.new)(&raw const table).into_result() };
        let made = made.map_err(Why::Panicked)?;
        // SAFETY: as `is_ok` says; the object is of an interface that was compared.
        unsafe {
            if made.is_ok == 0 {
                let text = String::from_wire(ManuallyDrop::into_inner(made.value.err));
                return Err(Why::Constructor(text));
            }
            Ok(L::from_object(ManuallyDrop::into_inner(made.value.ok)))
        }
    }
}

/// Whether the export fits the interface as this program knows it.
fn check_export<L: Loadable>(export: &DecodedExport, header: &Header) -> Result<(), Why> {
    // SAFETY: a static. `volatile` because the compiler may know what it was when this program was
    // compiled, and the question is what it is in the library that is mapped now.
    if unsafe { core::ptr::read_volatile(L::MAPPED) } != L::BUILD {
        return Err(Why::Stale(L::NAME));
    }
    if L::BUILD != export.build {
        return Err(Why::Build(L::NAME.to_owned()));
    }
    if export.description == L::DESCRIPTION {
        return Ok(());
    }
    let theirs = Description::decode(&export.description).map_err(Why::Description)?;
    let ours = Description::decode(L::DESCRIPTION).map_err(Why::Description)?;
    let differences = check::interface(&ours, &theirs, Caller::Host);
    if differences.is_empty() {
        Ok(())
    } else {
        Err(Why::Differs(differences, header.rustc.clone()))
    }
}

/// The exports that implement the interface, and their numbers among the implementors.
fn implementors<L: Loadable>(header: &Header) -> impl Iterator<Item = (usize, &DecodedExport)> {
    let exports = header.exports.iter();
    let all = exports.filter(|export| export.role == Role::Implements);
    all.enumerate().filter(|(_, export)| {
        Description::decode(&export.description)
            .is_ok_and(|description| description.root().name == L::NAME)
    })
}

/// The one export that implements the interface: of that name, or the only one.
fn find<'a, L: Loadable>(
    header: &'a Header,
    name: Option<&str>,
) -> Result<(usize, &'a DecodedExport), Why> {
    let named = |export: &DecodedExport| name.is_none_or(|name| export.name == name);
    let mut found = implementors::<L>(header).filter(|(_, export)| named(export));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(missing::<L>(header, name)),
        (Some((_, first)), Some((_, second))) => Err(Why::Several {
            interface: L::NAME,
            names: [first.name.clone(), second.name.clone()],
        }),
    }
}

fn missing<L: Loadable>(header: &Header, name: Option<&str>) -> Why {
    let names: Vec<String> = implementors::<L>(header)
        .map(|(_, export)| export.name.clone())
        .collect();
    match name {
        Some(name) if !names.is_empty() => Why::NotNamed {
            interface: L::NAME,
            name: name.to_owned(),
            names,
        },
        _ => Why::NotImplemented {
            interface: L::NAME,
            exports: header
                .exports
                .iter()
                .filter(|export| export.role == Role::Implements)
                .map(|export| export.name.clone())
                .collect(),
        },
    }
}
