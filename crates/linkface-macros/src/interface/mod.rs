//! `#[interface]`: declaring an item.

mod function;
mod group;
pub(crate) use group::GroupItem;
mod hole;
mod proxy;
mod static_item;
mod trait_item;
mod wire;

use crate::args::InterfaceArgs;
use crate::attribute::Attribute;
use crate::cursor::{Cursor, Tokens, stream};
use crate::errors::Errors;
use crate::identity::Identity;
use crate::item::{Head, Keyword, Visibility};
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Delimiter, Ident, TokenStream, TokenTree};

pub(crate) fn expand(args: &TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parsed = InterfaceArgs::parse(args.clone(), &mut errors);
    dispatch(args, &parsed, item, &[], errors)
}

/// The macro of a declared trait has added its model to an item that names it.
pub(crate) fn expand_over(input: TokenStream) -> TokenStream {
    let mut cursor = Cursor::new(input);
    let mut next = || match cursor.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    };
    let (model, path, args, known, item) = (next(), next(), next(), next(), next());
    let mut errors = Errors::default();
    let parsed = InterfaceArgs::parse(args.clone(), &mut errors);
    let mut models: Vec<(TokenStream, TokenStream)> = Vec::new();
    let mut known = Cursor::new(known);
    while let (Some(path), Some(model)) = (
        known.group(Delimiter::Bracket),
        known.group(Delimiter::Brace),
    ) {
        models.push((path.stream(), model.stream()));
    }
    models.push((path, model));
    dispatch(&args, &parsed, &item, &models, errors)
}

/// An item under `#[interface]`.
struct Input<'a> {
    args: &'a InterfaceArgs,
    /// As written, to be passed on.
    raw_args: &'a TokenStream,
    head: &'a Head,
    /// All of it.
    item: &'a TokenStream,
    /// The traits that it builds on, as `(path written here, declaration)`.
    models: &'a [(TokenStream, TokenStream)],
}

fn dispatch(
    raw_args: &TokenStream,
    args: &InterfaceArgs,
    item: &TokenStream,
    models: &[(TokenStream, TokenStream)],
    mut errors: Errors,
) -> TokenStream {
    let mut cursor = Cursor::new(item.clone());
    let head = Head::parse(&mut cursor);
    let input = Input {
        args,
        raw_args,
        head: &head,
        item,
        models,
    };
    match head.keyword {
        Keyword::Fn => function::expand(args, &head, &mut cursor, errors),
        Keyword::Static => static_item::expand(args, &head, &mut cursor, errors),
        Keyword::Trait => trait_item::expand(&input, &mut cursor, errors),
        Keyword::Mod => group::expand(args, &head, &mut cursor, errors),
        Keyword::Type => hole::expand(&input, &mut cursor, errors),
        Keyword::Impl | Keyword::Use | Keyword::Other => {
            errors.at(
                cursor.span(),
                "`#[interface]` declares a `fn`, a `static`, a `trait`, a `mod` of these, or a \
                 `type Name: Trait;`",
            );
            let mut out = errors.report();
            out.extend(item.clone());
            out
        }
    }
}

/// What every declaration has in common.
struct Declaration<'a> {
    args: &'a InterfaceArgs,
    lf: TokenStream,
    cfgs: TokenStream,
    visibility: &'a Visibility,
    name: &'a Ident,
    identity: Identity,
}

/// How an item's symbol is joined.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// A provider defines it.
    Required,
    /// Nobody has a default here, but a provider may bring one.
    Defaultable,
    /// There is a default here.
    Defaulted,
}

impl Class {
    /// Of a trait, whose default is an argument.
    fn of_trait(args: &InterfaceArgs) -> Self {
        match &args.default {
            None => Self::Required,
            Some(default) if default.value.is_empty() => Self::Defaultable,
            Some(_) => Self::Defaulted,
        }
    }
}

