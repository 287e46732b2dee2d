//! What the shapes mean.

use super::measure::{Face, width};
use super::shape::Shape;
use std::fmt::Write;

/// What it needs at least.
pub(super) const WIDTH: f64 = 640.0;

const ENTRIES: [(Shape, &str); 5] = [
    (Shape::Root, "root"),
    (Shape::Facade, "façade"),
    (Shape::Provider, "provider"),
    (Shape::Library, "package"),
    (Shape::Missing, "problem"),
];

/// One line of shapes and words.
pub(super) fn draw() -> String {
    let mut legend = String::from("<g class=\"legend\" aria-hidden=\"true\">\n");
    let (mut x, y) = (super::MARGIN, 76.0);
    for (shape, word) in ENTRIES {
        let size = width(word, Face::Name) + shape.padding() * 2.0;
        let (outline, class) = (shape.outline(x, y, size), shape.class());
        let problem = if shape == Shape::Missing {
            " problem"
        } else {
            ""
        };
        let (center, baseline) = (x + size / 2.0, y + 4.5);
        let _ = writeln!(
            legend,
            r#"<g class="{class}{problem}">{outline}<text class="label" x="{center:.1}" y="{baseline:.1}">{word}</text></g>"#
        );
        x += size + 12.0;
    }
    legend + "</g>\n"
}
