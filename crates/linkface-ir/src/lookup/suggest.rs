//! What may have been meant, if nothing fits.

use super::query::Query;
use super::{Found, Path, entries};
use crate::module::Module;

/// How many are worth to be read.
const MOST: usize = 5;

/// The functions whose names are near, the nearest first.
pub(super) fn nearest<'a>(modules: &[Module<'a>], query: &Query<'_>) -> Vec<Found<'a>> {
    let given = query.text().to_lowercase();
    let last = last(&given);
    let mut near: Vec<(usize, Found<'a>)> = Vec::new();
    for (module, entry) in entries(modules) {
        let path = Path::new(&entry.name.text());
        let distance = path
            .spellings()
            .iter()
            .filter_map(|spelling| distance(&given, last, &spelling.to_lowercase()))
            .min();
        let Some(distance) = distance else { continue };
        let known = near.iter().any(|(_, other)| other.path == path);
        // Sorted, and never longer than it has to be.
        let at = near.partition_point(|(other, _)| *other <= distance);
        if at < MOST && !known {
            near.truncate(MOST - 1);
            near.insert(
                at,
                (
                    distance,
                    Found {
                        module,
                        entry,
                        path,
                    },
                ),
            );
        }
    }
    near.into_iter().map(|(_, found)| found).collect()
}

/// How far a path is from what was given, if it is near at all; both in lower case.
fn distance(given: &str, last_given: &str, path: &str) -> Option<usize> {
    if path == given || path.ends_with(given) {
        return Some(0);
    }
    let last_path = last(path);
    // One letter of three may be wrong, as rustc has it.
    let near = |a: &str, b: &str| {
        let longest = a.chars().count().max(b.chars().count());
        let shortest = a.chars().count().min(b.chars().count());
        if longest - shortest > longest / 3 {
            return None;
        }
        let distance = strsim::damerau_levenshtein(a, b);
        (distance <= longest / 3).then_some(distance)
    };
    // The end of the path counts most: modules are guessed.
    let of_last = near(last_given, last_path).map(|distance| 2 * distance + 1);
    let of_whole = near(given, path).map(|distance| 2 * distance);
    let contained = (last_given.len() > 3 && last_path.contains(last_given)).then_some(8);
    [of_last, of_whole, contained].into_iter().flatten().min()
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
