//! `#[interface] pub fn write(bytes: &[u8]) -> usize;`

use super::class::Class;
use super::declaration::Declaration;
use super::dynamic;
use super::refuse::{refuse_args, refuse_attributes, refuse_beside_dynamic, without};
use super::text_of;
use crate::args::InterfaceArgs;
use crate::cursor::{Cursor, mentions, span_of};
use crate::erase::{self, Erased};
use crate::errors::Errors;
use crate::future;
use crate::generics::Kind;
use crate::item::Head;
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};

pub(super) fn expand(
    args: &InterfaceArgs,
    head: &Head,
    cursor: &mut Cursor,
    mut errors: Errors,
) -> TokenStream {
    refuse_args(args, "a function", &mut errors);
    refuse_beside_dynamic(args, &mut errors);
    refuse_attributes(&head.attributes, &mut errors);
    let signature = match Signature::parse(cursor) {
        Ok(signature) => signature,
        Err(mistake) => {
            errors.add(mistake);
            return errors.report();
        }
    };
    let name = signature.name.clone();
    let declaration = Declaration::new(
        args,
        head,
        &name,
        &declaration_text(&signature),
        &mut errors,
    );
    let erased = check(&signature, &mut errors);
    dynamic::check(args, &signature, &mut errors);
    let crossing = errors.take(future::boxed(
        &signature,
        &declaration.lf,
        args.features,
        true,
    ));
    if signature.body.is_some() && declaration.is_defaultable() && args.dynamic.is_none() {
        errors.at(
            args.default
                .as_ref()
                .map_or_else(Span::call_site, |default| default.span),
            "the function has a default already: its body",
        );
    }
    match crossing {
        Some(crossing) if errors.is_empty() => Function {
            declaration,
            head,
            signature,
            crossing,
            erased,
        }
        .expand(),
        _ => {
            let mut out = errors.report();
            out.extend(usable(head, &signature));
            out
        }
    }
}

/// What makes one declaration differ from another: without docs and bodies.
fn declaration_text(signature: &Signature) -> String {
    let parameters: Vec<String> = signature
        .parameters
        .iter()
        .map(|parameter| text_of(&parameter.ty))
        .collect();
    format!(
        "{} fn {}({}) -> {}",
        text_of(&signature.abi),
        signature.name,
        parameters.join(", "),
        text_of(&signature.ret)
    )
}

/// All that can be wrong with a signature; on success how its parameters cross.
fn check(signature: &Signature, errors: &mut Errors) -> Vec<Option<Erased>> {
    if let Some(word) = &signature.constness {
        errors.at(
            word.span(),
            "a `const fn` cannot be implemented elsewhere: its value is needed before anything is \
             linked; declare a `static`, or leave `const` out",
        );
    }
    for parameter in &signature.generics.0 {
        if parameter.kind != Kind::Lifetime {
            errors.at(
                span_of(&parameter.tokens),
                "a generic function has no single symbol to link: take `impl Trait` or \
                 `&dyn Trait` instead, or keep the generic part in the façade and declare what it calls",
            );
        }
    }
    if let Some(span) = signature.variadic {
        errors.at(
            span,
            "a variadic function cannot be implemented in Rust: take a slice",
        );
    }
    if let Some(span) = mentions(&signature.ret, "impl") {
        errors.at(
            span,
            "the caller cannot know the size of an `impl Trait` that another crate chooses: return \
             a `Box<dyn Trait>`, or declare a trait with `#[interface]` and return its proxy",
        );
    }
    if let Some(receiver) = signature.receiver() {
        errors.at(
            span_of(&receiver.tokens),
            "a function outside of a trait has no `self`: declare a trait with `#[interface(pub Proxy)]`",
        );
    }
    let names = signature.names();
    let mut erased = Vec::new();
    for (parameter, name) in signature.parameters.iter().zip(&names) {
        let crossing = errors.take(erase::erase(&parameter.ty, name)).flatten();
        if crossing.is_some() && signature.asyncness.is_some() {
            errors.add(erase::refuse_in_future(&parameter.ty));
        }
        erased.push(crossing);
    }
    erased
}

/// Something under the name that type-checks, so that callers aren't told of a second error.
fn usable(head: &Head, signature: &Signature) -> TokenStream {
    let parameters: TokenStream = signature
        .parameters
        .iter()
        .filter(|parameter| !parameter.is_receiver)
        .map(|parameter| tokens!("_: #ty,", ty = parameter.ty))
        .collect();
    let hidden = mentions(&signature.ret, "impl").is_some();
    let ret = if hidden {
        tokens!("-> !")
    } else {
        signature.arrow()
    };
    tokens!(
        "#attributes #visibility #unsafety fn #name #generics (#parameters) #ret #clause {
            ::core::unreachable!()
        }",
        attributes = without(
            &head.attributes,
            &["track_caller", "no_mangle", "export_name"]
        ),
        visibility = head.visibility.0,
        unsafety = signature.unsafety,
        name = signature.name,
        generics = signature.generics.angled(),
        parameters,
        ret,
        clause = signature.where_clause,
    )
}

pub(super) struct Function<'a> {
    pub(super) declaration: Declaration<'a>,
    pub(super) head: &'a Head,
    /// As callers see it.
    pub(super) signature: Signature,
    /// As it crosses.
    pub(super) crossing: Signature,
    pub(super) erased: Vec<Option<Erased>>,
}

