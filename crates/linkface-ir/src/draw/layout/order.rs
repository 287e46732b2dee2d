//! The order from left to right: sweeps down and up that put each item where its neighbours are on
//! average, and exchanges of neighbours, as long as fewer lines cross or the same ones are shorter.

use super::items::Items;

/// Sweeps at most.
const SWEEPS: usize = 24;
/// Sweeps without an improvement, then it is enough.
const PATIENCE: usize = 4;
/// With more segments than these lines that lead up don't change sides.
const FEW: usize = 1_500;
/// Lines that may change sides, at most.
const MOST_LINES: usize = 12;
/// With more segments than these, two sweeps have to do.
const MANY: usize = 60_000;

/// Finds an order with few crossings.
pub(super) fn reduce_crossings(items: &mut Items) {
    let (above, below) = items.neighbours();
    let mut order = Order {
        layers: first(items, &below),
        positions: Vec::new(),
        above,
        below,
    };
    items.layers.clone_from(&order.layers);
    order.positions = items.positions();
    let sweeps = if items.segments.len() > MANY {
        2
    } else {
        SWEEPS
    };
    order.exchange();
    let mut best = order.cost();
    let mut since = 0;
    items.layers.clone_from(&order.layers);
    for sweep in 0..sweeps {
        if best.0 == 0 || since > PATIENCE {
            break;
        }
        order.sweep(sweep % 2 == 0);
        order.exchange();
        let now = order.cost();
        if now < best {
            best = now;
            since = 0;
            items.layers.clone_from(&order.layers);
        } else {
            since += 1;
        }
    }
    if items.segments.len() <= FEW {
        order.layers.clone_from(&items.layers);
        order.number();
        change_sides(items, &mut order);
    }
}

/// Tries for each line that leads up whether it is better at the left of all, or at the right: no
/// exchange of two neighbours brings it there.
fn change_sides(items: &mut Items, order: &mut Order) {
    let mut best = order.cost();
    for line in items.lines_up().into_iter().take(MOST_LINES) {
        for left in [true, false] {
            let before = order.layers.clone();
            for item in &line {
                let layer = &mut order.layers[items.list[*item].layer];
                layer.retain(|it| it != item);
                layer.insert(if left { 0 } else { layer.len() }, *item);
            }
            order.number();
            order.exchange();
            let now = order.cost();
            if now < best {
                best = now;
            } else {
                order.layers = before;
                order.number();
            }
        }
    }
    items.layers.clone_from(&order.layers);
}

/// Depth first from the top: what belongs together stands together.
fn first(items: &Items, below: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut layers = vec![Vec::new(); items.layers.len()];
    let mut seen = vec![false; items.list.len()];
    let starts = items.layers.iter().flatten().copied();
    let mut stack = Vec::new();
    for start in starts {
        stack.push(start);
        while let Some(item) = stack.pop() {
            if std::mem::replace(&mut seen[item], true) {
                continue;
            }
            layers[items.list[item].layer].push(item);
            stack.extend(below[item].iter().rev());
        }
    }
    layers
}

struct Order {
    layers: Vec<Vec<usize>>,
    positions: Vec<usize>,
    above: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
}

impl Order {
    fn number(&mut self) {
        for layer in &self.layers {
            for (position, item) in layer.iter().enumerate() {
                self.positions[*item] = position;
            }
        }
    }

    fn sweep(&mut self, down: bool) {
        let count = self.layers.len();
        for step in 1..count {
            let layer = if down { step } else { count - 1 - step };
            self.average(layer, down);
        }
    }

