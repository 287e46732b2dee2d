//! The page and the picture in a real browser: nothing overlaps or is clipped, highlights, search, keys and
//! zoom work.
//!
//! Without Chromium there is nothing to see, and the test says that it was skipped. `CHROMIUM` names
//! another one.

use crate::kit::{HOSTILE, KINDS, POW, graph, many, page};
use linkface_ir::draw::svg::{Options, draw};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A desk, a phone.
const WIDTHS: [u32; 2] = [1500, 380];

#[test]
fn page_and_picture_in_chromium() {
    let Some(chromium) = chromium() else {
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
    let around = folder.join("all.html");
    fs::write(&around, frames.page()).unwrap();
    let dom = dump(&chromium, &folder.join("profile"), &around);
    let report = dom
        .split_once("<pre id=\"report\">")
        .and_then(|(_, rest)| rest.split_once("</pre>"))
        .map_or(dom.as_str(), |(report, _)| report);
    let mut reported: Vec<_> = report.lines().filter(|line| !line.is_empty()).collect();
    reported.sort_unstable();
    let mut expected: Vec<_> = frames
        .names
        .iter()
        .map(|name| format!("{name}: good"))
        .collect();
    expected.sort_unstable();
    assert_eq!(reported, expected, "see {}", around.display());
}

fn script(code: &str) -> String {
    format!("<script>\n{code}</script></body>")
}

/// The pages of a test, side by side in one.
#[derive(Default)]
struct Frames {
    html: String,
    names: Vec<String>,
}

impl Frames {
    fn add(&mut self, file: &str, width: u32, name: &str) {
        let _ = writeln!(
            self.html,
            "<iframe src=\"{file}#{name}\" style=\"width:{width}px;height:800px\"></iframe>"
        );
        self.names.push(name.to_owned());
    }

    fn page(&self) -> String {
        let frames = &self.html;
        format!(
            "<!doctype html><meta charset=utf-8><pre id=\"report\"></pre><script>
addEventListener('message', ({{ data }}) => {{
  const text = data.failures.length ? data.failures.join('; ') : 'good';
  document.getElementById('report').append(`${{data.page}}: ${{text}}\\n`);
}});
</script>\n{frames}"
        )
    }
}

/// The page, after its scripts ran.
fn dump(chromium: &Path, profile: &Path, page: &Path) -> String {
    let output = Command::new(chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--virtual-time-budget=60000",
            "--window-size=1600,1000",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", page.display()))
        .stderr(Stdio::null())
        .output()
        .expect("chromium starts");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}
