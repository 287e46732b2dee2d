//! From the order to positions, as Brandes and Köpf do it (Fast and Simple Horizontal Coordinate
//! Assignment, 2001): lines are made straight four times, preferring each side and each direction, and
//! each item gets the middle of the four places. Long edges come out straight between their ends.

use super::Spacing;
use super::items::Items;
use std::collections::BTreeSet;

/// The centre of each item.
pub(super) fn assign(items: &Items, spacing: &Spacing) -> Vec<i64> {
    let (above, below) = items.neighbours();
    let positions = items.positions();
    let conflicts = conflicts(items, &above, &positions);
    let tallest = tallest(items, &below);
    let mut variants = Vec::with_capacity(4);
    for downwards in [true, false] {
        for leftwards in [true, false] {
            let variant = Variant {
                items,
                positions: &positions,
                neighbours: if downwards { &above } else { &below },
                behind: if downwards { &below } else { &above },
                conflicts: &conflicts,
                tallest: &tallest,
                spacing,
                downwards,
                leftwards,
            };
            variants.push(variant.centers());
        }
    }
    let mut centers = balance(items, &variants);
    super::squeeze::narrow(items, spacing, &mut centers);
    centers
}

/// Segments of boxes that cross one between two places where edges pass: the latter stays straight.
fn conflicts(items: &Items, above: &[Vec<usize>], positions: &[usize]) -> BTreeSet<(usize, usize)> {
    let mut conflicts = BTreeSet::new();
    let inner = |item: usize| {
        let passes = |it: &usize| !items.list[*it].is_box;
        let up = above[item].iter().copied().find(passes);
        up.filter(|_| passes(&item))
    };
    for pair in items.layers.windows(2) {
        let (upper, layer) = (&pair[0], &pair[1]);
        let (mut from, mut low) = (0, 0);
        for (at, &item) in layer.iter().enumerate() {
            let end = inner(item).map(|up| positions[up]);
            if end.is_none() && at + 1 < layer.len() {
                continue;
            }
            let high = end.unwrap_or(upper.len());
            for &between in &layer[from..=at] {
                for &up in &above[between] {
                    let place = positions[up];
                    if (place < low || place > high) && inner(between) != Some(up) {
                        conflicts.insert((up, between));
                    }
                }
            }
            from = at + 1;
            low = high;
        }
    }
    conflicts
}

/// How far the centres of two neighbours have to be apart.
pub(super) fn apart(items: &Items, spacing: &Spacing, left: usize, right: usize) -> i64 {
    let (left, right) = (&items.list[left], &items.list[right]);
    let gap = if left.is_box && right.is_box {
        spacing.boxes
    } else {
        spacing.lane
    };
    left.size.width - left.size.width / 2 + right.size.width / 2 + gap
}

/// How many boxes stand below each other, at most.
#[derive(Clone, Copy, Default)]
struct Tallest {
    /// From here on.
    own: usize,
    /// From the next layer on.
    below: usize,
}

/// What goes on for long stands straight below; what soon ends stands beside. Else a chain of `if`s would
/// be a staircase.
fn tallest(items: &Items, below: &[Vec<usize>]) -> Vec<Tallest> {
    let mut tallest = vec![Tallest::default(); items.list.len()];
    for item in items.layers.iter().rev().flatten().copied() {
        let lower = below[item].iter().map(|it| tallest[*it].own);
        let most = lower.max().unwrap_or(0);
        tallest[item] = Tallest {
            own: most + usize::from(items.list[item].is_box),
            below: most,
        };
    }
    tallest
}

struct Variant<'a> {
    items: &'a Items,
    positions: &'a [usize],
    /// In the layer that is done already.
    neighbours: &'a [Vec<usize>],
    /// In the layer that is done next.
    behind: &'a [Vec<usize>],
    conflicts: &'a BTreeSet<(usize, usize)>,
    tallest: &'a [Tallest],
    spacing: &'a Spacing,
    downwards: bool,
    leftwards: bool,
}

