//! `#[sam]` and foreign traits, written out: the closure's type, its impl, and its constructor.

use super::erase::Why;
use super::model::Sam;
use super::plan::{self, Plan};
use super::types;
use crate::code::code;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, GenericParam, Generics, Lifetime, Path, Visibility, parse_quote};

/// The closure's type with its impl, and the constructor.
pub(super) fn constructor(sam: &mut Sam, plan: &Plan, attributes: &[&Attribute]) -> TokenStream {
    let Plan {
        bound,
        words,
        opaque,
        lent,
        outliving,
        traits,
        method,
    } = plan;
    let ident = &sam.ident.clone();
    let constructor = &sam.constructor.clone().unwrap_or_else(|| ident.clone());
    let vis = &sam.vis.clone();
    let closure = sam.names.fresh("F");
    let structure = structure(ident);
    let (definition, named) = definition(sam, &structure, &closure, lent.as_ref());

    let mut generics = sam.parameters();
    if let Some(lent) = lent {
        generics.params.insert(0, parse_quote!(#lent));
    }
    for parameter in opaque {
        generics.params.push(GenericParam::Type(parameter.clone()));
    }
    generics.params.push(parse_quote!(#closure));
    let clause = generics.make_where_clause();
    clause.predicates.push(parse_quote!(#closure: #bound));
    clause.predicates.extend(outliving.iter().cloned());

    let mut of_impl = generics.clone();
    let supertraits = &sam.supertraits;
    if !supertraits.is_empty() {
        let clause = of_impl.make_where_clause();
        clause.predicates.push(parse_quote!(Self: #supertraits));
    }
    // Where a closure needs more than the receiver gives, rustc points to where it is taken.
    let span = plan::receiver_span(sam);
    let mut taken = closure.clone();
    taken.set_span(span);
    let of_function = function_generics(sam, generics, &closure);

    let trait_path = sam.trait_path();
    let associated = sam.associated.iter().map(|associated| {
        let name = &associated.item.ident;
        let parameter = &associated.parameter;
        quote!(type #name = #parameter;)
    });
    let (impl_parameters, _, impl_clause) = of_impl.split_for_impl();
    let (parameters, _, function_clause) = of_function.split_for_impl();
    let doc = format!(
        " A closure as [`{ident}`](trait@{ident}): an `{words}` that is the trait's method `{}`.",
        sam.method.sig.ident
    );
    quote! {
        #traits
        #definition

        #[allow(deprecated, clippy::all, clippy::pedantic, clippy::nursery)]
        impl #impl_parameters #trait_path for #named #impl_clause {
            #(#associated)*
            #method
        }

        #[doc = #doc]
        #(#attributes)*
        #[inline]
        #[must_use]
        #[allow(non_snake_case, deprecated, clippy::all, clippy::pedantic, clippy::nursery)]
        #vis const fn #constructor #parameters(closure: #taken) -> #named #function_clause {
            #structure { closure, types: ::core::marker::PhantomData }
        }
    }
}

/// The name of the closure's type.
fn structure(ident: &Ident) -> Ident {
    format_ident!("__Sam{}", ident.unraw(), span = Span::call_site())
}

/// The closure's type with what every closure is, and the type as others name it.
fn definition(
    sam: &Sam,
    structure: &Ident,
    closure: &Ident,
    lent: Option<&Lifetime>,
) -> (TokenStream, TokenStream) {
    let vis = &sam.vis;
    // Parameters that no bound on the closure would tell.
    let types: Vec<&Ident> = sam
        .generics
        .type_params()
        .map(|it| &it.ident)
        .chain(sam.associated.iter().map(|it| &it.parameter))
        .collect();
    let lifetime = lent.map(|lent| quote!(#lent,));
    let borrowed = lent.map(|lent| quote!(& #lent (),));
    let named = quote!(#structure<#lifetime #closure, #(#types),*>);
    let parameters = quote!(#(#types: ?::core::marker::Sized),*);
    let text = sam.ident.unraw().to_string();
    // A closure for `Debug` is made by the impl that follows.
    let is_debug = sam
        .foreign
        .as_ref()
        .and_then(types::last)
        .unwrap_or(&sam.ident)
        == "Debug";
    let debug = (!is_debug).then(|| {
        quote! {
            #[automatically_derived]
            impl<#lifetime #closure, #parameters> ::core::fmt::Debug for #named {
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::write_str(formatter, #text)
                }
            }
        }
    });
    let definition = quote! {
        #[doc(hidden)]
        #vis struct #structure<#lifetime #closure, #parameters> {
            closure: #closure,
            // Whatever the types are, the closure alone decides on auto traits.
            types: ::core::marker::PhantomData<
                fn() -> (#borrowed #(::core::marker::PhantomData<#types>,)*)
            >,
        }
        #[automatically_derived]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<#lifetime #closure: ::core::clone::Clone, #parameters> ::core::clone::Clone for #named {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    closure: ::core::clone::Clone::clone(&self.closure),
                    types: ::core::marker::PhantomData,
                }
            }
        }
        #[automatically_derived]
        impl<#lifetime #closure: ::core::marker::Copy, #parameters> ::core::marker::Copy for #named {}
        #debug
    };
    (definition, named)
}

/// The constructor's parameters: all can be written out, and the closure is held to the supertraits.
fn function_generics(sam: &Sam, mut generics: Generics, closure: &Ident) -> Generics {
    let lifetimes: Vec<Lifetime> = sam
        .generics
        .lifetimes()
        .map(|it| it.lifetime.clone())
        .collect();
    let held = sam_bounds(sam);
    let clause = generics.make_where_clause();
    for lifetime in lifetimes {
        // A lifetime without a bound could not be written in `Trait::<'a, …>(…)`.
        clause.predicates.push(parse_quote!(#lifetime: #lifetime));
    }
    if !held.is_empty() {
        clause.predicates.push(parse_quote!(#closure: #(#held)+*));
    }
    generics
}

/// The supertraits that hold if they hold for the closure.
fn sam_bounds(sam: &Sam) -> Vec<syn::TypeParamBound> {
    use syn::parse::Parser;
    syn::punctuated::Punctuated::<syn::TypeParamBound, syn::Token![+]>::parse_terminated
        .parse2(sam.supertraits.clone())
        .unwrap_or_default()
        .into_iter()
        .filter(|bound| {
            !types::bound_path(bound)
                .and_then(types::last)
                .is_some_and(|name| name == "Debug" || name == "Sized")
        })
        .collect()
}

/// In place of a constructor: a function that no call compiles of, and that says what to write.
pub(super) fn refusal(sam: &mut Sam, why: &Why, attributes: &[&Attribute]) -> TokenStream {
    let ident = &sam.ident;
    let vis = &sam.vis;
    let marker = format_ident!("__{}FromClosure", ident.unraw());
    let arguments: Vec<String> = sam
        .arguments()
        .map(|argument| format!("{}: {}", code(&argument.pat), code(&argument.ty)))
        .collect();
    let arguments = arguments.join(", ");
    let message = format!(
        "a closure with inferred captures can't implement `{ident}`: {}",
        why.0
    );
    let named =
        format!("name what it captures: `sam!(impl {ident} [k: &usize] |{arguments}| {{ … }})`");
    let helper = format!(
        "or capture a closure that does the rest: \
         `sam!(impl {ident} [helper = |n: usize| …] |{arguments}| {{ … }})`"
    );
    let doc = format!(
        " A closure with inferred captures can't implement [`{ident}`](trait@{ident}): {}. Write \
         `sam!(impl {ident} [captures] |{arguments}| {{ … }})`.",
        why.0
    );
    let closure = sam.names.fresh("F");
    quote! {
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(
            message = #message,
            label = "captures have to be named here",
            note = #named,
            note = #helper
        )]
        #[allow(non_camel_case_types)]
        #vis trait #marker {}

        #[doc = #doc]
        #(#attributes)*
        #[allow(non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
        #vis const fn #ident<#closure>(closure: #closure) -> #closure
        where
            for<'never> &'never (): #marker,
        {
            closure
        }
    }
}

/// The trait from elsewhere, under the name of its constructor.
pub(super) fn reexport(sam: &Sam, path: &Path) -> TokenStream {
    let ident = &sam.ident;
    let vis = &sam.vis;
    let module = crate::told::hidden("trait", ident);
    let inner = from_within(vis);
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.arguments = syn::PathArguments::None;
    }
    let begins = path
        .segments
        .first()
        .map(|segment| segment.ident.to_string());
    let absolute = path.leading_colon.is_some() || begins.as_deref() == Some("crate");
    let scope = (!absolute).then(|| {
        quote!(
            #[allow(unused_imports)]
            use super::*;
        )
    });
    // `use core::fmt::Debug` brings a derive macro along, which would clash with the macro that tells
    // of the trait. What comes by `*` gives way.
    quote! {
        #[doc(hidden)]
        #[allow(non_snake_case)]
        mod #module {
            #scope
            #[allow(unused_imports)]
            #inner use #path as #ident;
        }
        #[allow(unused_imports)]
        #[doc(no_inline)]
        #vis use #module::*;
    }
}

/// The visibility that is `vis` one module further in.
fn from_within(vis: &Visibility) -> Visibility {
    match vis {
        Visibility::Inherited => parse_quote!(pub(super)),
        Visibility::Restricted(restricted) => {
            let path = &restricted.path;
            match path.segments.first() {
                Some(first) if first.ident == "self" => parse_quote!(pub(super)),
                Some(first) if first.ident == "super" => parse_quote!(pub(in super::#path)),
                _ => vis.clone(),
            }
        }
        Visibility::Public(_) => vis.clone(),
    }
}
