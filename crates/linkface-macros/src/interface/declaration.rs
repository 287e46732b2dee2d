//! What every declaration has in common: its identity, its macro, and what is told of it.

use super::called::called_by_hand;
use super::class::Class;
use crate::args::InterfaceArgs;
use crate::errors::Errors;
use crate::identity::{self, Identity, Told};
use crate::item::{Head, Keyword, Visibility};
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Ident, Span, TokenStream};

/// What every declaration has in common.
pub(super) struct Declaration<'a> {
    pub(super) args: &'a InterfaceArgs,
    pub(super) lf: TokenStream,
    pub(super) cfgs: TokenStream,
    pub(super) visibility: &'a Visibility,
    pub(super) name: &'a Ident,
    /// What makes it differ from others of its name.
    pub(super) text: String,
    pub(super) identity: Identity,
}

impl<'a> Declaration<'a> {
    pub(super) fn new(
        args: &'a InterfaceArgs,
        head: &'a Head,
        name: &'a Ident,
        text: &str,
        errors: &mut Errors,
    ) -> Self {
        let lf = args.lf();
        for (span, word) in [(&args.abi, "abi"), (&args.symbol, "symbol")]
            .iter()
            .filter_map(|(value, word)| value.as_ref().map(|value| (value.span, *word)))
        {
            if matches!(head.keyword, Keyword::Trait | Keyword::Type | Keyword::Mod) {
                errors.at(
                    span,
                    format!(
                        "`{word}` is for functions and statics: C knows no traits; \
                     declare the functions that C needs one by one"
                    ),
                );
            }
        }
        if let (Some(abi), None, true) = (&args.abi, &args.symbol, errors.is_empty()) {
            errors.at(
                abi.span,
                "C needs a name for the item, too: add `symbol = unsafe(\"name\")`",
            );
        }
        let c_symbol = args.symbol.as_ref().map(|symbol| symbol.value.clone());
        let identity =
            Identity::of(name, args.group.as_deref(), text, c_symbol).unwrap_or_else(|why| {
                errors.at(name.span(), why);
                Identity::unknown(name)
            });
        Self {
            args,
            lf,
            cfgs: crate::attribute::cfgs(&head.attributes),
            visibility: &head.visibility,
            name,
            text: text.to_owned(),
            identity,
        }
    }

    /// The name under which the item is implemented.
    pub(super) fn implement_name(&self) -> Ident {
        self.args
            .implement_as
            .clone()
            .unwrap_or_else(|| self.name.clone())
    }

    /// `default` without a value.
    pub(super) fn is_defaultable(&self) -> bool {
        self.args
            .default
            .as_ref()
            .is_some_and(|default| default.value.is_empty())
    }

    pub(super) fn role(class: Class) -> Role {
        if class.has_default() {
            Role::Defaulted
        } else {
            Role::Required
        }
    }

    /// The symbols of an implementation, ordinary or default-grade: see `linkface::private`.
    pub(super) fn symbols(&self, class: Class, symbol: Option<&str>, grade: Role) -> TokenStream {
        let symbol = symbol.map(|symbol| tokens!("#symbol", symbol));
        let guard = self.identity.label(grade);
        match (class, grade) {
            (Class::Required, Role::Unique) => tokens!("[required #symbol #guard]", symbol, guard),
            (Class::Required, _) => tokens!("[required]"),
            (Class::Defaulted | Class::Unset, Role::UniqueDefault) => tokens!("[defaulted]"),
            _ => {
                let kind = if grade == Role::Unique {
                    "overrides"
                } else {
                    "falls_back"
                };
                tokens!(
                    "[#kind #symbol #guard #pull]",
                    kind = Ident::new(kind, Span::call_site()),
                    symbol,
                    guard,
                    pull = self.identity.symbol(Role::Pull)
                )
            }
        }
    }

