//! The impl: its header, and the members that callers can name.

use super::args::{Args, Mode};
use super::kind;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use syn::{
    Attribute, Generics, ImplItem, ItemImpl, Path, Signature, Token, TraitItem, TraitItemConst,
    TraitItemFn, Type, token,
};

pub(super) struct Impl {
    /// Conditions of the whole impl that were not settled before `#[mode]`.
    pub(super) conditions: Vec<Attribute>,
    /// This and the braces are the user's: what rustc says of an inherent impl, it says of this one.
    pub(super) keyword: Token![impl],
    pub(super) brace: token::Brace,
    pub(super) generics: Generics,
    pub(super) trait_path: Path,
    pub(super) self_ty: Type,
    pub(super) methods: Vec<Method>,
    pub(super) consts: Vec<Const>,
    /// The names of its associated types.
    pub(super) types: Vec<Ident>,
}

impl Impl {
    /// `members` in the impl's braces.
    pub(super) fn braced(&self, members: &TokenStream) -> TokenStream {
        let mut tokens = TokenStream::new();
        self.brace
            .surround(&mut tokens, |inside| inside.extend(members.clone()));
        tokens
    }
}

pub(super) struct Method {
    pub(super) attrs: Vec<Attribute>,
    pub(super) sig: Signature,
}

pub(super) struct Const {
    pub(super) attrs: Vec<Attribute>,
    pub(super) ident: Ident,
    pub(super) ty: Type,
}

impl Impl {
    /// The impl as it is emitted, and as a model if it is one that can have a mode.
    pub(super) fn of(
        mut item: ItemImpl,
        args: &Args,
        mistakes: &mut Mistakes,
    ) -> (ItemImpl, Option<Self>) {
        let mut methods = Vec::new();
        let mut consts = Vec::new();
        let mut types = Vec::new();
        let internal = matches!(args.mode, Some((Mode::Internal, _)) | None);
        item.items.retain_mut(|member| match member {
            ImplItem::Fn(method) => {
                if args.derived.is_some() {
                    mistakes.at(
                        &method.block,
                        "this impl is derived, so its methods have no bodies here: write `;`",
                    );
                }
                methods.push(Method {
                    attrs: method.attrs.clone(),
                    sig: method.sig.clone(),
                });
                if internal {
                    method.attrs.retain(|attribute| !is_moved(attribute));
                }
                true
            }
            ImplItem::Const(constant) => {
                consts.push(Const {
                    attrs: constant.attrs.clone(),
                    ident: constant.ident.clone(),
                    ty: constant.ty.clone(),
                });
                if internal {
                    constant.attrs.retain(|attribute| !is_moved(attribute));
                }
                true
            }
            ImplItem::Type(ty) => {
                types.push(ty.ident.clone());
                true
            }
            ImplItem::Verbatim(tokens) => match syn::parse2::<TraitItem>(tokens.clone()) {
                Ok(TraitItem::Fn(TraitItemFn {
                    attrs,
                    sig,
                    default: None,
                    ..
                })) => {
                    methods.push(Method { attrs, sig });
                    false
                }
                Ok(TraitItem::Const(TraitItemConst {
                    attrs,
                    ident,
                    ty,
                    default: None,
                    ..
                })) => {
                    consts.push(Const { attrs, ident, ty });
                    false
                }
                // Syntax that rustc knows better than we do.
                _ => true,
            },
            _ => true,
        });
        let Some((trait_path, _)) = &item.trait_ else {
            mistakes.at(
                &item.self_ty,
                "`#[mode]` says how a trait's methods are found, and this impl has no trait",
            );
            return (item, None);
        };
        if let Some(not) = item.modifiers.polarity {
            mistakes.at(not, "an impl that isn't there has no mode");
            return (item, None);
        }
        if let Some((mode, _)) = &args.mode {
            kind::check(*mode, &item.generics, &item.self_ty, mistakes);
        }
        for except in &args.except {
            let known = methods.iter().any(|method| method.sig.ident == *except)
                || consts.iter().any(|constant| constant.ident == *except);
            // With `all`, only the trait knows.
            if !known && args.all.is_none() && args.mode.is_some() {
                mistakes.at(except, format!("this impl has no `{except}`"));
            }
        }
        let model = Self {
            conditions: item
                .attrs
                .iter()
                .filter(|a| is_condition(a))
                .cloned()
                .collect(),
            keyword: item.impl_token,
            brace: item.brace_token,
            generics: item.generics.clone(),
            trait_path: trait_path.clone(),
            self_ty: (*item.self_ty).clone(),
            methods,
            consts,
            types,
        };
        (item, Some(model))
    }
}

pub(super) fn is_condition(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

/// Attributes that do nothing on an impl's method (rustc warns), and that mean something on the
/// inherent method that is made of it.
fn is_moved(attribute: &Attribute) -> bool {
    attribute.path().is_ident("must_use") || attribute.path().is_ident("deprecated")
}
