//! `#[interface]`: declaring an item.

mod declared;
mod function;
mod group;
pub(crate) use group::GroupItem;
mod hole;
mod proxy;
mod static_item;
mod trait_item;
mod types;
mod wire;

use crate::args::InterfaceArgs;
use crate::attribute::Attribute;
use crate::cursor::{Cursor, Tokens, stream};
use crate::errors::Errors;
use crate::identity::{self, Identity, Told};
use crate::item::{Head, Keyword, Visibility};
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

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
    /// What makes it differ from others of its name.
    text: String,
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
    /// What documentation says of the item beside its author's words.
    fn note(self) -> TokenStream {
        let text = match self {
            Self::Required => "*An interface: implemented by one provider in the program.*",
            Self::Defaultable => {
                "*An interface: implemented by a provider, some of which are defaults.*"
            }
            Self::Defaulted => "*An interface with a default, which a provider can replace.*",
        };
        tokens!("#[cfg_attr(doc, doc = \"\", doc = #text)]", text)
    }

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
        if let (Some(abi), None, true) = (&args.abi, &args.symbol, errors.is_empty()) {
            errors.at(
                abi.span,
                "C needs a name for the item, too: add `symbol = unsafe(\"name\")`",
            );
        }
        let c_symbol = args.symbol.as_ref().map(|symbol| symbol.value.clone());
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
            text: text.to_owned(),
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

    /// The symbols of an implementation, ordinary or default-grade: see `linkface::private`.
    fn symbols(&self, class: Class, symbol: Option<&str>, grade: Role) -> TokenStream {
        let symbol = symbol.map(|symbol| tokens!("#symbol", symbol));
        let guard = self.identity.label(grade);
        match (class, grade) {
            (Class::Required, Role::Unique) => tokens!("[required #symbol #guard]", symbol, guard),
            (Class::Required, _) => tokens!("[required]"),
            (Class::Defaulted, Role::UniqueDefault) => tokens!("[defaulted]"),
            _ => {
                let kind = if grade == Role::Unique {
                    "overrides"
                } else {
                    "falls_back"
                };
                tokens!(
                    "[#kind #symbol #guard #pull]",
                    kind = Ident::new(kind, Span::call_site()),
                    symbol,
                    guard,
                    pull = self.identity.symbol(Role::Pull)
                )
            }
        }
    }

    /// The item's macro: `#[implement]` expands through it, so the path leads to the symbols.
    ///
    /// `kind`: `fn`, `static`, `trait` or `type`; `details`: what the worker of that kind needs;
    /// `extra_arm`: before the other.
    fn item_macro(
        &self,
        class: Class,
        symbol: Option<&str>,
        kind: &str,
        details: &TokenStream,
        extra_arm: Option<&TokenStream>,
    ) -> TokenStream {
        let name = crate::cursor::plain(self.name);
        let export = self
            .visibility
            .is_public()
            .then(|| tokens!("#[macro_export]"));
        tokens!(
            "#cfgs #[doc(hidden)] #export #[allow(unused_macros)]
             macro_rules! #hidden {
                #extra_arm
                ([$($lf:tt)*] $($rest:tt)*) => {
                    $($lf)*::__private::implement! {
                        [#kind #name {#group} #id #image #once #item] #ordinary #default [#details] $($rest)*
                    }
                };
                #by_hand
             }
             #cfgs #[doc(hidden)] #[allow(unused_imports)]
             #visibility use #hidden as #implement_name;
             #package #cfgs #marker",
            package = identity::package(),
            cfgs = self.cfgs,
            marker = self.marker(class, kind),
            item = self.identity.fields(),
            export,
            hidden = self.identity.hidden("implement"),
            extra_arm,
            kind = kind.parse::<TokenStream>().unwrap_or_default(),
            name,
            group = self.args.group,
            id = self.identity.hash(),
            image = self.identity.image(),
            once = self.identity.hidden("implemented_twice"),
            ordinary = self.symbols(class, symbol, Role::Unique),
            default = self.symbols(class, symbol, Role::UniqueDefault),
            details,
            by_hand = called_by_hand(&self.implement_name()),
            visibility = self.visibility.0,
            implement_name = self.implement_name(),
        )
    }

    /// What the crate's metadata says of the declaration.
    fn marker(&self, class: Class, kind: &str) -> TokenStream {
        let need = match class {
            Class::Required => "required",
            Class::Defaultable => "defaultable",
            Class::Defaulted => "defaulted",
        };
        self.identity.marker(
            self.name,
            &Told {
                kind,
                need,
                is_public: self.visibility.is_public(),
                abi: self.args.abi.as_ref().map(|abi| abi.value.as_str()),
                text: &self.text,
            },
        )
    }

    /// What the linker is told of the declaration.
    fn declare(&self, class: Class, symbols: &[String]) -> TokenStream {
        let (image, shared) = self.identity.declared();
        let mut out = TokenStream::new();
        let lf = &self.lf;
        // Whatever becomes of this item: the label is the crate's.
        if let Some(label) = image {
            out.extend(tokens!(
                "#lf::__private::declare! { image #label }",
                lf,
                label
            ));
        }
        if let Some(label) = shared {
            out.extend(tokens!(
                "#cfgs #lf::__private::declare! { label #label }",
                cfgs = self.cfgs,
                lf,
                label
            ));
        }
        if class != Class::Defaulted && !symbols.is_empty() {
            let required: TokenStream = symbols
                .iter()
                .flat_map(|symbol| tokens!("#symbol", symbol))
                .collect();
            out.extend(tokens!(
                "#cfgs #lf::__private::declare! { required #required }",
                cfgs = self.cfgs,
                lf,
                required
            ));
        }
        out
    }
}

/// The item's macro where somebody means another of its name: `use console::write;` brings it beside
/// the function, and `write!(f, "…")` must stay what it was.
fn called_by_hand(name: &Ident) -> TokenStream {
    const CORE: [&str; 26] = [
        "assert",
        "assert_eq",
        "assert_ne",
        "cfg",
        "column",
        "compile_error",
        "concat",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
        "env",
        "file",
        "include",
        "include_bytes",
        "include_str",
        "line",
        "matches",
        "module_path",
        "option_env",
        "panic",
        "stringify",
        "todo",
        "unimplemented",
        "unreachable",
        "write",
        "writeln",
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
        let text = format!("`{text}` is an interface and no macro: name it without `!`");
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
                "the symbol is linkface's: choose it with `#[interface(symbol = unsafe(\"name\"))]`"
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
    // Asking costs the compiler time.
    if is_plain_primitive(ty) {
        return ty.clone();
    }
    tokens!(
        "<fn(&'static ()) -> #ty as #lf::__private::Elide>::T",
        ty,
        lf
    )
}

/// Types that hold no lifetimes, for sure.
fn is_plain_primitive(ty: &TokenStream) -> bool {
    const PLAIN: [&str; 17] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f32", "f64", "bool", "char", "()",
    ];
    PLAIN.contains(&ty.to_string().as_str())
}

fn text_of(tokens: &Tokens) -> String {
    stream(tokens).to_string()
}
