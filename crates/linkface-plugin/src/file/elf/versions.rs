//! The versions of symbols: glibc's chains of them.

use super::dynamic::Dynamic;
use super::{Damage, Image};
use object::read::elf::FileHeader;
use object::{Endianness, ReadRef, U16, elf};

const VERSIONS: Damage = "its table of versions is damaged";
/// More than glibc has.
const MOST: u64 = 1024;
/// Bits of an entry that are no number.
const HIDDEN: u16 = 0x8000;

/// What one entry of either table has, of its `vn_`, `vna_`, `vd_` and `vda_` members.
struct Entry {
    offset: u64,
    next: u32,
}

impl<'d, Elf, R> Image<'d, Elf, R>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    /// Whether all versions of symbols are known.
    pub(super) fn versions(&self, dynamic: &Dynamic<'d>, symbols: usize) -> Result<(), Damage> {
        // Local and global symbols without a version.
        let mut known = vec![0, 1];
        if let Some((at, count)) = both(dynamic, elf::DT_VERNEED, elf::DT_VERNEEDNUM) {
            self.needed(dynamic, at, count, &mut known)?;
        }
        if let Some((at, count)) = both(dynamic, elf::DT_VERDEF, elf::DT_VERDEFNUM) {
            self.defined(dynamic, at, count, &mut known)?;
        }
        let Some(at) = dynamic.get(elf::DT_VERSYM) else {
            return if known.len() == 2 {
                Ok(())
            } else {
                Err(VERSIONS)
            };
        };
        let table: &[U16<Endianness>] = self.table(at, symbols as u64 * 2).ok_or(VERSIONS)?;
        let is_known =
            |version: &U16<Endianness>| known.contains(&(version.get(self.endian) & !HIDDEN));
        if table.iter().all(is_known) {
            Ok(())
        } else {
            Err(VERSIONS)
        }
    }

    fn needed(
        &self,
        dynamic: &Dynamic<'d>,
        at: u64,
        count: u64,
        known: &mut Vec<u16>,
    ) -> Result<(), Damage> {
        self.chain(
            at,
            count,
            size_of::<elf::Verneed<Endianness>>(),
            |bytes: &elf::Verneed<Endianness>, offset| {
                let endian = self.endian;
                // A loader asserts that.
                let file = dynamic
                    .name(bytes.vn_file.get(endian).into())
                    .ok_or(VERSIONS)?;
                if bytes.vn_version.get(endian) != 1 || !dynamic.needed.contains(&file) {
                    return Err(VERSIONS);
                }
                let first = offset + u64::from(bytes.vn_aux.get(endian));
                let count = bytes.vn_cnt.get(endian).into();
                self.chain(
                    first,
                    count,
                    size_of::<elf::Vernaux<Endianness>>(),
                    |aux: &elf::Vernaux<Endianness>, offset| {
                        dynamic
                            .name(aux.vna_name.get(endian).into())
                            .ok_or(VERSIONS)?;
                        known.push(aux.vna_other.get(endian).0 & !HIDDEN);
                        Ok(Entry {
                            offset,
                            next: aux.vna_next.get(endian),
                        })
                    },
                )?;
                Ok(Entry {
                    offset,
                    next: bytes.vn_next.get(endian),
                })
            },
        )
    }

    fn defined(
        &self,
        dynamic: &Dynamic<'d>,
        at: u64,
        count: u64,
        known: &mut Vec<u16>,
    ) -> Result<(), Damage> {
        self.chain(
            at,
            count,
            size_of::<elf::Verdef<Endianness>>(),
            |bytes: &elf::Verdef<Endianness>, offset| {
                let endian = self.endian;
                if bytes.vd_version.get(endian) != 1 {
                    return Err(VERSIONS);
                }
                known.push(bytes.vd_ndx.get(endian).0 & !HIDDEN);
                let first = offset + u64::from(bytes.vd_aux.get(endian));
                let count = bytes.vd_cnt.get(endian).into();
                self.chain(
                    first,
                    count,
                    size_of::<elf::Verdaux<Endianness>>(),
                    |aux: &elf::Verdaux<Endianness>, offset| {
                        dynamic
                            .name(aux.vda_name.get(endian).into())
                            .ok_or(VERSIONS)?;
                        Ok(Entry {
                            offset,
                            next: aux.vda_next.get(endian),
                        })
                    },
                )?;
                Ok(Entry {
                    offset,
                    next: bytes.vd_next.get(endian),
                })
            },
        )
    }

    /// A loader goes on until there is no next one, whatever the count says.
    fn chain<T: object::pod::Pod>(
        &self,
        at: u64,
        count: u64,
        size: usize,
        mut each: impl FnMut(&T, u64) -> Result<Entry, Damage>,
    ) -> Result<(), Damage> {
        if !(1..=MOST).contains(&count) {
            return Err(VERSIONS);
        }
        let mut at = at;
        for left in (0..count).rev() {
            let table: &[T] = self.table(at, size as u64).ok_or(VERSIONS)?;
            let Entry { offset, next } = each(table.first().ok_or(VERSIONS)?, at)?;
            if (next == 0) != (left == 0) {
                return Err(VERSIONS);
            }
            at = offset + u64::from(next);
        }
        Ok(())
    }
}

fn both(dynamic: &Dynamic<'_>, a: elf::DynamicTag, b: elf::DynamicTag) -> Option<(u64, u64)> {
    dynamic.get(a).zip(dynamic.get(b))
}
