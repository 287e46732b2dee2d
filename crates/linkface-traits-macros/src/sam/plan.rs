//! What the closure of a trait looks like: its signature, and how the method calls it.

use super::erase::{self, Erased, Why};
use super::model::{Kind, Sam};
use super::types::{self, Elided, Opaque};
use crate::code::code;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{
    FnArg, Lifetime, Pat, ReturnType, Signature, Type, TypeParam, TypeParamBound, WherePredicate,
    parse_quote,
};

/// A closure for a trait.
pub(super) struct Plan {
    /// `for<'a> Fn(A, B) -> C`.
    pub(super) bound: TokenStream,
    /// `Fn(A, B) -> C`, for people.
    pub(super) words: String,
    /// Parameters for what `impl Trait` is in the return type.
    pub(super) opaque: Vec<TypeParam>,
    /// What the closure returns may borrow for this long: what outlives the closure itself.
    pub(super) lent: Option<Lifetime>,
    /// What a method may take for granted about the types in its signature, and an impl has to say.
    pub(super) outliving: Vec<WherePredicate>,
    /// Traits that combine bounds.
    pub(super) traits: TokenStream,
    /// The method of the impl.
    pub(super) method: TokenStream,
}

pub(super) fn plan(sam: &mut Sam) -> Result<Plan, Why> {
    let names = erase::argument_names(sam);
    let Erased { arguments, traits } = erase::erase(sam, &names)?;

    let in_arguments: Vec<Lifetime> = arguments
        .iter()
        .flat_map(|argument| types::lifetimes(&argument.seen))
        .collect();
    let bound_lifetimes: Vec<Lifetime> = sam
        .method
        .sig
        .generics
        .lifetimes()
        .map(|it| it.lifetime.clone())
        .filter(|it| in_arguments.contains(it))
        .collect();

    let mut output = output(sam, &bound_lifetimes)?;
    let lent = output.lent.take();
    let mut outliving = Vec::new();
    if let (Some(lent), Some(ty)) = (&lent, &output.ty) {
        let all = parameters_in(sam, ty);
        outliving.extend(all.into_iter().map(|it| parse_quote!(#it: #lent)));
    }
    let seen = arguments.iter().map(|argument| &argument.seen);
    for reference in seen.chain(&output.ty).flat_map(types::references) {
        if let Some(lifetime) = &reference.lifetime
            && sam.generics.lifetimes().any(|it| it.lifetime == *lifetime)
        {
            let all = parameters_in(sam, &reference.elem);
            outliving.extend(all.into_iter().map(|it| parse_quote!(#it: #lifetime)));
        }
    }
    let opaque = std::mem::take(&mut output.opaque);
    let returned = output.ty.map(|ty| quote!(-> #ty));

    let seen: Vec<&Type> = arguments.iter().map(|argument| &argument.seen).collect();
    // What rustc says about a closure points to the method.
    let span = sam.method.sig.ident.span().resolved_at(Span::call_site());
    let closure_trait = sam.kind.closure_trait(sam.is_async(), span);
    let signature = quote_spanned!(span=> (#(#seen),*) #returned);
    let binder = (!bound_lifetimes.is_empty()).then(|| quote!(for<#(#bound_lifetimes),*>));
    let unpin = (sam.kind == Kind::Pinned).then(|| quote!(+ ::core::marker::Unpin));
    let words = format!(
        "{}{}",
        closure_trait
            .to_string()
            .rsplit(' ')
            .next()
            .unwrap_or_default(),
        code(&signature)
    );

    let sig = implemented(&sam.method.sig, &names, |index| arguments[index].mutable);
    let before = arguments.iter().map(|argument| &argument.before);
    let passed: Vec<_> = arguments.iter().map(|argument| &argument.passed).collect();
    // Whether a bound has a `dyn` is what rustc finds out here, so it says so on the bound.
    let erased = arguments.iter().find_map(|it| it.erased);
    let call = call(sam, &sig, &passed, erased.unwrap_or_else(Span::call_site));
    let method = quote! {
        #[inline]
        #sig {
            #(#before)*
            #call
        }
    };
    Ok(Plan {
        bound: quote_spanned!(span=> #binder #closure_trait #signature #unpin),
        words,
        opaque,
        lent,
        outliving,
        traits,
        method,
    })
}

/// The trait's parameters that `ty` mentions.
fn parameters_in(sam: &Sam, ty: &Type) -> Vec<TokenStream> {
    let named = types::lifetimes(ty);
    let lifetimes = sam
        .generics
        .lifetimes()
        .map(|it| &it.lifetime)
        .filter(|it| named.contains(it))
        .map(ToTokens::to_token_stream);
    let types = sam
        .generics
        .type_params()
        .map(|it| &it.ident)
        .chain(sam.associated.iter().map(|it| &it.parameter))
        .filter(|it| types::mentions(ty, std::slice::from_ref(*it)))
        .map(ToTokens::to_token_stream);
    lifetimes.chain(types).collect()
}

/// The call of the closure in the method.
pub(super) fn call(
    sam: &Sam,
    sig: &Signature,
    passed: &[impl ToTokens],
    span: Span,
) -> TokenStream {
    let this = this(sig);
    let closure = if sam.kind == Kind::Pinned {
        quote!(::core::pin::Pin::get_mut(#this).closure)
    } else {
        quote!(#this.closure)
    };
    let wait = sam.is_async().then(|| quote!(.await));
    quote_spanned!(span=> (#closure)(#(#passed),*) #wait)
}

/// The signature of the impl's method: the trait's, with `names` for its arguments.
pub(super) fn implemented(
    sig: &Signature,
    names: &[Ident],
    mutable: impl Fn(usize) -> bool,
) -> Signature {
    let mut sig = sig.clone();
    let mut index = 0;
    for input in &mut sig.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                receiver.attrs.clear();
                receiver.mutability = None;
            }
            FnArg::Typed(argument) => {
                let name = &names[index];
                let mutability = mutable(index).then(|| quote!(mut));
                argument.attrs.clear();
                *argument.pat = Pat::Verbatim(quote!(#mutability #name));
                index += 1;
            }
        }
    }
    sig
}

/// Where the trait says how `self` is taken.
pub(super) fn receiver_span(sam: &Sam) -> Span {
    let sig = &sam.method.sig;
    sig.receiver()
        .map_or(sig.ident.span(), |it| it.self_token.span)
        .resolved_at(Span::call_site())
}

/// `self`, as the body of a method writes it.
pub(super) fn this(sig: &Signature) -> TokenStream {
    sig.receiver()
        .map_or_else(|| quote!(self), |it| it.self_token.to_token_stream())
}

/// What the closure returns.
struct Output {
    ty: Option<Type>,
    opaque: Vec<TypeParam>,
    lent: Option<Lifetime>,
}

fn output(sam: &mut Sam, bound: &[Lifetime]) -> Result<Output, Why> {
    let mut output = Output {
        ty: None,
        opaque: Vec::new(),
        lent: None,
    };
    let ReturnType::Type(_, written) = &sam.method.sig.output else {
        return Ok(output);
    };
    let written = Type::clone(written);
    let parameters: Vec<Ident> = sam
        .method
        .sig
        .generics
        .type_params()
        .map(|it| it.ident.clone())
        .collect();
    if types::mentions(&written, &parameters) {
        return Err(Why(format!(
            "a closure returns one type, and `{}` depends on the argument",
            code(&written)
        )));
    }
    let mut ty = sam.outside(&written);

    // A closure can't return what borrows from itself, but what borrows from something that outlives
    // it. Other lifetimes that no argument has are whatever the caller asks for: `'static`.
    let names = &mut sam.names;
    let lifetime = &mut output.lent;
    let mut outliving = || {
        lifetime
            .get_or_insert_with(|| names.fresh_lifetime("lent"))
            .clone()
    };
    if sam.kind != Kind::Once {
        Elided(&mut outliving).visit_type_mut(&mut ty);
    }
    let mut replace = types::Replace::default();
    for parameter in sam.method.sig.generics.lifetimes() {
        let lifetime = &parameter.lifetime;
        if bound.contains(lifetime) || !types::lifetimes(&ty).contains(lifetime) {
            continue;
        }
        let instead = if sam.self_lifetime.as_ref() == Some(lifetime) {
            outliving()
        } else {
            parse_quote!('static)
        };
        replace
            .lifetimes
            .insert(lifetime.ident.to_string(), instead);
    }
    replace.visit_type_mut(&mut ty);

    let mut borrows = false;
    let opaque = &mut output.opaque;
    let lent = output.lent.clone();
    let names = &mut sam.names;
    Opaque(&mut |found| {
        let ident = names.fresh("Returned");
        let mut parameter = TypeParam::from(ident.clone());
        parameter.colon_token = Some(syn::token::Colon::default());
        parameter.bounds = found
            .bounds
            .iter()
            .filter(|it| !matches!(it, TypeParamBound::PreciseCapture(_)))
            .cloned()
            .collect();
        let mut as_type: Type = parse_quote!(#found);
        borrows |= types::lifetimes(&as_type)
            .iter()
            .any(|it| bound.contains(it));
        // `impl Iterator<Item = &str>` has exactly the lifetime of `self` in it.
        borrows |= found
            .bounds
            .iter()
            .filter_map(types::bound_path)
            .any(|path| {
                types::lifetimes_in(path.to_token_stream())
                    .iter()
                    .any(|it| Some(it) == lent.as_ref())
            });
        let mut elided = || {
            borrows = true;
            parse_quote!('static)
        };
        Elided(&mut elided).visit_type_mut(&mut as_type);
        opaque.push(parameter);
        parse_quote!(#ident)
    })
    .visit_type_mut(&mut ty);
    if borrows {
        return Err(Why(format!(
            "a closure returns one type, and what `{}` is depends on what it borrows",
            code(&written)
        )));
    }
    output.ty = Some(ty);
    Ok(output)
}