impl Variant<'_> {
    fn centers(&self) -> Vec<i64> {
        let roots = self.align();
        let alone: Vec<usize> = (0..roots.len()).collect();
        let centers = self.compact(&roots).or_else(|| self.compact(&alone));
        let mut centers = centers.unwrap_or_else(|| vec![0; roots.len()]);
        if !self.leftwards {
            for center in &mut centers {
                *center = -*center;
            }
        }
        centers
    }

    /// Which items stand exactly above each other: the first of each such column.
    fn align(&self) -> Vec<usize> {
        let count = self.items.list.len();
        let mut roots: Vec<usize> = (0..count).collect();
        let mut taken = vec![false; count];
        let layers = self.items.layers.iter();
        let layers: Vec<_> = if self.downwards {
            layers.collect()
        } else {
            layers.rev().collect()
        };
        for layer in layers {
            let mut limit: Option<usize> = None;
            for nth in 0..layer.len() {
                let item = layer[self.side(nth, layer.len())];
                let mut around = self.wanted(item);
                around.sort_unstable_by_key(|it| self.positions[*it]);
                if around.is_empty() {
                    continue;
                }
                if !self.leftwards {
                    around.reverse();
                }
                // The median; of two in the middle the one on our side first.
                let (low, high) = ((around.len() - 1) / 2, around.len() / 2);
                for &other in &around[low..=high] {
                    let place = self.place(other);
                    let free = limit.is_none_or(|limit| place > limit) && !taken[other];
                    if free && !self.in_conflict(item, other) {
                        roots[item] = roots[other];
                        taken[other] = true;
                        limit = Some(place);
                        break;
                    }
                }
            }
        }
        roots
    }

    /// With which items one may be in a column. A place where edges pass goes on straight to the next
    /// such place, and nothing else takes that from it.
    fn wanted(&self, item: usize) -> Vec<usize> {
        let passes = |it: &usize| !self.items.list[*it].is_box;
        let around = &self.neighbours[item];
        if passes(&item)
            && let Some(next) = around.iter().copied().find(passes)
        {
            return vec![next];
        }
        let free = |it: &usize| {
            let (upper, lower) = self.pair(item, *it);
            let trunk = passes(it) && self.behind[*it].iter().any(passes);
            !trunk && self.tallest[lower].own + 1 >= self.tallest[upper].below
        };
        around.iter().copied().filter(free).collect()
    }

    fn in_conflict(&self, item: usize, other: usize) -> bool {
        self.conflicts.contains(&self.pair(item, other))
    }

    /// The upper one first.
    fn pair(&self, item: usize, other: usize) -> (usize, usize) {
        if self.downwards {
            (other, item)
        } else {
            (item, other)
        }
    }

    fn side(&self, nth: usize, of: usize) -> usize {
        if self.leftwards { nth } else { of - 1 - nth }
    }

    /// The position from our side.
    fn place(&self, item: usize) -> usize {
        let layer = &self.items.layers[self.items.list[item].layer];
        self.side(self.positions[item], layer.len())
    }

    /// Columns as near to our side as they can be, then those with room as near to what follows them.
    /// None if columns cross, which alignment rules out.
    fn compact(&self, roots: &[usize]) -> Option<Vec<i64>> {
        let count = roots.len();
        let mut follow: Vec<Vec<(usize, i64)>> = vec![Vec::new(); count];
        let mut before = vec![0_usize; count];
        for layer in &self.items.layers {
            for pair in layer.windows(2) {
                let apart = apart(self.items, self.spacing, pair[0], pair[1]);
                let (one, other) = if self.leftwards {
                    (roots[pair[0]], roots[pair[1]])
                } else {
                    (roots[pair[1]], roots[pair[0]])
                };
                follow[one].push((other, apart));
                before[other] += 1;
            }
        }
        let mut order: Vec<usize> = (0..count)
            .filter(|item| roots[*item] == *item && before[*item] == 0)
            .collect();
        let mut centers = vec![0_i64; count];
        let mut next = 0;
        while let Some(&column) = order.get(next) {
            next += 1;
            for &(other, apart) in &follow[column] {
                centers[other] = centers[other].max(centers[column] + apart);
                before[other] -= 1;
                if before[other] == 0 {
                    order.push(other);
                }
            }
        }
        let columns = roots
            .iter()
            .enumerate()
            .filter(|(item, root)| item == *root);
        if order.len() < columns.count() {
            return None;
        }
        for &column in order.iter().rev() {
            let room = follow[column]
                .iter()
                .map(|(other, apart)| centers[*other] - apart);
            if let Some(most) = room.min() {
                centers[column] = centers[column].max(most);
            }
        }
        Some(roots.iter().map(|root| centers[*root]).collect())
    }
}

/// Moves the four to the narrowest of them, and takes the middle of each item's four places.
fn balance(items: &Items, variants: &[Vec<i64>]) -> Vec<i64> {
    let extent = |centers: &[i64]| {
        let sides = items.list.iter().zip(centers).map(|(item, center)| {
            let left = center - item.size.width / 2;
            (left, left + item.size.width)
        });
        sides.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    };
    let extents: Vec<(i64, i64)> = variants
        .iter()
        .map(|it| extent(it).unwrap_or_default())
        .collect();
    let narrowest = extents.iter().min_by_key(|(left, right)| right - left);
    let (left, right) = narrowest.copied().unwrap_or_default();
    let shifts: Vec<i64> = extents
        .iter()
        .enumerate()
        // Left, right, left, right.
        .map(|(nth, own)| {
            if nth % 2 == 0 {
                left - own.0
            } else {
                right - own.1
            }
        })
        .collect();
    (0..items.list.len())
        .map(|item| {
            let mut places: Vec<i64> = variants
                .iter()
                .zip(&shifts)
                .map(|(centers, shift)| centers[item] + shift)
                .collect();
            places.sort_unstable();
            let middle = places.get(1).zip(places.get(2));
            middle.map_or(0, |(low, high)| (low + high).div_euclid(2))
        })
        .collect()
}
