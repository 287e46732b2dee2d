//! What `module asm` makes of symbols: `.set a, b` and `.weak a`, under `.ifdef` and `.ifndef`.
//!
//! linkface joins an item that has a default to its implementation in this way
//! ([GNU as, `.set`](https://sourceware.org/binutils/docs/as/Set.html)).

use crate::model::name::unescape;
use rustc_hash::{FxHashMap, FxHashSet};

/// A symbol that stands for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    /// What it stands for.
    pub(crate) target: String,
    /// Whether another definition replaces this one.
    pub(crate) weak: bool,
}

/// The symbols that stand for another, by their names.
pub(crate) fn sets(lines: &[&str]) -> FxHashMap<String, Set> {
    let mut reader = Reader::default();
    for line in lines {
        let line = String::from_utf8_lossy(&unescape(line)).into_owned();
        line.split(['\n', ';'])
            .for_each(|line| reader.line(line.trim()));
    }
    let weak = reader.weak;
    let named = reader.sets.into_iter();
    named
        .map(|(name, target)| {
            let weak = weak.contains(&name);
            (name, Set { target, weak })
        })
        .collect()
}

#[derive(Default)]
struct Reader {
    /// Of each `.if` around us, whether its lines count.
    conditions: Vec<bool>,
    defined: FxHashSet<String>,
    weak: FxHashSet<String>,
    sets: FxHashMap<String, String>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let (word, rest) = line
            .split_once(char::is_whitespace)
            .map_or((line, ""), |(word, rest)| (word, rest.trim()));
        match word {
            ".ifdef" => self.conditions.push(self.defined.contains(rest)),
            ".ifndef" => self.conditions.push(!self.defined.contains(rest)),
            ".endif" => {
                self.conditions.pop();
            }
            ".else" => {
                if let Some(last) = self.conditions.last_mut() {
                    *last = !*last;
                }
            }
            // Conditions that we don't evaluate: what is inside counts.
            word if word.starts_with(".if") => self.conditions.push(true),
            _ if self.conditions.contains(&false) => {}
            ".weak" => {
                self.weak.insert(rest.to_owned());
            }
            ".globl" | ".global" => {
                self.weak.remove(rest);
            }
            ".set" | ".equ" => {
                if let Some((name, target)) = rest.split_once(',') {
                    self.defined.insert(name.trim().to_owned());
                    self.sets.insert(
                        name.trim().to_owned(),
                        target.trim().trim_matches('"').to_owned(),
                    );
                }
            }
            ".comm" => {
                let name = rest.split(',').next().unwrap_or(rest);
                self.defined.insert(name.trim().to_owned());
            }
            word => {
                if let Some(label) = word.strip_suffix(':') {
                    self.defined.insert(label.to_owned());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: [&str; 6] = [
        ".ifndef pull_have",
        ".weak item",
        ".set item, the_default",
        ".comm pull,1,1",
        ".set pull_default, 1",
        ".endif",
    ];
    const OVERRIDE: [&str; 6] = [
        ".set pull_have, 1",
        ".ifndef pull_default",
        ".globl item",
        "pull: .byte 0",
        ".endif",
        ".set item, the_override",
    ];

    #[test]
    fn a_default_is_weak() {
        let sets = sets(&DEFAULT);
        assert_eq!(sets["item"].target, "the_default");
        assert!(sets["item"].weak);
    }

    #[test]
    fn an_override_holds_in_either_order() {
        for (a, b) in [(DEFAULT, OVERRIDE), (OVERRIDE, DEFAULT)] {
            let lines: Vec<&str> = a.into_iter().chain(b).collect();
            assert_eq!(sets(&lines)["item"].target, "the_override");
        }
        assert!(!sets(&OVERRIDE)["item"].weak);
    }

    #[test]
    fn what_is_not_assembled_does_not_count() {
        let sets = sets(&[
            ".ifdef absent",
            ".set a, b",
            ".else",
            ".set c, d",
            ".endif",
            ".set e, f",
        ]);
        assert!(!sets.contains_key("a"));
        assert_eq!(sets["c"].target, "d");
        assert_eq!(sets["e"].target, "f");
    }

    #[test]
    fn several_lines_in_one_are_read() {
        assert_eq!(sets(&[".weak a\\0A.set a, b"])["a"].target, "b");
    }
}
