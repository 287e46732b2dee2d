//! Attributes, `cfg_attr` followed.

use super::cfg::{Builds, Cfg};
use super::cursor::{Cursor, split_commas};
use super::path::Written;
use proc_macro2::{Delimiter, TokenTree};

/// `#[path …]`, as far as it is there.
pub(super) struct Attribute {
    pub(super) path: Written,
    /// Behind the path: `(…)` or `= …`.
    pub(super) rest: Vec<TokenTree>,
    /// In which builds, if not in all of the item's: `#[cfg_attr(test, …)]`.
    pub(super) builds: Builds,
}

impl Attribute {
    /// Whether it is this one of rustc's own.
    pub(super) fn is(&self, name: &str) -> bool {
        self.path.segments == [name]
    }

    /// The tokens in `(…)`.
    pub(super) fn arguments(&self) -> Vec<TokenTree> {
        Cursor::new(&self.rest)
            .group(Delimiter::Parenthesis)
            .map(|group| group.stream().into_iter().collect())
            .unwrap_or_default()
    }

    /// The string behind `=`.
    pub(super) fn value(&self) -> Option<String> {
        let mut cursor = Cursor::new(&self.rest);
        if cursor.eat('=') {
            cursor.string()
        } else {
            None
        }
    }
}

/// The outer attributes that stand next; inner ones (`#![…]`) with `inner`.
pub(super) fn attributes(cursor: &mut Cursor<'_>, inner: bool, cfg: &Cfg) -> Vec<Attribute> {
    let mut found = Vec::new();
    loop {
        let mut ahead = cursor.clone();
        if !ahead.eat('#') || ahead.eat('!') != inner {
            return found;
        }
        let Some(group) = ahead.group(Delimiter::Bracket) else {
            return found;
        };
        let content: Vec<TokenTree> = group.stream().into_iter().collect();
        add(&content, Builds::ALL, cfg, &mut found);
        *cursor = ahead;
    }
}

fn add(content: &[TokenTree], builds: Builds, cfg: &Cfg, found: &mut Vec<Attribute>) {
    let mut cursor = Cursor::new(content);
    let Some(path) = Written::read(&mut cursor) else {
        return;
    };
    let attribute = Attribute {
        path,
        rest: cursor.rest().to_vec(),
        builds,
    };
    if !attribute.is("cfg_attr") {
        found.push(attribute);
        return;
    }
    let arguments = attribute.arguments();
    let mut parts = split_commas(&arguments);
    let builds = builds.and(parts.next().map_or(Builds::NONE, |part| cfg.holds(part)));
    if !builds.is_none() {
        for part in parts {
            add(part, builds, cfg, found);
        }
    }
}

/// In which builds an item with these attributes is.
pub(super) fn builds(attributes: &[Attribute], cfg: &Cfg) -> Builds {
    attributes
        .iter()
        .filter(|attribute| attribute.is("cfg"))
        .map(|attribute| {
            let holds = cfg.holds(&attribute.arguments());
            // In a build where the condition isn't there, it takes nothing away.
            holds.or(attribute.builds.not())
        })
        .fold(Builds::ALL, Builds::and)
}

/// The first paragraph of the documentation, in one line.
pub(super) fn docs(attributes: &[Attribute]) -> String {
    let text: Vec<String> = attributes
        .iter()
        .filter(|attribute| attribute.is("doc"))
        .filter_map(Attribute::value)
        .collect();
    let text = text.join("\n");
    let paragraph: Vec<&str> = text
        .lines()
        // The stars of `/** … */`.
        .map(|line| line.trim().trim_start_matches('*').trim())
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .collect();
    paragraph.join(" ")
}
