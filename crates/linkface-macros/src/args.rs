//! The arguments in `#[interface(…)]` and `#[implement(…)]`.

use crate::attribute::{Attribute, attributes};
use crate::cursor::{Cursor, Tokens, plain, span_of, stream};
use crate::errors::Errors;
use crate::features::Features;
use crate::item::Visibility;
use crate::template::tokens;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

/// An argument's value, with its place for complaints.
#[derive(Clone)]
pub(crate) struct Value<T> {
    pub(crate) span: Span,
    pub(crate) value: T,
}

/// `#[interface(…)]`
#[derive(Default, Clone)]
pub(crate) struct InterfaceArgs {
    /// Of linkface.
    pub(crate) features: Features,
    /// `/// Docs` and attributes that are the proxy's.
    pub(crate) proxy_attributes: Vec<Attribute>,
    /// `pub Proxy`
    pub(crate) proxy: Option<(Visibility, Ident)>,
    /// `crate = path`: where linkface is.
    pub(crate) linkface: Option<Tokens>,
    pub(crate) implement_as: Option<Ident>,
    /// `default` (a provider may bring one) or `default = Type`.
    pub(crate) default: Option<Value<Tokens>>,
    /// `dynamic`: can be implemented while the program runs.
    pub(crate) dynamic: Option<Span>,
    /// `abi = "C"`
    pub(crate) abi: Option<Value<String>>,
    pub(crate) symbol: Option<Value<String>>,
    pub(crate) storage: Option<Value<usize>>,
    pub(crate) align: Option<Value<usize>>,
    /// `alias(Dbg = Debug)`
    pub(crate) aliases: Vec<(String, String)>,
    /// Set between our own expansions: the group that the item belongs to.
    pub(crate) group: Option<String>,
    /// Set between our own expansions: the trait's implementor may be loaded, too.
    pub(crate) is_loadable: bool,
}

const INTERFACE_ARGS: &str = "`pub Proxy`, `crate = path`, `implement_as = name`, `default`, \
    `default = Type`, `dynamic`, `loadable = Name`, `version = NUMBER`, `same_build`, `abi = \"C\"`, `symbol = unsafe(\"name\")`, `storage = BYTES`, `align = BYTES`, \
    `alias(Name = Trait)`";

impl InterfaceArgs {
    pub(crate) fn parse(args: TokenStream, features: Features, errors: &mut Errors) -> Self {
        let mut parsed = Self {
            features,
            ..Self::default()
        };
        let mut seen: Vec<String> = Vec::new();
        let mut cursor = Cursor::new(args);
        while !cursor.is_empty() {
            let attributes = attributes(&mut cursor);
            let visibility = Visibility::parse(&mut cursor);
            let Some(name) = cursor.ident() else {
                errors.at(
                    cursor.span(),
                    format!("expected an argument: one of {INTERFACE_ARGS}"),
                );
                return parsed;
            };
            if seen.contains(&plain(&name)) {
                errors.at(name.span(), format!("`{name}` is given twice"));
            }
            seen.push(plain(&name));
            if let Some(group) = cursor.group(Delimiter::Parenthesis)
                && plain(&name) == "alias"
            {
                parsed.alias(group.stream(), errors);
            } else if cursor.eat_punct('=').is_some() {
                let value = cursor.until(&|cursor| cursor.is_punct(','));
                parsed.set(&name, value, errors);
            } else if plain(&name) == "default" {
                parsed.default = Some(Value {
                    span: name.span(),
                    value: Tokens::new(),
                });
            } else if plain(&name) == "dynamic" {
                parsed.dynamic = Some(name.span());
            } else if plain(&name) == "__loadable" {
                parsed.is_loadable = true;
            } else if is_known(&plain(&name)) {
                errors.at(name.span(), format!("`{name}` needs a value: `{name} = …`"));
            } else if plain(&name).starts_with(char::is_uppercase) {
                if parsed.proxy.is_some() {
                    errors.at(
                        name.span(),
                        "an interface has one proxy: this is the second name",
                    );
                }
                parsed.proxy_attributes = attributes;
                parsed.proxy = Some((visibility, name));
            } else {
                errors.at(
                    name.span(),
                    format!("unknown argument `{name}`: `#[interface]` takes {INTERFACE_ARGS}"),
                );
            }
            if !cursor.is_empty() && cursor.eat_punct(',').is_none() {
                errors.at(cursor.span(), "expected `,`");
                return parsed;
            }
        }
        parsed
    }

