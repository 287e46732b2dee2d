//! The hash tables in which a loader looks symbols up.

use super::dynamic::Dynamic;
use super::image::Image;
use crate::Damage;
use elf::abi;

/// As many symbols as share a bucket in no library.
const MOST_ALIKE: u64 = 4096;
const HASH: Damage = "its table of symbols by hash is damaged";

impl Image<'_> {
    fn words(&self, address: u64, count: u64) -> Result<Vec<u32>, Damage> {
        count
            .checked_mul(4)
            .and_then(|size| self.at(address, size)?.all())
            .ok_or(HASH)
    }

    /// Whether lookups end, and how many symbols they may find.
    pub(super) fn hashes(&self, dynamic: &Dynamic<'_>) -> Result<u64, Damage> {
        let old = dynamic
            .get(abi::DT_HASH)
            .map(|at| self.old_hash(at))
            .transpose()?;
        let gnu = dynamic
            .get(abi::DT_GNU_HASH)
            .map(|at| self.gnu_hash(at))
            .transpose()?;
        match (old, gnu) {
            (Some(old), Some(gnu)) if gnu > old => Err(HASH),
            (Some(count), _) | (None, Some(count)) => Ok(count),
            (None, None) => Err("it has no table of symbols by hash"),
        }
    }

    /// System V, chapter 5, "Hash Table".
    fn old_hash(&self, at: u64) -> Result<u64, Damage> {
        let head = self.words(at, 2)?;
        let (buckets, chains) = (u64::from(head[0]), u64::from(head[1]));
        let table = self.words(at + 8, buckets + chains)?;
        let chain = &table[head[0] as usize..];
        if buckets == 0 || table.iter().any(|next| u64::from(*next) >= chains.max(1)) {
            return Err(HASH);
        }
        // Each chain ends by a zero, and none is longer than all symbols. One that goes round does so
        // in as many steps.
        let mut steps = 0;
        for start in &table[..head[0] as usize] {
            let mut next = *start;
            while next != 0 {
                next = chain[next as usize];
                steps += 1;
                if steps > chains {
                    return Err(HASH);
                }
            }
        }
        Ok(chains)
    }

    /// <https://flapenguin.me/elf-dt-gnu-hash>
    fn gnu_hash(&self, at: u64) -> Result<u64, Damage> {
        let head = self.words(at, 4)?;
        let [buckets, first, bloom, shift] = [head[0], head[1], head[2], head[3]];
        if buckets == 0 || !bloom.is_power_of_two() || shift >= 64 {
            return Err(HASH);
        }
        let start = at + 16 + u64::from(bloom) * self.word();
        // The filter is read by a loader, too.
        self.offset(at + 16, u64::from(bloom) * self.word())
            .ok_or(HASH)?;
        let table = self.words(start, u64::from(buckets))?;
        let chains = start + u64::from(buckets) * 4;
        let Some(last) = table.iter().copied().filter(|start| *start != 0).max() else {
            return Ok(u64::from(first));
        };
        if table.iter().any(|start| *start != 0 && *start < first) {
            return Err(HASH);
        }
        // The last chain's end is the last symbol; all before end there at the latest.
        let known = self.words(chains, u64::from(last - first) + 1)?;
        let mut end = u64::from(last - first);
        let mut word = *known.last().ok_or(HASH)?;
        let most = end + MOST_ALIKE;
        while word & 1 == 0 {
            end += 1;
            if end > most {
                return Err(HASH);
            }
            word = self.words(chains + end * 4, 1)?[0];
        }
        Ok(u64::from(first) + end + 1)
    }
}
