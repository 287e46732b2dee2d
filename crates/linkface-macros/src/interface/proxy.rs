//! The type that stands for the unknown implementor of a trait.

use super::class::Class;
use super::declaration::Declaration;
use super::declared::Crossing;
use super::types::{Site, Types};
use crate::attribute::{self, Attribute};
use crate::item::Visibility;
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Ident, TokenStream};

pub(super) struct Proxy<'a> {
    pub(super) declaration: &'a Declaration<'a>,
    pub(super) class: Class,
    pub(super) attributes: &'a [Attribute],
    pub(super) visibility: &'a Visibility,
    pub(super) name: &'a Ident,
    /// The proxied trait, as it is named here.
    pub(super) trait_path: TokenStream,
    pub(super) crossing: &'a Crossing,
}

pub(super) struct Definition {
    pub(super) tokens: TokenStream,
    /// `["id symbol" [method …] …]`, for the implementor's macro.
    pub(super) methods: TokenStream,
    /// `[value "too large" "over-aligned"]` or `[namespace]`.
    pub(super) checks: TokenStream,
    /// Every symbol that an implementation defines.
    pub(super) symbols: Vec<String>,
}

/// The hidden type on which everything of the trait hangs that implementors use.
pub(super) fn items_name(declaration: &Declaration<'_>) -> Ident {
    declaration.identity.hidden("of")
}

