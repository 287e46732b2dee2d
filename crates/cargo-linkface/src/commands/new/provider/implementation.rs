//! Implementations to fill in, one for each item.

use super::scope::{Scope, proxy};
use super::value::value;
use linkface_graph::facts::{Declared, Kind, Need};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::Visit;

/// Traits that are derived for the implementor, where a trait asks for them.
const DERIVED: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// Traits that a type without fields has anyway.
const GIVEN: &[&str] = &[
    "RefUnwindSafe",
    "Send",
    "Sized",
    "Sync",
    "Unpin",
    "UnwindSafe",
];

/// Writes the implementations of one façade.
pub(in crate::commands::new) struct Writer<'a> {
    /// Whether it is for a plugin: implementors are exported, not linked.
    is_plugin: bool,
    facade: &'a str,
    root: &'a Path,
    /// What is in the façade's files that declare; nothing if one can't be read.
    files: BTreeMap<PathBuf, Vec<syn::Item>>,
    /// Modules that are implemented as a whole, and what is in them.
    groups: BTreeMap<Vec<String>, Vec<String>>,
    /// The implementor of each trait.
    implementors: BTreeMap<String, String>,
    items: Vec<String>,
    uses: Vec<String>,
    has_parameters: bool,
    by_hand: Vec<String>,
}

/// What was written.
pub(in crate::commands::new) struct Written {
    pub(in crate::commands::new) items: String,
    /// Uses of the items, for a test.
    pub(in crate::commands::new) uses: String,
    /// Items that nothing could be made up for.
    pub(in crate::commands::new) by_hand: Vec<String>,
    /// The implementors of traits.
    pub(in crate::commands::new) implementors: Vec<String>,
    has_parameters: bool,
}

impl Written {
    /// Attributes of the crate: they say themselves when they have to go.
    pub(in crate::commands::new) fn head(&self) -> &'static str {
        if self.has_parameters {
            "#![expect(unused_variables, reason = \"the bodies are not written yet\")]\n"
        } else {
            ""
        }
    }
}

impl<'a> Writer<'a> {
    pub(in crate::commands::new) fn new(facade: &'a str, root: &'a Path) -> Self {
        Self {
            is_plugin: false,
            facade,
            root,
            files: BTreeMap::new(),
            groups: BTreeMap::new(),
            implementors: BTreeMap::new(),
            items: Vec::new(),
            uses: Vec::new(),
            has_parameters: false,
            by_hand: Vec::new(),
        }
    }

    /// For a plugin.
    pub(in crate::commands::new) fn plugin(facade: &'a str, root: &'a Path) -> Self {
        Self {
            is_plugin: true,
            ..Self::new(facade, root)
        }
    }

    /// Adds an item. A trait comes before the types that name it, as in the façade.
    pub(in crate::commands::new) fn item(&mut self, item: &Declared) {
        let Some((name, module)) = item.path.split_last() else {
            return;
        };
        for file in [self.root, &item.place.file] {
            self.files
                .entry(file.to_owned())
                .or_insert_with(|| read(file).unwrap_or_default());
        }
        let files = std::mem::take(&mut self.files);
        let items = |path: &Path| files.get(path).map_or(&[][..], Vec::as_slice);
        let line = item.place.line as usize;
        let scope = Scope::new(
            self.facade,
            &item.path,
            items(&item.place.file),
            items(self.root),
            line,
        );

        let path = format!("{}::{}", self.facade, item.path.join("::"));
        let text = match item.kind {
            Kind::Function => self.function(item, &scope, &path),
            Kind::Static => self.static_item(item, &scope, &path),
            Kind::Trait => self.trait_item(name, &scope, &path),
            Kind::Type => self.facade_type(item, name),
        };
        let is_group = scope.is_group;
        let named = [module, &[scope.implemented_as(name)]].concat().join("::");
        self.files = files;

        let Some(text) = text else {
            self.by_hand.push(path);
            return;
        };
        let mut whole = documented(&item.docs);
        if !is_group && item.kind != Kind::Trait {
            // Writing to a `String` succeeds.
            let _ = writeln!(whole, "#[implement({}::{named})]", self.facade);
        }
        whole.push_str(&text);
        if item.need == Need::Defaulted {
            whole = commented(&whole);
        }
        if is_group {
            self.groups.entry(module.to_vec()).or_default().push(whole);
        } else {
            self.items.push(whole);
        }
    }

    fn function(&mut self, item: &Declared, scope: &Scope<'_>, path: &str) -> Option<String> {
        let signature = without_visibility(&item.signature);
        let source = format!("{signature};");
        let parsed: syn::ForeignItemFn = syn::parse_str(&source).ok()?;
        let text = scope.qualified::<syn::ForeignItemFn>(signature, &source, |paths, of| {
            paths.visit_foreign_item_fn(of);
        });
        if item.need != Need::Defaulted {
            self.has_parameters |= !parsed.sig.inputs.is_empty();
            // A generic function has no address.
            if !item.signature.contains("impl ") {
                self.uses
                    .push(format!("core::hint::black_box({path} as *const ());"));
            }
        }
        Some(format!("{text} {{\n    todo!(\"{path}\")\n}}\n"))
    }

