//! Where the boxes and edges of a drawing are.
//!
//! Boxes stand in layers and edges lead down from layer to layer, as Sugiyama, Tagawa and Toda drew
//! hierarchies (1981); edges that close a loop lead up beside the boxes. Edges have right angles and
//! turn in the channels between the layers. Many edges into one box, or out of one, share a line.
//!
//! | module | step |
//! |---|---|
//! | `layers` | loops are opened; each box gets a layer, none wider than it should be |
//! | `items` | edges get a place in each layer that they pass |
//! | `order` | from left to right, with few crossings |
//! | `columns` | from the order to positions (Brandes and Köpf 2001) |
//! | `squeeze` | narrower, if there is much space |
//! | `ports` | where edges leave and enter boxes |
//! | `channels` | where they turn |
//! | `routes` | from all that to points |
//!
//! Every step does the same for the same input, and none calls itself.

mod channels;
mod columns;
mod isotonic;
mod items;
mod layers;
mod order;
mod ports;
mod routes;
mod squeeze;

/// How large a box is, or a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

/// A place in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// A box, put somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// The first column or pixel.
    pub left: i64,
    /// The first row or pixel.
    pub top: i64,
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

impl Rect {
    /// What is behind its last column.
    #[must_use]
    pub fn right(&self) -> i64 {
        self.left + self.width
    }

    /// What is below its last row.
    #[must_use]
    pub fn bottom(&self) -> i64 {
        self.top + self.height
    }
}

/// An edge to lay out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Connection {
    /// From this box.
    pub from: usize,
    /// To this one.
    pub to: usize,
    /// Edges into one box share a line only with those of their own class.
    pub class: u8,
    /// How much room its label needs.
    pub label: i64,
}

/// How much room there has to be: in characters, or in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spacing {
    /// Between two boxes.
    pub boxes: i64,
    /// Between an edge and whatever is beside it.
    pub lane: i64,
    /// Between two lines that run below each other.
    pub track: i64,
    /// Between a box and the first turn.
    pub stub: i64,
    /// From the corner of a box to where an edge may touch it.
    pub corner: i64,
    /// How wide the boxes of a layer may be together. One box always fits.
    pub breadth: i64,
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The boxes, by their position in the input.
    pub boxes: Vec<Rect>,
    /// The edges, by their position in the input.
    pub routes: Vec<Route>,
    /// How large all of it is.
    pub size: Size,
}

/// The way of an edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// From the bottom of the one box to the top of the other: each point is straight above, below or
    /// beside the one before.
    pub points: Vec<Point>,
    /// Whether it leads up, and so closes a loop.
    pub back: bool,
    /// Whether its label should stand at its end: many edges leave where it starts.
    pub label_at_end: bool,
}

/// More places in layers than these aren't laid out.
const MOST_ITEMS: usize = 100_000;

/// Lays out boxes of these sizes. The first box is where everything begins.
///
/// None if it would be a picture that nobody can look at: a hundred thousand places where edges
/// pass layers. Connections whose ends aren't there get an empty route.
#[must_use]
pub fn layout(sizes: &[Size], connections: &[Connection], spacing: &Spacing) -> Option<Layout> {
    let layers = layers::assign(sizes, connections, spacing);
    let mut items = items::place(sizes, connections, &layers, MOST_ITEMS)?;
    order::reduce_crossings(&mut items);
    items.drop_turns();
    let centers = columns::assign(&items, spacing);
    let ports = ports::assign(&items, connections, &centers, spacing);
    let channels = channels::assign(&items, &ports, spacing);
    Some(routes::draw(
        &items,
        connections,
        &ports,
        &channels,
        spacing,
    ))
}