impl Class {
    /// The attributes of what calls the symbol.
    fn inline(self) -> TokenStream {
        if self == Self::Required {
            tokens!("#[inline]")
        } else {
            // GNU ld resolves a weak external only for the object that defines it.
            tokens!(
                "#[cfg_attr(all(windows, target_env = \"gnu\"), inline(never))]
                 #[cfg_attr(not(all(windows, target_env = \"gnu\")), inline)]"
            )
        }
    }
}

/// What the macro of an item is made of.
struct ItemMacro<'a> {
    class: Class,
    /// The one symbol of a function or static.
    symbol: Option<&'a str>,
    /// The macro of `linkface::private` that does the work.
    worker: &'a str,
    /// What can stand behind `#[implement]`: its keyword, and how to write it.
    kinds: &'a [(&'a str, &'a str)],
    /// What the worker has to know of the declaration.
    details: &'a TokenStream,
    /// Arms before the others.
    extra_arms: &'a TokenStream,
    /// `a function`
    what: &'a str,
}

impl<'a> Declaration<'a> {
    fn new(
        args: &'a InterfaceArgs,
        head: &'a Head,
        name: &'a Ident,
        text: &str,
        errors: &mut Errors,
    ) -> Self {
        let lf = args.lf();
        for (span, word) in [(&args.abi, "abi"), (&args.symbol, "symbol")]
            .iter()
            .filter_map(|(value, word)| value.as_ref().map(|value| (value.span, *word)))
        {
            if matches!(head.keyword, Keyword::Trait | Keyword::Type | Keyword::Mod) {
                errors.at(
                    span,
                    format!(
                        "`{word}` is for functions and statics: C knows no traits; \
                     declare the functions that C needs one by one"
                    ),
                );
            }
        }
        let c_symbol = match (&args.abi, &args.symbol) {
            (None, None) => None,
            (_, Some(symbol)) => Some(symbol.value.clone()),
            (Some(_), None) => {
                let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
                let name = crate::cursor::plain(name);
                Some(
                    format!("{}_{name}", package.replace('-', "_"))
                        .trim_start_matches('_')
                        .to_owned(),
                )
            }
        };
        let identity =
            Identity::of(name, args.group.as_deref(), text, c_symbol).unwrap_or_else(|why| {
                errors.at(name.span(), why);
                Identity::unknown(name)
            });
        Self {
            args,
            lf,
            cfgs: crate::attribute::cfgs(&head.attributes),
            visibility: &head.visibility,
            name,
            identity,
        }
    }

    /// The name under which the item is implemented.
    fn implement_name(&self) -> Ident {
        self.args
            .implement_as
            .clone()
            .unwrap_or_else(|| self.name.clone())
    }

    /// `default` without a value.
    fn is_defaultable(&self) -> bool {
        self.args
            .default
            .as_ref()
            .is_some_and(|default| default.value.is_empty())
    }

    fn role(class: Class) -> Role {
        if class == Class::Defaulted {
            Role::Defaulted
        } else {
            Role::Required
        }
    }

    /// The symbols of an implementation: the head of the macros in `linkface::private`.
    fn class_tokens(&self, class: Class, symbol: Option<&str>, grade: Role) -> TokenStream {
        let symbol = symbol.map(|symbol| tokens!("#symbol", symbol));
        let guard = self.identity.label(grade);
        if class == Class::Required {
            tokens!("[required #symbol #guard]", symbol, guard)
        } else {
            let pull = self.identity.symbol(Role::Pull);
            let class = Ident::new(
                if grade == Role::Unique {
                    "overrides"
                } else {
                    "falls_back"
                },
                proc_macro::Span::call_site(),
            );
            tokens!("[#class #symbol #guard #pull]", class, symbol, guard, pull)
        }
    }

