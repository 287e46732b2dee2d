//! What a name means in a module.

use super::cfg::Cfg;
use super::cursor::{Cursor, plain};
use super::item::{Item, Keyword};
use super::path::{Written, imports};
use std::collections::{BTreeMap, BTreeSet};

/// Names that lead to one another: `use a as b; use b as a;` has no end.
const DETOURS: u8 = 16;

/// The names in a module.
#[derive(Default)]
pub(super) struct Scope<'p> {
    /// The modules that lead here.
    pub(super) path: Vec<String>,
    parent: Option<&'p Scope<'p>>,
    /// `use a::b as c`, `extern crate a as c`
    uses: BTreeMap<String, Written>,
    /// `use super::*`
    open: Vec<&'p Scope<'p>>,
    /// `use console::*`
    outside: Vec<Vec<String>>,
    modules: BTreeSet<String>,
    items: BTreeSet<String>,
}

impl<'p> Scope<'p> {
    /// Of the module at `path`, whose parent is that.
    pub(super) fn new(
        path: Vec<String>,
        parent: Option<&'p Scope<'p>>,
        items: &[Item<'_>],
        cfg: &Cfg,
    ) -> Self {
        let mut scope = Self {
            path,
            parent,
            ..Self::default()
        };
        // A branch of `cfg_if!` has its names and those of the module that it stands in.
        scope
            .open
            .extend(parent.filter(|parent| parent.path == scope.path));
        let mut globs = Vec::new();
        for item in items
            .iter()
            .filter(|item| !item.builds.and(cfg.builds()).is_none())
        {
            scope.add(item, &mut globs);
        }
        for glob in globs {
            let module = scope.absolute(&glob, None, DETOURS);
            match scope.ancestor(&module) {
                Some(ancestor) => scope.open.push(ancestor),
                None => scope.outside.push(module),
            }
        }
        scope
    }

    fn add(&mut self, item: &Item<'_>, globs: &mut Vec<Written>) {
        match (item.keyword, item.name) {
            (Keyword::Use, _) => {
                for import in imports(item.behind) {
                    match import.name {
                        Some(name) => drop(self.uses.insert(name, import.target)),
                        None if import.is_glob => globs.push(import.target),
                        None => {}
                    }
                }
            }
            (Keyword::ExternCrate, Some(name)) => {
                let krate = plain(name);
                let mut cursor = Cursor::new(item.behind);
                cursor.next();
                let alias = cursor.eat_word("as").then(|| cursor.path_name()).flatten();
                let is_self = krate == "self";
                let target = Written {
                    global: !is_self,
                    segments: vec![if is_self {
                        "crate".to_owned()
                    } else {
                        krate.clone()
                    }],
                };
                self.uses.insert(alias.unwrap_or(krate), target);
            }
            (keyword, Some(name)) => {
                let name = plain(name);
                if keyword == Keyword::Mod {
                    self.modules.insert(name.clone());
                }
                self.items.insert(name);
            }
            _ => {}
        }
    }

    /// The path from a crate on: `["console", "write"]`, `["crate", "raw", "write"]`.
    pub(super) fn resolve(&self, path: &Written) -> Vec<String> {
        match &path.segments[..] {
            // A bare name is an item: of this module, or imported.
            [name] if !path.global => self
                .find(name, None, true, DETOURS)
                // From the output of a macro, perhaps.
                .unwrap_or_else(|| [&at(&self.path)[..], &path.segments].concat()),
            _ => self.absolute(path, None, DETOURS),
        }
    }

    /// `within`: the `use` whose own path this is, which does not lead to itself.
    fn absolute(&self, path: &Written, within: Option<&str>, detours: u8) -> Vec<String> {
        let Some((first, rest)) = path.segments.split_first() else {
            return Vec::new();
        };
        if path.global {
            return path.segments.clone();
        }
        let mut rest = rest;
        let mut found = match first.as_str() {
            "crate" => vec!["crate".to_owned()],
            "self" | "super" => {
                let mut modules = self.path.as_slice();
                let mut up = first == "super";
                loop {
                    if up {
                        modules = &modules[..modules.len().saturating_sub(1)];
                    }
                    up = rest.first().is_some_and(|next| next == "super");
                    if !up {
                        break;
                    }
                    rest = &rest[1..];
                }
                at(modules)
            }
            name => self
                .find(name, within, false, detours)
                .unwrap_or_else(|| vec![name.to_owned()]),
        };
        found.extend_from_slice(rest);
        found
    }

    /// What a name means here: in this module, or through its globs.
    fn find(
        &self,
        name: &str,
        within: Option<&str>,
        is_item: bool,
        detours: u8,
    ) -> Option<Vec<String>> {
        let detours = detours.checked_sub(1)?;
        // Globs lead to modules around this one, each of which is looked at once.
        let mut scopes = vec![self];
        let mut at = 0;
        while let Some(scope) = scopes.get(at).copied() {
            let within = within.filter(|_| at == 0);
            if let Some(found) = scope.own(name, within, is_item, detours) {
                return Some(found);
            }
            for next in &scope.open {
                if !scopes.iter().any(|seen| std::ptr::eq(*seen, *next)) {
                    scopes.push(next);
                }
            }
            at += 1;
        }
        // What other crates export isn't known: a bare item that is declared nowhere comes from there,
        // if there is but one such glob.
        let mut outside = scopes.iter().flat_map(|scope| &scope.outside);
        if let (true, Some(module), None) = (is_item, outside.next(), outside.next()) {
            return Some([module, &[name.to_owned()][..]].concat());
        }
        self.root().externs(name)
    }

    fn own(
        &self,
        name: &str,
        within: Option<&str>,
        is_item: bool,
        detours: u8,
    ) -> Option<Vec<String>> {
        if within != Some(name)
            && let Some(target) = self.uses.get(name)
        {
            return Some(self.absolute(target, Some(name), detours));
        }
        let is_here = self.modules.contains(name) || (is_item && self.items.contains(name));
        is_here.then(|| [&at(&self.path)[..], &[name.to_owned()]].concat())
    }

    /// The module at an absolute path, if this one is inside of it.
    fn ancestor(&self, path: &[String]) -> Option<&'p Scope<'p>> {
        let mut scope = self.parent?;
        loop {
            if path.split_first() == Some((&"crate".to_owned(), &scope.path)) {
                return Some(scope);
            }
            scope = scope.parent?;
        }
    }

    fn root(&self) -> &Scope<'p> {
        let mut scope = self;
        while let Some(parent) = scope.parent {
            scope = parent;
        }
        scope
    }

    /// What `extern crate … as name` in the crate's root gives a name everywhere.
    fn externs(&self, name: &str) -> Option<Vec<String>> {
        let target = self.uses.get(name)?;
        (target.global && target.segments.len() == 1).then(|| target.segments.clone())
    }
}

fn at(modules: &[String]) -> Vec<String> {
    let mut path = vec!["crate".to_owned()];
    path.extend_from_slice(modules);
    path
}
