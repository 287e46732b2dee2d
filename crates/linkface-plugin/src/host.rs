//! The program that has plugins.

mod error;
mod folder;
mod image;
mod live;
mod offer;
mod reload;

pub use error::LoadError;
pub use folder::{Folder, Found};
pub use live::Live;

use crate::check::{self, Caller};
use crate::describe::Description;
use crate::entry::HostTable;
use crate::file::PluginFile;
use crate::header::{DecodedExport, RUNTIME, Role, target};
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
    #[must_use]
    pub fn offer<L: Loadable, T: Send + Sync + 'static>(mut self, value: T) -> Self
    where
        (): Exports<L, T>,
    {
        self.offers.push(Offer::new::<L, T>(value));
        self
    }

    /// Whether plugins are accepted that were compiled with `panic = "abort"`: a panic in one of
    /// them ends this program, with no destructor run. They aren't otherwise.
    #[must_use]
    pub fn accept_abort(mut self, accept: bool) -> Self {
        self.accepts_abort = accept;
        self
    }

    /// Whether plugins are loaded from private copies of their files, which may be overwritten then
    /// while they are loaded. A plugin whose file is written to while it is mapped crashes.
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
    /// that doesn't fit: nothing of it has run then.
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
        Ok(implementors::<L>(&file.header.exports)
            .map(|(_, export)| export.name.clone())
            .collect())
    }

    fn load_which<L: Loadable>(&self, path: &Path, name: Option<&str>) -> Result<L, LoadError> {
        self.try_load(path, name)
            .map_err(|why| LoadError::new(path, L::RUSTC, why))
    }

    fn try_load<L: Loadable>(&self, path: &Path, name: Option<&str>) -> Result<L, Why> {
        let file = PluginFile::open(path).map_err(Why::File)?;
        let header = &file.header;
        if header.runtime != RUNTIME {
            return Err(Why::Runtime(header.runtime));
        }
        if header.target != target() {
            return Err(Why::Target(header.target.clone()));
        }
        if header.aborts && !self.accepts_abort {
            return Err(Why::Aborts);
        }
        let (number, export) = find::<L>(&header.exports, name)?;
        if L::BUILD != export.build {
            return Err(Why::Build);
        }
        if export.description != L::DESCRIPTION {
            let theirs = Description::decode(&export.description).map_err(Why::Description)?;
            let ours = Description::decode(L::DESCRIPTION).map_err(Why::Description)?;
            let differences = check::interface(&ours, &theirs, Caller::Host);
            if !differences.is_empty() {
                return Err(Why::Differs(differences, header.rustc.clone()));
            }
        }
        for need in header.exports.iter().filter(|e| e.role == Role::Needs) {
            self.offered(need)?;
        }
        let _ = self.copies;
        let image = Image::load(&file, path)?;
        let constructor = image.constructor(number)?;
        if L::BUILD != 0 && !image.is_same_build(constructor, L::DESCRIPTION) {
            return Err(Why::Images);
        }
        let table = HostTable {
            data: (&raw const self.offers).cast(),
            get: offer::get,
        };
        // SAFETY: the image's own constructor; the table lives while it runs.
        let made = unsafe { (constructor.new)(&raw const table).get() };
        // SAFETY: as `is_ok` says; the object is of an interface that was compared.
        unsafe {
            if made.is_ok == 0 {
                let text = String::from_wire(ManuallyDrop::into_inner(made.value.err));
                return Err(Why::Constructor(text));
            }
            Ok(L::from_object(ManuallyDrop::into_inner(made.value.ok)))
        }
    }

    fn offered(&self, need: &DecodedExport) -> Result<(), Why> {
        let theirs = Description::decode(&need.description).map_err(Why::Description)?;
        let name = &theirs.root().name;
        let Some(offer) = self.offers.iter().find(|offer| offer.name == name) else {
            return Err(Why::NotOffered(name.clone()));
        };
        let differences = offer.differences(&need.description);
        if differences.is_empty() {
            Ok(())
        } else {
            Err(Why::Differs(differences, String::new()))
        }
    }
}

/// The exports that implement the interface, and their numbers among the implementors.
fn implementors<L: Loadable>(
    exports: &[DecodedExport],
) -> impl Iterator<Item = (usize, &DecodedExport)> {
    let all = exports
        .iter()
        .filter(|export| export.role == Role::Implements);
    all.enumerate().filter(|(_, export)| {
        Description::decode(&export.description)
            .is_ok_and(|description| description.root().name == L::NAME)
    })
}

/// The one export that implements the interface: of that name, or the only one.
fn find<'a, L: Loadable>(
    exports: &'a [DecodedExport],
    name: Option<&str>,
) -> Result<(usize, &'a DecodedExport), Why> {
    let mut found = implementors::<L>(exports)
        .filter(|(_, export)| name.is_none_or(|name| export.name == name));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(Why::NotImplemented {
            interface: L::NAME,
            exports: exports
                .iter()
                .filter(|export| export.role == Role::Implements)
                .map(|export| export.name.clone())
                .collect(),
        }),
        (Some((_, first)), Some((_, second))) => Err(Why::Several {
            interface: L::NAME,
            names: [first.name.clone(), second.name.clone()],
        }),
    }
}
