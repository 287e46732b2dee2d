//! Where `Self` stands in a type of an interface trait, and how the type is converted between the
//! proxy, which callers hold, and the implementor.

mod convert;

pub(crate) use convert::Names;

use crate::cursor::{Cursor, Tokens, map_idents, mentions, split_commas, visible};
use crate::errors::Mistake;
use crate::features::Features;
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

impl Shape {
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
}

/// The shape of a type, or why it can't cross.
pub(crate) fn shape(ty: &[TokenTree], features: Features) -> Result<Shape, Mistake> {
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
                    .map(|part| shape(part, features))
                    .collect::<Result<_, _>>()
                    .map(Shape::Tuple)
            } else {
                shape(&parts.concat(), features)
            };
        }
        _ => {}
    }
    let mut cursor = Cursor::new(ty.clone());
    if cursor.eat_punct('&').is_some() {
        return reference(cursor, ty, features);
    }
    if cursor.eat_punct('*').is_some() {
        cursor.next();
        return match shape(&cursor.rest(), features)? {
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
                .map_or(Ok(Shape::Plain), |argument| shape(argument, features))
        };
        match (name.as_str(), arguments.len()) {
            ("Option", 1) => return Ok(Shape::Option(Box::new(inner(0)?))),
            ("Result", 1 | 2) => {
                return Ok(Shape::Result(Box::new(inner(0)?), Box::new(inner(1)?)));
            }
            ("Box", 1) => {
                return match inner(0)? {
                    Shape::Value if features.has_alloc() => Ok(Shape::Boxed),
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

fn reference(mut cursor: Cursor, ty: &[TokenTree], features: Features) -> Result<Shape, Mistake> {
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
        return lend(&inner[1..], mutable, features);
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
    match shape(&inner, features)? {
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
fn lend(bounds: &[TokenTree], mutable: bool, features: Features) -> Result<Shape, Mistake> {
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
        .map(|part| shape(part, features))
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

/// Of the type of a `&mut Self` return: where to complain.
pub(crate) fn refuse_return(ty: &[TokenTree]) -> Mistake {
    Mistake::on(
        ty,
        "a reference to `Self` cannot be returned: proxy and implementor differ in size; \
         return `&mut Self` from `&mut self`, `Self`, or a `&dyn Trait`",
    )
}
