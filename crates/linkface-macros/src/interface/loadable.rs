//! `#[interface(…, loadable = LoadedPhysics, version = 2)]`: the part of it that isn't about linking
//! is `linkface-plugin`'s, which is told of the trait as it was written.

use crate::args::InterfaceArgs;
use crate::attribute::attributes;
use crate::cursor::{Cursor, Tokens, plain, stream};
use crate::errors::Errors;
use crate::features::Features;
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
pub(super) fn expand(
    args: &TokenStream,
    item: &TokenStream,
    features: Features,
) -> Option<TokenStream> {
    let mut errors = Errors::default();
    let loadable = Loadable::split(args, &mut errors)?;
    let has_proxy = crate::cursor::split_commas(stream(&loadable.rest))
        .iter()
        .any(names_a_proxy);
    let head = Head::parse(&mut Cursor::new(item.clone()));
    let is_trait = matches!(head.keyword, Keyword::Trait);
    if !is_trait && !loadable.name.is_empty() {
        errors.add(crate::errors::Mistake::on(
            &loadable.name,
            "a trait is what can be loaded: an implementor behind a pointer, and its methods; put this \
             item into one, or declare it `dynamic`",
        ));
    }
    let rest = stream(&loadable.rest);
    let mut mistakes = Errors::default();
    let linking = InterfaceArgs::parse(rest.clone(), features, &mut mistakes);
    // With a proxy they are reported where they are parsed to be expanded.
    if is_trait && !has_proxy {
        errors.append(mistakes);
        linking.without_proxy(&mut errors);
    }
    if !errors.is_empty() {
        let mut out = errors.report();
        // What is left of it can be used.
        let plain = without_ours(item.clone());
        out.extend(if is_trait && !has_proxy {
            plain
        } else {
            super::expand(&rest, &plain, features)
        });
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
    let linkface = linking.lf();
    // An interface that is only loaded needs nothing of linking.
    let declared = if has_proxy {
        tokens!(
            "#[#linkface::interface(#rest, __loadable)] #plain",
            linkface,
            rest,
            plain
        )
    } else {
        tokens!("#[allow(async_fn_in_trait)] #plain", plain)
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
        let mut about_loading = None;
        for argument in crate::cursor::split_commas(args.clone()) {
            let mut cursor = Cursor::new(argument.clone());
            let word = cursor.ident().map(|word| plain(&word)).unwrap_or_default();
            if ["version", "plugin", "same_build"].contains(&word.as_str()) {
                about_loading.get_or_insert_with(|| argument.clone());
            }
            let value = match word.as_str() {
                "loadable" => &mut this.name,
                "version" => &mut this.version,
                "plugin" => &mut this.krate,
                "same_build" if argument.len() == 1 => {
                    this.same_build = argument;
                    continue;
                }
                "same_build" => {
                    errors.add(crate::errors::Mistake::on(
                        &argument,
                        "`same_build` takes no value",
                    ));
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
                    format!("`{word}` is given twice"),
                ));
                continue;
            }
            if cursor.eat_punct('=').is_some() {
                *value = cursor.rest();
            }
            if word == "version" && !is_integer(value) {
                value.clear();
            }
            if value.is_empty() {
                errors.add(crate::errors::Mistake::on(
                    &argument,
                    match word.as_str() {
                        "loadable" => {
                            "name the type that stands for a loaded implementor: `loadable = LoadedPhysics`"
                        }
                        "version" => "`version` takes a whole number, which counts the interface's versions: `version = 2`",
                        _ => "`plugin` takes the path of linkface-plugin: `plugin = path`",
                    },
                ));
            }
        }
        if this.name.is_empty() && errors.is_empty() {
            errors.add(crate::errors::Mistake::on(
                &about_loading?,
                "this is about loading: name the type that stands for a loaded implementor, \
                 `loadable = LoadedPhysics`",
            ));
        }
        Some(this)
    }
}

/// `2`
fn is_integer(value: &[TokenTree]) -> bool {
    match value {
        [TokenTree::Literal(literal)] => literal.to_string().parse::<u64>().is_ok(),
        // From a `macro_rules!`.
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            is_integer(&group.stream().into_iter().collect::<Tokens>())
        }
        _ => false,
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
