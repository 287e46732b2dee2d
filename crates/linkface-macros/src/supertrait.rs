//! The traits that a proxy implements because its interface demands them of implementors.

use crate::cursor::{Cursor, Tokens, split_commas, stream};
use crate::errors::Mistake;
use crate::features::Features;
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{TokenStream, TokenTree};

const FORMAT: &str = "fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result;";

/// One bound behind the colon of `trait Api: A + B`.
pub(crate) struct Bound {
    /// The trait's own name, whatever alias it has here.
    pub(crate) name: String,
    /// As written.
    pub(crate) path: Tokens,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    /// `Sized`, `'static`, `?Sized`: nothing to implement.
    Nothing,
    /// `Send`, `Copy`, …: no methods; the path from the root.
    Marker(TokenStream),
    /// With methods that cross.
    Methods(Vec<Method>, TokenStream),
    /// Another interface, or a mistake: its macro tells.
    Interface,
}

/// A method of a supertrait.
pub(crate) struct Method {
    /// As the impl writes it.
    pub(crate) declared: Signature,
    /// As it crosses: differs where the trait has a type parameter.
    pub(crate) crossing: Signature,
}

/// The bounds, told apart by the last name of each, or by its alias.
pub(crate) fn bounds(
    bounds: &[TokenTree],
    aliases: &[(String, String)],
    features: Features,
) -> Result<Vec<Bound>, Mistake> {
    let mut parts = Vec::new();
    let mut cursor = Cursor::new(bounds.to_vec());
    while !cursor.is_empty() {
        parts.push(cursor.until(&|cursor| cursor.is_punct('+')));
        cursor.next();
    }
    let parts: Vec<Tokens> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let item = parts.iter().find_map(|part| associated(part, "Item"));
    let mut found = parts
        .into_iter()
        .map(|path| bound(path, item.as_ref(), aliases, features))
        .collect::<Result<Vec<_>, _>>()?;
    // What a bound implies, the proxy has to implement, too.
    let mut n = 0;
    while let Some(Bound { name, .. }) = found.get(n) {
        for implied in implied(name) {
            let last = implied.rsplit("::").next().unwrap_or_default();
            if !found.iter().any(|bound| bound.name == last) {
                let path = crate::template::template(implied, &[])
                    .into_iter()
                    .collect();
                found.push(bound(path, item.as_ref(), &[], features)?);
            }
        }
        n += 1;
    }
    Ok(found)
}

/// The supertraits of a trait of the standard library.
fn implied(name: &str) -> &'static [&'static str] {
    match name {
        "Copy" => &["::core::clone::Clone"],
        "Eq" | "PartialOrd" => &["::core::cmp::PartialEq"],
        "Ord" => &["::core::cmp::Eq", "::core::cmp::PartialOrd"],
        "Error" => &["::core::fmt::Debug", "::core::fmt::Display"],
        _ => &[],
    }
}

