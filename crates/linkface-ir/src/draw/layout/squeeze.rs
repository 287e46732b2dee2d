//! Makes a wide layout narrower.
//!
//! Where every long edge is straight, a picture is as wide as all that ever stands between two of them.
//! Of large graphs it is better that some bend: layer by layer each item goes where its neighbours are,
//! as far as there is room within the new width.

use super::Spacing;
use super::columns::apart;
use super::isotonic::{Wish, places};
use super::items::Items;

/// How much wider than its widest layer a layout may be, in percent.
const GENEROUS: i64 = 160;
/// How wide it is made if it is wider, in percent of its widest layer.
const TARGET: i64 = 125;
/// Sweeps down and up.
const ROUNDS: usize = 6;

/// How much an edge wants to be straight: of two boxes, of a box and a place, of two places.
const STRAIGHT: [i64; 3] = [2, 1, 16];
/// In the last sweep nothing but a lack of room bends an edge.
const STIFF: i64 = 20_000;

/// Moves items nearer to each other, if there is much space between them.
pub(super) fn narrow(items: &Items, spacing: &Spacing, centers: &mut [i64]) {
    let needed = items.layers.iter().map(|layer| {
        let gaps = layer
            .windows(2)
            .map(|pair| apart(items, spacing, pair[0], pair[1]));
        gaps.sum::<i64>()
            + layer
                .first()
                .map_or(0, |first| items.list[*first].size.width)
    });
    let widest = needed.max().unwrap_or(0);
    let lefts = items.list.iter().zip(centers.iter());
    let left = lefts
        .map(|(item, center)| center - item.size.width / 2)
        .min()
        .unwrap_or(0);
    let rights = items.list.iter().zip(centers.iter());
    let right = rights
        .map(|(item, center)| center + item.size.width / 2)
        .max()
        .unwrap_or(0);
    if right - left <= widest * GENEROUS / 100 {
        return;
    }
    let width = widest * TARGET / 100;
    for center in centers.iter_mut() {
        *center = (*center - left) * width / (right - left).max(1);
    }
    let (above, below) = items.neighbours();
    let squeezing = Squeezing {
        items,
        spacing,
        above: &above,
        below: &below,
        width,
    };
    for round in 0..ROUNDS {
        let last = round + 1 == ROUNDS;
        for layer in items.layers.iter().rev() {
            squeezing.settle(layer, centers, &[&below], false);
        }
        for layer in &items.layers {
            let sides: &[&[Vec<usize>]] = if last { &[&above, &below] } else { &[&above] };
            squeezing.settle(layer, centers, sides, last);
        }
    }
}

struct Squeezing<'a> {
    items: &'a Items,
    spacing: &'a Spacing,
    above: &'a [Vec<usize>],
    below: &'a [Vec<usize>],
    width: i64,
}

impl Squeezing<'_> {
    /// Puts the items of a layer where their neighbours on these sides are.
    fn settle(&self, layer: &[usize], centers: &mut [i64], sides: &[&[Vec<usize>]], stiff: bool) {
        let wishes: Vec<_> = layer
            .iter()
            .enumerate()
            .map(|(nth, item)| {
                let apart = match nth.checked_sub(1) {
                    Some(before) => apart(self.items, self.spacing, layer[before], *item),
                    None => 0,
                };
                self.wish(*item, centers, sides, stiff, apart)
            })
            .collect();
        let width = |item: Option<&usize>| item.map_or(0, |item| self.items.list[*item].size.width);
        let left = width(layer.first()) / 2;
        let right = self.width - width(layer.last()) / 2;
        for (item, place) in layer.iter().zip(places(&wishes, left, right)) {
            centers[*item] = place;
        }
    }

    fn wish(
        &self,
        item: usize,
        centers: &[i64],
        sides: &[&[Vec<usize>]],
        stiff: bool,
        apart: i64,
    ) -> Wish {
        let passes = |item: usize| !self.items.list[item].is_box;
        let straight_above = self.above[item].iter().find(|it| passes(**it));
        if stiff && passes(item) {
            let place = straight_above.map_or(centers[item], |above| centers[*above]);
            let weight = if straight_above.is_some() {
                STIFF
            } else {
                STRAIGHT[2]
            };
            return Wish {
                place,
                weight,
                apart,
            };
        }
        let (mut sum, mut weight) = (0, 0);
        for other in sides.iter().flat_map(|side| &side[item]) {
            let one = STRAIGHT[usize::from(passes(item)) + usize::from(passes(*other))];
            // Of many ways one is as good as the other.
            let ways = self.below[item.min(*other)].len().max(1);
            let one = if ways > 2 { 1 } else { one };
            sum += centers[*other] * one;
            weight += one;
        }
        if weight == 0 {
            return Wish {
                place: centers[item],
                weight: 1,
                apart,
            };
        }
        Wish {
            place: sum.div_euclid(weight),
            weight,
            apart,
        }
    }
}