    fn set(&mut self, name: &Ident, value: Tokens, errors: &mut Errors) {
        let span = span_of(&value);
        match plain(name).as_str() {
            "crate" => self.linkface = Some(value),
            "implement_as" => match &value[..] {
                [TokenTree::Ident(ident)] => self.implement_as = Some(ident.clone()),
                _ => errors.at(span, "`implement_as` takes a name"),
            },
            "default" => self.default = Some(Value { span, value }),
            "abi" => match string(&value) {
                Some(abi) if abi == "C" => self.abi = Some(Value { span, value: abi }),
                _ => errors.at(
                    span,
                    "the only ABI is \"C\": write `abi = \"C\"`, or leave it out",
                ),
            },
            "symbol" => match unsafe_string(&value) {
                Some(symbol) if is_c_name(&symbol) => {
                    self.symbol = Some(Value { span, value: symbol });
                }
                Some(_) => errors.at(
                    span,
                    "a symbol is a C identifier: letters, digits and `_`, not first a digit",
                ),
                None => errors.at(
                    span,
                    "the whole program shares C's names, and nobody checks that this one is free or \
                     what C means by it: vouch for it with `symbol = unsafe(\"name\")`",
                ),
            },
            "storage" => self.storage = number(&value, name, errors),
            "align" => {
                self.align = number(&value, name, errors);
                if let Some(Value { span, value }) = self.align
                    && !(value.is_power_of_two() && value <= 4096)
                {
                    errors.at(span, "an alignment is a power of two, up to 4096");
                    self.align = None;
                }
            }
            "dynamic" => errors.at(
                span,
                "`dynamic` takes no value: the default of a dynamic item is its body, or its value",
            ),
            "__group" => self.group = string(&value),
            _ => errors.at(
                name.span(),
                format!("unknown argument `{name}`: `#[interface]` takes {INTERFACE_ARGS}"),
            ),
        }
    }

    fn alias(&mut self, list: TokenStream, errors: &mut Errors) {
        for pair in crate::cursor::split_commas(list) {
            match &pair[..] {
                [TokenTree::Ident(alias), TokenTree::Punct(sign), path @ ..]
                    if sign.as_char() == '=' && !path.is_empty() =>
                {
                    let path: String = path.iter().map(ToString::to_string).collect();
                    self.aliases.push((plain(alias), path));
                }
                _ => errors.at(
                    span_of(&pair),
                    "expected `Alias = Trait`, as in `alias(Dbg = Debug)`",
                ),
            }
        }
    }

    /// Complains of what is about linking, where nothing is linked.
    pub(crate) fn without_proxy(&self, errors: &mut Errors) {
        let spans = [
            self.implement_as.as_ref().map(Ident::span),
            self.default.as_ref().map(|default| default.span),
            self.abi.as_ref().map(|abi| abi.span),
            self.symbol.as_ref().map(|symbol| symbol.span),
            self.storage.as_ref().map(|storage| storage.span),
            self.align.as_ref().map(|align| align.span),
        ];
        for span in spans.into_iter().flatten() {
            errors.at(
                span,
                "this is about linking: name the type that stands for the linked implementor, too, \
                 `pub Physics`, or leave it away",
            );
        }
        if let Some(span) = self.dynamic {
            errors.at(
                span,
                "`dynamic` is for functions and statics: a trait that is `loadable` is implemented while \
                 the program runs already",
            );
        }
    }

    /// The path to linkface.
    pub(crate) fn lf(&self) -> TokenStream {
        linkface(self.linkface.as_ref())
    }
}