    fn static_item(&mut self, item: &Declared, scope: &Scope<'_>, path: &str) -> Option<String> {
        let signature = without_visibility(&item.signature);
        let source = format!("{signature};");
        let parsed: syn::ForeignItemStatic = syn::parse_str(&source).ok()?;
        let text = scope.qualified::<syn::ForeignItemStatic>(signature, &source, |paths, of| {
            paths.visit_foreign_item_static(of);
        });
        // An elided lifetime is `'static`, and so is said by all lints.
        let text = text.replace("&'static ", "&");
        if item.need != Need::Defaulted {
            self.uses.push(format!("core::hint::black_box(&{path});"));
        }
        let value = value(&parsed.ty).unwrap_or_else(|| {
            if item.need != Need::Defaulted {
                self.by_hand.push(format!("the value of `{path}`"));
            }
            format!("todo!(\"{path}\")")
        });
        Some(format!("{text} = {value};\n"))
    }

    fn trait_item(&mut self, name: &str, scope: &Scope<'_>, path: &str) -> Option<String> {
        let of = scope.find_trait(name)?;
        let implementor = proxy(of).unwrap_or_else(|| format!("My{name}"));
        let mut derived = Vec::new();
        if self.is_plugin {
            // What `export!` makes it by.
            derived.push("Default".to_owned());
        }
        for bound in &of.supertraits {
            let syn::TypeParamBound::Trait(bound) = bound else {
                continue;
            };
            let known = bound.path.segments.last()?.ident.to_string();
            if derived.contains(&known) {
            } else if DERIVED.contains(&&*known) {
                derived.push(known);
            } else if !GIVEN.contains(&&*known) {
                self.by_hand
                    .push(format!("`impl {known} for {implementor}`"));
            }
        }
        // What is implied has to be there, too.
        for (of, implied) in [
            ("Copy", "Clone"),
            ("Eq", "PartialEq"),
            ("Ord", "PartialOrd"),
        ] {
            if derived.iter().any(|it| it == of) && !derived.iter().any(|it| it == implied) {
                derived.push(implied.to_owned());
            }
        }
        let mut methods = Vec::new();
        for method in &of.items {
            let syn::TraitItem::Fn(method) = method else {
                continue;
            };
            if method.default.is_some() {
                continue;
            }
            let inputs = method.sig.inputs.len();
            self.has_parameters |= inputs > usize::from(method.sig.receiver().is_some());
            let signature = method.sig.span().source_text()?;
            let signature = signature.split_whitespace().collect::<Vec<_>>().join(" ");
            let source = format!("{signature};");
            let text = scope.qualified::<syn::TraitItemFn>(&signature, &source, |paths, of| {
                paths.visit_trait_item_fn(of);
            });
            let called = &method.sig.ident;
            methods.push(format!("{text} {{\n    todo!(\"{path}::{called}\")\n}}\n"));
        }
        let mut text = format!("/// Implements `{path}`.\n");
        if !derived.is_empty() {
            let _ = writeln!(text, "#[derive({})]", derived.join(", "));
        }
        let safety = if of.unsafety.is_some() { "unsafe " } else { "" };
        let body = indented(&methods.join("\n"));
        let (visibility, implement) = if self.is_plugin {
            ("", "")
        } else {
            ("pub ", "#[implement]\n")
        };
        let _ = write!(
            text,
            "{visibility}struct {implementor};\n\n\
             {implement}{safety}impl {path} for {implementor} {{\n{body}}}\n"
        );
        self.implementors.insert(name.to_owned(), implementor);
        Some(text)
    }

    /// `pub type SystemDisk: DiskApi`
    fn facade_type(&mut self, item: &Declared, name: &str) -> Option<String> {
        let (_, bound) = item.signature.split_once(':')?;
        let of = bound.split("::").last()?.trim();
        let implementor = self.implementors.get(of)?;
        Some(format!("type {name}Here = {implementor};\n"))
    }

    pub(in crate::commands::new) fn finish(mut self) -> Written {
        for (module, items) in &self.groups {
            let path = module.join("::");
            let name = module.last().map_or("group", String::as_str);
            let body = indented(&items.join("\n"));
            let facade = self.facade;
            self.items.push(format!(
                "#[implement({facade}::{path})]\nmod {name} {{\n{body}}}\n"
            ));
        }
        Written {
            items: self.items.join("\n").trim_end().to_owned(),
            uses: indented(&self.uses.join("\n")).trim_end().to_owned(),
            by_hand: self.by_hand,
            implementors: self.implementors.into_values().collect(),
            has_parameters: self.has_parameters,
        }
    }
}

fn read(file: &Path) -> Option<Vec<syn::Item>> {
    let text = std::fs::read_to_string(file).ok()?;
    Some(syn::parse_file(&text).ok()?.items)
}

/// `fn write(…)` of `pub fn write(…)`: who implements keeps it to itself.
fn without_visibility(signature: &str) -> &str {
    let Some(rest) = signature.strip_prefix("pub") else {
        return signature;
    };
    let rest = rest.trim_start();
    match rest.strip_prefix('(') {
        Some(inside) => inside
            .split_once(')')
            .map_or(rest, |(_, rest)| rest.trim_start()),
        None => rest,
    }
}

fn documented(docs: &str) -> String {
    docs.lines().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{}", format!("/// {line}").trim_end());
        text
    })
}

/// The façade has a default for it, which a body that isn't written would only replace.
fn commented(text: &str) -> String {
    let head = "// The façade has a default for this one: take the comment away to replace it.\n";
    text.lines().fold(head.to_owned(), |mut text, line| {
        let _ = writeln!(text, "{}", format!("// {line}").trim_end());
        text
    })
}

fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{}", format!("    {line}").trim_end());
        text
    })
}
