//! A function as a page: source, IR and graph side by side, in one self-contained file that asks nothing of
//! the network.
//!
//! Without scripts all three are there to read; with them, pointing at an instruction shows where it comes
//! from, where it is in the graph, where its registers are defined and used, and what it means.
//!
//! | module | holds |
//! |---|---|
//! | [`content`](self) | what is on the page, from a function |
//! | `markup` | names in the text of an instruction |
//! | `source` | the lines of files that are shown |

mod content;
mod markup;
mod source;

use super::svg::{self, Options};
use super::xml::escape;
pub use content::Page;
use content::Row;
use serde::Serialize;
pub use source::Source;
use std::fmt::Write;

impl Page {
    /// Writes the page.
    #[must_use]
    pub fn render(&self) -> String {
        let title = escape(&self.name);
        let parts = [
            ("<!--title-->", title.clone()),
            (
                "<!--picture-style-->",
                include_str!("svg/picture.css").to_owned(),
            ),
            ("<!--style-->", include_str!("html/page.css").to_owned()),
            ("<!--class-->", self.class().to_owned()),
            ("<!--name-->", title),
            ("<!--summary-->", escape(&self.summary())),
            ("<!--switch-->", self.switch()),
            ("<!--source-->", self.source()),
            ("<!--ir-->", self.ir()),
            ("<!--pictures-->", self.pictures()),
            ("<!--data-->", inert(&self.data())),
            ("<!--script-->", include_str!("html/page.js").to_owned()),
        ];
        let mut page = String::new();
        let mut rest = include_str!("html/page.html");
        for (mark, part) in parts {
            let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
            page += before;
            page += &part;
            rest = after;
        }
        page + rest
    }

    fn summary(&self) -> String {
        let plural = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            many => format!("{many} {one}s"),
        };
        let instructions = self.rows.iter().filter(|row| !row.record).count();
        let source = if self.sources.is_empty() {
            "; built without debug info, so its source isn't known"
        } else {
            ""
        };
        format!(
            "{}, {}{source}",
            plural(self.blocks.len(), "block"),
            plural(instructions, "instruction")
        )
    }

    /// Without source there are two columns.
    fn class(&self) -> &'static str {
        if self.sources.is_empty() {
            "sourceless"
        } else {
            ""
        }
    }

    /// Buttons for the pictures, if there are several.
    fn switch(&self) -> String {
        if self.pictures.len() < 2 {
            return String::new();
        }
        let mut switch = String::new();
        for (nth, (title, _)) in self.pictures.iter().enumerate() {
            let _ = write!(
                switch,
                r#"<button type="button" class="pick" data-picture="{nth}" aria-pressed="{}">{}</button>"#,
                nth == 0,
                escape(title)
            );
        }
        switch
    }

    fn pictures(&self) -> String {
        let mut all = String::new();
        for (nth, (title, graph)) in self.pictures.iter().enumerate() {
            let hidden = if nth == 0 { "" } else { " hidden" };
            let title = escape(title);
            let Some(picture) = svg::picture(graph, Options::fitting(graph)) else {
                let _ = write!(
                    all,
                    "<p class=\"none\"{hidden}>The graph is too large to be drawn.</p>"
                );
                continue;
            };
            let (width, height) = (picture.width + 2 * FRAME, picture.height + 2 * FRAME);
            let _ = write!(
                all,
                r#"<svg xmlns="http://www.w3.org/2000/svg" class="picture" style="--natural: {width}px" width="{width}" height="{height}" viewBox="-{FRAME} -{FRAME} {width} {height}" role="group" aria-label="{title}"{hidden}>
{}</svg>
"#,
                picture.body
            );
        }
        all
    }

    fn source(&self) -> String {
        let mut all = String::new();
        let mut sources: Vec<_> = self.sources.iter().enumerate().collect();
        // The function's own file, then those from which something was inlined.
        sources.sort_by_key(|(nth, _)| (Some(*nth) != self.own, *nth));
        for (nth, source) in &sources {
            source.write(*nth, &mut all);
        }
        source::write_missing(sources.iter().map(|(_, source)| *source), &mut all);
        all
    }

    fn ir(&self) -> String {
        let mut all = String::new();
        let _ = writeln!(
            all,
            "<div class=\"ir-head\">{} {{</div>",
            escape(&self.signature)
        );
        let mut rows = self.rows.iter().enumerate().peekable();
        for (number, block) in self.blocks.iter().enumerate() {
            let doomed = if block.doomed { " faded" } else { "" };
            let _ = writeln!(
                all,
                "<div class=\"ir-block{doomed}\" data-block=\"{number}\"><div class=\"ir-label\">{}:</div>",
                escape(&block.label)
            );
            while let Some((index, row)) = rows.next_if(|(_, row)| row.block == number) {
                let record = if row.record { " record" } else { "" };
                let _ = writeln!(
                    all,
                    "<div class=\"ir-row{record}\" role=\"option\" aria-selected=\"false\" tabindex=\"-1\" \
                     data-row=\"{index}\">{}</div>",
                    markup::names(&row.text, &self.locals)
                );
            }
            all += "</div>\n";
        }
        all + "<div class=\"ir-head\">}</div>\n"
    }

    fn data(&self) -> String {
        let data = Data {
            rows: &self.rows,
            locals: &self.names,
            notes: &self.notes,
            blocks: self
                .blocks
                .iter()
                .map(|block| block.label.as_str())
                .collect(),
            files: self.sources.iter().map(Source::name).collect(),
        };
        // Nothing in it can fail to be JSON: no map, no number but indices.
        serde_json::to_string(&data).unwrap_or_default()
    }
}

/// Pixels around a picture.
const FRAME: i64 = 24;

#[derive(Serialize)]
struct Data<'p> {
    rows: &'p [Row],
    locals: &'p [String],
    notes: &'p [(String, String)],
    blocks: Vec<&'p str>,
    files: Vec<String>,
}

/// JSON that no parser of HTML or script mistakes for an end: `</script>`, `<!--`, line separators.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' => inert += "\\u003c",
            '>' => inert += "\\u003e",
            '&' => inert += "\\u0026",
            '\u{2028}' => inert += "\\u2028",
            '\u{2029}' => inert += "\\u2029",
            other => inert.push(other),
        }
    }
    inert
}
