//! Where edges leave and enter boxes: straight above or below where they come from or go to, if that
//! can be, and apart from each other.

use super::isotonic::{Wish, places};
use super::items::{Items, Line, Path};
use super::{Connection, Spacing};
use rustc_hash::FxHashMap;

/// Positions from the left.
pub(super) struct Ports {
    /// The centre of each item.
    pub(super) centers: Vec<i64>,
    /// Where each connection leaves its box.
    pub(super) out: Vec<i64>,
    /// Where each connection enters its box.
    pub(super) into: Vec<i64>,
}

/// A place at a side of a box.
struct Port {
    /// Where it would be straight, or near to that.
    wanted: i64,
    /// Where it leads: of two ports the left one leads further left.
    leads: i64,
    /// How much room it needs on its right.
    room: i64,
    connections: Vec<usize>,
}

/// Finds the places.
pub(super) fn assign(
    items: &Items,
    connections: &[Connection],
    centers: &[i64],
    spacing: &Spacing,
) -> Ports {
    let mut assigning = Assigning {
        items,
        connections,
        centers,
        spacing,
        out: vec![0; connections.len()],
        into: vec![0; connections.len()],
    };
    let leaving = assigning.sides(|it| it.from, Path::shared_out);
    let entering = assigning.sides(|it| it.to, Path::shared_in);
    for (node, groups) in leaving.iter().enumerate() {
        let wanted = |first: usize| {
            let wanted = assigning.wanted_out(first, groups.len(), &entering);
            (wanted, assigning.leads(first))
        };
        let ports = assigning.ports(groups, wanted, |it| it.label);
        for (place, connection) in assigning.spread(node, ports) {
            assigning.out[connection] = place;
        }
    }
    for (node, groups) in entering.iter().enumerate() {
        let wanted = |first: usize| (assigning.wanted_in(first), assigning.comes(first));
        let ports = assigning.ports(groups, wanted, |_| 0);
        for (place, connection) in assigning.spread(node, ports) {
            assigning.into[connection] = place;
        }
    }
    Ports {
        out: assigning.out,
        into: assigning.into,
        centers: centers.to_vec(),
    }
}

struct Assigning<'a> {
    items: &'a Items,
    connections: &'a [Connection],
    centers: &'a [i64],
    spacing: &'a Spacing,
    out: Vec<i64>,
    into: Vec<i64>,
}

