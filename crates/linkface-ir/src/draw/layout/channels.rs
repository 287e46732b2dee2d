//! Where edges turn: between two layers each edge that goes to a side has a track of its own, so that
//! no two lie on each other.

use super::Spacing;
use super::items::{Items, Line};
use super::ports::Ports;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The tracks. Channel 0 is above the first layer, channel 1 below it.
pub(super) struct Channels {
    /// How many tracks each channel has.
    pub(super) tracks: Vec<usize>,
    /// The track of each line in each channel; none where it goes straight on.
    track: FxHashMap<(Line, usize), Option<usize>>,
}

impl Channels {
    /// The track of a line in a channel; none where it goes straight on.
    pub(super) fn track(&self, line: Line, channel: usize) -> Option<usize> {
        self.track.get(&(line, channel)).copied().flatten()
    }
}

/// A line in a channel.
#[derive(Debug)]
struct Net {
    line: Line,
    /// Where it comes in from above.
    above: Vec<i64>,
    /// Where it comes in from below.
    below: Vec<i64>,
    left: i64,
    right: i64,
}

/// Finds the tracks.
pub(super) fn assign(items: &Items, ports: &Ports, spacing: &Spacing) -> Channels {
    let mut channels = Channels {
        tracks: Vec::with_capacity(items.layers.len() + 1),
        track: FxHashMap::default(),
    };
    for (channel, mut nets) in nets(items, ports).into_iter().enumerate() {
        for net in &nets {
            channels.track.insert((net.line, channel), None);
        }
        nets.retain(|net| net.left < net.right);
        let tracks = if nets.len() > MANY {
            first_free(&mut nets, spacing)
        } else {
            in_order(&nets, spacing)
        };
        for (net, track) in nets.iter().zip(&tracks) {
            channels.track.insert((net.line, channel), Some(*track));
        }
        let count = tracks.iter().map(|track| track + 1).max();
        channels.tracks.push(count.unwrap_or(0));
    }
    channels
}

/// The track of each net: below those that it overlaps and that are before it in the order.
fn in_order(nets: &[Net], spacing: &Spacing) -> Vec<usize> {
    let mut tracks = vec![0; nets.len()];
    let mut placed: Vec<usize> = Vec::with_capacity(nets.len());
    for index in order(nets, spacing) {
        let net = &nets[index];
        let overlaps = placed.iter().filter(|other| {
            let other = &nets[**other];
            net.left < other.right + spacing.lane && other.left < net.right + spacing.lane
        });
        tracks[index] = overlaps.map(|other| tracks[*other] + 1).max().unwrap_or(0);
        placed.push(index);
    }
    tracks
}

/// The first track that is free again, from left to right: fast, but without regard to crossings.
fn first_free(nets: &mut [Net], spacing: &Spacing) -> Vec<usize> {
    nets.sort_by_key(|net| (net.left, net.right, net.line));
    let mut free: BinaryHeap<Reverse<(i64, usize)>> = BinaryHeap::new();
    let mut count = 0;
    let mut tracks = Vec::with_capacity(nets.len());
    for net in nets.iter() {
        let track = match free.peek() {
            Some(Reverse((end, track))) if end + spacing.lane <= net.left => {
                let track = *track;
                free.pop();
                track
            }
            _ => {
                count += 1;
                count - 1
            }
        };
        free.push(Reverse((net.right, track)));
        tracks.push(track);
    }
    tracks
}

/// The lines of each channel.
fn nets(items: &Items, ports: &Ports) -> Vec<Vec<Net>> {
    let mut channels: Vec<Vec<Net>> = Vec::new();
    channels.resize_with(items.layers.len() + 1, Vec::new);
    let mut known: FxHashMap<(Line, usize), usize> = FxHashMap::default();
    let mut touch = |line: Line, channel: usize, place: i64, above: bool| {
        let nets = &mut channels[channel];
        let index = *known.entry((line, channel)).or_insert(nets.len());
        if index == nets.len() {
            nets.push(Net {
                line,
                above: Vec::new(),
                below: Vec::new(),
                left: place,
                right: place,
            });
        }
        let net = &mut nets[index];
        net.left = net.left.min(place);
        net.right = net.right.max(place);
        let side = if above {
            &mut net.above
        } else {
            &mut net.below
        };
        side.push(place);
    };
    for (index, path) in items.paths.iter().enumerate() {
        let Some(line) = path.line else { continue };
        let stops = super::routes::stops(items, ports, index);
        for pair in stops.windows(2) {
            let channel = super::routes::channel(&pair[0], &pair[1]);
            for stop in pair {
                touch(line, channel, stop.x, stop.layer < channel);
            }
        }
    }
    for net in channels.iter_mut().flatten() {
        for side in [&mut net.above, &mut net.below] {
            side.sort_unstable();
            side.dedup();
        }
    }
    channels
}

/// More lines than these in a channel are only packed.
const MANY: usize = 400;

/// From top to bottom, so that few lines cross, and none runs into another one's end.
fn order(nets: &[Net], spacing: &Spacing) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..nets.len()).collect();
    rest.sort_by_key(|index| (nets[*index].left, nets[*index].right));
    let near = (spacing.lane / 3).max(1);
    // What it costs more to have the one above the other than below it.
    let mut penalty = vec![0_i64; nets.len()];
    let cost = |one: usize, other: usize| {
        let (one, other) = (&nets[one], &nets[other]);
        (above(one, other, near) - above(other, one, near)).max(0)
    };
    for (place, &one) in rest.iter().enumerate() {
        for &other in &rest[place + 1..] {
            if nets[other].left > nets[one].right + spacing.lane {
                break;
            }
            penalty[one] += cost(one, other);
            penalty[other] += cost(other, one);
        }
    }
    let mut order = Vec::with_capacity(nets.len());
    while let Some(place) = (0..rest.len()).min_by_key(|place| penalty[rest[*place]]) {
        let next = rest.remove(place);
        for &other in &rest {
            let apart = spacing.lane;
            let touches = nets[other].left <= nets[next].right + apart
                && nets[next].left <= nets[other].right + apart;
            if touches {
                penalty[other] -= cost(other, next);
            }
        }
        order.push(next);
    }
    order
}

/// What it costs to have `upper` above `lower`: crossings, and much more for lines on each other.
fn above(upper: &Net, lower: &Net, near: i64) -> i64 {
    const OVERLAP: i64 = 1000;
    let within = |places: &[i64], net: &Net| {
        let from = places.partition_point(|place| *place <= net.left);
        let to = places.partition_point(|place| *place < net.right);
        i64::try_from(to.saturating_sub(from)).unwrap_or(i64::MAX)
    };
    let crossings = within(&lower.above, upper) + within(&upper.below, lower);
    let meets = lower.above.iter().any(|place| {
        let from = upper.below.partition_point(|other| *other <= place - near);
        upper
            .below
            .get(from)
            .is_some_and(|other| *other < place + near)
    });
    crossings + if meets { OVERLAP } else { 0 }
}
