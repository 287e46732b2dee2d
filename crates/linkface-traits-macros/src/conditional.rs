//! Methods under `#[cfg]`.
//!
//! What a trait's macro tells is read in other crates, where a condition may be another. So conditions
//! are settled before anything is made of the trait: it is emitted twice, with the method and without,
//! each under the condition that it is for, and the attribute sees each again.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, ItemTrait, Meta, TraitItem};

/// `item` twice, under `attribute` (`#[path(args)]`), if one of its members stands under `#[cfg]`.
pub(crate) fn settle(attribute: &TokenStream, item: &ItemTrait) -> Option<TokenStream> {
    let position = item
        .items
        .iter()
        .position(|member| attributes(member).is_some_and(|all| all.iter().any(is_cfg)))?;
    let mut with = item.clone();
    let attributes = attributes_mut(&mut with.items[position])?;
    let conditions: Vec<TokenStream> = attributes
        .extract_if(.., |attribute| is_cfg(attribute))
        .filter_map(|cfg| match cfg.meta {
            Meta::List(list) => Some(list.tokens),
            _ => None,
        })
        .collect();
    let mut without = item.clone();
    without.items.remove(position);
    Some(quote! {
        #[cfg(all(#(#conditions),*))]
        #attribute
        #with
        #[cfg(not(all(#(#conditions),*)))]
        #attribute
        #without
    })
}

fn is_cfg(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

fn attributes(member: &TraitItem) -> Option<&Vec<Attribute>> {
    Some(match member {
        TraitItem::Const(item) => &item.attrs,
        TraitItem::Fn(item) => &item.attrs,
        TraitItem::Type(item) => &item.attrs,
        TraitItem::Macro(item) => &item.attrs,
        _ => return None,
    })
}

fn attributes_mut(member: &mut TraitItem) -> Option<&mut Vec<Attribute>> {
    Some(match member {
        TraitItem::Const(item) => &mut item.attrs,
        TraitItem::Fn(item) => &mut item.attrs,
        TraitItem::Type(item) => &mut item.attrs,
        TraitItem::Macro(item) => &mut item.attrs,
        _ => return None,
    })
}
