//! What `sam!` takes.

use crate::krate::Krate;
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    BoundLifetimes, Expr, ExprClosure, Generics, Pat, Path, PathArguments, Token, TraitItem, Type,
    braced, bracketed, token,
};

/// `impl Trait<…> |x| …`, and everything that may stand in between.
pub(super) struct Input {
    pub(super) krate: Krate,
    pub(super) word: Option<Token![impl]>,
    /// `impl<T: Debug>`: parameters of the function around, said again.
    pub(super) generics: Generics,
    /// `impl for<'a> Trait<'a>`.
    pub(super) binder: Option<BoundLifetimes>,
    pub(super) path: Path,
    /// `[k: &usize]`
    pub(super) captures: Option<Captures>,
    /// `{ type Item; fn next(&mut self) -> Option<Self::Item>; }`
    pub(super) declaration: Option<Vec<TraitItem>>,
    pub(super) closure: Expr,
}

/// What stands in square brackets.
pub(super) struct Captures {
    pub(super) span: Span,
    pub(super) all: Punctuated<Capture, Token![,]>,
}

/// A captured variable: `mut n: u32 = 0`.
pub(super) struct Capture {
    pub(super) mutability: Option<Token![mut]>,
    pub(super) name: Ident,
    pub(super) ty: Option<Type>,
    pub(super) value: Option<Expr>,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = input.parse()?;
        let word = input.parse::<Option<Token![impl]>>()?;
        let mut generics = Generics::default();
        let mut binder = None;
        if word.is_some() {
            // `impl<T>`, but not `impl <T as …>`.
            if input.peek(Token![<]) {
                generics = input.parse()?;
            }
            binder = input.parse()?;
        }
        if input.peek(Token![|]) || input.peek(Token![move]) || input.peek(Token![||]) {
            return Err(input.error(
                "which trait? rustc does not tell a macro what is wanted here: write \
                 `impl Trait |x| …`",
            ));
        }
        if input.is_empty() {
            return Err(missing(
                "write a trait and a closure: `sam!(impl Trait |x| …)`",
            ));
        }
        if !(input.peek(Ident::peek_any) || input.peek(Token![::]) || input.peek(token::Group)) {
            return Err(input.error("expected a trait: `sam!(impl Trait |x| …)`"));
        }
        let path = trait_path(input)?;
        input.parse::<Option<Token![,]>>()?;
        let mut captures = None;
        let mut declaration = None;
        if input.peek(token::Bracket) {
            let content;
            let brackets = bracketed!(content in input);
            captures = Some(Captures {
                span: brackets.span.join(),
                all: Punctuated::parse_terminated(&content)?,
            });
            input.parse::<Option<Token![,]>>()?;
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let mut items = Vec::new();
            while !content.is_empty() {
                items.push(content.parse()?);
            }
            declaration = Some(items);
            input.parse::<Option<Token![,]>>()?;
        }
        if let Some(clause) = input.parse()? {
            generics.where_clause = Some(clause);
        }
        if input.is_empty() {
            return Err(missing(
                "a closure is missing here: `sam!(impl Trait |x| …)`",
            ));
        }
        let closure = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error("nothing follows the closure"));
        }
        Ok(Self {
            krate,
            word,
            generics,
            binder,
            path,
            captures,
            declaration,
            closure,
        })
    }
}

/// What is not there has no place of its own.
fn missing(text: &str) -> syn::Error {
    syn::Error::new(Span::call_site(), text)
}

/// A trait's path; `FnOnce(_) -> _ |x| …` too.
fn trait_path(input: ParseStream<'_>) -> syn::Result<Path> {
    const FN: [&str; 6] = [
        "Fn",
        "FnMut",
        "FnOnce",
        "AsyncFn",
        "AsyncFnMut",
        "AsyncFnOnce",
    ];
    let mut path: Path = input.parse()?;
    if input.peek(token::Paren)
        && let Some(last) = path.segments.last_mut()
        && FN.iter().any(|name| last.ident == name)
        && last.arguments.is_none()
    {
        last.arguments = PathArguments::Parenthesized(input.parse()?);
    }
    if input.peek(Token![+]) {
        return Err(input.error("a closure is of one trait"));
    }
    Ok(path)
}

impl Parse for Capture {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![&]) {
            return Err(
                input.error("write a captured variable with its type: `k: &usize` borrows `k`")
            );
        }
        let mutability = input.parse()?;
        let name = input.parse()?;
        let ty = if input.parse::<Option<Token![:]>>()?.is_some() {
            Some(input.parse()?)
        } else {
            None
        };
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self {
            mutability,
            name,
            ty,
            value,
        })
    }
}

impl Input {
    /// The closure, in whatever brackets.
    pub(super) fn as_closure(&self) -> Option<&ExprClosure> {
        fn of(expression: &Expr) -> Option<&ExprClosure> {
            match expression {
                Expr::Closure(closure) => Some(closure),
                Expr::Group(group) => of(&group.expr),
                Expr::Paren(paren) => of(&paren.expr),
                _ => None,
            }
        }
        of(&self.closure)
    }

    /// `FnOnce(_) -> _`: the arguments in round brackets.
    pub(super) fn is_fn(&self) -> bool {
        self.path
            .segments
            .last()
            .is_some_and(|it| matches!(it.arguments, PathArguments::Parenthesized(_)))
    }

    /// Whether the closure's body becomes the method's.
    pub(super) fn is_static(&self) -> bool {
        self.captures.is_some()
            || !self.generics.params.is_empty()
            || self.as_closure().is_some_and(|closure| {
                let takes_impl = closure.inputs.iter().any(|input| match input {
                    Pat::Type(input) => super::types::has_impl(&input.ty),
                    _ => false,
                });
                let has_parameters = closure.lifetimes.as_ref().is_some_and(|binder| {
                    binder
                        .lifetimes
                        .iter()
                        .any(|it| !matches!(it, syn::GenericParam::Lifetime(_)))
                });
                takes_impl || has_parameters
            })
    }

    /// Whether the path says more than the trait's name.
    pub(super) fn has_arguments(&self) -> bool {
        let Some(arguments) = super::types::arguments(&self.path) else {
            return false;
        };
        arguments.args.iter().any(|argument| {
            !matches!(argument, syn::GenericArgument::Type(ty)
                if matches!(super::types::bare(ty), Type::Infer(_)))
        })
    }

    /// The path as a value: without arguments.
    pub(super) fn constructor(&self) -> TokenStream {
        let mut path = self.path.clone();
        if let Some(last) = path.segments.last_mut() {
            last.arguments = PathArguments::None;
        }
        path.to_token_stream()
    }
}
