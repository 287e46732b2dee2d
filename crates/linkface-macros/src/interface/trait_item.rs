//! `#[interface(pub BlockDevice)] pub trait BlockDeviceApi { … }`

use super::proxy::{Definition, Proxy};
use super::wire::{self, WireMethod, WireTrait};
use super::{Class, Declaration, Input};
use crate::args::InterfaceArgs;
use crate::attribute::{self, Attribute, attributes};
use crate::cursor::{Cursor, Tokens};
use crate::errors::{Errors, Mistake};
use crate::item::{Head, Visibility};
use crate::signature::Signature;
use crate::supertrait::{self, Kind};
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Delimiter, Ident, TokenStream};

/// A trait as it was declared.
pub(super) struct Trait {
    pub(super) unsafety: Option<Ident>,
    pub(super) name: Ident,
    pub(super) bounds: Tokens,
    methods: Vec<(Vec<Attribute>, Signature)>,
    /// The first method with a `#[cfg]`: its place and what it says.
    conditional: Option<usize>,
    where_clause: Tokens,
}

impl Trait {
    /// Reads from `unsafe trait` on.
    pub(super) fn parse(cursor: &mut Cursor, errors: &mut Errors) -> Option<Self> {
        let unsafety = cursor.eat_ident("unsafe");
        if let Some(word) = cursor.eat_ident("auto") {
            errors.at(word.span(), "an auto trait has no methods to implement");
        }
        cursor.eat_ident("trait");
        let name = cursor.ident()?;
        if cursor.is_punct('<') {
            errors.at(
                cursor.span(),
                "an interface has one implementor, so its trait takes no parameters: \
                 declare one trait for each use, or take `&dyn Trait` in its methods",
            );
            cursor.until(|cursor| {
                cursor.is_punct(':') || cursor.is_ident("where") || cursor.is_brace()
            });
        }
        let bounds = if cursor.eat_punct(':').is_some() {
            cursor.until(|cursor| cursor.is_ident("where") || cursor.is_brace())
        } else {
            Tokens::new()
        };
        let where_clause = cursor.until(Cursor::is_brace);
        if !where_clause.is_empty() {
            errors.add(Mistake::on(
                &where_clause,
                "write what implementors have to be behind the colon: `trait Api: Bound`",
            ));
        }
        let body = cursor.group(Delimiter::Brace)?;
        let mut parsed = Self {
            unsafety,
            name,
            bounds,
            methods: Vec::new(),
            conditional: None,
            where_clause,
        };
        parsed.items(body.stream(), errors);
        Some(parsed)
    }

    fn items(&mut self, body: TokenStream, errors: &mut Errors) {
        let mut cursor = Cursor::new(body);
        while !cursor.is_empty() {
            let attributes = attributes(&mut cursor);
            let is_const = cursor.is_ident("const")
                && !matches!(cursor.ahead().get(1), Some(token) if ["fn", "unsafe", "async", "extern"].contains(&token.to_string().as_str()));
            if cursor.is_ident("type") || is_const {
                let text = if is_const {
                    "callers of the proxy would need the constant's value before anything is linked: \
                     declare a `fn` that returns it"
                } else {
                    "callers of the proxy would need to know the type before anything is linked: \
                     use a `fn` with a concrete type, or another interface's proxy"
                };
                errors.at(cursor.span(), text);
                cursor.until(|cursor| cursor.is_punct(';'));
                cursor.next();
                continue;
            }
            match Signature::parse(&mut cursor) {
                Ok(signature) => {
                    let conditional = attributes.iter().any(|attribute| attribute.name == "cfg");
                    if conditional && self.conditional.is_none() {
                        self.conditional = Some(self.methods.len());
                    }
                    self.methods.push((attributes, signature));
                }
                Err(mistake) => {
                    errors.add(mistake);
                    // On with the next method.
                    cursor.until(|cursor| cursor.is_punct(';') || cursor.is_brace());
                    cursor.next();
                }
            }
        }
    }