#[allow(clippy::too_many_lines)] // One table, a line or two for each trait.
fn bound(
    path: Tokens,
    item: Option<&TokenStream>,
    aliases: &[(String, String)],
    features: Features,
) -> Result<Bound, Mistake> {
    if matches!(&path[0], TokenTree::Punct(sign) if matches!(sign.as_char(), '\'' | '?')) {
        return Ok(Bound {
            name: String::new(),
            path,
            kind: Kind::Nothing,
        });
    }
    let (plain_path, arguments) = split(&path);
    let mut names = plain_path.iter().rev().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    let last = names.next().unwrap_or_default();
    let mut module = names.next();
    let mut name = last.clone();
    if let Some((_, meant)) = aliases.iter().find(|(alias, _)| *alias == last) {
        let (before, after) = meant.rsplit_once("::").unwrap_or(("", meant));
        after.clone_into(&mut name);
        if !before.is_empty() {
            module = before.rsplit("::").next().map(ToOwned::to_owned);
        }
    }
    let first = arguments.first().map(|tokens| stream(tokens));
    let this = first.unwrap_or_else(|| tokens!("Self"));
    let needs = |what: &str| {
        Mistake::on(
            &path,
            format!("name the type: `{last}<{what} = …>`, as callers of the proxy need it"),
        )
    };
    let methods = |texts: &[&str], items: TokenStream| -> Result<Kind, Mistake> {
        let methods = texts
            .iter()
            .map(|text| method(text, &this, item))
            .collect::<Result<_, _>>()?;
        Ok(Kind::Methods(methods, items))
    };
    let none = TokenStream::new;
    let marker =
        |module: &str| Kind::Marker(crate::template::template(&format!("{module}::{name}"), &[]));
    let kind = match name.as_str() {
        "Sized" => Kind::Nothing,
        "Send" | "Sync" | "Unpin" | "Copy" => marker("::core::marker"),
        "UnwindSafe" | "RefUnwindSafe" => marker("::core::panic"),
        "Eq" => marker("::core::cmp"),
        "FusedIterator" => marker("::core::iter"),
        "Clone" => methods(&["fn clone(&self) -> Self;"], none())?,
        "Default" => methods(&["fn default() -> Self;"], none())?,
        "Debug" | "Display" | "Binary" | "LowerHex" | "UpperHex" | "Octal" | "LowerExp"
        | "UpperExp" | "Pointer" => methods(&[FORMAT], none())?,
        "PartialEq" => methods(&["fn eq(&self, other: &#this) -> bool;"], none())?,
        "PartialOrd" => methods(
            &[
                "fn partial_cmp(&self, other: &#this) -> ::core::option::Option<::core::cmp::Ordering>;",
            ],
            none(),
        )?,
        "Ord" => methods(
            &["fn cmp(&self, other: &Self) -> ::core::cmp::Ordering;"],
            none(),
        )?,
        "Hash" => Kind::Methods(
            vec![Method {
                declared: parse("fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H);")?,
                crossing: parse("fn hash(&self, state: &mut impl ::core::hash::Hasher);")?,
            }],
            none(),
        ),
        "Error" => methods(
            &["fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)>;"],
            none(),
        )?,
        "AsRef" => methods(&["fn as_ref(&self) -> &#this;"], none())?,
        "AsMut" => methods(&["fn as_mut(&mut self) -> &mut #this;"], none())?,
        "Iterator" => {
            let item = associated(&path, "Item").ok_or_else(|| needs("Item"))?;
            methods(
                &[
                    "fn next(&mut self) -> ::core::option::Option<#item>;",
                    "fn size_hint(&self) -> (usize, ::core::option::Option<usize>);",
                ],
                tokens!("type Item = #item;", item),
            )?
        }
        "DoubleEndedIterator" => {
            if item.is_none() {
                return Err(Mistake::on(
                    &path,
                    "name the type of the items: `Iterator<Item = T> + DoubleEndedIterator`",
                ));
            }
            methods(
                &["fn next_back(&mut self) -> ::core::option::Option<#item>;"],
                none(),
            )?
        }
        "ExactSizeIterator" => methods(&["fn len(&self) -> usize;"], none())?,
        "Future" => {
            let output = associated(&path, "Output").ok_or_else(|| needs("Output"))?;
            let text = "fn poll(self: ::core::pin::Pin<&mut Self>, cx: &mut ::core::task::Context<'_>) \
                        -> ::core::task::Poll<#item>;";
            Kind::Methods(
                vec![method(text, &this, Some(&output))?],
                tokens!("type Output = #output;", output),
            )
        }
        "Read" | "Write" | "Seek" | "BufRead" => match (name.as_str(), module.as_deref()) {
            ("Write", Some("fmt")) => methods(
                &["fn write_str(&mut self, s: &str) -> ::core::fmt::Result;"],
                none(),
            )?,
            (_, Some("io")) => io(&name, &path, features)?,
            _ => {
                return Err(Mistake::on(
                    &path,
                    format!(
                        "say which `{name}` it is: `fmt::{name}` or `io::{name}`, or with an alias \
                         `alias({last} = io::{name})`"
                    ),
                ));
            }
        },
        "Deref" | "DerefMut" => {
            return Err(Mistake::on(
                &path,
                "a proxy does not dereference, as methods of the target would hide the interface's: \
                 demand `AsRef<T>` instead",
            ));
        }
        "Drop" => {
            return Err(Mistake::on(
                &path,
                "every implementor is dropped with its proxy: leave `Drop` out",
            ));
        }
        _ if !is_plain_path(&path) => {
            return Err(Mistake::on(
                &path,
                "a proxy cannot implement this trait: declare the methods that callers need in this one",
            ));
        }
        _ => Kind::Interface,
    };
    Ok(Bound { name, path, kind })
}

