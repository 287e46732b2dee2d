//! Where `Self` stands in a type of an interface trait, and how the type is converted between the
//! proxy, which callers hold, and the implementor.

use crate::cursor::{Cursor, Tokens, map_idents, mentions, span_of, split_commas, visible};
use crate::errors::Mistake;
use crate::template::tokens;
use proc_macro::{Delimiter, TokenStream, TokenTree};

/// A type, seen for its `Self`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Shape {
    /// No `Self`.
    Plain,
    /// `Self`
    Value,
    /// `&Self`
    Ref,
    /// `&mut Self`
    Mut,
    /// `*const Self`, `*mut Self`
    Pointer,
    /// `Pin<&Self>`
    PinRef,
    /// `Pin<&mut Self>`
    PinMut,
    /// `Box<Self>`
    Boxed,
    /// `Option<_>`
    Option(Box<Shape>),
    /// `Result<_, _>`
    Result(Box<Shape>, Box<Shape>),
    /// `(_, _)`
    Tuple(Vec<Shape>),
    /// `&mut dyn FnMut(_, &mut Self)`: whether each argument is `&mut Self`.
    Lend(Vec<bool>),
}

/// The shape of a type, or why it can't cross.
pub(crate) fn shape(ty: &[TokenTree]) -> Result<Shape, Mistake> {
    let ty = &visible(ty);
    let Some(span) = mentions(ty, "Self") else {
        return Ok(Shape::Plain);
    };
    match &ty[..] {
        [TokenTree::Ident(_)] => return Ok(Shape::Value),
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            let parts = split_commas(group.stream());
            let tuple = parts.len() > 1 || group.stream().to_string().trim_end().ends_with(',');
            return if tuple {
                parts
                    .iter()
                    .map(|part| shape(part))
                    .collect::<Result<_, _>>()
                    .map(Shape::Tuple)
            } else {
                shape(&parts.concat())
            };
        }
        _ => {}
    }
    let mut cursor = Cursor::new(ty.clone());
    if cursor.eat_punct('&').is_some() {
        return reference(cursor, ty);
    }
    if cursor.eat_punct('*').is_some() {
        cursor.next();
        return match shape(&cursor.rest())? {
            Shape::Value => Ok(Shape::Pointer),
            _ => Err(Mistake::on(
                ty,
                "of pointers to `Self`, only `*const Self` and `*mut Self` can cross",
            )),
        };
    }
    if let Some((name, arguments)) = generic(ty) {
        let inner = |n: usize| {
            arguments
                .get(n)
                .map_or(Ok(Shape::Plain), |argument| shape(argument))
        };
        match (name.as_str(), arguments.len()) {
            ("Option", 1) => return Ok(Shape::Option(Box::new(inner(0)?))),
            ("Result", 1 | 2) => {
                return Ok(Shape::Result(Box::new(inner(0)?), Box::new(inner(1)?)));
            }
            ("Box", 1) => {
                return match inner(0)? {
                    Shape::Value if cfg!(feature = "alloc") => Ok(Shape::Boxed),
                    Shape::Value => Err(Mistake::on(
                        ty,
                        "`Box<Self>` needs linkface's feature `alloc`: \
                         `linkface = { version = \"…\", features = [\"alloc\"] }`",
                    )),
                    _ => Err(Mistake::on(
                        ty,
                        "of boxes around `Self`, only `Box<Self>` can cross",
                    )),
                };
            }
            ("Pin", 1) => match inner(0)? {
                Shape::Ref => return Ok(Shape::PinRef),
                Shape::Mut => return Ok(Shape::PinMut),
                _ => {
                    return Err(Mistake::on(
                        ty,
                        "of pinned `Self`, only `Pin<&Self>` and `Pin<&mut Self>` can cross: a \
                         pinned box can't be opened to convert what it holds",
                    ));
                }
            },
            ("Rc" | "Arc", 1) => {
                return Err(Mistake::on(
                    ty,
                    format!(
                        "`{name}<Self>` cannot cross: the proxy and its implementor differ in size, \
                         and a shared value can't be converted; implement the interface for \
                         `{name}<…>` instead and take `self` or `&self`"
                    ),
                ));
            }
            _ => {}
        }
    }
    Err(Mistake::at(
        span,
        "`Self` cannot be converted inside of this type: it can stand as `Self`, `&Self`, \
         `&mut Self`, `*const Self`, `*mut Self`, in `Pin<&mut Self>`, and in `Option<Self>`, \
         `Result<Self, E>`, `(Self, …)` and `Box<Self>`",
    ))
}

