//! What the names in a façade's signatures are called in another crate.

use proc_macro2::TokenTree;
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Item, UseTree, Visibility};

/// The module that an item is declared in.
pub(super) struct Scope<'a> {
    /// The façade, as code names it.
    facade: &'a str,
    module: Vec<String>,
    items: &'a [Item],
    /// The crate's root.
    root: &'a [Item],
    /// Whether the module is an interface, which is implemented as a whole.
    pub(super) is_group: bool,
}

impl<'a> Scope<'a> {
    /// The scope of the item at `line` of a file, whose path in the crate is known.
    pub(super) fn new(
        facade: &'a str,
        path: &[String],
        items: &'a [Item],
        root: &'a [Item],
        line: usize,
    ) -> Self {
        let mut scope = Self {
            facade,
            module: path[..path.len().saturating_sub(1)].to_vec(),
            items,
            root,
            is_group: false,
        };
        while let Some(inner) = scope.inline_module(line) {
            scope.is_group = inner.attrs.iter().any(is_interface);
            scope.items = inner.content.as_ref().map_or(&[], |(_, items)| items);
        }
        scope
    }

    fn inline_module(&self, line: usize) -> Option<&'a syn::ItemMod> {
        self.items.iter().find_map(|item| match item {
            Item::Mod(module) if module.content.is_some() => {
                let span = module.span();
                (span.start().line <= line && line <= span.end().line).then_some(module)
            }
            _ => None,
        })
    }

    /// The trait of this name.
    pub(super) fn find_trait(&self, name: &str) -> Option<&'a syn::ItemTrait> {
        self.items.iter().find_map(|item| match item {
            Item::Trait(item) if item.ident == name => Some(item),
            _ => None,
        })
    }

    /// The name that `#[implement]` has to use: `implement_as = name`, or the item's own.
    pub(super) fn implemented_as(&self, name: &str) -> String {
        let found = self.items.iter().find_map(|item| {
            let (attributes, ident) = attributes_and_name(item)?;
            if ident != name {
                return None;
            }
            let (_, behind) = attributes.split_once("implement_as =")?;
            let behind = behind.trim_start();
            let end = behind.find(|it: char| !it.is_alphanumeric() && it != '_');
            Some(behind[..end.unwrap_or(behind.len())].to_owned())
        });
        found.unwrap_or_else(|| name.to_owned())
    }

    /// `signature` with every path as another crate has to write it.
    pub(super) fn qualified<T: syn::parse::Parse>(
        &self,
        signature: &str,
        parsed_from: &str,
        visit: impl FnOnce(&mut Paths, &T),
    ) -> String {
        let mut paths = Paths::default();
        if let Ok(parsed) = syn::parse_str::<T>(parsed_from) {
            visit(&mut paths, &parsed);
        }
        let mut text = signature.to_owned();
        // From the end, so that the places before stay.
        for (column, name) in paths.0.into_iter().rev() {
            let Some((start, _)) = text.char_indices().nth(column) else {
                continue;
            };
            let behind = &text[start..];
            if let (true, Some(new)) = (behind.starts_with(&name), self.resolve(&name)) {
                text.replace_range(start..start + name.len(), &new);
            }
        }
        text
    }

    /// What another crate writes for the first name of a path; nothing if it means the same there.
    fn resolve(&self, name: &str) -> Option<String> {
        match name {
            "crate" => return Some(self.facade.to_owned()),
            "self" => return Some(self.path(&self.module, None)),
            "super" => {
                let parent = self.module.len().saturating_sub(1);
                return Some(self.path(&self.module[..parent], None));
            }
            _ => {}
        }
        if declares(self.items, name) {
            return Some(self.path(&self.module, Some(name)));
        }
        let (is_public, target) = imports(self.items).remove(name)?;
        if is_public {
            return Some(self.path(&self.module, Some(name)));
        }
        let (first, rest) = target.split_once("::").unwrap_or((&target, ""));
        let is_own = matches!(first, "crate" | "self" | "super") || declares(self.items, first);
        if !is_own {
            return Some(target);
        }
        // A private module's type is reached where the crate exports it.
        let root = imports(self.root);
        if root.get(name).is_some_and(|(is_public, _)| *is_public) {
            return Some(self.path(&[], Some(name)));
        }
        let first = self.resolve(first)?;
        Some(if rest.is_empty() {
            first
        } else {
            format!("{first}::{rest}")
        })
    }

    fn path(&self, module: &[String], name: Option<&str>) -> String {
        let mut path = self.facade.to_owned();
        for part in module.iter().map(String::as_str).chain(name) {
            path.push_str("::");
            path.push_str(part);
        }
        path
    }
}