    /// The trait without docs and bodies: its declaration.
    fn model(&self) -> TokenStream {
        let methods: TokenStream = self
            .methods
            .iter()
            .flat_map(|(_, signature)| {
                let mut bare = signature.clone();
                bare.body = None;
                let end = if signature.body.is_some() {
                    tokens!("{}")
                } else {
                    tokens!(";")
                };
                method_tokens(&[], &bare, &end)
            })
            .collect();
        tokens!(
            "#unsafety trait #name: #bounds { #methods }",
            unsafety = self.unsafety,
            name = self.name,
            bounds = self.bounds,
            methods
        )
    }

    /// Each method as an inherent one of the proxy, so that callers need no import of the trait.
    pub(super) fn inherent(
        &self,
        path: &TokenStream,
        visibility: &Visibility,
        needs_value: bool,
    ) -> TokenStream {
        self.methods
            .iter()
            .filter(|(_, signature)| {
                !needs_value || !CONVERSIONS.contains(&signature.plain_name().as_str())
            })
            .flat_map(|(attributes, signature)| {
                let kept = ["doc", "must_use", "deprecated", "cfg", "allow", "expect"];
                let attributes: TokenStream = attributes
                    .iter()
                    .filter(|attribute| kept.contains(&attribute.name.as_str()))
                    .flat_map(|attribute| attribute.tokens.clone())
                    .collect();
                let mut parameters = TokenStream::new();
                let mut arguments = TokenStream::new();
                for (parameter, name) in signature.parameters.iter().zip(signature.names()) {
                    parameters.extend(if parameter.is_receiver {
                        tokens!("#tokens,", tokens = wire::without_mut(&parameter.tokens))
                    } else {
                        tokens!("#name: #ty,", name, ty = parameter.ty)
                    });
                    arguments.extend(tokens!("#name,", name));
                }
                let wait = signature.asyncness.as_ref().map(|_| tokens!(".await"));
                let call = tokens!(
                    "<Self as #path>::#name(#arguments) #wait",
                    path, name = signature.name, arguments, wait
                );
                let call = match &signature.unsafety {
                    Some(word) => tokens!(
                        "// SAFETY: as unsafe as this method, whose caller keeps the contract.
                         #word { #call }",
                        word, call
                    ),
                    None => call,
                };
                tokens!(
                    "#attributes
                     #[inline]
                     #[allow(deprecated, dead_code, clippy::all, clippy::pedantic)]
                     #visibility #asyncness #unsafety #abi fn #name #generics (#parameters) #ret #clause {
                        #call
                     }",
                    attributes,
                    visibility = visibility.0,
                    asyncness = signature.asyncness,
                    unsafety = signature.unsafety,
                    abi = signature.abi,
                    name = signature.name,
                    generics = signature.generics.angled(),
                    parameters,
                    ret = signature.arrow(),
                    clause = signature.where_clause,
                    call
                )
            })
            .collect()
    }

    /// Its methods and supertraits as far as they cross.
    pub(super) fn crossing(
        &self,
        path: &TokenStream,
        args: &InterfaceArgs,
        prefix: &str,
        errors: &mut Errors,
    ) -> Crossing {
        let mut crossing = Crossing::default();
        let mut own = WireTrait {
            path: path.clone(),
            items: TokenStream::new(),
            is_unsafe: self.unsafety.is_some(),
            methods: Vec::new(),
        };
        for (attributes, signature) in &self.methods {
            super::refuse_attributes(attributes, errors);
            if !wire::check(signature, errors) || wire::stays(signature) {
                continue;
            }
            let name = format!("{prefix}{}", signature.plain_name());
            own.methods.extend(WireMethod::new(
                name,
                signature.clone(),
                signature,
                &args.lf(),
                errors,
            ));
        }
        let bounds = errors
            .take(supertrait::bounds(&self.bounds, &args.aliases))
            .unwrap_or_default();
        for (n, bound) in bounds.into_iter().enumerate() {
            let path = supertrait::impl_path(&bound.path);
            match bound.kind {
                Kind::Nothing => {}
                Kind::Marker(path) => {
                    crossing.is_copy |= bound.name == "Copy";
                    let is_auto = ["Send", "Sync"].contains(&bound.name.as_str());
                    crossing.markers.push(Marker { path, is_auto });
                }
                Kind::Methods(methods, items) => {
                    let methods = methods
                        .into_iter()
                        .filter_map(|method| {
                            let name = format!("{prefix}__{n}_{}", method.crossing.plain_name());
                            WireMethod::new(
                                name,
                                method.declared,
                                &method.crossing,
                                &args.lf(),
                                errors,
                            )
                        })
                        .collect();
                    crossing.traits.push(WireTrait {
                        path,
                        items,
                        is_unsafe: false,
                        methods,
                    });
                }
                Kind::Interface => crossing.interfaces.push(bound.path),
            }
        }
        crossing.traits.insert(0, own);
        crossing
    }
}