    /// Puts the items of a layer where their neighbours are; those without neighbours stay.
    fn average(&mut self, layer: usize, down: bool) {
        let neighbours = if down { &self.above } else { &self.below };
        let mut moved: Vec<(i64, usize)> = Vec::new();
        let mut slots = Vec::new();
        for (slot, &item) in self.layers[layer].iter().enumerate() {
            let around = &neighbours[item];
            let sum: usize = around.iter().map(|other| self.positions[*other]).sum();
            if let Some(average) = (sum * 256).checked_div(around.len()) {
                moved.push((i64::try_from(average).unwrap_or(i64::MAX), item));
                slots.push(slot);
            }
        }
        // Stable: of two at one place the left one stays left.
        moved.sort_by_key(|(average, _)| *average);
        for (slot, (_, item)) in slots.into_iter().zip(moved) {
            self.layers[layer][slot] = item;
        }
        for (position, item) in self.layers[layer].iter().enumerate() {
            self.positions[*item] = position;
        }
    }

    /// Exchanges neighbours wherever fewer lines cross then.
    fn exchange(&mut self) {
        const ROUNDS: usize = 4;
        for _ in 0..ROUNDS {
            let mut better = false;
            for layer in 0..self.layers.len() {
                for left in 1..self.layers[layer].len() {
                    let (one, other) = (self.layers[layer][left - 1], self.layers[layer][left]);
                    let now = (self.pair(one, other), self.lengths(one, other, left));
                    if (self.pair(other, one), self.lengths(other, one, left)) < now {
                        self.layers[layer].swap(left - 1, left);
                        self.positions[one] = left;
                        self.positions[other] = left - 1;
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
    }

    /// How many lines of two items cross if `left` is left.
    fn pair(&self, left: usize, right: usize) -> usize {
        [&self.above, &self.below]
            .into_iter()
            .map(|neighbours| {
                let mut lefts: Vec<_> = neighbours[left]
                    .iter()
                    .map(|it| self.positions[*it])
                    .collect();
                let mut rights: Vec<_> = neighbours[right]
                    .iter()
                    .map(|it| self.positions[*it])
                    .collect();
                lefts.sort_unstable();
                rights.sort_unstable();
                let mut before = 0;
                let crossed = lefts.iter().map(|it| {
                    while rights.get(before).is_some_and(|right| right < it) {
                        before += 1;
                    }
                    before
                });
                crossed.sum::<usize>()
            })
            .sum()
    }

    /// How far two items are from their neighbours, as if `left` stood before place `at` and `right` there.
    fn lengths(&self, left: usize, right: usize, at: usize) -> usize {
        let length = |item: usize, place: usize| {
            let around = self.above[item].iter().chain(&self.below[item]);
            around
                .map(|it| self.positions[*it].abs_diff(place))
                .sum::<usize>()
        };
        length(left, at - 1) + length(right, at)
    }

    /// What should be small: first crossings, then lengths.
    fn cost(&self) -> (usize, usize) {
        let items = self.below.iter().enumerate();
        let lengths = items.map(|(item, below)| {
            let place = self.positions[item];
            below
                .iter()
                .map(|it| self.positions[*it].abs_diff(place))
                .sum::<usize>()
        });
        (self.crossings(), lengths.sum())
    }

    fn crossings(&self) -> usize {
        let layers = self.layers.iter().enumerate();
        layers
            .map(|(at, layer)| self.crossings_below(at, layer))
            .sum()
    }

    /// Counts inversions with a tree of partial sums (Barth, Jünger and Mutzel 2002).
    fn crossings_below(&self, at: usize, layer: &[usize]) -> usize {
        let Some(next) = self.layers.get(at + 1) else {
            return 0;
        };
        let mut sums = vec![0_usize; next.len() + 1];
        let (mut all, mut crossings) = (0, 0);
        for item in layer {
            let mut ends: Vec<_> = self.below[*item]
                .iter()
                .map(|it| self.positions[*it])
                .collect();
            ends.sort_unstable();
            for end in &ends {
                let mut upto = 0;
                let mut index = end + 1;
                while index > 0 {
                    upto += sums[index];
                    index &= index - 1;
                }
                crossings += all - upto;
            }
            for end in ends {
                all += 1;
                let mut index = end + 1;
                while index < sums.len() {
                    sums[index] += 1;
                    index += index & index.wrapping_neg();
                }
            }
        }
        crossings
    }
}
