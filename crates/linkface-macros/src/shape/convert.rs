//! The conversion between the proxy's form of a type and the implementor's.

use super::Shape;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};

/// What the conversions name.
pub(crate) struct Names<'a> {
    pub(crate) lf: &'a TokenStream,
    pub(crate) proxy: &'a TokenStream,
}

impl Shape {
    /// From the proxy's form, `value`, to the implementor's, whose type parameter is `__T`.
    pub(crate) fn to_implementor(&self, value: &TokenStream, names: &Names<'_>) -> TokenStream {
        let Names { lf, proxy } = names;
        match self {
            Self::Plain => value.clone(),
            Self::Value => tokens!(
                "#lf::__private::into_value::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::Ref => tokens!(
                "#lf::__private::as_ref::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::Mut => tokens!(
                "#lf::__private::as_mut::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::Pointer => tokens!("(#value).cast::<__T>()", value),
            Self::PinRef => tokens!(
                "#lf::__private::pin_ref::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::PinMut => tokens!(
                "#lf::__private::pin_mut::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::Boxed => tokens!(
                "#lf::__private::alloc::boxed::Box::new(
                    #lf::__private::into_value::<#proxy, __T>(*#value)
                )",
                lf,
                proxy,
                value
            ),
            Self::Lend(lent) => lend_closure(lent, value, names),
            Self::Option(_) | Self::Result(..) | Self::Tuple(_) => {
                self.map(value, &|shape, value| shape.to_implementor(value, names))
            }
        }
    }

    /// From the implementor's form, `value`, to the proxy's.
    pub(crate) fn to_proxy(&self, value: &TokenStream, names: &Names<'_>) -> TokenStream {
        let Names { lf, proxy } = names;
        match self {
            Self::Value => tokens!(
                "#lf::__private::from_value::<#proxy, __T>(#value)",
                lf,
                proxy,
                value
            ),
            Self::Pointer => tokens!("(#value).cast::<#proxy>()", value, proxy),
            Self::Boxed => tokens!(
                "#lf::__private::alloc::boxed::Box::new(
                    #lf::__private::from_value::<#proxy, __T>(*#value)
                )",
                lf,
                proxy,
                value
            ),
            Self::Option(_) | Self::Result(..) | Self::Tuple(_) => {
                self.map(value, &|shape, value| shape.to_proxy(value, names))
            }
            // References are refused or handled where they are returned.
            _ => value.clone(),
        }
    }

    fn map(
        &self,
        value: &TokenStream,
        convert: &dyn Fn(&Self, &TokenStream) -> TokenStream,
    ) -> TokenStream {
        let inner = tokens!("__linkface_inner");
        match self {
            Self::Option(shape) => tokens!(
                "match #value {
                    ::core::option::Option::Some(#inner) => ::core::option::Option::Some(#some),
                    ::core::option::Option::None => ::core::option::Option::None,
                }",
                value,
                inner,
                some = convert(shape, &inner)
            ),
            Self::Result(ok, err) => tokens!(
                "match #value {
                    ::core::result::Result::Ok(#inner) => ::core::result::Result::Ok(#ok),
                    ::core::result::Result::Err(#inner) => ::core::result::Result::Err(#err),
                }",
                value,
                inner,
                ok = convert(ok, &inner),
                err = convert(err, &inner)
            ),
            Self::Tuple(shapes) => {
                let parts = |with: &dyn Fn(&Self, &TokenStream) -> TokenStream| -> TokenStream {
                    let part = |(n, shape): (usize, &Self)| {
                        let name = Ident::new(&format!("__linkface_part_{n}"), Span::mixed_site());
                        tokens!("#part,", part = with(shape, &tokens!("#name", name)))
                    };
                    shapes.iter().enumerate().map(part).collect()
                };
                tokens!(
                    "{ let (#names) = #value; (#converted) }",
                    names = parts(&|_, name| name.clone()),
                    value,
                    converted = parts(convert)
                )
            }
            _ => value.clone(),
        }
    }
}

/// A callback of the caller's, which takes proxies, as one that takes implementors.
fn lend_closure(lent: &[bool], callback: &TokenStream, names: &Names<'_>) -> TokenStream {
    let Names { lf, proxy } = names;
    let name = |n: usize| {
        let ident = Ident::new(&format!("__linkface_arg_{n}"), Span::mixed_site());
        tokens!("#ident", ident)
    };
    let parameters: TokenStream = lent
        .iter()
        .enumerate()
        .map(|(n, lent)| {
            let name = name(n);
            if *lent {
                tokens!("#name: &mut __T,", name)
            } else {
                tokens!("#name,", name)
            }
        })
        .collect();
    let arguments: TokenStream = lent
        .iter()
        .enumerate()
        .map(|(n, lent)| {
            let name = name(n);
            if *lent {
                tokens!("__linkface_proxy,")
            } else {
                tokens!("#name,", name)
            }
        })
        .collect();
    let value = name(lent.iter().position(|lent| *lent).unwrap_or(0));
    tokens!(
        "&mut |#parameters| {
            // SAFETY: the callback belongs to the proxy's own caller, and `__T` is the implementor.
            unsafe {
                #lf::__private::lend_mut(#value, |__linkface_proxy: &mut #proxy| (#callback)(#arguments))
            }
        }",
        parameters, lf, value, proxy, callback, arguments
    )
}
