//! From module to module.

mod children;

use super::Files;
use super::attribute::attributes;
use super::cfg::{Builds, Cfg};
use super::cursor::{Cursor, place};
use super::exports::Exports;
use super::item::{Item, Keyword};
use super::mark::{InterfaceArgs, Mark, macro_name, marks};
use super::modules::Folders;
use super::scope::Scope;
use super::{declared, entry, implemented, linked, loaded, names, source};
use crate::facts::{CrateFacts, Declared, Export, Unread};
use proc_macro2::TokenTree;
use std::path::{Path, PathBuf};

/// The walk through one crate.
pub(super) struct Walk<'a> {
    files: &'a dyn Files,
    cfg: &'a Cfg,
    facts: CrateFacts,
    /// The files that are being read: one that is its own child has no end.
    open: Vec<PathBuf>,
    exports: Exports,
}

/// A module that is being read.
#[derive(Clone, Copy)]
struct Module<'m> {
    file: &'m Path,
    folders: &'m Folders,
    builds: Builds,
    /// What `#[interface]` on it said.
    group: Option<(&'m InterfaceArgs, Builds)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(files: &'a dyn Files, cfg: &'a Cfg) -> Self {
        Self {
            files,
            cfg,
            facts: CrateFacts::default(),
            open: Vec::new(),
            exports: Exports::default(),
        }
    }

    pub(super) fn run(mut self, root: &Path) -> CrateFacts {
        match self.files.read(root) {
            Ok(text) => {
                let folders = Folders::owner(root);
                let module = Module {
                    file: root,
                    folders: &folders,
                    builds: self.cfg.builds(),
                    group: None,
                };
                self.file(&text, module, Vec::new(), None);
            }
            Err(error) => self.unread(root, error.to_string()),
        }
        self.exports.hide(&mut self.facts.declared);
        self.facts
    }

    fn unread(&mut self, file: &Path, why: String) {
        self.facts.unread.push(Unread {
            file: file.to_owned(),
            why,
        });
    }

    fn file(
        &mut self,
        text: &str,
        module: Module<'_>,
        path: Vec<String>,
        parent: Option<&Scope<'_>>,
    ) {
        match source::tokens(text) {
            Ok(tokens) => {
                self.open.push(module.file.to_owned());
                self.module(&tokens, module, path, parent);
                self.open.pop();
            }
            Err(why) => self.unread(module.file, why),
        }
    }

    fn module(
        &mut self,
        tokens: &[TokenTree],
        mut module: Module<'_>,
        path: Vec<String>,
        parent: Option<&Scope<'_>>,
    ) {
        let mut cursor = Cursor::new(tokens);
        let inner = attributes(&mut cursor, true, self.cfg);
        module.builds = module
            .builds
            .and(super::attribute::builds(&inner, self.cfg));
        if module.builds.is_none() {
            return;
        }
        let mut items = Vec::new();
        while let Some(item) = Item::next(&mut cursor, self.cfg) {
            match item {
                Ok(item) => items.push(item),
                Err(span) => {
                    let start = span.start();
                    self.unread(
                        module.file,
                        format!(
                            "no item of Rust, line {}, column {}: the scan goes on behind it",
                            start.line,
                            start.column + 1
                        ),
                    );
                }
            }
        }
        let scope = Scope::new(path, parent, &items, self.cfg);
        for item in &items {
            let builds = module.builds.and(item.builds);
            if !builds.is_none() {
                self.item(item, Module { builds, ..module }, &scope);
            }
        }
    }

    fn item(&mut self, item: &Item<'_>, module: Module<'_>, scope: &Scope<'_>) {
        let Module { file, builds, .. } = module;
        let marks = marks(&item.attributes, scope, self.cfg);
        let mut group = None;
        let mut is_declared = false;
        for (mark, of_mark) in &marks {
            let builds = builds.and(*of_mark);
            match mark {
                _ if builds.is_none() => {}
                Mark::Interface(args) if item.keyword == Keyword::Mod => {
                    group = Some((args, *of_mark));
                }
                Mark::Interface(args) => {
                    is_declared = true;
                    let found = declared::declared(item, args, &scope.path, builds, file);
                    let loadable = found.as_ref().and_then(|of| declared::loadable(of, args));
                    self.facts.loadable.extend(loadable);
                    self.facts.declared.extend(found);
                }
                Mark::Implement(args) => {
                    let found =
                        implemented::implemented(item, args, scope, (builds, self.cfg), file);
                    self.facts.implemented.extend(found);
                }
            }
        }
        if let Some((args, of_group)) = module.group
            && !is_declared
            && matches!(item.keyword, Keyword::Fn | Keyword::Static)
            && !builds.and(of_group).is_none()
        {
            let found = declared::declared(item, args, &scope.path, builds.and(of_group), file);
            self.facts.declared.extend(found.map(|member| Declared {
                in_group: true,
                ..member
            }));
        }
        match item.keyword {
            Keyword::Mod => self.child(item, Module { group, ..module }, scope),
            Keyword::CfgIf => self.branches(item, module, scope),
            Keyword::MacroRules => {
                names::collect(item.tokens, &mut self.facts.names, &mut |_| {});
            }
            _ => self.names(item, module, scope),
        }
        let trait_impl = loaded::trait_impl(item, scope, builds, file);
        self.facts.impls.extend(trait_impl);
        let entry = entry::entry(item, scope, self.cfg);
        self.facts.entry = self.facts.entry.max(entry);
        self.exports.add(item, &scope.path);
    }

    fn names(&mut self, item: &Item<'_>, module: Module<'_>, scope: &Scope<'_>) {
        let mut calls = Vec::new();
        names::collect(item.tokens, &mut self.facts.names, &mut |call| {
            calls.push(call);
        });
        for call in calls {
            if scope.resolve(&call.path) == ["linkface_plugin", "export"] {
                self.facts.exports.push(Export {
                    exported: loaded::exported(&call.arguments, scope),
                    only_in_tests: module.builds.only_in_tests(),
                    place: place(module.file, call.span.0, call.span.1),
                });
            }
            if macro_name(&call.path, &call.arguments, scope, self.cfg).as_deref() == Some("link") {
                let link = linked::link(&call, module.builds, module.file);
                let heads = link
                    .providers
                    .iter()
                    .filter_map(|provider| provider.split("::").next());
                self.facts.names.extend(heads.map(str::to_owned));
                self.facts.links.push(link);
            }
        }
    }
}
