//! The page and the picture in a real browser: nothing overlaps or is clipped, highlights, search, keys and
//! zoom work.
//!
//! Without Chromium there is nothing to see, and the test says that it was skipped. `CHROMIUM` names
//! another one.

#[path = "../../../linkface-graph/tests/chromium/mod.rs"]
mod chromium;

use crate::kit::{HOSTILE, KINDS, POW, graph, many, page};
use chromium::{Frames, script};
use linkface_ir::draw::svg::{Options, draw};
use std::fs;
use std::path::Path;

/// A desk, a phone.
const WIDTHS: [u32; 2] = [1500, 380];

#[test]
fn page_and_picture_in_chromium() {
    let Some(chromium) = chromium::find() else {
        eprintln!("skipped: there is no `chromium` in PATH; CHROMIUM can name one");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draw_browser");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut frames = Frames::default();
    let debug = include_str!("samples/debug.ll");
    for (name, text) in [
        ("pow", POW),
        ("kinds", KINDS),
        ("hostile", HOSTILE),
        ("debug", debug),
    ] {
        let mut page = page(text);
        for source in page.sources_mut() {
            source.text = Some("let it = be;\n".repeat(60));
        }
        let check = script(include_str!("check_page.js"));
        // The page's own text could hold the mark; the last one is the page's end.
        let html = page.render();
        let (before, after) = html.rsplit_once("</body>").unwrap();
        let file = format!("{name}.html");
        fs::write(folder.join(&file), format!("{before}{check}{after}")).unwrap();
        for width in WIDTHS {
            frames.add(&file, width, &format!("{name}-page-{width}"));
        }
    }
    for (name, graph) in [
        ("kinds", graph(KINDS)),
        ("hostile", graph(HOSTILE)),
        ("many", many(120)),
    ] {
        let picture = draw(&graph, Options::fitting(&graph)).unwrap();
        let check = script(include_str!("check_picture.js"));
        let file = format!("{name}-picture.html");
        let html = format!("<!doctype html><body>{picture}{check}");
        fs::write(folder.join(&file), html).unwrap();
        frames.add(&file, 1000, &format!("{name}-picture"));
    }
    frames.check(&chromium, &folder);
}
