//! What stands in the layers: boxes, and the places where edges pass.

use super::layers::Layers;
use super::{Connection, Size};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// From so many on, edges into a box share a line.
const SHARED_IN: usize = 4;
/// How many edges pass a place, on average, at most.
const SHARING: usize = 20;
/// From so many on, edges out of a box share a line.
const SHARED_OUT: usize = 7;

/// A box or a place where edges pass.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Its layer.
    pub(super) layer: usize,
    /// A place where edges pass has none.
    pub(super) size: Size,
    /// Whether it is a box.
    pub(super) is_box: bool,
}

/// The way of a connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    /// Whose line it is on; none if its ends don't exist.
    pub(super) line: Option<Line>,
    /// The places that it passes, from its start to its end.
    pub(super) through: Vec<usize>,
}

impl Path {
    /// Whether it leads up.
    pub(super) fn back(&self) -> bool {
        matches!(self.line, Some(Line::BackTo(_)))
    }

    /// Whether it leaves its box together with others.
    pub(super) fn shared_out(&self) -> bool {
        matches!(self.line, Some(Line::OutOf(_)))
    }

    /// Whether it enters its box together with others.
    pub(super) fn shared_in(&self) -> bool {
        matches!(self.line, Some(Line::Into(..) | Line::BackTo(_)))
    }
}

/// All that stands in layers. The first items are the boxes, by their position in the input.
pub(super) struct Items {
    /// The items.
    pub(super) list: Vec<Item>,
    /// The items of each layer, from left to right.
    pub(super) layers: Vec<Vec<usize>>,
    /// Pairs of an item and one in the layer below it, without repetition.
    pub(super) segments: Vec<(usize, usize)>,
    /// The ways of the connections.
    pub(super) paths: Vec<Path>,
    /// Their ends.
    pub(super) ends: Vec<(usize, usize)>,
    /// Where the places begin at which edges turn to lead up. They are there for the order only.
    turns: usize,
}

/// Whose line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Line {
    /// Of this connection only.
    Own(usize),
    /// Of many that leave this box.
    OutOf(usize),
    /// Of many of one class that enter this box.
    Into(usize, u8),
    /// Of all that lead up to this box.
    BackTo(usize),
}

/// Gives every edge its places; none if there would be more than `most`.
pub(super) fn place(
    sizes: &[Size],
    connections: &[Connection],
    layers: &Layers,
    most: usize,
) -> Option<Items> {
    let list = sizes
        .iter()
        .zip(&layers.of)
        .map(|(size, layer)| Item {
            // One layer more above and below, for turns.
            layer: layer + 1,
            size: *size,
            is_box: true,
        })
        .collect();
    let mut placing = Placing {
        list,
        segments: BTreeSet::new(),
        places: FxHashMap::default(),
        turns: Vec::new(),
        left: most,
        steps: most * SHARING,
    };
    let lines = lines(sizes.len(), connections, layers);
    let mut paths = Vec::with_capacity(connections.len());
    for (index, connection) in connections.iter().enumerate() {
        paths.push(match lines[index] {
            Some(line) => placing.path(connection, line)?,
            None => Path::default(),
        });
    }
    let mut items = placing.finish(paths, layers.count + 2);
    items.ends = connections.iter().map(|it| (it.from, it.to)).collect();
    Some(items)
}

/// Which line each connection is on; none if its ends aren't there.
fn lines(count: usize, connections: &[Connection], layers: &Layers) -> Vec<Option<Line>> {
    let mut into: FxHashMap<(usize, u8), usize> = FxHashMap::default();
    let sound = |it: &Connection| it.from < count && it.to < count;
    for (connection, back) in connections.iter().zip(&layers.back) {
        if sound(connection) && !back {
            *into.entry((connection.to, connection.class)).or_default() += 1;
        }
    }
    let is_into = |it: &Connection| {
        let many = into.get(&(it.to, it.class)).copied().unwrap_or_default();
        many >= SHARED_IN
    };
    let mut out_of = vec![0; count];
    for (connection, back) in connections.iter().zip(&layers.back) {
        if sound(connection) && !back && !is_into(connection) {
            out_of[connection.from] += 1;
        }
    }
    let line = |(index, it): (usize, &Connection)| {
        sound(it).then(|| match () {
            () if layers.back[index] => Line::BackTo(it.to),
            () if is_into(it) => Line::Into(it.to, it.class),
            () if out_of[it.from] >= SHARED_OUT => Line::OutOf(it.from),
            () => Line::Own(index),
        })
    };
    connections.iter().enumerate().map(line).collect()
}

