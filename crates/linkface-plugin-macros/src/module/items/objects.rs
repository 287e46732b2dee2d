//! Types that stay in the plugin.

use super::super::marks::{self, Marks};
use super::{Object, Reader, is_public};
use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Fields, Item};

impl Reader<'_> {
    /// A type that stays where it is.
    pub(super) fn ty(&mut self, item: &mut Item) {
        let (attributes, visibility, name, generics, fields) = match item {
            Item::Struct(item) => (
                &mut item.attrs,
                &item.vis,
                &item.ident,
                &item.generics,
                Some(&mut item.fields),
            ),
            Item::Enum(item) => (
                &mut item.attrs,
                &item.vis,
                &item.ident,
                &item.generics,
                None,
            ),
            _ => return,
        };
        let is_enum = fields.is_none();
        let described = marks::derives(attributes, "Shared");
        let marks = Marks::take(attributes, self.mistakes);
        if let Some(since) = &marks.since {
            self.mistakes.on(
                &since.tokens,
                "a type comes with the functions that take or return it: `#[since(…)]` stands on those",
            );
        }
        let open: Vec<TokenStream> =
            fields.map_or_else(Vec::new, |fields| open_fields(fields, self.mistakes));
        if !is_public(visibility) || marks.skip || described {
            return;
        }
        if let Some(parameter) = generics.params.first() {
            self.mistakes.on(
                parameter,
                format!(
                    "`{name}` stays in the plugin, behind a pointer, and a plugin is compiled already: it \
                     can't be generic; say `#[export(skip)]` if it isn't part of the interface"
                ),
            );
            return;
        }
        for field in open {
            self.mistakes.on(
                &field,
                format!(
                    "`{name}` stays in the plugin, and who loads it can't reach this field: make it private \
                     and write a method, or `#[derive(Shared)]` the type, which then crosses as data"
                ),
            );
        }
        if is_enum {
            self.mistakes.on(
                name,
                format!(
                    "`{name}` would stay in the plugin, and who loads it couldn't match it: \
                     `#[derive(Shared)]` it, so that it crosses as data, or say `#[export(skip)]` if it \
                     isn't part of the interface"
                ),
            );
            return;
        }
        self.names.0.push(name.clone());
        self.objects.push(Object {
            name: name.clone(),
            attributes: attributes.clone(),
            autos: marks.autos,
            methods: Vec::new(),
        });
    }
}

/// Without `#[export(…)]`: the ones that anybody can reach.
fn open_fields(fields: &mut Fields, mistakes: &mut Mistakes) -> Vec<TokenStream> {
    fields
        .iter_mut()
        .filter_map(|field| {
            let marks = Marks::take(&mut field.attrs, mistakes);
            let ty = &field.ty;
            (is_public(&field.vis) && !marks.skip).then(|| {
                field
                    .ident
                    .as_ref()
                    .map_or_else(|| ty.to_token_stream(), ToTokens::to_token_stream)
            })
        })
        .collect()
}
