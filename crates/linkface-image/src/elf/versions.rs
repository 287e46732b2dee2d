//! The versions of symbols: glibc's chains of them.
//! <https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html>

use super::dynamic::Dynamic;
use super::image::Image;
use crate::Damage;
use elf::abi;

const VERSIONS: Damage = "its table of versions is damaged";
/// More than glibc has.
const MOST: u64 = 1024;
/// Bits of an entry that are no number.
const HIDDEN: u16 = 0x8000;

/// Where an entry has what, in bytes: of `Verneed`, `Vernaux`, `Verdef` or `Verdaux`.
struct Layout {
    size: u64,
    /// The offset of the next one.
    next: usize,
    /// The offset of a name.
    name: Option<usize>,
    /// The number that symbols say.
    number: Option<usize>,
    /// How many entries below it has, the offset of their first, and their layout.
    below: Option<(usize, usize, &'static Layout)>,
}

const NEEDED: Layout = Layout {
    size: 16,
    next: 12,
    name: Some(4),
    number: None,
    below: Some((2, 8, &NEEDED_VERSION)),
};
const NEEDED_VERSION: Layout = Layout {
    size: 16,
    next: 12,
    name: Some(8),
    number: Some(6),
    below: None,
};
const DEFINED: Layout = Layout {
    size: 20,
    next: 16,
    name: None,
    number: Some(4),
    below: Some((6, 12, &DEFINED_NAME)),
};
const DEFINED_NAME: Layout = Layout {
    size: 8,
    next: 4,
    name: Some(0),
    number: None,
    below: None,
};

impl Image<'_> {
    /// Whether all versions of symbols are known.
    pub(super) fn versions(&self, dynamic: &Dynamic<'_>, symbols: usize) -> Result<(), Damage> {
        self.known(dynamic, symbols).ok_or(VERSIONS)
    }

    fn known(&self, dynamic: &Dynamic<'_>, symbols: usize) -> Option<()> {
        // Local and global symbols without a version.
        let mut known = vec![0, 1];
        for (table, count, layout) in [
            (abi::DT_VERNEED, abi::DT_VERNEEDNUM, &NEEDED),
            (abi::DT_VERDEF, abi::DT_VERDEFNUM, &DEFINED),
        ] {
            if let Some((at, count)) = dynamic.get(table).zip(dynamic.get(count)) {
                self.chain(dynamic, layout, at, count, &mut known)?;
            }
        }
        let Some(at) = dynamic.get(abi::DT_VERSYM) else {
            return (known.len() == 2).then_some(());
        };
        let table = self.at(at, symbols as u64 * 2)?;
        let is_known = |version: u16| known.contains(&(version & !HIDDEN));
        (0..symbols)
            .all(|n| table.u16(n * 2).is_some_and(is_known))
            .then_some(())
    }

    /// A loader goes on until there is no next one, whatever the count says.
    fn chain(
        &self,
        dynamic: &Dynamic<'_>,
        layout: &Layout,
        mut at: u64,
        count: u64,
        known: &mut Vec<u16>,
    ) -> Option<()> {
        if !(1..=MOST).contains(&count) {
            return None;
        }
        for left in (0..count).rev() {
            let entry = self.at(at, layout.size)?;
            let name = match layout.name {
                Some(name) => dynamic.name(entry.u32(name)?.into())?,
                None => &[],
            };
            known.extend(
                layout
                    .number
                    .and_then(|at| entry.u16(at))
                    .map(|n| n & !HIDDEN),
            );
            if let Some((count, first, below)) = layout.below {
                // A loader asserts that it needs the library, and these are of version 1.
                let is_needed = layout.name.is_none() || dynamic.needs(name);
                if !is_needed || entry.u16(0) != Some(1) {
                    return None;
                }
                let first = at.checked_add(entry.u32(first)?.into())?;
                self.chain(dynamic, below, first, entry.u16(count)?.into(), known)?;
            }
            let next = entry.u32(layout.next)?;
            if (next == 0) != (left == 0) {
                return None;
            }
            at = at.checked_add(next.into())?;
        }
        Some(())
    }
}