impl Function<'_> {
    fn expand(&self) -> TokenStream {
        let class = match &self.signature.body {
            Some(_) => Class::Defaulted,
            None if self.is_dynamic() => Class::Unset,
            None if self.declaration.is_defaultable() => Class::Defaultable,
            None => Class::Required,
        };
        let symbol = self.declaration.identity.symbol(Declaration::role(class));
        let mut out = if self.is_dynamic() {
            let mut out = self.dynamic_parts(&symbol);
            out.extend(self.caller(
                &Class::dynamic_note(&format!("{}::install", self.declaration.implement_name())),
                &tokens!("#[inline]"),
                &TokenStream::new(),
                &self.slot_callee(),
            ));
            out
        } else {
            self.caller(
                &class.note(),
                &class.inline(),
                &self.import(&symbol),
                &tokens!("__linkface_call"),
            )
        };
        out.extend(self.hidden_trait());
        out.extend(self.signature_impl());
        out.extend(self.implement_macro(class, &symbol));
        out.extend(
            self.declaration
                .declare(class, std::slice::from_ref(&symbol)),
        );
        out.extend(self.default(&symbol));
        out
    }

    pub(super) fn is_dynamic(&self) -> bool {
        self.declaration.args.dynamic.is_some()
    }

    /// The name of the trait that implementors are compared with.
    pub(super) fn trait_name(&self) -> Ident {
        if self.is_dynamic() {
            self.declaration.identity.hidden("interface")
        } else {
            self.declaration.implement_name()
        }
    }

    /// The ABI of the symbol.
    pub(super) fn wire_abi(&self) -> TokenStream {
        if self.declaration.args.abi.is_some() {
            tokens!("extern \"C\"")
        } else {
            crate::cursor::stream(&self.signature.abi)
        }
    }

    /// `name: Type, …` as they cross.
    pub(super) fn wire_parameters(&self) -> TokenStream {
        let names = self.crossing.names();
        self.crossing
            .parameters
            .iter()
            .zip(&names)
            .zip(&self.erased)
            .map(|((parameter, name), erased)| {
                tokens!(
                    "#name: #ty,",
                    name,
                    ty = erase::wire(&parameter.ty, erased.as_ref())
                )
            })
            .collect()
    }

    /// The declaration of the symbol, in the function that calls it.
    fn import(&self, symbol: &str) -> TokenStream {
        let wire_abi = self.wire_abi();
        let extern_abi = if wire_abi.is_empty() {
            tokens!("extern \"Rust\"")
        } else {
            wire_abi
        };
        let safety = match &self.signature.unsafety {
            Some(unsafety) => tokens!("#unsafety", unsafety),
            None => tokens!("safe"),
        };
        tokens!(
            "#[allow(clashing_extern_declarations)]
             #[deny(improper_ctypes)]
             unsafe #extern_abi {
                #[link_name = #symbol]
                #safety fn __linkface_call #wire_generics (#wire_parameters) #wire_ret #clause;
             }",
            extern_abi,
            symbol,
            safety,
            wire_generics = self.crossing.generics.angled(),
            wire_parameters = self.wire_parameters(),
            wire_ret = self.crossing.arrow(),
            clause = self.signature.where_clause,
        )
    }

    /// The function that callers see: it calls `callee`, which `import` declares.
    fn caller(
        &self,
        note: &TokenStream,
        inline: &TokenStream,
        import: &TokenStream,
        callee: &TokenStream,
    ) -> TokenStream {
        let Signature {
            unsafety,
            abi,
            name,
            generics,
            where_clause,
            ..
        } = &self.signature;
        let names = self.signature.names();
        let mut parameters = TokenStream::new();
        let mut prepare = TokenStream::new();
        let mut arguments = TokenStream::new();
        for ((parameter, name), erased) in self
            .signature
            .parameters
            .iter()
            .zip(&names)
            .zip(&self.erased)
        {
            let binding = match erased {
                Some(erased) if erased.mutable => tokens!("mut #name", name),
                _ => tokens!("#name", name),
            };
            parameters.extend(tokens!("#binding: #ty,", binding, ty = parameter.ty));
            match erased {
                Some(erased) => {
                    prepare.extend(erased.prepare.clone());
                    arguments.extend(tokens!("#pass,", pass = erased.pass));
                }
                None => arguments.extend(tokens!("#name,", name)),
            }
        }
        let call = tokens!("#callee(#arguments)", callee, arguments);
        let call = if unsafety.is_some() {
            tokens!(
                "// SAFETY: as unsafe as this function, whose caller keeps the contract.
                 unsafe { #call }",
                call
            )
        } else {
            call
        };
        let (asyncness, call) = match &self.signature.asyncness {
            Some(word) => (Some(word), tokens!("#call.await", call)),
            None => (None, call),
        };
        tokens!(
            "#attributes #note #inline #[allow(clippy::used_underscore_binding)]
             #visibility #asyncness #unsafety #abi fn #name #generics (#parameters) #ret #clause {
                #prepare
                #import
                #call
            }",
            attributes = without(&self.head.attributes, &["inline"]),
            note,
            inline,
            visibility = self.head.visibility.0,
            unsafety,
            abi,
            name,
            generics = generics.angled(),
            parameters,
            ret = self.signature.arrow(),
            clause = where_clause,
            prepare,
            import,
            asyncness,
            call,
        )
    }
}