impl Assigning<'_> {
    /// The connections at one side of each box, those that share a place together.
    fn sides(
        &self,
        end: impl Fn(&Connection) -> usize,
        shared: impl Fn(&Path) -> bool,
    ) -> Vec<Vec<Vec<usize>>> {
        let boxes = self.items.list.iter().filter(|item| item.is_box).count();
        let mut sides: Vec<Vec<Vec<usize>>> = vec![Vec::new(); boxes];
        let mut groups: FxHashMap<Line, usize> = FxHashMap::default();
        for (index, path) in self.items.paths.iter().enumerate() {
            let Some(line) = path.line else { continue };
            let side = &mut sides[end(&self.connections[index])];
            if !shared(path) {
                side.push(vec![index]);
                continue;
            }
            let group = *groups.entry(line).or_insert(side.len());
            match side.get_mut(group) {
                Some(group) => group.push(index),
                None => side.push(vec![index]),
            }
        }
        sides
    }

    fn ports(
        &self,
        groups: &[Vec<usize>],
        wanted: impl Fn(usize) -> (i64, i64),
        room: impl Fn(&Connection) -> i64,
    ) -> Vec<Port> {
        let port = |group: &Vec<usize>| {
            let first = group.first().copied().unwrap_or_default();
            let alone = group.len() == 1;
            let (wanted, leads) = wanted(first);
            Port {
                wanted,
                leads,
                room: if alone {
                    room(&self.connections[first])
                } else {
                    0
                },
                connections: group.clone(),
            }
        };
        let mut ports: Vec<_> = groups.iter().map(port).collect();
        ports.sort_by_key(|port| (port.leads, port.wanted));
        ports
    }

    /// Where a connection goes to from its box.
    fn leads(&self, connection: usize) -> i64 {
        let Connection { from, to, .. } = self.connections[connection];
        let path = &self.items.paths[connection];
        match path.through.first() {
            _ if path.shared_out() => self.centers[from],
            Some(&first) => self.centers[first],
            None => self.centers[to],
        }
    }

    /// From where a connection comes to its box.
    fn comes(&self, connection: usize) -> i64 {
        let Connection { to, .. } = self.connections[connection];
        let path = &self.items.paths[connection];
        match path.through.last() {
            Some(&last) => self.centers[last],
            None if path.shared_in() => self.centers[to],
            None => self.out[connection],
        }
    }

    /// Between the corners of a box.
    fn range(&self, node: usize) -> (i64, i64) {
        let width = self.items.list[node].size.width;
        let left = self.centers[node] - width / 2;
        let corner = self.spacing.corner.min((width - 1).max(0) / 2);
        (
            left + corner,
            (left + width - 1 - corner).max(left + corner),
        )
    }

    /// In the middle half of a box, towards a place beside it.
    fn towards(&self, node: usize, place: i64) -> i64 {
        let (left, right) = self.range(node);
        let quarter = self.items.list[node].size.width / 4;
        let center = self.centers[node];
        // Beyond the middle half the order still has to be that of the places.
        let inside = place.clamp(center - quarter, center + quarter);
        inside.clamp(left, right)
    }

    fn wanted_out(&self, connection: usize, out: usize, entering: &[Vec<Vec<usize>>]) -> i64 {
        let Connection { from, to, .. } = self.connections[connection];
        let path = &self.items.paths[connection];
        if path.shared_out() {
            return self.centers[from];
        }
        let (left, right) = self.range(from);
        if let Some(&first) = path.through.first() {
            let place = self.centers[first];
            return if place >= left && place <= right && !path.back() {
                place
            } else {
                self.towards(from, place)
            };
        }
        let (other_left, other_right) = self.range(to);
        let (low, high) = (left.max(other_left), right.min(other_right));
        if low > high {
            return self.towards(from, self.centers[to]);
        }
        let middle = match (out, entering[to].len()) {
            (1, _) => self.centers[from],
            (_, 1) => self.centers[to],
            _ => i64::midpoint(self.centers[from], self.centers[to]),
        };
        middle.clamp(low, high)
    }

    fn wanted_in(&self, connection: usize) -> i64 {
        let Connection { to, .. } = self.connections[connection];
        let path = &self.items.paths[connection];
        let (left, right) = self.range(to);
        let place = match path.through.last() {
            Some(&last) => self.centers[last],
            None if path.shared_in() => self.centers[to],
            None => self.out[connection],
        };
        if place >= left && place <= right && !path.back() {
            place
        } else {
            self.towards(to, place)
        }
    }

    /// As near to where they want to be as there is room, in this order.
    fn spread(&self, node: usize, ports: Vec<Port>) -> Vec<(i64, usize)> {
        let (left, right) = self.range(node);
        let gaps = ports
            .windows(2)
            .map(|pair| pair[0].room + self.spacing.lane);
        let needed: i64 = gaps.sum();
        let room = right - left;
        let mut offsets = Vec::with_capacity(ports.len());
        let mut offset = 0;
        for port in &ports {
            // Without room for all, what there is is shared.
            let shrunk = if needed > room && needed > 0 {
                offset * room / needed
            } else {
                offset
            };
            offsets.push(shrunk);
            offset += port.room + self.spacing.lane;
        }
        let mut before = 0;
        let wishes = ports.iter().zip(&offsets).map(|(port, offset)| Wish {
            place: port.wanted,
            weight: 1,
            apart: offset - std::mem::replace(&mut before, *offset),
        });
        let wishes: Vec<_> = wishes.collect();
        let places = places(&wishes, left, right);
        let put = ports.into_iter().zip(places);
        put.flat_map(|(port, place)| port.connections.into_iter().map(move |it| (place, it)))
            .collect()
    }
}
