//! From layers, columns and tracks to points.

use super::channels::Channels;
use super::items::Items;
use super::ports::Ports;
use super::{Connection, Layout, Point, Rect, Route, Size, Spacing};

/// Where an edge starts, ends or passes a layer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// From the left.
    pub(super) x: i64,
    /// In which layer.
    pub(super) layer: usize,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    Start(usize),
    Pass,
    End(usize),
}

/// The stops of an edge, from its start to its end.
pub(super) fn stops(items: &Items, ports: &Ports, connection: usize) -> Vec<Stop> {
    let path = &items.paths[connection];
    let pass = |item: &usize| Stop {
        x: ports.centers[*item],
        layer: items.list[*item].layer,
        role: Role::Pass,
    };
    let mut stops = Vec::with_capacity(path.through.len() + 2);
    stops.extend(path.through.iter().map(pass));
    let Some((from, to)) = items.ends.get(connection).copied() else {
        return stops;
    };
    stops.insert(
        0,
        Stop {
            x: ports.out[connection],
            layer: items.list[from].layer,
            role: Role::Start(from),
        },
    );
    stops.push(Stop {
        x: ports.into[connection],
        layer: items.list[to].layer,
        role: Role::End(to),
    });
    stops
}

/// The channel between two stops. At the start an edge is below its layer, at the end above it.
pub(super) fn channel(one: &Stop, other: &Stop) -> usize {
    match (one.role, other.role) {
        (Role::Start(_), _) => one.layer + 1,
        (_, Role::End(_)) => other.layer,
        _ => one.layer.max(other.layer),
    }
}

/// Puts everything at its place.
pub(super) fn draw(
    items: &Items,
    connections: &[Connection],
    ports: &Ports,
    channels: &Channels,
    spacing: &Spacing,
) -> Layout {
    let rows = Rows::new(items, channels, spacing);
    let boxes = items.list.iter().zip(&ports.centers);
    let boxes = boxes
        .filter(|(item, _)| item.is_box)
        .map(|(item, center)| Rect {
            left: center - item.size.width / 2,
            top: rows.layers[item.layer],
            width: item.size.width,
            height: item.size.height,
        });
    let mut layout = Layout {
        boxes: boxes.collect(),
        routes: Vec::with_capacity(connections.len()),
        size: Size::default(),
    };
    for (index, path) in items.paths.iter().enumerate() {
        let mut route = Route::default();
        if let Some(line) = path.line {
            let stops = stops(items, ports, index);
            let mut points = Vec::new();
            for pair in stops.windows(2) {
                let (from, to) = (&pair[0], &pair[1]);
                if let Role::Start(node) = from.role {
                    points.push(Point {
                        x: from.x,
                        y: layout.boxes[node].bottom(),
                    });
                }
                let channel = channel(from, to);
                // Where it goes straight on there is nothing to turn at.
                if let Some(track) = channels.track(line, channel) {
                    let y = rows.track(channel, track, spacing);
                    points.push(Point { x: from.x, y });
                    points.push(Point { x: to.x, y });
                }
                if let Role::End(node) = to.role {
                    points.push(Point {
                        x: to.x,
                        y: layout.boxes[node].top,
                    });
                }
            }
            route = Route {
                points: simplify(&points),
                back: path.back(),
                label_at_end: path.shared_out(),
            };
        }
        layout.routes.push(route);
    }
    normalize(&mut layout, rows.bottom);
    layout
}

/// Where layers and channels begin.
struct Rows {
    layers: Vec<i64>,
    channels: Vec<i64>,
    bottom: i64,
}

impl Rows {
    fn new(items: &Items, channels: &Channels, spacing: &Spacing) -> Self {
        let mut rows = Self {
            layers: Vec::new(),
            channels: Vec::new(),
            bottom: 0,
        };
        let mut y = 0;
        for (channel, tracks) in channels.tracks.iter().enumerate() {
            rows.channels.push(y);
            let outside = channel == 0 || channel == items.layers.len();
            if !outside || *tracks > 0 {
                y += spacing.stub * 2 + spacing.track * i64::try_from(*tracks).unwrap_or(i64::MAX);
            }
            rows.layers.push(y);
            let layer = items.layers.get(channel).into_iter().flatten();
            let height = layer.map(|item| items.list[*item].size.height).max();
            y += height.unwrap_or(0);
        }
        rows.bottom = y;
        rows
    }

    fn track(&self, channel: usize, track: usize, spacing: &Spacing) -> i64 {
        let track = i64::try_from(track).unwrap_or(i64::MAX);
        self.channels[channel] + spacing.stub + track * spacing.track
    }
}

/// Leaves out points in the middle of straight lines.
fn simplify(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = kept[..] {
            let column = before.x == last.x && last.x == point.x;
            let row = before.y == last.y && last.y == point.y;
            if column || row {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

/// Moves everything so that it begins at 0.
fn normalize(layout: &mut Layout, bottom: i64) {
    let lefts = layout.boxes.iter().map(|it| it.left);
    let points = layout.routes.iter().flat_map(|it| &it.points);
    let left = lefts
        .chain(points.clone().map(|it| it.x))
        .min()
        .unwrap_or(0);
    let rights = layout.boxes.iter().map(Rect::right);
    let right = rights.chain(points.map(|it| it.x + 1)).max().unwrap_or(0);
    for rect in &mut layout.boxes {
        rect.left -= left;
    }
    for point in layout.routes.iter_mut().flat_map(|it| &mut it.points) {
        point.x -= left;
    }
    layout.size = Size {
        width: right - left,
        height: bottom,
    };
}
