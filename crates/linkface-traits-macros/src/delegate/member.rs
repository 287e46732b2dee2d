//! What a trait declares, or an impl that says itself what it delegates.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, TraitItem, Visibility};

/// A member that is to be delegated.
pub(super) struct Declared {
    pub(super) visibility: Visibility,
    pub(super) member: TraitItem,
}

impl Declared {
    /// A member of an impl without a body or value: `fn boing() -> i32;`.
    pub(super) fn from_tokens(tokens: TokenStream) -> Option<Self> {
        let parse = |input: ParseStream<'_>| {
            let mut attributes = Attribute::parse_outer(input)?;
            let visibility = input.parse()?;
            let mut member: TraitItem = input.parse()?;
            if let Some(all) = Member::attributes_mut(&mut member) {
                attributes.append(all);
                *all = attributes;
            }
            Ok(Self { visibility, member })
        };
        parse
            .parse2(tokens)
            .ok()
            .filter(|it| Member::name(&it.member).is_some() && !Member::has_default(&it.member))
    }
}

/// What `syn`'s members have in common.
pub(super) struct Member;

impl Member {
    pub(super) fn name(member: &TraitItem) -> Option<&Ident> {
        match member {
            TraitItem::Const(item) => Some(&item.ident),
            TraitItem::Fn(item) => Some(&item.sig.ident),
            TraitItem::Type(item) => Some(&item.ident),
            _ => None,
        }
    }

    pub(super) fn has_default(member: &TraitItem) -> bool {
        match member {
            TraitItem::Const(item) => item.default.is_some(),
            TraitItem::Fn(item) => item.default.is_some(),
            TraitItem::Type(item) => item.default.is_some(),
            _ => true,
        }
    }

    pub(super) fn attributes(member: &TraitItem) -> &[Attribute] {
        match member {
            TraitItem::Const(item) => &item.attrs,
            TraitItem::Fn(item) => &item.attrs,
            TraitItem::Type(item) => &item.attrs,
            _ => &[],
        }
    }

    pub(super) fn attributes_mut(member: &mut TraitItem) -> Option<&mut Vec<Attribute>> {
        match member {
            TraitItem::Const(item) => Some(&mut item.attrs),
            TraitItem::Fn(item) => Some(&mut item.attrs),
            TraitItem::Type(item) => Some(&mut item.attrs),
            _ => None,
        }
    }

    /// As it stands in an impl, attributes before visibility.
    pub(super) fn tokens(visibility: &Visibility, member: &TraitItem) -> TokenStream {
        let mut member = member.clone();
        let attributes = Self::attributes_mut(&mut member)
            .map(std::mem::take)
            .unwrap_or_default();
        quote!(#(#attributes)* #visibility #member)
    }
}