impl Proxy<'_> {
    pub(super) fn define(&self) -> Definition {
        let Declaration {
            lf,
            cfgs,
            identity,
            visibility,
            ..
        } = self.declaration;
        let items = items_name(self.declaration);
        let proxy = tokens!("#name", name = self.name);
        let site = Site {
            lf,
            items: &items,
            proxy: &proxy,
            inline: self.class.inline(),
        };
        let role = Declaration::role(self.class);
        let id_symbol = identity.symbol(Role::TypeId);
        let mut types = Types::default();
        let mut symbols = vec![id_symbol.clone()];
        let mut shims = TokenStream::new();
        let mut glue = TokenStream::new();
        let mut impls = TokenStream::new();
        for wire in &self.crossing.traits {
            let mut methods = TokenStream::new();
            for method in &wire.methods {
                let symbol = identity.method(&method.wire_name, role);
                methods.extend(method.caller(&symbol, &mut types, &site));
                glue.extend(method.glue_fn(&wire.path, &self.trait_path, &mut types, &site));
                shims.extend(method.shim(&symbol, &mut types, &site));
                symbols.push(symbol);
            }
            let unsafety = wire.is_unsafe.then(|| tokens!("unsafe"));
            impls.extend(tokens!(
                "#cfgs
                 // SAFETY: the implementor keeps the trait's contract, and the proxy only forwards.
                 #unsafety impl #path for #proxy { #items #methods }",
                cfgs,
                unsafety,
                path = wire.path,
                proxy,
                items = wire.items,
                methods
            ));
        }
        for path in &self.crossing.markers {
            let unsafety = path.is_auto.then(|| tokens!("unsafe"));
            impls.extend(tokens!(
                "#cfgs const _: () = {
                    // That the trait demands the real one, whatever is called so here.
                    const fn demanded<__T: ?::core::marker::Sized + #path>() {}
                    const fn proof<__T: #trait_path>() { demanded::<__T>(); }
                 };
                 #cfgs
                 // SAFETY: the trait demands it of the implementor, which is all that a proxy holds.
                 #unsafety impl #path for #proxy {}",
                cfgs,
                path = path.path,
                trait_path = self.trait_path,
                unsafety,
                proxy
            ));
        }
        let is_value = self.crossing.needs_value();
        let mut tokens = self.definition(is_value);
        if is_value {
            if !self.crossing.is_copy {
                let symbol = identity.method("__drop", role);
                let (caller, shim) = self.drop_parts(&symbol, &mut types, &site, &mut glue);
                tokens.extend(caller);
                shims.extend(shim);
                symbols.push(symbol);
            }
            tokens.extend(self.conversions(&id_symbol, &items));
        }
        tokens.extend(impls);
        tokens.extend(tokens!(
            "#cfgs #[doc(hidden)] #[allow(non_camel_case_types, clippy::exhaustive_enums)] #visibility enum #items {}
             #cfgs impl #items { #glue }
             #cfgs #[doc(hidden)] impl #lf::__private::Items for #items { const ID: ::core::primitive::u64 = #id; type Proxy = #proxy; }
             #cfgs #[doc(hidden)] impl #lf::__private::Handle for #proxy { type Items = #items; }",
            cfgs,
            id = identity.hash(),
            visibility = visibility.0,
            items,
            glue,
            lf,
            proxy
        ));
        tokens.extend(types.impls(cfgs, lf, &items));
        Definition {
            tokens,
            methods: tokens!("[#id_symbol #shims]", id_symbol, shims),
            checks: self.checks(is_value),
            symbols,
        }
    }

    fn definition(&self, is_value: bool) -> TokenStream {
        let Declaration { lf, cfgs, args, .. } = self.declaration;
        let attributes = attribute::all(self.attributes);
        let docs = if self
            .attributes
            .iter()
            .any(|attribute| attribute.name == "doc")
        {
            TokenStream::new()
        } else {
            let text = format!(
                "Stands for the type that implements [`{}`] in this program.",
                self.trait_path
            );
            tokens!("#[doc = #text]", text)
        };
        if !is_value {
            return tokens!(
                "#cfgs #docs #attributes #[allow(clippy::exhaustive_enums)] #visibility enum #name {}",
                cfgs,
                docs,
                attributes,
                visibility = self.visibility.0,
                name = self.name
            );
        }
        let word = if self.crossing.is_copy {
            tokens!("#lf::__private::CopyWord", lf)
        } else {
            tokens!("#lf::__private::Word", lf)
        };
        let words = match args.storage.as_ref().map(|storage| storage.value) {
            None => tokens!("#lf::__private::Two<#word>", lf, word),
            Some(bytes) if bytes <= 4 => tokens!("#lf::__private::One<#word>", lf, word),
            Some(bytes) if bytes <= 8 => tokens!("#lf::__private::Bytes8<#word>", lf, word),
            Some(bytes) if bytes <= 16 => tokens!("#lf::__private::Bytes16<#word>", lf, word),
            Some(bytes) => tokens!(
                "#lf::__private::Many<
                    #word,
                    { (#bytes as ::core::primitive::usize).div_ceil(::core::mem::size_of::<usize>()) }
                >",
                lf,
                word,
                bytes
            ),
        };
        let align = match args.align.as_ref().map(|align| align.value) {
            None => tokens!("[::core::primitive::usize; 0]"),
            Some(align) => {
                let name = Ident::new(&format!("Align{align}"), proc_macro::Span::call_site());
                tokens!("[#lf::__private::#name; 0]", lf, name)
            }
        };
        tokens!(
            "#cfgs #docs #attributes
             #[repr(transparent)]
             #visibility struct #name(#lf::__private::Storage<#words, #name, #align>);",
            cfgs,
            docs,
            attributes,
            visibility = self.visibility.0,
            name = self.name,
            lf,
            words,
            align
        )
    }

    fn drop_parts(
        &self,
        symbol: &str,
        types: &mut Types,
        site: &Site<'_>,
        glue: &mut TokenStream,
    ) -> (TokenStream, TokenStream) {
        let Declaration { lf, cfgs, .. } = self.declaration;
        let name = self.name;
        glue.extend(tokens!(
            "#[doc(hidden)] #[inline(always)]
             pub unsafe fn __drop<__T: #bound + 'static>(a0: *mut #name) {
                // SAFETY: the proxy's destructor: the proxy holds a `__T` and is gone after this.
                unsafe { #lf::__private::drop_value::<#name, __T>(a0) }
             }",
            bound = self.trait_path,
            name,
            lf
        ));
        let caller = tokens!(
            "#cfgs impl ::core::ops::Drop for #name {
                #inline
                fn drop(&mut self) {
                    unsafe extern \"Rust\" {
                        #[link_name = #symbol]
                        fn __linkface_call(a0: *mut #name);
                    }
                    // SAFETY: the implementor's shim drops the implementor in place, once.
                    unsafe { __linkface_call(self) }
                }
             }",
            cfgs,
            name,
            inline = site.inline,
            symbol
        );
        let pointer = types.index(tokens!("*mut #name", name));
        let unit = types.index(tokens!("()"));
        let shim = tokens!(
            "[__drop #symbol {} {} (a0 #pointer) #unit]",
            symbol,
            pointer,
            unit
        );
        (caller, shim)
    }

    /// `from_impl`, `into_impl`, `downcast_ref`, `downcast_mut`, `is`.
    fn conversions(&self, id_symbol: &str, items: &Ident) -> TokenStream {
        let Declaration { lf, cfgs, .. } = self.declaration;
        let name = self.name;
        let text =
            format!("`{name}::from_impl` was given a default, which this program has replaced");
        let compare = if self.class == Class::Required {
            tokens!("!#lf::__private::DUPLICATES_ARE_ERRORS", lf)
        } else {
            tokens!("true")
        };
        tokens!(
            "#cfgs
             #[allow(dead_code)]
             impl #name {
                /// Makes the proxy of its implementor.
                ///
                /// Only the type whose impl bears `#[implement]` can become a proxy; that it is the
                /// linked one is checked by the compiler, and when the program runs where there can be
                /// a default.
                ///
                /// # Panics
                ///
                /// If `value` is of a default's type and another implementor is linked.
                #[inline]
                #[must_use]
                #[track_caller]
                pub fn from_impl<__T, __By>(value: __T) -> Self
                where
                    __T: #lf::__private::Implements<__By, #items>,
                {
                    if #compare {
                        ::core::assert!(Self::is::<__T>(), #text);
                    }
                    // SAFETY: `__T` is the implementor that the proxy's symbols are linked to.
                    unsafe { #lf::__private::from_value::<Self, __T>(value) }
                }

                /// Gives the implementor back, if it is a `__T`.
                ///
                /// # Errors
                ///
                /// The proxy itself, if its implementor is of another type.
                #[inline]
                pub fn into_impl<__T: 'static>(self) -> ::core::result::Result<__T, Self> {
                    if Self::is::<__T>() {
                        // SAFETY: the implementor is a `__T`.
                        ::core::result::Result::Ok(unsafe {
                            #lf::__private::into_value::<Self, __T>(self)
                        })
                    } else {
                        ::core::result::Result::Err(self)
                    }
                }

                /// Borrows the implementor, if it is a `__T`.
                #[inline]
                #[must_use]
                pub fn downcast_ref<__T: 'static>(&self) -> ::core::option::Option<&__T> {
                    if Self::is::<__T>() {
                        // SAFETY: the implementor is a `__T`.
                        ::core::option::Option::Some(unsafe {
                            #lf::__private::as_ref::<Self, __T>(self)
                        })
                    } else {
                        ::core::option::Option::None
                    }
                }

                /// Borrows the implementor mutably, if it is a `__T`.
                #[inline]
                #[must_use]
                pub fn downcast_mut<__T: 'static>(&mut self) -> ::core::option::Option<&mut __T> {
                    if Self::is::<__T>() {
                        // SAFETY: the implementor is a `__T`.
                        ::core::option::Option::Some(unsafe {
                            #lf::__private::as_mut::<Self, __T>(self)
                        })
                    } else {
                        ::core::option::Option::None
                    }
                }

                /// Whether the implementor in this program is `__T`.
                #[inline]
                #[must_use]
                pub fn is<__T: 'static>() -> ::core::primitive::bool {
                    unsafe extern \"Rust\" {
                        #[link_name = #id_symbol]
                        safe static ID: ::core::any::TypeId;
                    }
                    ID == ::core::any::TypeId::of::<__T>()
                }
             }",
            cfgs,
            name,
            lf,
            items,
            compare,
            text,
            id_symbol
        )
    }

    fn checks(&self, is_value: bool) -> TokenStream {
        if !is_value {
            return tokens!("[namespace]");
        }
        let args = self.declaration.args;
        let room = args.storage.as_ref().map_or_else(
            || "two pointers".to_owned(),
            |storage| format!("{} bytes", storage.value),
        );
        let name = self.name;
        tokens!(
            "[value #too_large #over_aligned]",
            too_large = format!(
                " is larger than the place for it in the proxy `{name}` ({room}): wrap it in `Box` and \
                 implement the trait for that, or raise `storage = BYTES` at the declaration"
            ),
            over_aligned = format!(
                " needs a stricter alignment than the proxy `{name}` has: wrap it in `Box` and implement \
                 the trait for that, or raise `align = BYTES` at the declaration"
            ),
        )
    }
}
