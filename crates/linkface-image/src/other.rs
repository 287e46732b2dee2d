//! Files that aren't ELF.

use super::source::Source;
use super::{Error, Names};

/// The section of a Mach-O or PE file.
#[cfg(any(feature = "all", windows, target_vendor = "apple"))]
pub(super) fn section(source: &Source<'_>, names: Names) -> Result<Vec<u8>, Error> {
    use object::{FileKind, Object as _, ObjectSection as _, ReadCache};

    const DAMAGED: Error = Error::Damaged("its headers can't be read");
    let cache = ReadCache::new(source.file());
    FileKind::parse(&cache).map_err(|_| Error::NotALibrary)?;
    let object = object::File::parse(&cache).map_err(|_| DAMAGED)?;
    let section = object
        .section_by_name_bytes(names.macho.as_bytes())
        .or_else(|| object.section_by_name_bytes(names.pe.as_bytes()))
        .ok_or(Error::NoSection)?;
    if section.size() > super::MOST {
        return Err(DAMAGED);
    }
    section.data().map(<[u8]>::to_vec).map_err(|_| DAMAGED)
}

#[cfg(not(any(feature = "all", windows, target_vendor = "apple")))]
pub(super) fn section(_: &Source<'_>, _: Names) -> Result<Vec<u8>, Error> {
    Err(Error::NotALibrary)
}

/// The system whose libraries begin like this, if this program can't read them.
pub(super) fn foreign(head: &[u8]) -> Option<&'static str> {
    if cfg!(feature = "all") {
        return None;
    }
    match head {
        [0x7f, b'E', b'L', b'F', ..] if cfg!(any(windows, target_vendor = "apple")) => {
            Some("Linux or another Unix")
        }
        [0xcf | 0xce, 0xfa, 0xed, 0xfe, ..] | [0xca, 0xfe, 0xba, 0xbe | 0xbf, ..]
            if !cfg!(target_vendor = "apple") =>
        {
            Some("an Apple system")
        }
        [b'M', b'Z', ..] if !cfg!(windows) => Some("Windows"),
        _ => None,
    }
}
