//! The section in which a library says that it is a plugin.

use object::{FileKind, ReadRef};

/// The system whose libraries begin like this, if this program can't read them.
#[cfg(feature = "file")]
pub(super) fn foreign<'a>(_: impl ReadRef<'a>) -> Option<&'static str> {
    None
}

#[cfg(not(feature = "file"))]
pub(super) fn foreign<'a>(data: impl ReadRef<'a>) -> Option<&'static str> {
    match data.read_bytes_at(0, 4).ok()? {
        [0x7f, b'E', b'L', b'F'] if cfg!(any(windows, target_vendor = "apple")) => {
            Some("Linux or another Unix")
        }
        [0xcf | 0xce, 0xfa, 0xed, 0xfe] | [0xca, 0xfe, 0xba, 0xbe | 0xbf]
            if !cfg!(target_vendor = "apple") =>
        {
            Some("an Apple system")
        }
        [b'M', b'Z', ..] if !cfg!(windows) => Some("Windows"),
        _ => None,
    }
}

/// An ELF file's sections, and nothing else of it: the general way reads all symbols.
#[cfg(any(feature = "file", not(any(windows, target_vendor = "apple"))))]
pub(super) fn find<'a>(kind: FileKind, data: impl ReadRef<'a>) -> object::Result<Option<&'a [u8]>> {
    match kind {
        FileKind::Elf32 | FileKind::Elf64 => elf(kind, data, crate::header::SECTION_ELF.as_bytes()),
        #[cfg(feature = "file")]
        _ => find_other(data),
        #[cfg(not(feature = "file"))]
        _ => Ok(None),
    }
}

/// A section of an ELF file, by its name.
#[cfg(any(feature = "file", not(any(windows, target_vendor = "apple"))))]
pub(super) fn elf<'a>(
    kind: FileKind,
    data: impl ReadRef<'a>,
    name: &[u8],
) -> object::Result<Option<&'a [u8]>> {
    use object::Endianness;
    use object::elf::{FileHeader32, FileHeader64};
    use object::read::elf::{FileHeader, SectionHeader as _};

    fn section<'a, H: FileHeader>(
        data: impl ReadRef<'a>,
        name: &[u8],
    ) -> object::Result<Option<&'a [u8]>> {
        let header = H::parse(data)?;
        let endian = header.endian()?;
        let sections = header.sections(endian, data)?;
        sections
            .section_by_name(endian, name)
            .map(|(_, section)| section.data(endian, data))
            .transpose()
    }

    match kind {
        FileKind::Elf32 => section::<FileHeader32<Endianness>>(data, name),
        FileKind::Elf64 => section::<FileHeader64<Endianness>>(data, name),
        _ => Ok(None),
    }
}

#[cfg(not(any(feature = "file", not(any(windows, target_vendor = "apple")))))]
pub(super) fn find<'a>(_: FileKind, data: impl ReadRef<'a>) -> object::Result<Option<&'a [u8]>> {
    find_other(data)
}

#[cfg(any(feature = "file", windows, target_vendor = "apple"))]
fn find_other<'a>(data: impl ReadRef<'a>) -> object::Result<Option<&'a [u8]>> {
    use crate::header::{SECTION_MACHO, SECTION_PE};
    use object::{Object as _, ObjectSection as _};

    let object = object::File::parse(data)?;
    object
        .section_by_name_bytes(SECTION_MACHO.as_bytes())
        .or_else(|| object.section_by_name_bytes(SECTION_PE.as_bytes()))
        .map(|section| section.data())
        .transpose()
}
