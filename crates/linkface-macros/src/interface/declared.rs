//! A trait as it was declared: its methods, and what of them and of its supertraits crosses.

use super::wire::{self, WireMethod, WireTrait};
use crate::args::InterfaceArgs;
use crate::attribute::{self, Attribute, attributes};
use crate::cursor::{Cursor, Tokens};
use crate::errors::{Errors, Mistake};
use crate::item::Visibility;
use crate::signature::Signature;
use crate::supertrait::{self, Kind};
use crate::template::tokens;
use proc_macro::{Delimiter, Ident, TokenStream};

/// A trait as it was declared.
pub(super) struct Trait {
    pub(super) unsafety: Option<Ident>,
    pub(super) name: Ident,
    pub(super) bounds: Tokens,
    pub(super) methods: Vec<(Vec<Attribute>, Signature)>,
    /// The first method with a `#[cfg]`: its place and what it says.
    pub(super) conditional: Option<usize>,
    pub(super) where_clause: Tokens,
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
            cursor.until(&|cursor| {
                cursor.is_punct(':') || cursor.is_ident("where") || cursor.is_brace()
            });
        }
        let bounds = if cursor.eat_punct(':').is_some() {
            cursor.until(&|cursor| cursor.is_ident("where") || cursor.is_brace())
        } else {
            Tokens::new()
        };
        let where_clause = cursor.until(&Cursor::is_brace);
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
                cursor.until(&|cursor| cursor.is_punct(';'));
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
                    cursor.until(&|cursor| cursor.is_punct(';') || cursor.is_brace());
                    cursor.next();
                }
            }
        }
    }

    /// The trait without docs and bodies: its declaration.
    pub(super) fn model(&self) -> TokenStream {
        let methods: TokenStream = self
            .methods
            .iter()
            .map(|(_, signature)| {
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
            .map(|(attributes, signature)| {
                let kept = ["doc", "must_use", "deprecated", "cfg", "allow", "expect"];
                // A declared trait that comes from elsewhere comes without its docs.
                let docs = if attributes.iter().any(|attribute| attribute.name == "doc") {
                    TokenStream::new()
                } else {
                    let path = path.to_string().replace(' ', "");
                    let text = format!("[`{path}::{}`] of the linked implementor.", signature.name);
                    tokens!("#[doc = #text]", text)
                };
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
                    "#docs #attributes
                     #[inline]
                     #[allow(deprecated, dead_code, clippy::all, clippy::pedantic)]
                     #visibility #asyncness #unsafety #abi fn #name #generics (#parameters) #ret #clause {
                        #call
                     }",
                    docs,
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
            super::refuse::refuse_attributes(attributes, errors);
            if !wire::check(signature, errors) || wire::stays(signature) {
                continue;
            }
            let name = format!("{prefix}{}", signature.plain_name());
            own.methods.extend(WireMethod::new(
                name,
                signature.clone(),
                signature,
                args,
                errors,
            ));
        }
        let bounds = errors
            .take(supertrait::bounds(
                &self.bounds,
                &args.aliases,
                args.features,
            ))
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
                            WireMethod::new(name, method.declared, &method.crossing, args, errors)
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

pub(super) fn method_tokens(
    attributes: &[Attribute],
    signature: &Signature,
    end: &TokenStream,
) -> TokenStream {
    let parameters: TokenStream = signature
        .parameters
        .iter()
        .map(|parameter| tokens!("#tokens,", tokens = parameter.tokens))
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