/// The proxy's own methods: a trait's method of such a name is called through the trait.
const CONVERSIONS: [&str; 5] = [
    "from_impl",
    "into_impl",
    "downcast_ref",
    "downcast_mut",
    "is",
];

/// A trait without methods.
pub(super) struct Marker {
    /// From the root, as the impl may be an unsafe one.
    pub(super) path: TokenStream,
    /// `Send`, `Sync`: what the storage takes away on purpose.
    pub(super) is_auto: bool,
}

/// What a proxy has to implement for a trait.
#[derive(Default)]
pub(super) struct Crossing {
    /// The trait itself, then its supertraits with methods.
    pub(super) traits: Vec<WireTrait>,
    pub(super) markers: Vec<Marker>,
    pub(super) is_copy: bool,
    /// Supertraits that are interfaces themselves.
    pub(super) interfaces: Vec<Tokens>,
}

impl Crossing {
    /// Takes in the traits of another: of a supertrait that is an interface.
    pub(super) fn absorb(&mut self, other: Self) {
        self.traits.extend(other.traits);
        for marker in other.markers {
            let same = |known: &Marker| known.path.to_string() == marker.path.to_string();
            if !self.markers.iter().any(same) {
                self.markers.push(marker);
            }
        }
        self.is_copy |= other.is_copy;
        self.interfaces.extend(other.interfaces);
    }

    /// Whether there are ever values of the proxy.
    pub(super) fn needs_value(&self) -> bool {
        self.traits
            .iter()
            .flat_map(|wire| &wire.methods)
            .any(WireMethod::needs_value)
    }
}

fn method_tokens(
    attributes: &[Attribute],
    signature: &Signature,
    end: &TokenStream,
) -> TokenStream {
    let parameters: TokenStream = signature
        .parameters
        .iter()
        .flat_map(|parameter| tokens!("#tokens,", tokens = parameter.tokens))
        .collect();
    tokens!(
        "#attributes #asyncness #unsafety #abi fn #name #generics (#parameters) #ret #clause #end",
        attributes = attribute::all(attributes),
        asyncness = signature.asyncness,
        unsafety = signature.unsafety,
        abi = signature.abi,
        name = signature.name,
        generics = signature.generics.angled(),
        parameters,
        ret = signature.arrow(),
        clause = signature.where_clause,
        end
    )
}

pub(super) fn expand(input: &Input<'_>, cursor: &mut Cursor, mut errors: Errors) -> TokenStream {
    let &Input {
        args,
        head,
        item,
        models,
        ..
    } = input;
    let Some(declared) = Trait::parse(cursor, &mut errors) else {
        errors.at(cursor.span(), "expected a trait");
        return errors.report();
    };
    if let Some(n) = declared.conditional {
        return by_cfg(input, &declared, n);
    }
    let declaration = Declaration::new(
        args,
        head,
        &declared.name,
        &declared.model().to_string(),
        &mut errors,
    );
    if args.implement_as.is_some() {
        errors.at(
            declared.name.span(),
            "`implement_as` is for functions and statics: a trait is implemented under its own name",
        );
    }
    let path = tokens!("#name", name = declared.name);
    let mut crossing = declared.crossing(&path, args, "", &mut errors);

    // Supertraits that are interfaces: their macros add what they declare, one after the other.
    let interfaces = std::mem::take(&mut crossing.interfaces);
    if errors.is_empty()
        && let Some(next) = interfaces.get(models.len())
    {
        return over(next, input);
    }
    for (n, (path, model)) in models.iter().enumerate() {
        let mut cursor = Cursor::new(model.clone());
        if let Some(parent) = Trait::parse(&mut cursor, &mut errors) {
            crossing.absorb(parent.crossing(path, args, &format!("__super_{n}_"), &mut errors));
        }
    }

    let Some((proxy_visibility, proxy_name)) = &args.proxy else {
        errors.at(
            declared.name.span(),
            format!(
                "name the proxy, the type that stands for the unknown implementor: \
                 `#[interface(pub {}Proxy)]`",
                declared.name
            ),
        );
        return failed(errors, item);
    };
    if crate::cursor::plain(proxy_name) == crate::cursor::plain(&declared.name) {
        errors.at(
            proxy_name.span(),
            format!(
                "the proxy needs a name of its own: call it `{proxy_name}` and the trait \
                 `{proxy_name}Api`, for example"
            ),
        );
        return failed(errors, item);
    }
    if !errors.is_empty() {
        let mut out = failed(errors, item);
        out.extend(tokens!(
            "#[doc(hidden)] #proxy_visibility enum #proxy_name {}",
            proxy_visibility = proxy_visibility.0,
            proxy_name
        ));
        return out;
    }
    emit(
        &declaration,
        head,
        &declared,
        &crossing,
        (proxy_visibility, proxy_name),
    )
}

