//! The box of a row: its outline says what it is, so that colours needn't.

use crate::tree::view::Shown;
use crate::tree::{Role, Subject};

/// The height of every box.
pub(super) const HEIGHT: f64 = 26.0;

/// What a row's box looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A filled rectangle.
    Root,
    /// A hexagon.
    Facade,
    /// Round ends.
    Provider,
    /// A rectangle.
    Library,
    /// Cut corners: nothing is there that should be.
    Missing,
}

impl Shape {
    pub(super) fn of(shown: &Shown<'_>) -> Self {
        match (&shown.row.subject, shown.node.map(|node| node.role)) {
            (_, Some(Role::Root)) => Self::Root,
            (_, Some(Role::Facade)) => Self::Facade,
            (_, Some(Role::Provider)) => Self::Provider,
            (Subject::Note(_), _) if shown.is_problem() => Self::Missing,
            (Subject::Note(_), _) => Self::Provider,
            _ => Self::Library,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Facade => "facade",
            Self::Provider => "provider",
            Self::Library => "library",
            Self::Missing => "missing",
        }
    }

    /// On both sides of the text.
    pub(super) fn padding(self) -> f64 {
        match self {
            Self::Facade => 17.0,
            Self::Root | Self::Provider | Self::Missing => 13.0,
            Self::Library => 10.0,
        }
    }

    /// Its outline, by its left edge, its middle and its width.
    pub(super) fn outline(self, left: f64, middle: f64, width: f64) -> String {
        let (top, right, bottom) = (middle - HEIGHT / 2.0, left + width, middle + HEIGHT / 2.0);
        let cut = match self {
            Self::Root | Self::Library => return rectangle(left, top, width, 3.0),
            Self::Provider => return rectangle(left, top, width, HEIGHT / 2.0),
            Self::Facade => HEIGHT / 2.0,
            Self::Missing => 7.0,
        };
        let (from, to) = (left + cut, right - cut);
        let (high, low) = (top + cut, bottom - cut);
        format!(
            r#"<path class="box" d="M{from:.1} {top:.1}H{to:.1}L{right:.1} {high:.1}V{low:.1}L{to:.1} {bottom:.1}H{from:.1}L{left:.1} {low:.1}V{high:.1}Z"/>"#
        )
    }
}

fn rectangle(left: f64, top: f64, width: f64, radius: f64) -> String {
    format!(
        r#"<rect class="box" x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{HEIGHT}" rx="{radius}"/>"#
    )
}