fn reference(mut cursor: Cursor, ty: &[TokenTree]) -> Result<Shape, Mistake> {
    if cursor.eat_punct('\'').is_some() {
        cursor.next();
    }
    let mutable = cursor.eat_ident("mut").is_some();
    let mut inner = visible(&cursor.rest());
    if let [TokenTree::Group(group)] = &inner[..]
        && group.delimiter() == Delimiter::Parenthesis
        && matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word.to_string() == "dyn")
    {
        inner = group.stream().into_iter().collect();
    }
    if let Some(TokenTree::Ident(word)) = inner.first()
        && word.to_string() == "dyn"
    {
        return lend(&inner[1..], mutable);
    }
    if let [TokenTree::Group(group)] = &inner[..]
        && group.delimiter() == Delimiter::Bracket
    {
        return Err(Mistake::on(
            ty,
            "a slice of `Self` cannot cross: its elements have the implementor's size; \
             take one `Self` at a time",
        ));
    }
    match shape(&inner)? {
        Shape::Value if mutable => Ok(Shape::Mut),
        Shape::Value => Ok(Shape::Ref),
        _ => Err(Mistake::on(
            ty,
            "a reference to a type that holds `Self` cannot cross: the value behind it can't be \
             converted in place; pass it by value",
        )),
    }
}

/// A callback: `FnMut(A, &mut Self) -> R`.
fn lend(bounds: &[TokenTree], mutable: bool) -> Result<Shape, Mistake> {
    let refuse = || {
        Mistake::on(
            bounds,
            "of callbacks that are given `Self`, only `&mut dyn FnMut(&mut Self)` can cross: \
             the value is moved into a proxy for the call and back",
        )
    };
    let arguments = bounds.iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            Some(group.stream())
        }
        _ => None,
    });
    let is_fn_mut =
        matches!(bounds.first(), Some(TokenTree::Ident(word)) if word.to_string() == "FnMut");
    let Some(arguments) = arguments.filter(|_| mutable && is_fn_mut) else {
        return Err(refuse());
    };
    let shapes: Vec<Shape> = split_commas(arguments)
        .iter()
        .map(|part| shape(part))
        .collect::<Result<_, _>>()?;
    let behind: Tokens = bounds.iter().skip(2).cloned().collect();
    let fine = mentions(&behind, "Self").is_none()
        && shapes.iter().all(|shape| matches!(shape, Shape::Plain | Shape::Mut))
        // Two at a time would nest the moves: possible, but nobody has asked.
        && shapes.iter().filter(|shape| **shape == Shape::Mut).count() == 1;
    if !fine {
        return Err(refuse());
    }
    Ok(Shape::Lend(
        shapes.iter().map(|shape| *shape == Shape::Mut).collect(),
    ))
}

/// `Name<A, B>` as its last name and its arguments.
fn generic(ty: &[TokenTree]) -> Option<(String, Vec<Tokens>)> {
    let open = ty
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == '<'))?;
    let Some(TokenTree::Ident(name)) = ty[..open].last() else {
        return None;
    };
    let Some(TokenTree::Punct(close)) = ty.last() else {
        return None;
    };
    (close.as_char() == '>').then(|| {
        (
            name.to_string(),
            split_commas(ty[open + 1..ty.len() - 1].to_vec()),
        )
    })
}

/// `Self` replaced by the proxy.
pub(crate) fn with_proxy(ty: TokenStream, proxy: &TokenStream) -> TokenStream {
    map_idents(ty, &|ident| {
        (ident.to_string() == "Self").then(|| proxy.clone())
    })
}

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

    /// Whether a value of this shape can be returned.
    pub(crate) fn can_return(&self) -> bool {
        match self {
            Self::Plain | Self::Value | Self::Pointer | Self::Boxed => true,
            Self::Option(inner) => inner.can_return(),
            Self::Result(ok, err) => ok.can_return() && err.can_return(),
            Self::Tuple(parts) => parts.iter().all(Self::can_return),
            _ => false,
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
                        let name = proc_macro::Ident::new(
                            &format!("__linkface_part_{n}"),
                            proc_macro::Span::mixed_site(),
                        );
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
        let ident = proc_macro::Ident::new(
            &format!("__linkface_arg_{n}"),
            proc_macro::Span::mixed_site(),
        );
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

/// Of the type of a `&mut Self` return: where to complain.
pub(crate) fn refuse_return(ty: &[TokenTree]) -> Mistake {
    let _ = span_of(ty);
    Mistake::on(
        ty,
        "a reference to `Self` cannot be returned: proxy and implementor differ in size; \
         return `&mut Self` from `&mut self`, `Self`, or a `&dyn Trait`",
    )
}