fn emit(
    declaration: &Declaration<'_>,
    head: &Head,
    declared: &Trait,
    crossing: &Crossing,
    (proxy_visibility, proxy_name): (&Visibility, &Ident),
) -> TokenStream {
    let args = declaration.args;
    let class = Class::of_trait(args);
    let path = tokens!("#name", name = declared.name);
    let hidden = declaration.identity.hidden("items");
    let mut out = trait_tokens(head, declared, &hidden);
    out.extend(hidden_supertrait(declaration, &hidden));
    let proxy = Proxy {
        declaration,
        class,
        attributes: &args.proxy_attributes,
        visibility: proxy_visibility,
        name: proxy_name,
        trait_path: path.clone(),
        crossing,
    };
    let Definition {
        tokens,
        methods,
        checks,
        symbols,
    } = proxy.define();
    out.extend(tokens);
    out.extend(tokens!(
        "#cfgs impl #proxy_name { #methods }",
        cfgs = declaration.cfgs,
        proxy_name,
        methods = declared.inherent(&path, declaration.visibility, crossing.needs_value())
    ));
    let details = tokens!(
        "[by_trait #hidden] #checks #methods",
        hidden,
        checks,
        methods
    );
    let over_arm = tokens!(
        "([$($lf:tt)*] __over $($rest:tt)*) => {
            $($lf)*::__private::expand_over! { {#model} $($rest)* }
        };",
        model = declared.model()
    );
    out.extend(declaration.item_macro(class, None, "trait", &details, Some(&over_arm)));
    out.extend(declaration.declare(class, &symbols));
    out.extend(default_type(declaration, class, &details, &path));
    out
}

/// The implementation by `default = Type`, if there is one.
pub(super) fn default_type(
    declaration: &Declaration<'_>,
    class: Class,
    details: &TokenStream,
    path: &TokenStream,
) -> TokenStream {
    let Some(default) = declaration
        .args
        .default
        .as_ref()
        .filter(|_| class == Class::Defaulted)
    else {
        return TokenStream::new();
    };
    tokens!(
        "#cfgs #[cfg(not(doc))] #lf::__private::implement_trait! {
            [default #pull] [#hash #image] #details #marker [#path] #id {#ty}
        }",
        cfgs = declaration.cfgs,
        lf = declaration.lf,
        pull = declaration.identity.symbol(Role::Pull),
        hash = declaration.identity.hash(),
        image = declaration.identity.image(),
        details,
        marker = declaration.identity.hidden("default"),
        path,
        id = declaration.identity.hidden("default_id"),
        ty = default.value
    )
}

/// Asks the macro of the trait at `path` to add its declaration to this item.
pub(super) fn over(path: &Tokens, input: &Input<'_>) -> TokenStream {
    let Input {
        args,
        raw_args,
        item,
        models,
        ..
    } = input;
    let known: TokenStream = models
        .iter()
        .flat_map(|(path, model)| tokens!("[#path] {#model}", path, model))
        .collect();
    tokens!(
        "#path! { [#lf] __over [#path] [#raw_args] [#known] {#item} }",
        path,
        lf = args.lf(),
        raw_args,
        known,
        item
    )
}

/// A method under `#[cfg]` decides about symbols in other crates, where the condition may be
/// another: settled here, before anything is made of the trait.
fn by_cfg(input: &Input<'_>, declared: &Trait, conditional: usize) -> TokenStream {
    let Input {
        args,
        raw_args,
        head,
        ..
    } = input;
    let mut out = TokenStream::new();
    for present in [true, false] {
        let mut condition = TokenStream::new();
        let mut methods = TokenStream::new();
        for (n, (attributes, signature)) in declared.methods.iter().enumerate() {
            let mut attributes = attributes.clone();
            if n == conditional {
                let parts: TokenStream = attributes
                    .extract_if(.., |attribute| attribute.name == "cfg")
                    .flat_map(|cfg| {
                        let inside = Cursor::new(cfg.content()).ahead().get(1).cloned();
                        let inside = match inside {
                            Some(proc_macro::TokenTree::Group(group)) => group.stream(),
                            _ => TokenStream::new(),
                        };
                        tokens!("#inside,", inside)
                    })
                    .collect();
                condition = if present {
                    tokens!("#[cfg(all(#parts))]", parts)
                } else {
                    tokens!("#[cfg(not(all(#parts)))]", parts)
                };
                if !present {
                    continue;
                }
            }
            let end = match &signature.body {
                Some(body) => tokens!("#body", body),
                None => tokens!(";"),
            };
            methods.extend(method_tokens(&attributes, signature, &end));
        }
        let colon = if declared.bounds.is_empty() {
            TokenStream::new()
        } else {
            tokens!(":")
        };
        out.extend(tokens!(
            "#condition
             #[#lf::interface(#raw_args)]
             #attributes #visibility #unsafety trait #name #colon #bounds #clause { #methods }",
            condition,
            lf = args.lf(),
            raw_args,
            attributes = attribute::all(&head.attributes),
            visibility = head.visibility.0,
            unsafety = declared.unsafety,
            name = declared.name,
            colon,
            bounds = declared.bounds,
            clause = declared.where_clause,
            methods
        ));
    }
    out
}

/// The trait as written, so that there's no second error.
fn failed(errors: Errors, item: &TokenStream) -> TokenStream {
    let mut out = errors.report();
    out.extend(item.clone());
    out
}

/// The trait with the bound that leads to its hidden type; in documentation as the author wrote it.
fn trait_tokens(head: &Head, declared: &Trait, hidden: &Ident) -> TokenStream {
    let methods: TokenStream = declared
        .methods
        .iter()
        .flat_map(|(attributes, signature)| {
            let end = match &signature.body {
                Some(body) => tokens!("#body", body),
                None => tokens!(";"),
            };
            method_tokens(attributes, signature, &end)
        })
        .collect();
    let with = |condition: &TokenStream, extra: &TokenStream| {
        let empty = declared.bounds.is_empty();
        let plus = if empty || extra.is_empty() {
            TokenStream::new()
        } else {
            tokens!("+")
        };
        let colon = if empty && extra.is_empty() {
            TokenStream::new()
        } else {
            tokens!(":")
        };
        tokens!(
            "#[cfg(#condition)]
             #[allow(async_fn_in_trait)]
             #attributes #visibility #unsafety trait #name #colon #bounds #plus #extra #clause { #methods }",
            condition,
            attributes = attribute::all(&head.attributes),
            visibility = head.visibility.0,
            unsafety = declared.unsafety,
            name = declared.name,
            colon,
            bounds = declared.bounds,
            plus,
            extra,
            clause = declared.where_clause,
            methods
        )
    };
    let mut out = with(&tokens!("not(doc)"), &tokens!("#hidden", hidden));
    out.extend(with(&tokens!("doc"), &TokenStream::new()));
    out
}

fn hidden_supertrait(declaration: &Declaration<'_>, hidden: &Ident) -> TokenStream {
    let items = super::proxy::items_name(declaration);
    tokens!(
        "#cfgs #[doc(hidden)] #[allow(non_camel_case_types)]
         #visibility trait #hidden { #[doc(hidden)] type #hidden where Self: ::core::marker::Sized; }
         #cfgs impl<__T: ?::core::marker::Sized> #hidden for __T {
            type #hidden = #items where Self: ::core::marker::Sized;
         }",
        cfgs = declaration.cfgs,
        visibility = declaration.visibility.0,
        hidden,
        items
    )
}
