//! A plugin that is mapped, for good: what it made may be anywhere, and its thread-locals, too.

use super::copy::Stamp;
use super::error::Why;
use super::linker;
use crate::entry::{Constructor, Entry, SYMBOL, std_identity};
use crate::file::PluginFile;
use crate::header::RUNTIME;
use crate::loadable::Loadable;
use crate::object::{Object, TableRef};
use core::any::TypeId;
use core::slice;
use libloading::Library;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The images that this program has mapped.
static MAPPED: Mutex<Vec<Mapped>> = Mutex::new(Vec::new());

struct Mapped {
    entry: &'static Entry,
    /// Which file this is, and when it was last written to.
    stamp: Stamp,
    library: Library,
    /// Stays open: a file with this identity is this one, and the name by which the system's loader
    /// knows the image leads to it, for debuggers and backtraces.
    file: File,
    /// Where it was.
    path: PathBuf,
    /// The tables of the implementors that it made.
    tables: Vec<usize>,
    /// The implementors' types, if any type of its crosses.
    types: Vec<TypeId>,
}

fn mapped() -> MutexGuard<'static, Vec<Mapped>> {
    MAPPED.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) struct Image {
    entry: &'static Entry,
}

impl Image {
    /// Maps the file that was read, and runs its initialisers; or finds it mapped.
    pub(super) fn load(file: &PluginFile, path: &Path) -> Result<Self, Why> {
        let stamp = Stamp::new(&file.metadata);
        let entry = match Self::find(&stamp)? {
            Some(entry) => entry,
            None => Self::map(file, path, stamp)?,
        };
        // SAFETY: made by `export!`, of a static.
        let header = unsafe { slice::from_raw_parts(entry.header, entry.header_len) };
        if entry.runtime != RUNTIME || !file.bytes.starts_with(header) {
            return Err(Why::Changed);
        }
        Ok(Self { entry })
    }

    fn find(stamp: &Stamp) -> Result<Option<&'static Entry>, Why> {
        let mapped = mapped();
        let Some(found) = mapped
            .iter()
            .find(|mapped| mapped.stamp.is_same_file(stamp))
        else {
            return Ok(None);
        };
        if found.stamp == *stamp {
            Ok(Some(found.entry))
        } else {
            Err(Why::Overwritten)
        }
    }

    /// No lock is held: initialisers may load plugins.
    fn map(file: &PluginFile, path: &Path, stamp: Stamp) -> Result<&'static Entry, Why> {
        let uses_origin = file.uses_origin;
        let file = file.file.try_clone().map_err(Why::Copy)?;
        // SAFETY: running a plugin's code is what the caller asks for; its header was read.
        let library = unsafe { linker::open(&file, path, &stamp, uses_origin) }?;
        // SAFETY: the symbol is an `Entry`, as the number in its name says.
        let entry = unsafe {
            match library.get::<*const Entry>(SYMBOL) {
                Ok(symbol) => &**symbol,
                Err(error) => {
                    keep(library, file);
                    return Err(Why::Linker(linker::words(&error)));
                }
            }
        };
        let mut mapped = mapped();
        if mapped
            .iter()
            .any(|mapped| core::ptr::eq(mapped.entry, entry))
        {
            // Another thread was faster, or it has two names.
            keep(library, file);
        } else {
            mapped.push(Mapped {
                entry,
                stamp,
                library,
                file,
                path: path.to_owned(),
                tables: Vec::new(),
                types: Vec::new(),
            });
        }
        Ok(entry)
    }

    pub(super) fn constructor(&self, number: usize) -> Result<&'static Constructor, Why> {
        // SAFETY: made by `export!`, of a static.
        let constructors =
            unsafe { slice::from_raw_parts(self.entry.exports, self.entry.count as usize) };
        constructors.get(number).ok_or(Why::Changed)
    }

    /// Whether the interface and the standard library are those of this image.
    pub(super) fn is_same_build(
        &self,
        constructor: &Constructor,
        interface: &'static [u8],
    ) -> bool {
        core::ptr::addr_eq(constructor.interface, interface.as_ptr())
            && core::ptr::addr_eq(self.entry.std, std_identity())
    }

    /// That the implementor's type is this image's alone, or may be taken for another's.
    ///
    /// # Safety
    ///
    /// The image's compiler is this one's.
    pub(super) unsafe fn claim(
        &self,
        constructor: &Constructor,
        is_trusted: bool,
    ) -> Result<(), Why> {
        let mut id = TypeId::of::<()>();
        // SAFETY: by the caller; there's room for one.
        unsafe { (constructor.type_id)(&raw mut id) };
        let mut mapped = mapped();
        let is_this = |mapped: &Mapped| core::ptr::eq(mapped.entry, self.entry);
        let other = mapped
            .iter()
            .find(|mapped| !is_this(mapped) && mapped.types.contains(&id));
        if let Some(other) = other
            && !is_trusted
        {
            return Err(Why::SameTypes(other.path.clone()));
        }
        if let Some(this) = mapped.iter_mut().find(|mapped| is_this(mapped))
            && !this.types.contains(&id)
        {
            this.types.push(id);
        }
        Ok(())
    }

    /// That the image made this.
    pub(super) fn remember<L: Loadable>(&self, made: &L) {
        let table = object(made).table.addr();
        let mut mapped = mapped();
        if let Some(mapped) = mapped
            .iter_mut()
            .find(|m| core::ptr::eq(m.entry, self.entry))
            && !mapped.tables.contains(&table)
        {
            mapped.tables.push(table);
        }
    }
}

/// Where the plugin was that made an implementor with this table.
pub(crate) fn plugin_of(table: TableRef) -> Option<PathBuf> {
    let table = table.as_ptr().addr();
    let mapped = mapped();
    let made_it = mapped.iter().find(|m| m.tables.contains(&table))?;
    Some(made_it.path.clone())
}

/// An implementor's parts, which stay its own.
pub(super) fn object<L: Loadable>(loaded: &L) -> Object {
    // SAFETY: `into_object` takes the copy apart, and drops nothing; the parts are only looked at.
    unsafe { core::ptr::read(loaded) }.into_object()
}

/// Keeps an image mapped, and what its name leads to.
fn keep(library: Library, file: File) {
    core::mem::forget((library, file));
}

/// Unmaps the image that made this, or gives it back.
///
/// # Safety
///
/// See [`Host::unload`](super::Host::unload).
pub(super) unsafe fn unmap<L: Loadable>(loaded: L) -> Result<(), L> {
    let table = object(&loaded).table.addr();
    let made_it = |mapped: &Mapped| mapped.tables.contains(&table);
    if !mapped().iter().any(made_it) {
        return Err(loaded);
    }
    drop(loaded);
    let found = {
        let mut mapped = mapped();
        let found = mapped.iter().position(made_it);
        found.map(|found| mapped.swap_remove(found))
    };
    if let Some(Mapped { library, file, .. }) = found {
        crate::handle::forget_tables();
        // It fails if the system's loader doesn't know the image, which is as mapped as it was then.
        if library.close().is_err() {
            core::mem::forget(file);
        }
    }
    Ok(())
}
