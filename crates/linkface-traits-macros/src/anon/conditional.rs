//! Members under `#[cfg]`.
//!
//! A closure is a parameter of the object's type, and those can't come and go. So the object is made
//! twice, with the member and without, each under the condition that it is for.

use super::input::Input;
use proc_macro2::TokenStream;
use syn::{Attribute, ImplItem, Meta};

/// The conditions of the first member that has any, the impl with it, and the impl without it.
pub(super) fn settle(input: &Input) -> Option<(Vec<TokenStream>, Input, Input)> {
    let (at, position) = input.impls.iter().enumerate().find_map(|(at, item)| {
        let conditional =
            |member: &ImplItem| attributes(member).is_some_and(|attrs| attrs.iter().any(is_cfg));
        let position = item.items.iter().position(conditional)?;
        Some((at, position))
    })?;
    let mut with = input.clone();
    let attrs = attributes_mut(&mut with.impls[at].items[position])?;
    let conditions = attrs
        .extract_if(.., |attr| is_cfg(attr))
        .filter_map(|cfg| match cfg.meta {
            Meta::List(list) => Some(list.tokens),
            _ => None,
        })
        .collect();
    let mut without = input.clone();
    without.impls[at].items.remove(position);
    Some((conditions, with, without))
}

fn is_cfg(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

fn attributes(member: &ImplItem) -> Option<&Vec<Attribute>> {
    Some(match member {
        ImplItem::Const(item) => &item.attrs,
        ImplItem::Fn(item) => &item.attrs,
        ImplItem::Type(item) => &item.attrs,
        ImplItem::Macro(item) => &item.attrs,
        _ => return None,
    })
}

fn attributes_mut(member: &mut ImplItem) -> Option<&mut Vec<Attribute>> {
    Some(match member {
        ImplItem::Const(item) => &mut item.attrs,
        ImplItem::Fn(item) => &mut item.attrs,
        ImplItem::Type(item) => &mut item.attrs,
        ImplItem::Macro(item) => &mut item.attrs,
        _ => return None,
    })
}
