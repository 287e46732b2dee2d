//! The bytes of one object: known, `undef` bit by bit, poison, part of a pointer.

use crate::run::poison::Poison;
use crate::run::value::Provenance;
use std::collections::BTreeMap;
use std::ops::Range;

/// The bytes of one object.
#[derive(Clone, Debug)]
pub(crate) struct Bytes {
    values: Vec<u8>,
    /// Which bits are `undef`; those are zero in `values`.
    undef: Vec<u8>,
    /// Both are rare, so they are kept apart.
    poison: BTreeMap<u64, Poison>,
    pointers: BTreeMap<u64, Provenance>,
}

/// One byte.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) value: u8,
    pub(crate) undef: u8,
    pub(crate) poison: Option<Poison>,
    /// Of a byte of a pointer.
    pub(crate) provenance: Option<Provenance>,
}

impl Cell {
    pub(crate) fn undef() -> Self {
        Self {
            undef: u8::MAX,
            ..Self::default()
        }
    }

    pub(crate) fn poison(poison: &Poison) -> Self {
        Self {
            poison: Some(poison.clone()),
            ..Self::default()
        }
    }
}

fn range(start: u64, len: u64) -> Range<usize> {
    let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    index(start)..index(start.saturating_add(len))
}

impl Bytes {
    pub(crate) fn undef(size: u64) -> Self {
        let size = range(0, size).end;
        Self {
            values: vec![0; size],
            undef: vec![u8::MAX; size],
            poison: BTreeMap::new(),
            pointers: BTreeMap::new(),
        }
    }

    /// Bytes that aren't there are `undef`.
    pub(crate) fn read(&self, start: u64, len: u64) -> Vec<Cell> {
        let at = range(start, len);
        let cells = at.zip(start..).map(|(index, offset)| {
            Cell {
                value: self.values.get(index).copied().unwrap_or(0),
                undef: self.undef.get(index).copied().unwrap_or(u8::MAX),
                poison: None,
                provenance: None,
            }
            .with(offset, self)
        });
        cells.collect()
    }

    /// Bytes that aren't there are left out.
    pub(crate) fn write(&mut self, start: u64, cells: &[Cell]) {
        self.forget(start, cells.len() as u64);
        for (cell, offset) in cells.iter().zip(start..) {
            let index = range(0, offset).end;
            let (Some(value), Some(undef)) =
                (self.values.get_mut(index), self.undef.get_mut(index))
            else {
                return;
            };
            (*value, *undef) = (cell.value, cell.undef);
            if let Some(poison) = &cell.poison {
                self.poison.insert(offset, poison.clone());
            }
            if let Some(provenance) = cell.provenance {
                self.pointers.insert(offset, provenance);
            }
        }
    }

    /// Writes bytes that are known.
    pub(crate) fn write_known(&mut self, start: u64, bytes: &[u8]) {
        let len = bytes.len() as u64;
        self.forget(start, len);
        let at = range(start, len);
        if let (Some(values), Some(undef)) =
            (self.values.get_mut(at.clone()), self.undef.get_mut(at))
        {
            values.copy_from_slice(bytes);
            undef.fill(0);
        }
    }

    /// Makes every byte the same.
    pub(crate) fn fill(&mut self, start: u64, len: u64, value: u8) {
        self.set(start, len, value, 0);
    }

    /// Makes every byte `undef`.
    pub(crate) fn fill_undef(&mut self, start: u64, len: u64) {
        self.set(start, len, 0, u8::MAX);
    }

    /// Some bytes, if all of them are known.
    pub(crate) fn known(&self, start: u64, len: u64) -> Option<Vec<u8>> {
        let defined = self
            .undef
            .get(range(start, len))?
            .iter()
            .all(|bits| *bits == 0);
        let poisoned = self.poison.range(start..start.saturating_add(len)).next();
        let values = self.values.get(range(start, len))?;
        (defined && poisoned.is_none()).then(|| values.to_vec())
    }

    /// Some bytes, if all of them are known, and none is of a pointer.
    pub(crate) fn plain(&self, start: u64, len: u64) -> Option<Vec<u8>> {
        let mut pointers = self.pointers.range(start..start.saturating_add(len));
        pointers.next().is_none().then(|| self.known(start, len))?
    }

    fn set(&mut self, start: u64, len: u64, value: u8, undef: u8) {
        self.forget(start, len);
        let at = range(start, len);
        if let (Some(values), Some(bits)) =
            (self.values.get_mut(at.clone()), self.undef.get_mut(at))
        {
            values.fill(value);
            bits.fill(undef);
        }
    }

    fn forget(&mut self, start: u64, len: u64) {
        let end = start.saturating_add(len);
        remove(&mut self.poison, start..end);
        remove(&mut self.pointers, start..end);
    }
}

impl Cell {
    fn with(mut self, offset: u64, bytes: &Bytes) -> Self {
        if !bytes.poison.is_empty() {
            self.poison = bytes.poison.get(&offset).cloned();
        }
        if !bytes.pointers.is_empty() {
            self.provenance = bytes.pointers.get(&offset).copied();
        }
        self
    }
}

fn remove<T>(map: &mut BTreeMap<u64, T>, range: Range<u64>) {
    if map.is_empty() || range.is_empty() {
        return;
    }
    let keys: Vec<u64> = map.range(range).map(|(key, _)| *key).collect();
    for key in keys {
        map.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::poison::Site;
    use crate::span::Span;

    fn poison() -> Poison {
        let site = Site {
            module: 0,
            function: 0,
            instruction: None,
            span: Span::default(),
        };
        Poison::made(site, "because")
    }

    impl Cell {
        fn known(value: u8) -> Self {
            Self {
                value,
                ..Self::default()
            }
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let mut bytes = Bytes::undef(4);
        bytes.write(1, &[Cell::known(7), Cell::poison(&poison())]);
        let cells = bytes.read(0, 4);
        assert_eq!(cells[0].undef, u8::MAX);
        assert_eq!((cells[1].value, cells[1].undef), (7, 0));
        assert!(cells[2].poison.is_some());
        assert!(cells[3].poison.is_none());
    }

    #[test]
    fn poison_and_pointers_go_when_written_over() {
        let mut bytes = Bytes::undef(2);
        let pointer = Cell {
            provenance: Some(Provenance::None),
            ..Cell::default()
        };
        bytes.write(0, &[Cell::poison(&poison()), pointer]);
        bytes.fill(0, 2, 3);
        assert_eq!(bytes.known(0, 2), Some(vec![3, 3]));
        assert!(
            bytes
                .read(0, 2)
                .iter()
                .all(|cell| cell.provenance.is_none())
        );
    }

    #[test]
    fn unknown_bytes_are_not_known() {
        let mut bytes = Bytes::undef(2);
        bytes.write_known(0, &[1]);
        assert_eq!(bytes.known(0, 1), Some(vec![1]));
        assert_eq!(bytes.known(0, 2), None);
        assert_eq!(bytes.known(0, 3), None);
        bytes.write(0, &[Cell::poison(&poison())]);
        assert_eq!(bytes.known(0, 1), None);
    }

    #[test]
    fn nothing_lies_outside() {
        let mut bytes = Bytes::undef(1);
        bytes.write(5, &[Cell::known(1)]);
        bytes.write_known(u64::MAX, &[1, 2]);
        bytes.fill(0, u64::MAX, 1);
        assert_eq!(bytes.read(3, 1)[0].undef, u8::MAX);
    }
}
