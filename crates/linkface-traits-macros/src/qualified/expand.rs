//! The expansion of a call.

use super::arms::Arms;
use super::helper::{Helper, Takes};
use super::known::{self, Known};
use super::method::{Method, Of};
use super::receiver::Receiver;
use super::scope::Scope;
use super::search::Search;
use super::temporaries;
use crate::krate::Krate;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ExprMethodCall;

/// What replaces `call`, a call of `method`.
pub(crate) fn call(
    krate: &Krate,
    scope: &Scope,
    call: &ExprMethodCall,
    method: &Method,
) -> TokenStream {
    let runtime = quote!(#krate::__private::qualified);
    let receiver = Receiver::new(&runtime, &call.receiver);
    let captured = receiver.kept.is_none()
        && receiver
            .variable
            .as_ref()
            .is_some_and(|name| scope.is_captured(name));
    let site = Site {
        runtime: &runtime,
        captured,
        receiver,
        call,
    };
    let path = match &method.of {
        Of::Type(written, path) => {
            let search = Search::Written(written);
            return site.plain(&path.to_token_stream(), &search);
        }
        Of::Trait(path) => path,
    };
    let path = known::with_parameters(path);
    let function = method.function(&path);
    let search = if mentions_inference(path.to_token_stream()) {
        Search::None
    } else {
        Search::Helper(Helper::new(&runtime, scope, method, &path))
    };
    match known::method(&path, &method.name) {
        Some(known) => site.known(&function, &search, &known),
        None => site.asked(&function, &search),
    }
}

/// Whether an argument of the trait is left to inference: then no search can be for it, since a search
/// and the call would each infer their own.
fn mentions_inference(path: TokenStream) -> bool {
    path.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "_",
        TokenTree::Group(group) => mentions_inference(group.stream()),
        _ => false,
    })
}

/// One call.
struct Site<'a> {
    runtime: &'a TokenStream,
    receiver: Receiver,
    /// A closure captures the receiver: every mention of it counts, even where nothing is reached.
    captured: bool,
    call: &'a ExprMethodCall,
}

impl Site<'_> {
    /// `function(receiver, args)`
    fn apply(&self, function: &TokenStream, receiver: &TokenStream) -> TokenStream {
        let attributes = &self.call.attrs;
        let mut all = quote!(#receiver);
        for argument in &self.call.args {
            all.extend(quote!(, #argument));
        }
        // The parentheses are the user's: messages about arguments point there.
        let mut all = Group::new(Delimiter::Parenthesis, all);
        all.set_span(self.call.paren_token.span.join());
        quote!(#(#attributes)* #function #all)
    }

    /// A trait of the standard library: one search makes the argument.
    fn known(&self, function: &TokenStream, search: &Search<'_>, known: &Known) -> TokenStream {
        let Receiver { place, owned, .. } = &self.receiver;
        let argument = match known.takes {
            Takes::Value => search.value(known, owned),
            Takes::Ref => search.by_ref(self.runtime, Some(known), place),
            Takes::Mut => search.by_mut(self.runtime, Some(known), &self.receiver),
        };
        if known.takes == Takes::Mut
            && self.reads_receiver()
            && let Some(two_phases) = search.two_phases(known, &self.receiver, function, self.call)
        {
            return two_phases;
        }
        self.apply(function, &self.receiver.after(argument))
    }

    /// Whether an argument mentions the variable that the receiver belongs to.
    fn reads_receiver(&self) -> bool {
        fn mentions(tokens: TokenStream, name: &Ident) -> bool {
            tokens.into_iter().any(|token| match token {
                TokenTree::Ident(found) => found == *name,
                TokenTree::Group(group) => mentions(group.stream(), name),
                _ => false,
            })
        }
        self.receiver.variable.as_ref().is_some_and(|variable| {
            mentions(self.call.args.to_token_stream(), variable) && self.receiver.before.is_empty()
        })
    }

    /// Any trait: what its method takes is asked.
    fn asked(&self, function: &TokenStream, search: &Search<'_>) -> TokenStream {
        // A method of a trait that only a reference implements is told apart by the method itself,
        // which then needs a variable. But a variable's scope ends the lives of temporaries in
        // arguments, and hides from closures what the method wants of them.
        if !self.call.args.iter().all(temporaries::none) {
            return self.plain(function, search);
        }
        let variable = Ident::new("method", Span::mixed_site());
        let arms = Arms {
            runtime: self.runtime,
            receiver: &self.receiver,
            captured: self.captured,
            search,
            method: Some((&variable, self.call.args.len())),
        };
        let applied = self.apply(&variable.to_token_stream(), &arms.tokens());
        let mut names = vec![variable];
        let mut values = vec![function.clone()];
        for (name, value) in &self.receiver.before {
            names.push(name.clone());
            values.push(value.clone());
        }
        if self.receiver.before.is_empty() {
            quote!((match #(#values)* { #(#names)* => #applied }))
        } else {
            quote!((match (#(#values),*) { (#(#names),*) => #applied }))
        }
    }

    /// As a call that stands by itself, so that temporaries in it live as long as the statement's.
    fn plain(&self, function: &TokenStream, search: &Search<'_>) -> TokenStream {
        let arms = Arms {
            runtime: self.runtime,
            receiver: &self.receiver,
            captured: self.captured,
            search,
            method: None,
        };
        self.apply(function, &self.receiver.after(arms.tokens()))
    }
}
