//! The page.

use crate::kit::{HOSTILE, KINDS, POW, page};
use linkface_ir::Module;

const DEBUG: &str = include_str!("samples/debug.ll");

#[test]
fn all_of_it_is_there_without_scripts() {
    let html = page(KINDS).render();
    let (before, _) = html.split_once("<script id=\"data\"").unwrap();
    for part in [
        "class=\"ir-row\"",
        "<span class=\"g\">@app::work</span>",
        "data-block=\"7\"",
        "%other → ",
        "<svg ",
    ] {
        let missing = part == "%other → ";
        assert_eq!(before.contains(part), !missing, "{part}");
    }
    assert_eq!(before.matches("class=\"ir-row\"").count(), 15);
    assert!(before.contains(">8 blocks, 15 instructions; built without debug info"));
}

#[test]
fn instructions_are_explained() {
    let html = page(POW).render();
    let (_, data) = html
        .split_once("<script id=\"data\" type=\"application/json\">")
        .unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let rows = data["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 9);
    for row in rows {
        assert!(!row["sentence"].as_str().unwrap().is_empty(), "{row}");
        assert!(!row["words"].as_array().unwrap().is_empty(), "{row}");
    }
    assert_eq!(rows[5]["full"], "%r.new = mul i32 %r.0, %x");
    assert_eq!(rows[5]["uses"].as_array().unwrap().len(), 2);
}

#[test]
fn names_that_mean_harm_stay_names() {
    let html = page(HOSTILE).render();
    let lower = html.to_lowercase();
    assert_eq!(
        lower.matches("<script").count(),
        3,
        "the data and the page's own"
    );
    assert_eq!(lower.matches("</script").count(), 3);
    assert_eq!(
        lower.matches("</title>").count(),
        lower.matches("<title>").count()
    );
    assert!(!html.contains("<!--<b>"));
    assert!(!html.contains("]]><x>"));
    assert!(!html.contains('\u{1b}'));
}

#[test]
fn source_lines_stand_beside_the_ir() {
    let module = Module::new(DEBUG);
    assert!(!module.metadata().is_empty());
    let mut page = page(DEBUG);
    let sources = page.sources_mut();
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0].file, "src/<lib>.rs");
    let lines: Vec<_> = (1..60)
        .map(|line| format!("let line{line} = \"<&>\";"))
        .collect();
    sources[0].text = Some(lines.join("\n"));
    let html = page.render();
    assert!(html.contains(
        "data-file=\"0\" data-line=\"12\"><i>12</i>let line12 = &quot;&lt;&amp;&gt;&quot;;"
    ));
    assert!(html.contains("class=\"src-row\" data-file=\"0\" data-line=\"16\""));
    assert!(
        !html.contains("let line17 "),
        "far from any line that is named"
    );
    assert!(html.contains("class=\"gap\""));
    // The call through which it was inlined is shown, too.
    assert!(html.contains("class=\"src-row used\" data-file=\"0\" data-line=\"40\""));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let html = page(DEBUG).render();
    assert!(html.contains("<li title=\"src/&lt;lib&gt;.rs\">src/&lt;lib&gt;.rs:12, 40</li>"));
    assert!(html.contains("rustup component add rust-src"));
}

#[test]
fn it_asks_nothing_of_the_network() {
    let html = page(KINDS).render();
    let (before, _) = html.split_once("<script id=\"data\"").unwrap();
    let plain = before.replace("http://www.w3.org/2000/svg", "");
    for word in ["http:", "https:", "src=", "url(", "@import"] {
        assert!(!plain.contains(word), "{word}");
    }
    assert!(html.contains("default-src 'none'"));
}