/// The places in one line, and the first names, of the paths in a signature.
#[derive(Default)]
pub(super) struct Paths(Vec<(usize, String)>);

impl<'ast> Visit<'ast> for Paths {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let (None, Some(first)) = (path.leading_colon, path.segments.first()) {
            let place = first.ident.span().start().column;
            self.0.push((place, first.ident.to_string()));
        }
        syn::visit::visit_path(self, path);
    }

    // `pub(crate)` holds a path, too.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

pub(super) fn is_interface(attribute: &syn::Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|last| last.ident == "interface")
}

/// Whether one of the items has this name as a type or module.
fn declares(items: &[Item], name: &str) -> bool {
    items.iter().any(|item| match item {
        Item::Struct(item) => item.ident == name,
        Item::Enum(item) => item.ident == name,
        Item::Union(item) => item.ident == name,
        Item::Type(item) => item.ident == name,
        Item::Mod(item) => item.ident == name,
        Item::Const(item) => item.ident == name,
        // The trait, and the proxy that stands among its arguments.
        Item::Trait(item) => item.ident == name || proxy(item).is_some_and(|proxy| proxy == name),
        Item::Verbatim(_) => attributes_and_name(item).is_some_and(|(_, known)| known == name),
        _ => false,
    })
}

/// `Disk` of `#[interface(pub Disk)]`
pub(super) fn proxy(of: &syn::ItemTrait) -> Option<String> {
    let attribute = of.attrs.iter().find(|attribute| is_interface(attribute))?;
    let syn::Meta::List(list) = &attribute.meta else {
        return None;
    };
    let mut tokens = list.tokens.clone().into_iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(word) if word == "pub"))?;
    tokens.find_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    })
}

/// The text of the attributes, and the name, of a function, static or façade type. Those without a
/// body or value are no items to syn.
fn attributes_and_name(item: &Item) -> Option<(String, String)> {
    let tokens = match item {
        Item::Verbatim(tokens) => tokens.clone(),
        Item::Fn(_) | Item::Static(_) => item.span().source_text()?.parse().ok()?,
        _ => return None,
    };
    let mut attributes = String::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                attributes.push_str(&tokens.next()?.to_string());
            }
            TokenTree::Ident(word) if word == "fn" || word == "static" || word == "type" => {
                return Some((attributes, tokens.next()?.to_string()));
            }
            _ => {}
        }
    }
    None
}

/// What `use` brings into scope: whether others see it, and its path.
fn imports(items: &[Item]) -> BTreeMap<String, (bool, String)> {
    let mut found = BTreeMap::new();
    for item in items {
        if let Item::Use(item) = item {
            let is_public = matches!(item.vis, Visibility::Public(_));
            flatten(&item.tree, "", is_public, &mut found);
        }
    }
    found
}

fn flatten(
    tree: &UseTree,
    before: &str,
    is_public: bool,
    found: &mut BTreeMap<String, (bool, String)>,
) {
    match tree {
        UseTree::Path(path) => {
            flatten(
                &path.tree,
                &format!("{before}{}::", path.ident),
                is_public,
                found,
            );
        }
        UseTree::Name(name) if name.ident == "self" => {
            let path = before.trim_end_matches("::");
            let last = path.rsplit("::").next().unwrap_or(path);
            found.insert(last.to_owned(), (is_public, path.to_owned()));
        }
        UseTree::Name(name) => {
            let path = format!("{before}{}", name.ident);
            found.insert(name.ident.to_string(), (is_public, path));
        }
        UseTree::Rename(rename) => {
            let path = format!("{before}{}", rename.ident);
            found.insert(rename.rename.to_string(), (is_public, path));
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, before, is_public, found);
            }
        }
        UseTree::Glob(_) => {}
    }
}
