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

mod compare;
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

pub use error::{LoadError, LoadErrorKind};
pub use folder::{Folder, Found};
pub(crate) use image::plugin_of;
pub use live::Live;
pub use watch::Watch;

use crate::entry::{Constructor, HostTable};
use crate::file::PluginFile;
use crate::header::DecodedExport;
use crate::loadable::{Exports, Loadable};
use crate::object::TableRef;
use crate::shared::Shared;
use compare::{find, implementors};
use core::mem::ManuallyDrop;
use error::Why;
use image::Image;
use offer::Offer;
use std::path::{Path, PathBuf};

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
    trusts_types: bool,
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
    /// of the interface take `&self`. Of two offers that fit, a plugin is given the first.
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
    /// has to allow programs to be run from it. On Linux they have no name there; elsewhere they stay
    /// until somebody cleans up. A copy doesn't find libraries by `$ORIGIN`: beside it is nothing.
    #[must_use]
    pub fn from_copies(mut self, copies: bool) -> Self {
        self.copies = copies;
        self
    }

    /// Lets two builds of one plugin into the program, of which the types that cross are known by
    /// [`TypeId`](core::any::TypeId): reloading such a plugin takes this.
    ///
    /// A `TypeId` is made of a crate's name, its `-C metadata` and a path, not of a type's layout. Two
    /// builds of one crate, and two crates of one name and version, have equal ones for different
    /// types. Stable interfaces aren't concerned: only described types cross there.
    ///
    /// # Safety
    ///
    /// Nothing tells types of a plugin by their `TypeId` as long as another build of its crate is
    /// mapped: before a plugin is reloaded, each `Box<dyn Any>`, each component of an ECS and whatever
    /// else is found by its type is gone that the old build made, or else their types are the same.
    #[must_use]
    pub unsafe fn trust_types(mut self) -> Self {
        self.trusts_types = true;
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
            let (file, at) = self.open(path)?;
            let (number, export) = find::<L>(&file.header, name)?;
            self.load_export(&file, &at, number, export)
        };
        load().map_err(|why| LoadError::new(path, L::RUSTC, why))
    }

    /// Reads the file that is to be loaded. Also: where it is mapped from.
    fn open(&self, path: &Path) -> Result<(PluginFile, PathBuf), Why> {
        if self.copies {
            return copy::open(path);
        }
        let file = PluginFile::open(path).map_err(Why::File)?;
        Ok((file, path.to_owned()))
    }

    /// Checks everything, and only then maps the file and makes the implementor.
    fn load_export<L: Loadable>(
        &self,
        file: &PluginFile,
        path: &Path,
        number: usize,
        export: &DecodedExport,
    ) -> Result<L, Why> {
        compare::plugin(&file.header, self.accepts_abort)?;
        compare::export::<L>(export, &file.header)?;
        compare::needs(&file.header, &self.offers)?;
        let image = Image::load(file, path)?;
        let constructor = image.constructor(number)?;
        if L::BUILD != 0 && !image.is_same_build(constructor, L::DESCRIPTION) {
            return Err(Why::Images(L::NAME));
        }
        // What crosses in an interface of one build, its own or one that it needs, may be any type.
        if file.header.exports.iter().any(|export| export.build != 0) {
            // SAFETY: a number of a build is equal for one compiler only, and all were compared.
            unsafe { image.claim(constructor, self.trusts_types) }?;
        }
        let made = self.make(constructor, export)?;
        image.remember(&made);
        Ok(made)
    }

    /// Has a plugin make its implementor.
    fn make<L: Loadable>(
        &self,
        constructor: &Constructor,
        export: &DecodedExport,
    ) -> Result<L, Why> {
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
            let object = ManuallyDrop::into_inner(made.value.ok);
            // What was compared is what its table says, or its file's data is damaged.
            if TableRef::from_ptr(object.table).description() != export.description {
                return Err(Why::Changed);
            }
            Ok(L::from_object(object))
        }
    }
}