    /// The item's macro: `#[implement]` expands through it, so the path leads to the symbols.
    ///
    /// `kind`: `fn`, `static`, `trait` or `type`; `details`: what the worker of that kind needs;
    /// `extra_arms`: before the others.
    pub(super) fn item_macro(
        &self,
        class: Class,
        symbol: Option<&str>,
        kind: &str,
        details: &TokenStream,
        extra_arms: Option<&TokenStream>,
    ) -> TokenStream {
        let name = crate::cursor::plain(self.name);
        // The trait of a dynamic function is within the module of its name.
        let (pattern, found) = if self.args.dynamic.is_some() && kind == "fn" {
            (
                tokens!("$how:tt $grade:ident $marker:ident [$($path:tt)*] $($rest:tt)*"),
                tokens!("$how $grade $marker [$($path)*::__Interface] $($rest)*"),
            )
        } else {
            (tokens!("$($rest:tt)*"), tokens!("$($rest)*"))
        };
        let export = self
            .visibility
            .is_public()
            .then(|| tokens!("#[macro_export]"));
        tokens!(
            "#cfgs #[doc(hidden)] #export #[allow(unused_macros)]
             macro_rules! #hidden {
                #extra_arms
                ([$($lf:tt)*] #pattern) => {
                    $($lf)*::__private::implement! {
                        [#kind #name {#group} #id #image #once #item] #ordinary #default [#details] #found
                    }
                };
                #by_hand
             }
             #cfgs #[doc(hidden)] #[allow(unused_imports)]
             #visibility use #hidden as #implement_name;
             #package #cfgs #marker",
            package = identity::package(),
            cfgs = self.cfgs,
            marker = self.marker(class, kind),
            item = self.identity.fields(),
            export,
            hidden = self.identity.hidden("implement"),
            extra_arms,
            pattern,
            found,
            kind = kind.parse::<TokenStream>().unwrap_or_default(),
            name,
            group = self.args.group,
            id = self.identity.hash(),
            image = if self.args.dynamic.is_some() {
                self.identity.symbol(Role::Elsewhere)
            } else {
                self.identity.image()
            },
            once = self.identity.hidden("implemented_twice"),
            ordinary = self.symbols(class, symbol, Role::Unique),
            default = self.symbols(class, symbol, Role::UniqueDefault),
            details,
            by_hand = called_by_hand(&self.implement_name()),
            visibility = self.visibility.0,
            implement_name = self.implement_name(),
        )
    }

    /// What the crate's metadata says of the declaration.
    pub(super) fn marker(&self, class: Class, kind: &str) -> TokenStream {
        let need = match class {
            // A program may load it instead; where it is linked, the linker says that it is missing.
            Class::Required if self.args.is_loadable => "loadable",
            Class::Required => "required",
            Class::Defaultable => "defaultable",
            Class::Defaulted => "defaulted",
            Class::Unset => "dynamic",
        };
        self.identity.marker(
            self.name,
            &Told {
                kind,
                need,
                is_public: self.visibility.is_public(),
                abi: self.args.abi.as_ref().map(|abi| abi.value.as_str()),
                text: &self.text,
            },
        )
    }

    /// What the linker is told of the declaration.
    pub(super) fn declare(&self, class: Class, symbols: &[String]) -> TokenStream {
        let (image, shared) = self.identity.declared();
        let mut out = TokenStream::new();
        let lf = &self.lf;
        // Whatever becomes of this item: the label is the crate's.
        if let Some(label) = image {
            out.extend(tokens!(
                "#lf::__private::declare! { image #label }",
                lf,
                label
            ));
        }
        if let Some(label) = shared {
            out.extend(tokens!(
                "#cfgs #lf::__private::declare! { label #label }",
                cfgs = self.cfgs,
                lf,
                label
            ));
        }
        if self.args.dynamic.is_some() {
            out.extend(tokens!(
                "#cfgs #lf::__private::declare! { image #label }",
                cfgs = self.cfgs,
                lf,
                label = self.identity.label(Role::Elsewhere)
            ));
        }
        if !class.has_default() && !symbols.is_empty() {
            let required: TokenStream = symbols
                .iter()
                .map(|symbol| tokens!("#symbol", symbol))
                .collect();
            out.extend(tokens!(
                "#cfgs #lf::__private::declare! { required #required }",
                cfgs = self.cfgs,
                lf,
                required
            ));
        }
        out
    }
}
