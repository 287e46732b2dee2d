//! A tree drawn with characters, as `cargo tree` draws.

use super::view::{Shown, View};
use super::{Relation, Role, Subject, Tree};

/// What is said of one that isn't shown.
const ONE: &str = "1 package without façade or provider below it isn't shown";

/// How to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Packages too that lead to no façade and no provider.
    pub all: bool,
    /// With which characters.
    pub charset: Charset,
}

/// Which characters the lines are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// `├──`
    #[default]
    Unicode,
    /// `|--`
    Ascii,
}

/// Text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub style: Style,
    /// Without control characters.
    pub text: String,
}

/// What a text is, for whoever gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// An ordinary package.
    Plain,
    /// A root's name.
    Root,
    /// A façade's name.
    Facade,
    /// A provider's name.
    Provider,
    /// What is wrong.
    Problem,
    /// Lines, versions, reasons.
    Faint,
}

/// A line of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

impl Line {
    /// Without styles.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    fn add(&mut self, style: Style, text: &str) {
        if !text.is_empty() {
            let text = printable(text);
            self.0.push(Span { style, text });
        }
    }
}

impl Tree {
    /// Draws with characters, one line for each row, and what isn't shown in words below them.
    #[must_use]
    pub fn text(&self, options: Options) -> Vec<Line> {
        let view = self.view(options.all);
        let glyphs = Glyphs::of(options.charset);
        let mut prefixes: Vec<String> = Vec::new();
        let mut lines: Vec<Line> = Vec::new();
        for shown in &view.rows {
            let above = shown.parent.map_or("", |parent| &prefixes[parent]);
            let mut line = Line::default();
            line.add(Style::Faint, above);
            let mut prefix = above.to_owned();
            if shown.parent.is_some() {
                let problem = matches!(shown.row.relation, Relation::Problem(_));
                let style = if problem {
                    Style::Problem
                } else {
                    Style::Faint
                };
                line.add(style, &glyphs.branch(shown));
                prefix += glyphs.below(shown.last);
            }
            prefixes.push(prefix);
            self.write(&mut line, shown);
            lines.push(line);
        }
        lines.extend(self.legend(&view));
        lines
    }

    fn write(&self, line: &mut Line, shown: &Shown<'_>) {
        match (&shown.row.subject, shown.node) {
            (_, Some(node)) => {
                let style = match node.role {
                    _ if shown.is_problem() => Style::Problem,
                    Role::Root => Style::Root,
                    Role::Facade => Style::Facade,
                    Role::Provider => Style::Provider,
                    Role::Library => Style::Plain,
                };
                line.add(style, &node.name);
                line.add(Style::Faint, &format!(" {}", node.version));
            }
            (Subject::Note(note), _) if shown.is_problem() => line.add(Style::Problem, note),
            (Subject::Note(note), _) => {
                let calm = matches!(shown.row.relation, Relation::Dependency(_));
                line.add(if calm { Style::Faint } else { Style::Provider }, note);
            }
            (Subject::Package(_), None) => {}
        }
        let tags = shown
            .node
            .map(|node| node.tags.join(", "))
            .unwrap_or_default();
        match &shown.row.relation {
            Relation::Root => line.add(Style::Faint, &gap(&self.root)),
            Relation::Dependency(edge) => {
                if !edge.is_empty() {
                    line.add(Style::Faint, &format!(" ({edge})"));
                }
            }
            // The note says it itself.
            Relation::Implements(why) if !why.is_empty() => {
                line.add(Style::Faint, &format!("  implements it: {why}"));
            }
            Relation::Implements(_) => {}
            Relation::Problem(why) => line.add(Style::Problem, &gap(why)),
        }
        if !matches!(
            shown.row.relation,
            Relation::Implements(_) | Relation::Problem(_)
        ) {
            line.add(Style::Faint, &gap(&tags));
        }
        if shown.repeated {
            line.add(Style::Faint, " (*)");
        }
    }

    fn legend(&self, view: &View<'_>) -> Vec<Line> {
        let mut legend = Vec::new();
        if view.rows.iter().any(|shown| shown.repeated) {
            legend.push("(*) what it depends on is shown once, elsewhere".to_owned());
        }
        if self.packages.iter().all(|node| node.tags.is_empty()) {
            legend.push("no façade is linked into it".to_owned());
        }
        match view.hidden {
            0 => {}
            1 => legend.push(ONE.to_owned()),
            many => legend.push(format!(
                "{many} packages without façade or provider below them aren't shown"
            )),
        }
        let line = |text: String| {
            let mut line = Line::default();
            line.add(Style::Faint, &text);
            line
        };
        let blank = (!legend.is_empty()).then(Line::default);
        blank
            .into_iter()
            .chain(legend.into_iter().map(line))
            .collect()
    }
}

/// The pieces of the lines.
struct Glyphs {
    middle: &'static str,
    last: &'static str,
    dependency: &'static str,
    implements: &'static str,
    problem: &'static str,
    beside: &'static str,
}

impl Glyphs {
    fn of(charset: Charset) -> Self {
        match charset {
            Charset::Unicode => Self {
                middle: "├─",
                last: "└─",
                dependency: "─ ",
                implements: "► ",
                problem: "✗ ",
                beside: "│   ",
            },
            Charset::Ascii => Self {
                middle: "|-",
                last: "`-",
                dependency: "- ",
                implements: "> ",
                problem: "x ",
                beside: "|   ",
            },
        }
    }

    fn branch(&self, shown: &Shown<'_>) -> String {
        let start = if shown.last { self.last } else { self.middle };
        let end = match shown.row.relation {
            Relation::Root | Relation::Dependency(_) => self.dependency,
            Relation::Implements(_) => self.implements,
            Relation::Problem(_) => self.problem,
        };
        format!("{start}{end}")
    }

    fn below(&self, last: bool) -> &'static str {
        if last { "    " } else { self.beside }
    }
}

fn gap(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("  {text}")
    }
}

/// A name could hold what a terminal obeys.
fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|character| {
            let escape = character.is_control().then(|| character.escape_default());
            let keep = escape.is_none().then_some(character);
            escape.into_iter().flatten().chain(keep)
        })
        .collect()
}
