//! The layer of each box.

use super::{Connection, Size, Spacing};

/// What is known once each box has a layer.
pub(super) struct Layers {
    /// The layer of each box, 0 at the top.
    pub(super) of: Vec<usize>,
    /// Which connections lead up.
    pub(super) back: Vec<bool>,
    /// How many layers there are.
    pub(super) count: usize,
}

/// Opens loops, and puts each box below all that lead to it, in the first layer with room.
pub(super) fn assign(sizes: &[Size], connections: &[Connection], spacing: &Spacing) -> Layers {
    let outgoing = outgoing(sizes.len(), connections);
    let (back, order) = search(&outgoing, connections);
    let mut room = Room::new(sizes, spacing);
    let mut of = vec![0; sizes.len()];
    let incoming = forward(sizes.len(), connections, &back, |it| (it.to, it.from));
    for &node in &order {
        let above = incoming[node].iter().map(|from| of[*from] + 1);
        let least = above.max().unwrap_or(0);
        // What nothing leads to stands above what it leads to, not at the top; see `tighten`.
        of[node] = room.take_from(node, least);
    }
    let leaving = forward(sizes.len(), connections, &back, |it| (it.from, it.to));
    tighten(&order, &incoming, &leaving, &mut of, &mut room);
    let count = compact(&mut of);
    Layers { of, back, count }
}

fn outgoing(count: usize, connections: &[Connection]) -> Vec<Vec<usize>> {
    let mut outgoing = vec![Vec::new(); count];
    for (index, connection) in connections.iter().enumerate() {
        if connection.from < count && connection.to < count {
            outgoing[connection.from].push(index);
        }
    }
    outgoing
}

fn forward(
    count: usize,
    connections: &[Connection],
    back: &[bool],
    ends: impl Fn(&Connection) -> (usize, usize),
) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); count];
    for (connection, back) in connections.iter().zip(back) {
        if !back && connection.from < count && connection.to < count {
            let (at, other) = ends(connection);
            lists[at].push(other);
        }
    }
    lists
}

/// Depth first: connections to a box that is on the way here close a loop. The order is that of a
/// reverse postorder, so that each box follows all that lead forward to it.
fn search(outgoing: &[Vec<usize>], connections: &[Connection]) -> (Vec<bool>, Vec<usize>) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut back = vec![false; connections.len()];
    let mut state = vec![State::New; outgoing.len()];
    let mut postorder = Vec::with_capacity(outgoing.len());
    for start in 0..outgoing.len() {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.last_mut() {
            let node = *node;
            // From the last to the first, so that the first comes first when the order is turned round.
            let nth = outgoing[node].len().checked_sub(*next + 1);
            *next += 1;
            let Some(nth) = nth else {
                state[node] = State::Done;
                postorder.push(node);
                stack.pop();
                continue;
            };
            let connection = outgoing[node][nth];
            let to = connections[connection].to;
            match state[to] {
                State::New => {
                    state[to] = State::Open;
                    stack.push((to, 0));
                }
                State::Open => back[connection] = true,
                State::Done => {}
            }
        }
    }
    postorder.reverse();
    (back, postorder)
}

/// How much of each layer is taken.
struct Room<'a> {
    sizes: &'a [Size],
    gap: i64,
    breadth: i64,
    taken: Vec<i64>,
    /// From each full layer to a later one that may have room.
    skip: Vec<usize>,
}

impl<'a> Room<'a> {
    fn new(sizes: &'a [Size], spacing: &Spacing) -> Self {
        Self {
            sizes,
            gap: spacing.boxes,
            breadth: spacing.breadth,
            taken: Vec::new(),
            skip: Vec::new(),
        }
    }

    fn need(&self, node: usize) -> i64 {
        self.sizes[node].width + self.gap
    }

    fn has(&mut self, layer: usize, node: usize) -> bool {
        while self.taken.len() <= layer {
            self.skip.push(self.taken.len());
            self.taken.push(0);
        }
        self.taken[layer] == 0 || self.taken[layer] + self.need(node) <= self.breadth
    }

    /// Takes room in the first layer from `least` on that has some.
    fn take_from(&mut self, node: usize, least: usize) -> usize {
        let mut layer = self.behind_full(least);
        while !self.has(layer, node) {
            layer += 1;
        }
        self.taken[layer] += self.need(node);
        // No box is so narrow that it would still fit.
        if self.taken[layer] + self.gap >= self.breadth {
            self.skip[layer] = layer + 1;
        }
        layer
    }

    /// Follows the skips, and shortens them.
    fn behind_full(&mut self, least: usize) -> usize {
        let mut at = least;
        while let Some(&next) = self.skip.get(at) {
            if next == at {
                break;
            }
            at = next;
        }
        let mut step = least;
        while step < at {
            let next = self.skip[step];
            self.skip[step] = at;
            step = next;
        }
        at
    }

    fn move_to(&mut self, node: usize, from: usize, to: usize) {
        let need = self.need(node);
        self.taken[from] -= need;
        self.taken[to] += need;
    }
}

/// Shortens edges: a box with more edges below it than above goes down as far as it can, others up.
fn tighten(
    order: &[usize],
    incoming: &[Vec<usize>],
    leaving: &[Vec<usize>],
    of: &mut [usize],
    room: &mut Room<'_>,
) {
    const ROUNDS: usize = 4;
    for _ in 0..ROUNDS {
        let mut moved = false;
        for &node in order.iter().rev() {
            let lowest = leaving[node].iter().map(|to| of[*to]).min();
            let Some(lowest) = lowest.filter(|_| leaving[node].len() > incoming[node].len()) else {
                continue;
            };
            let wanted = (of[node] + 1..lowest).rev();
            if let Some(to) = wanted.take(64).find(|layer| room.has(*layer, node)) {
                room.move_to(node, of[node], to);
                of[node] = to;
                moved = true;
            }
        }
        for &node in order {
            let highest = incoming[node].iter().map(|from| of[*from] + 1).max();
            let Some(highest) = highest.filter(|_| incoming[node].len() > leaving[node].len())
            else {
                continue;
            };
            let mut wanted = highest..of[node];
            if let Some(to) = wanted.find(|layer| room.has(*layer, node)) {
                room.move_to(node, of[node], to);
                of[node] = to;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
}

/// Takes out layers without boxes.
fn compact(of: &mut [usize]) -> usize {
    let mut used = vec![false; of.iter().max().map_or(0, |last| last + 1)];
    for layer in of.iter() {
        used[*layer] = true;
    }
    let mut count = 0;
    let renamed: Vec<usize> = used
        .iter()
        .map(|used| {
            count += usize::from(*used);
            count
        })
        .collect();
    for layer in of.iter_mut() {
        *layer = renamed[*layer] - 1;
    }
    count
}