fn is_known(name: &str) -> bool {
    [
        "crate",
        "implement_as",
        "abi",
        "symbol",
        "storage",
        "align",
        "alias",
    ]
    .contains(&name)
}

/// `#[implement(…)]`
#[derive(Default)]
pub(crate) struct ImplementArgs {
    /// Of linkface.
    pub(crate) features: Features,
    /// The item that is implemented.
    pub(crate) path: Tokens,
    pub(crate) linkface: Option<Tokens>,
    /// `default`: any ordinary implementation wins.
    pub(crate) default: Option<Span>,
    /// Set between our own expansions: the group through which the item is implemented.
    pub(crate) group: bool,
}

impl ImplementArgs {
    pub(crate) fn parse(args: TokenStream, features: Features, errors: &mut Errors) -> Self {
        let mut parsed = Self {
            features,
            ..Self::default()
        };
        for argument in crate::cursor::split_commas(args) {
            let mut cursor = Cursor::new(argument.clone());
            let word = cursor
                .ident()
                .map(|ident| plain(&ident))
                .unwrap_or_default();
            let assigned = cursor.is_punct('=');
            if assigned {
                cursor.next();
            }
            match word.as_str() {
                "crate" if assigned => parsed.linkface = Some(cursor.rest()),
                "default" if cursor.is_empty() => parsed.default = Some(span_of(&argument)),
                "__group" if cursor.is_empty() => parsed.group = true,
                _ if assigned => errors.at(
                    span_of(&argument),
                    format!(
                        "unknown argument `{word}`: `#[implement]` takes the path of the item, \
                         `default` and `crate = path`"
                    ),
                ),
                _ if parsed.path.is_empty() => parsed.path = argument,
                _ if argument.len() == 1 => errors.at(
                    span_of(&argument),
                    format!(
                        "unknown argument `{word}`: `#[implement]` takes the path of the item, \
                         `default` and `crate = path`"
                    ),
                ),
                _ => errors.at(
                    span_of(&argument),
                    "an implementation is of one item: write another `#[implement]` function for this path",
                ),
            }
        }
        parsed
    }

    /// The path to linkface.
    pub(crate) fn lf(&self) -> TokenStream {
        linkface(self.linkface.as_ref())
    }
}

fn linkface(path: Option<&Tokens>) -> TokenStream {
    path.map_or_else(|| tokens!("::linkface"), |path| stream(path))
}

/// The text of a string literal, as far as a symbol or an ABI goes.
pub(crate) fn string(value: &[TokenTree]) -> Option<String> {
    match value {
        [TokenTree::Literal(literal)] => {
            let text = literal.to_string();
            Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned())
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            string(&group.stream().into_iter().collect::<Tokens>())
        }
        _ => None,
    }
}

/// The text in `unsafe("…")`.
fn unsafe_string(value: &[TokenTree]) -> Option<String> {
    match value {
        [TokenTree::Ident(word), TokenTree::Group(group)] if word.to_string() == "unsafe" => {
            string(&group.stream().into_iter().collect::<Tokens>())
        }
        _ => None,
    }
}

fn number(value: &[TokenTree], name: &Ident, errors: &mut Errors) -> Option<Value<usize>> {
    let span = span_of(value);
    let parsed = match value {
        [TokenTree::Literal(literal)] => {
            let text = literal.to_string().replace('_', "");
            let text = text.strip_suffix("usize").unwrap_or(&text);
            match text.strip_prefix("0x") {
                Some(digits) => usize::from_str_radix(digits, 16).ok(),
                None => text.parse().ok(),
            }
        }
        _ => None,
    };
    match parsed {
        Some(value) if value > 0 => Some(Value { span, value }),
        _ => {
            errors.at(
                span,
                format!("`{name}` takes a number of bytes, such as `{name} = 32`"),
            );
            None
        }
    }
}

fn is_c_name(symbol: &str) -> bool {
    !symbol.is_empty()
        && !symbol.starts_with(|first: char| first.is_ascii_digit())
        && symbol
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_')
}