    /// The item's macro: `#[implement]` expands through it, so the path leads to the symbols.
    fn item_macro(&self, parts: &ItemMacro<'_>) -> TokenStream {
        let &ItemMacro {
            class,
            symbol,
            worker,
            kinds,
            details,
            extra_arms,
            what,
        } = parts;
        let hidden = self.identity.hidden("implement");
        let worker = Ident::new(worker, proc_macro::Span::call_site());
        let name = crate::cursor::plain(self.name);
        let id = self.identity.hash();
        let mut arms = extra_arms.clone();
        if let Some(group) = &self.args.group {
            arms.extend(tokens!(
                "([$($lf:tt)*] alone $($rest:tt)*) => { ::core::compile_error! { #text } };
                 ([$($lf:tt)*] alone_counted $($rest:tt)*) => { ::core::compile_error! { #text } };",
                text = format!(
                    "`{name}` is part of the group `{group}`, which one provider implements as a \
                     whole: write `#[implement(path::{group})] mod {group} {{ … }}`"
                )
            ));
        }
        for (kind, _) in kinds {
            let kind: TokenStream = kind.parse().unwrap_or_default();
            let ordinary = self.class_tokens(class, symbol, Role::Unique);
            arms.extend(tokens!(
                "([$($lf:tt)*] $how:ident ordinary $marker:ident $path:tt #kind $($rest:tt)*) => {
                    $($lf)*::__private::#worker! { #ordinary #details $marker $path #kind $($rest)* }
                    $($lf)*::__private::covers! { $how #id }
                };",
                kind, worker, ordinary, details, id
            ));
            if class == Class::Defaultable {
                let default = self.class_tokens(class, symbol, Role::UniqueDefault);
                arms.extend(tokens!(
                    "([$($lf:tt)*] $how:ident default $marker:ident $path:tt #kind $($rest:tt)*) => {
                        $($lf)*::__private::#worker! { #default #details $marker $path #kind $($rest)* }
                        $($lf)*::__private::covers! { $how #id }
                    };",
                    kind, worker, default, details, id
                ));
            }
        }
        if class != Class::Defaultable {
            let text = if class == Class::Required {
                format!(
                    "`{name}` takes no default from a provider: ordinary providers of a required \
                     item are inlined under LTO, which leaves no room for a default; its façade can \
                     allow one with `#[interface(default)]`"
                )
            } else {
                format!(
                    "`{name}` has a default in its façade: a provider can only replace it, without `default`"
                )
            };
            arms.extend(tokens!(
                "([$($lf:tt)*] $how:ident default $($rest:tt)*) => { ::core::compile_error! { #text } };",
                text
            ));
        }
        let forms: Vec<&str> = kinds
            .iter()
            .map(|(_, form)| *form)
            .filter(|form| !form.is_empty())
            .collect();
        arms.extend(tokens!(
            "([$($lf:tt)*] $how:ident $grade:ident $marker:ident $($rest:tt)*) => {
                ::core::compile_error! { #text }
            };",
            text = format!(
                "`{name}` is {what}: implement it with {}",
                forms.join(" or ")
            )
        ));
        arms.extend(called_by_hand(&self.implement_name(), what));
        let export = if self.visibility.is_public() {
            tokens!("#[macro_export]")
        } else {
            TokenStream::new()
        };
        tokens!(
            "#cfgs #[doc(hidden)] #export #[allow(unused_macros)]
             macro_rules! #hidden { #arms }
             #cfgs #[doc(hidden)] #[allow(unused_imports)]
             #visibility use #hidden as #implement_name;",
            cfgs = self.cfgs,
            export,
            hidden,
            arms,
            visibility = self.visibility.0,
            implement_name = self.implement_name(),
        )
    }

    /// The hidden trait's impls that lead from the item's path to what it declares.
    fn interface_impl(&self) -> TokenStream {
        tokens!(
            "#cfgs impl #lf::__private::Interface for dyn #name { const ID: u64 = #id; }",
            cfgs = self.cfgs,
            lf = self.lf,
            name = self.implement_name(),
            id = self.identity.hash(),
        )
    }

    /// What the linker is told of the declaration.
    fn declare(&self, class: Class, symbols: &[String]) -> TokenStream {
        let required: TokenStream = symbols
            .iter()
            .filter(|_| class != Class::Defaulted)
            .flat_map(|symbol| tokens!("#symbol", symbol))
            .collect();
        tokens!(
            "#cfgs #lf::__private::declare! { #declared #required }",
            cfgs = self.cfgs,
            lf = self.lf,
            declared = self.identity.label(Role::Declared),
            required
        )
    }
}

/// The item's macro where somebody means another of its name: `use console::write;` brings it beside
/// the function, and `write!(f, "…")` must stay what it was.
fn called_by_hand(name: &Ident, what: &str) -> TokenStream {
    const CORE: [&str; 14] = [
        "assert",
        "assert_eq",
        "assert_ne",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
        "matches",
        "panic",
        "todo",
        "unimplemented",
        "unreachable",
        "write",
        "writeln",
        "concat",
    ];
    const STD: [&str; 8] = [
        "dbg",
        "eprint",
        "eprintln",
        "format",
        "print",
        "println",
        "thread_local",
        "vec",
    ];
    let text = crate::cursor::plain(name);
    let home = if CORE.contains(&text.as_str()) {
        tokens!("::core")
    } else if STD.contains(&text.as_str()) {
        tokens!("::std")
    } else {
        let text = format!("`{text}` is {what} and no macro: call it without `!`");
        return tokens!(
            "($($rest:tt)*) => { ::core::compile_error! { #text } };",
            text
        );
    };
    tokens!(
        "($($rest:tt)*) => { #home::#name!($($rest)*) };",
        home,
        name
    )
}

/// Attributes of a declared function or static that its generated parts can't have.
fn refuse_attributes(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes {
        let why = match attribute.name.as_str() {
            "track_caller" => {
                "`#[track_caller]` adds a hidden argument, which the implementor's symbol doesn't have: \
                 take a `&Location` argument instead"
            }
            "no_mangle" | "export_name" | "link_name" => {
                "the symbol is linkface's: choose it with `#[interface(symbol = \"name\")]`"
            }
            "link_section" | "target_feature" | "naked" => {
                "this attribute belongs to a body: put it on the implementation"
            }
            _ => continue,
        };
        errors.at(attribute.span, why);
    }
}

/// Attributes without those that must not be repeated on a generated part.
fn without(attributes: &[Attribute], names: &[&str]) -> TokenStream {
    attributes
        .iter()
        .filter(|attribute| !names.contains(&attribute.name.as_str()))
        .flat_map(|attribute| attribute.tokens.clone())
        .collect()
}

/// Arguments that this kind of item has no use for.
fn refuse_args(args: &InterfaceArgs, what: &str, errors: &mut Errors) {
    if let Some((_, name)) = &args.proxy {
        errors.at(
            name.span(),
            format!("{what} has no proxy: leave `{name}` out"),
        );
    }
    for (value, name) in [(&args.storage, "storage"), (&args.align, "align")] {
        if let Some(value) = value {
            errors.at(
                value.span,
                format!("`{name}` is about a proxy, which {what} doesn't have"),
            );
        }
    }
    if let Some(default) = args
        .default
        .as_ref()
        .filter(|default| !default.value.is_empty())
    {
        errors.at(
            default.span,
            format!("`default = Type` is for traits: {what} has its default in its own text"),
        );
    }
}

/// The type as a path can name it: elided lifetimes `'static`.
fn elided(lf: &TokenStream, ty: &TokenStream) -> TokenStream {
    tokens!(
        "<fn(&'static ()) -> #ty as #lf::__private::Elide>::T",
        ty,
        lf
    )
}

fn text_of(tokens: &Tokens) -> String {
    stream(tokens).to_string()
}
