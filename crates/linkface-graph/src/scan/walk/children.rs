//! What stands in an item of a module: another module, or the branches of `cfg_if!`.

use super::{Module, Walk};
use crate::scan::branches::branches;
use crate::scan::cursor::plain;
use crate::scan::item::Item;
use crate::scan::names;
use crate::scan::scope::Scope;
use proc_macro2::TokenTree;

/// Modules within modules: there has to be an end, whatever `#[path]` says.
const DEPTH: usize = 128;

impl Walk<'_> {
    /// As if what is taken stood in the module itself.
    pub(super) fn branches(&mut self, item: &Item<'_>, module: Module<'_>, scope: &Scope<'_>) {
        names::collect(item.tokens, &mut self.facts.names, &mut |_| {});
        for (tokens, of_branch) in item
            .body
            .into_iter()
            .flat_map(|body| branches(body, self.cfg))
        {
            let builds = module.builds.and(of_branch);
            let module = Module { builds, ..module };
            self.module(&tokens, module, scope.path.clone(), Some(scope));
        }
    }

    /// `mod name { … }` or `mod name;`
    pub(super) fn child(&mut self, item: &Item<'_>, module: Module<'_>, scope: &Scope<'_>) {
        let Some(name) = item.name else {
            return;
        };
        // Its attributes.
        names::collect(
            &item.tokens[..item.tokens.len() - usize::from(item.body.is_some())],
            &mut self.facts.names,
            &mut |_| {},
        );
        let plain = plain(name);
        let path = [&scope.path[..], std::slice::from_ref(&plain)].concat();
        if path.len() > DEPTH {
            let why = format!("more than {DEPTH} modules stand in one another: this is not read");
            self.unread(module.file, why);
            return;
        }
        if let Some(body) = item.body {
            let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
            let folders = module.folders.inline(&plain, &item.attributes);
            let module = Module {
                folders: &folders,
                ..module
            };
            self.module(&tokens, module, path, Some(scope));
            return;
        }
        let line = name.span().start().line;
        let found = module
            .folders
            .read(self.files, &plain, &item.attributes, (module.file, line));
        match found {
            Ok(found) if self.open.contains(&found.path) => {
                let why = format!("`mod {plain};` leads back to this file");
                self.unread(&found.path, why);
            }
            Ok(found) => {
                let module = Module {
                    file: &found.path,
                    folders: &found.folders,
                    ..module
                };
                self.file(&found.text, module, path, Some(scope));
            }
            Err(unread) => self.facts.unread.push(unread),
        }
    }
}
