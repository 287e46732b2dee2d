//! `#[repr(…)]`: whether a type crosses as it is.

use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::meta::ParseNestedMeta;
use syn::{Attribute, LitInt};

/// How values of a type cross.
pub(crate) enum Layout {
    /// As they are: the layout is promised by the language.
    Inline(Repr),
    /// As a twin, field by field: the layout is the compiler's choice.
    Converted,
}

/// A layout that the language promises.
#[derive(Default)]
pub(crate) struct Repr {
    pub(crate) c: bool,
    pub(crate) transparent: bool,
    /// `u8` of `repr(u8)`.
    pub(crate) integer: Option<Ident>,
    /// `16` of `align(16)`.
    pub(crate) align: Option<LitInt>,
}

const INTEGERS: [&str; 12] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
];

/// What the attributes say.
pub(crate) fn layout(attributes: &[Attribute], is_enum: bool, mistakes: &mut Mistakes) -> Layout {
    let mut repr = Repr::default();
    for attribute in attributes {
        if !attribute.path().is_ident("repr") {
            continue;
        }
        if let Err(error) = attribute.parse_nested_meta(|meta| repr.add(&meta, is_enum)) {
            mistakes.add(error);
        }
    }
    if repr.c || repr.transparent || repr.integer.is_some() {
        Layout::Inline(repr)
    } else {
        Layout::Converted
    }
}

impl Repr {
    fn add(&mut self, meta: &ParseNestedMeta<'_>, is_enum: bool) -> syn::Result<()> {
        let name = match meta.path.get_ident() {
            Some(name) => name.to_string(),
            None => String::new(),
        };
        match name.as_str() {
            "C" => self.c = true,
            "transparent" if is_enum => {
                return Err(meta.error(
                    "a transparent enum is its only variant's field: share that, or a transparent struct",
                ));
            }
            "transparent" => self.transparent = true,
            "packed" => {
                return Err(meta.error(
                    "fields of a packed type are where nothing may borrow them, and borrowing is what \
                     the other side does: leave `packed` away, or share a type without it and `From` \
                     both ways",
                ));
            }
            "align" => {
                let content;
                syn::parenthesized!(content in meta.input);
                self.align = Some(content.parse()?);
            }
            "Rust" => {}
            integer if INTEGERS.contains(&integer) => {
                self.integer = Some(format_ident!("{integer}"));
            }
            // rustc says it.
            _ => {
                if meta.input.peek(syn::token::Paren) {
                    let content;
                    syn::parenthesized!(content in meta.input);
                    let _: TokenStream = content.parse()?;
                }
            }
        }
        Ok(())
    }

    /// `#[repr(C, u8)]` of an enum's tag.
    pub(crate) fn of_tag(&self) -> TokenStream {
        if let Some(integer) = &self.integer {
            quote!(#[repr(#integer)])
        } else {
            quote!(#[repr(C)])
        }
    }

    /// Of a struct or union that has the type's alignment.
    pub(crate) fn aligned(&self) -> TokenStream {
        if let Some(align) = &self.align {
            quote!(#[repr(C, align(#align))])
        } else {
            quote!(#[repr(C)])
        }
    }
}