struct Placing {
    list: Vec<Item>,
    segments: BTreeSet<(usize, usize)>,
    places: FxHashMap<(Line, usize), usize>,
    /// The layers and neighbours of turns; they become items last.
    turns: Vec<(usize, usize, usize)>,
    /// How many more places there may be.
    left: usize,
    /// How many more times edges may pass one: those that share a line pass the same places.
    steps: usize,
}

impl Placing {
    fn path(&mut self, connection: &Connection, line: Line) -> Option<Path> {
        let back = matches!(line, Line::BackTo(_));
        let (from, to) = (connection.from, connection.to);
        let (start, end) = (self.list[from].layer, self.list[to].layer);
        let through: Vec<usize> = if back {
            let places = (end..=start).rev();
            places
                .map(|layer| self.pass(line, layer))
                .collect::<Option<_>>()?
        } else {
            let places = start + 1..end;
            places
                .map(|layer| self.pass(line, layer))
                .collect::<Option<_>>()?
        };
        if back {
            for pair in through.windows(2) {
                self.segments.insert((pair[1], pair[0]));
            }
            if let (Some(first), Some(last)) = (through.first(), through.last()) {
                self.turns.push((start + 1, from, *first));
                self.turns.push((end - 1, to, *last));
            }
        } else {
            let stops = [from].into_iter().chain(through.iter().copied());
            let next = through.iter().copied().chain([to]);
            self.segments.extend(stops.zip(next));
        }
        Some(Path {
            line: Some(line),
            through,
        })
    }

    fn pass(&mut self, line: Line, layer: usize) -> Option<usize> {
        self.steps = self.steps.checked_sub(1)?;
        let next = self.list.len();
        let item = *self.places.entry((line, layer)).or_insert(next);
        if item == next {
            self.left = self.left.checked_sub(1)?;
            self.list.push(Item {
                layer,
                size: Size::default(),
                is_box: false,
            });
        }
        Some(item)
    }

    fn finish(mut self, paths: Vec<Path>, count: usize) -> Items {
        let first_turn = self.list.len();
        self.turns.sort_unstable();
        self.turns.dedup();
        let mut segments: Vec<_> = self.segments.into_iter().collect();
        for (layer, one, other) in self.turns {
            let turn = self.list.len();
            self.list.push(Item {
                layer,
                size: Size::default(),
                is_box: false,
            });
            for item in [one, other] {
                let above = self.list[item].layer < layer;
                segments.push(if above { (item, turn) } else { (turn, item) });
            }
        }
        let mut layers = vec![Vec::new(); count];
        for (index, item) in self.list.iter().enumerate() {
            layers[item.layer].push(index);
        }
        Items {
            list: self.list,
            layers,
            segments,
            paths,
            ends: Vec::new(),
            turns: first_turn,
        }
    }
}

impl Items {
    /// The items above and below each item.
    pub(super) fn neighbours(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let mut above = vec![Vec::new(); self.list.len()];
        let mut below = vec![Vec::new(); self.list.len()];
        for (upper, lower) in &self.segments {
            below[*upper].push(*lower);
            above[*lower].push(*upper);
        }
        (above, below)
    }

    /// The places of each line that leads up, those included at which it turns.
    pub(super) fn lines_up(&self) -> Vec<Vec<usize>> {
        let mut lines: BTreeMap<Line, BTreeSet<usize>> = BTreeMap::new();
        for path in self.paths.iter().filter(|path| path.back()) {
            if let Some(line) = path.line {
                lines.entry(line).or_default().extend(&path.through);
            }
        }
        let mut turns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (upper, lower) in &self.segments {
            if *upper >= self.turns {
                turns.entry(*lower).or_default().push(*upper);
            } else if *lower >= self.turns {
                turns.entry(*upper).or_default().push(*lower);
            }
        }
        let with_turns = |places: BTreeSet<usize>| {
            let mut all: BTreeSet<usize> = places.clone();
            all.extend(places.iter().filter_map(|it| turns.get(it)).flatten());
            all.into_iter().collect()
        };
        lines.into_values().map(with_turns).collect()
    }

    /// Takes out the places that were there for the order, and the layers that were there for them.
    pub(super) fn drop_turns(&mut self) {
        let turns = self.turns;
        self.list.truncate(turns);
        self.segments
            .retain(|(upper, lower)| *upper < turns && *lower < turns);
        for layer in &mut self.layers {
            layer.retain(|item| *item < turns);
        }
        self.layers.pop();
        if !self.layers.is_empty() {
            self.layers.remove(0);
        }
        for item in &mut self.list {
            item.layer -= 1;
        }
    }

    /// The position of each item in its layer.
    pub(super) fn positions(&self) -> Vec<usize> {
        let mut positions = vec![0; self.list.len()];
        for layer in &self.layers {
            for (position, item) in layer.iter().enumerate() {
                positions[*item] = position;
            }
        }
        positions
    }
}
