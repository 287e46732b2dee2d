//! Pages in a real browser: each says `good`, or what is wrong with it.
//!
//! A page under test posts `{ page, failures }` to the page around it. Also used by the tests of
//! `linkface-ir`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Code at the end of a page.
pub(crate) fn script(code: &str) -> String {
    format!("<script>\n{code}</script></body>")
}

/// The pages of a test, side by side in one.
#[derive(Default)]
pub(crate) struct Frames {
    html: String,
    names: Vec<String>,
}

impl Frames {
    /// A page in `folder`, so wide, that reports under `name`.
    pub(crate) fn add(&mut self, file: &str, width: u32, name: &str) {
        let _ = writeln!(
            self.html,
            "<iframe src=\"{file}#{name}\" style=\"width:{width}px;height:800px\"></iframe>"
        );
        self.names.push(name.to_owned());
    }

    /// Opens all of them, and compares what they report.
    pub(crate) fn check(&self, chromium: &Path, folder: &Path) {
        let around = folder.join("all.html");
        fs::write(&around, self.page()).unwrap();
        let dom = dump(chromium, &folder.join("profile"), &around);
        let report = dom
            .split_once("<pre id=\"report\">")
            .and_then(|(_, rest)| rest.split_once("</pre>"))
            .map_or(dom.as_str(), |(report, _)| report);
        let mut reported: Vec<_> = report.lines().filter(|line| !line.is_empty()).collect();
        reported.sort_unstable();
        let good = self.names.iter().map(|name| format!("{name}: good"));
        let mut expected: Vec<_> = good.collect();
        expected.sort_unstable();
        assert_eq!(reported, expected, "see {}", around.display());
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

/// The browser; without one a test has nothing to see, and says so.
pub(crate) fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}
