//! The page and the picture in a real browser: nothing overlaps or is clipped, search and keys work.
//!
//! Without Chromium there is nothing to see, and the test says that it was skipped. `CHROMIUM` names
//! another one.

mod chromium;
mod kit;
#[path = "tree/sample.rs"]
mod sample;

use chromium::{Frames, script};
use linkface_graph::resolution::RootKind;
use linkface_graph::tree::{Tree, html, svg};
use std::fs;
use std::path::Path;

/// A desk, a narrow window, a phone.
const WIDTHS: [u32; 3] = [1400, 700, 360];

#[test]
fn page_and_picture_in_chromium() {
    let Some(chromium) = chromium::find() else {
        eprintln!("skipped: there is no `chromium` in PATH; CHROMIUM can name one");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tree_browser");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut frames = Frames::default();
    for (name, trees) in samples() {
        let page = html::page(&trees, false);
        let page = page.replace("</body>", &script(include_str!("tree/check_page.js")));
        let file = format!("{name}.html");
        fs::write(folder.join(&file), page).unwrap();
        for width in WIDTHS {
            frames.add(&file, width, &format!("{name}-page-{width}"));
        }
        let picture = svg::draw(&trees, true);
        let check = script(include_str!("tree/check_picture.js"));
        let file = format!("{name}-picture.html");
        fs::write(
            folder.join(&file),
            format!("<!doctype html><body>{picture}{check}"),
        )
        .unwrap();
        frames.add(&file, 1000, &format!("{name}-picture"));
    }
    frames.check(&chromium, &folder);
}

/// By size: about 10, 100 and 450 packages, and names that mean harm.
fn samples() -> Vec<(&'static str, Vec<Tree>)> {
    let small = [RootKind::Bin, RootKind::Test];
    let small = small.map(|kind| sample::tree(sample::SMALL, kind));
    let large = |size| {
        let graph = sample::large(size);
        vec![sample::tree(&graph, RootKind::Bin)]
    };
    vec![
        ("small", small.to_vec()),
        ("hundred", large(100)),
        ("large", large(450)),
        ("hostile", vec![sample::hostile()]),
    ]
}
