//! `#[interface(…, loadable = LoadedPhysics, version = 2)]`: the part of it that isn't about linking
//! is `linkface-plugin`'s, which is told of the trait as it was written.

use crate::args::InterfaceArgs;
use crate::attribute::attributes;
use crate::cursor::{Cursor, Tokens, plain, stream};
use crate::errors::Errors;
use crate::item::{Head, Keyword};
use crate::template::tokens;
use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// The arguments that `linkface-plugin` understands.
#[derive(Default)]
struct Loadable {
    name: Tokens,
    version: Tokens,
    same_build: Tokens,
    /// Where `linkface-plugin` is.
    krate: Tokens,
    /// All other arguments.
    rest: Tokens,
}

/// `None` if the interface isn't loadable.
pub(super) fn expand(args: &TokenStream, item: &TokenStream) -> Option<TokenStream> {
    let mut errors = Errors::default();
    let loadable = Loadable::split(args, &mut errors)?;
    let head = Head::parse(&mut Cursor::new(item.clone()));
    if !matches!(head.keyword, Keyword::Trait) {
        errors.add(crate::errors::Mistake::on(
            &loadable.name,
            "a trait is what can be loaded: an implementor behind a pointer, and its methods; put this \
             item into one, or declare it `dynamic`",
        ));
    }
    if !errors.is_empty() {
        let mut out = errors.report();
        out.extend(item.clone());
        return Some(out);
    }
    let Loadable {
        name,
        version,
        same_build,
        krate,
        rest,
    } = loadable;
    let plain = without_ours(item.clone());
    // Its mistakes are reported where they are parsed to be expanded.
    let linkface = InterfaceArgs::parse(stream(&rest), &mut Errors::default()).lf();
    let has_proxy = crate::cursor::split_commas(stream(&rest))
        .iter()
        .any(names_a_proxy);
    // An interface that is only loaded needs nothing of linking.
    let declared = if has_proxy {
        tokens!(
            "#[#linkface::interface(#rest, __loadable)] #plain",
            linkface,
            rest,
            plain
        )
    } else {
        plain
    };
    let krate = if krate.is_empty() {
        tokens!("::linkface_plugin")
    } else {
        stream(&krate)
    };
    Some(tokens!(
        "#declared #krate::__loadable! { [#krate] [#name] [#version] [#same_build] #item }",
        declared,
        krate,
        name,
        version,
        same_build,
        item
    ))
}

impl Loadable {
    fn split(args: &TokenStream, errors: &mut Errors) -> Option<Self> {
        let mut this = Self::default();
        for argument in crate::cursor::split_commas(args.clone()) {
            let mut cursor = Cursor::new(argument.clone());
            let word = cursor.ident().map(|word| plain(&word)).unwrap_or_default();
            let value = match word.as_str() {
                "loadable" => &mut this.name,
                "version" => &mut this.version,
                "plugin" => &mut this.krate,
                "same_build" => {
                    this.same_build = argument;
                    continue;
                }
                _ => {
                    if !this.rest.is_empty() {
                        this.rest.extend(tokens!(","));
                    }
                    this.rest.extend(argument);
                    continue;
                }
            };
            if !value.is_empty() {
                errors.add(crate::errors::Mistake::on(
                    &argument,
                    match word.as_str() {
                        "loadable" => "an interface has one loaded type: name it once",
                        "version" => "an interface has one version: say it once",
                        _ => "linkface-plugin is in one place: say it once",
                    },
                ));
                continue;
            }
            if cursor.eat_punct('=').is_some() {
                *value = cursor.rest();
            }
            if value.is_empty() {
                errors.add(crate::errors::Mistake::on(
                    &argument,
                    match word.as_str() {
                        "loadable" => {
                            "name the type that stands for a loaded implementor: `loadable = LoadedPhysics`"
                        }
                        "version" => "`version` takes the interface's version: `version = 2`",
                        _ => "`plugin` takes the path of linkface-plugin: `plugin = path`",
                    },
                ));
            }
        }
        let only_loaded = [&this.version, &this.same_build, &this.krate]
            .into_iter()
            .find(|value| !value.is_empty());
        if this.name.is_empty() && errors.is_empty() {
            let value = only_loaded?;
            errors.add(crate::errors::Mistake::on(
                value,
                "this is about loading: name the type that stands for a loaded implementor, \
                 `loadable = LoadedPhysics`",
            ));
        }
        Some(this)
    }
}

/// `pub Physics`, with attributes or without.
fn names_a_proxy(argument: &Tokens) -> bool {
    let mut cursor = Cursor::new(argument.clone());
    attributes(&mut cursor);
    crate::item::Visibility::parse(&mut cursor);
    cursor
        .ident()
        .is_some_and(|name| plain(&name).starts_with(char::is_uppercase))
        && cursor.is_empty()
}

/// The item without `#[since(…)]` and `#[shared(…)]`, which rustc doesn't know.
fn without_ours(item: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = item.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if let TokenTree::Punct(sign) = &token
            && sign.as_char() == '#'
            && let Some(TokenTree::Group(group)) = tokens.peek()
            && group.delimiter() == Delimiter::Bracket
            && matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name))
                if ["since", "shared"].contains(&name.to_string().as_str()))
        {
            tokens.next();
            continue;
        }
        out.extend([match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_ours(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }]);
    }
    out
}