/// The traits of `std::io`.
fn io(name: &str, path: &[TokenTree], features: Features) -> Result<Kind, Mistake> {
    if !features.has_std() {
        return Err(Mistake::on(
            path,
            "the traits of `std::io` need linkface's feature `std`: \
             `linkface = { version = \"…\", features = [\"std\"] }`",
        ));
    }
    let texts: &[&str] = match name {
        "Read" => &["fn read(&mut self, buf: &mut [u8]) -> ::std::io::Result<usize>;"],
        "Write" => &[
            "fn write(&mut self, buf: &[u8]) -> ::std::io::Result<usize>;",
            "fn flush(&mut self) -> ::std::io::Result<()>;",
        ],
        "BufRead" => &[
            "fn fill_buf(&mut self) -> ::std::io::Result<&[u8]>;",
            "fn consume(&mut self, amount: usize);",
        ],
        _ => &["fn seek(&mut self, pos: ::std::io::SeekFrom) -> ::std::io::Result<u64>;"],
    };
    let methods = texts
        .iter()
        .map(|text| method(text, &TokenStream::new(), None))
        .collect::<Result<_, _>>()?;
    Ok(Kind::Methods(methods, TokenStream::new()))
}

fn method(text: &str, this: &TokenStream, item: Option<&TokenStream>) -> Result<Method, Mistake> {
    let none = TokenStream::new();
    let item = item.unwrap_or(&none);
    let tokens = crate::template::template(text, &[("this", this), ("item", item)]);
    let signature = Signature::parse(&mut Cursor::new(tokens))?;
    Ok(Method {
        declared: signature.clone(),
        crossing: signature,
    })
}

fn parse(text: &str) -> Result<Signature, Mistake> {
    Signature::parse(&mut Cursor::new(crate::template::template(text, &[])))
}

/// Names and `::` only.
fn is_plain_path(path: &[TokenTree]) -> bool {
    path.iter().all(|token| match token {
        TokenTree::Ident(word) => word.to_string() != "for",
        TokenTree::Punct(sign) => sign.as_char() == ':',
        _ => false,
    })
}

/// The path without its arguments, and these.
fn split(path: &[TokenTree]) -> (Tokens, Vec<Tokens>) {
    let open = path
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '<'));
    match open {
        Some(open) => (
            path[..open].to_vec(),
            split_commas(path[open + 1..path.len() - 1].to_vec()),
        ),
        None => (path.to_vec(), Vec::new()),
    }
}

/// The trait's path as an impl names it: `Iterator<Item = T>` is `Iterator` there.
pub(crate) fn impl_path(path: &[TokenTree]) -> TokenStream {
    let (plain, arguments) = split(path);
    let positional: TokenStream = arguments
        .iter()
        .filter(|argument| !matches!(argument.get(1), Some(TokenTree::Punct(sign)) if sign.as_char() == '='))
        .map(|argument| tokens!("#argument,", argument))
        .collect();
    if positional.is_empty() {
        return stream(&plain);
    }
    tokens!("#plain<#positional>", plain, positional)
}

/// The type in `Trait<Name = Type>`.
fn associated(path: &[TokenTree], name: &str) -> Option<TokenStream> {
    split(path)
        .1
        .iter()
        .find_map(|argument| match &argument[..] {
            [TokenTree::Ident(ident), TokenTree::Punct(sign), ty @ ..]
                if ident.to_string() == name && sign.as_char() == '=' =>
            {
                Some(stream(ty))
            }
            _ => None,
        })
}
