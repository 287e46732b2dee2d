//! The program that has plugins.

mod error;
mod image;
mod offer;

pub use error::LoadError;

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
/// let mut host = Host::new().offer(Engine::new());
/// let mut physics: LoadedPhysics = host.load("mods/euler.so")?;
/// physics.step(&world, 0.1);
/// ```
#[derive(Debug, Default)]
pub struct Host {
    offers: Vec<Offer>,
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

    /// Loads a plugin and makes the implementor that it exports.
    ///
    /// Loading runs the plugin's code, in this process and with its rights: load what you trust.
    ///
    /// # Errors
    ///
    /// If the file is no plugin, doesn't implement the interface, or was compiled against something
    /// that doesn't fit: nothing of it has run then.
    pub fn load<L: Loadable>(&mut self, path: impl AsRef<Path>) -> Result<L, LoadError> {
        let path = path.as_ref();
        self.try_load(path)
            .map_err(|why| LoadError::new(path, L::RUSTC, why))
    }

    fn try_load<L: Loadable>(&self, path: &Path) -> Result<L, Why> {
        let file = PluginFile::open(path).map_err(Why::File)?;
        let header = &file.header;
        if header.runtime != RUNTIME {
            return Err(Why::Runtime(header.runtime));
        }
        if header.target != target() {
            return Err(Why::Target(header.target.clone()));
        }
        if header.aborts {
            return Err(Why::Aborts);
        }
        let (number, export) = Self::find::<L>(&header.exports)?;
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

    /// The one export that implements the interface, and its number among the exports.
    fn find<L: Loadable>(exports: &[DecodedExport]) -> Result<(usize, &DecodedExport), Why> {
        let implements = || {
            exports
                .iter()
                .filter(|export| export.role == Role::Implements)
                .enumerate()
        };
        let mut found = implements().filter(|(_, export)| {
            Description::decode(&export.description)
                .is_ok_and(|description| description.root().name == L::NAME)
        });
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => Err(Why::NotImplemented {
                interface: L::NAME,
                exports: implements().map(|(_, e)| e.name.clone()).collect(),
            }),
            (Some((_, first)), Some((_, second))) => Err(Why::Several {
                interface: L::NAME,
                names: [first.name.clone(), second.name.clone()],
            }),
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
