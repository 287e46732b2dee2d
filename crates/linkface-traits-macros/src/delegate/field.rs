//! `self.field.name`, `self.0.{a, b}`, `self.0.*`, `(self.0 as Type).*`

use super::paths::{as_in_expressions, as_in_types};
use super::plan::prefix;
use super::target::{Names, Source, rename, tree};
use proc_macro2::{Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, Ident, Lit, Path, Token, Type, UnOp, braced, parenthesized, token};

/// A field of `self`, or another place.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) tokens: TokenStream,
    /// `as Type`
    pub(super) ty: Option<Type>,
    /// Of `(*pointer)`: the pointer.
    pub(super) pointer: Option<TokenStream>,
    /// `self.0.Trait::method`: which of the field's traits.
    pub(super) of: Option<Path>,
    /// `match self { Self::A(it) => it, … }`
    pub(super) variants: Option<TokenStream>,
}

impl Place {
    pub(super) fn words(&self) -> String {
        self.tokens.to_string().replace(" . ", ".")
    }

    /// `(self.0 as Type)`
    fn parenthesized(input: ParseStream<'_>) -> syn::Result<Self> {
        let content;
        parenthesized!(content in input);
        let (expression, ty) = match plain(content.parse()?) {
            Expr::Cast(cast) => (plain(*cast.expr), Some(*cast.ty)),
            expression => (expression, None),
        };
        if !content.is_empty() {
            return Err(content.error("expected `)` or `as`"));
        }
        let pointer = match &expression {
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                Some(unary.expr.to_token_stream())
            }
            _ => None,
        };
        let variants = match &expression {
            Expr::Match(variants) => Some(variants.to_token_stream()),
            _ => None,
        };
        let tokens = match &expression {
            // What a `.` can follow as it is.
            Expr::Field(_) | Expr::Path(_) | Expr::MethodCall(_) | Expr::Call(_) => {
                expression.to_token_stream()
            }
            _ => quote!((#expression)),
        };
        Ok(Self {
            tokens,
            ty,
            pointer,
            of: None,
            variants,
        })
    }
}

/// An expression without parentheses around it.
fn plain(expression: Expr) -> Expr {
    match expression {
        Expr::Paren(paren) => plain(*paren.expr),
        Expr::Group(group) => plain(*group.expr),
        expression => expression,
    }
}

fn itself(star: Token![*]) -> syn::Error {
    syn::Error::new_spanned(
        star,
        "`self` would delegate to itself: name a field, `use self.field.*;`",
    )
}

/// A place, and names in it.
pub(super) fn parse(input: ParseStream<'_>, add: &mut dyn FnMut(Source, Names)) -> syn::Result<()> {
    let mut place = if input.peek(token::Paren) {
        let place = Place::parenthesized(input)?;
        input.parse::<Token![.]>()?;
        place
    } else {
        let word: Token![self] = input.parse()?;
        input.parse::<Token![.]>()?;
        Place {
            tokens: word.to_token_stream(),
            ty: None,
            pointer: None,
            of: None,
            variants: None,
        }
    };
    let is_bare = |place: &Place| place.ty.is_none() && is_self(&place.tokens);
    loop {
        // Behind a dot.
        if input.peek(Token![*]) {
            let star: Token![*] = input.parse()?;
            if is_bare(&place) {
                return Err(itself(star));
            }
            add(Source::Place(Box::new(place)), Names::All(star));
            return Ok(());
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            while !content.is_empty() {
                if content.peek(Token![*]) {
                    let star: Token![*] = content.parse()?;
                    if is_bare(&place) {
                        return Err(itself(star));
                    }
                    add(Source::Place(Box::new(place.clone())), Names::All(star));
                } else {
                    let name = content.call(Ident::parse_any)?;
                    let rename = rename(&content)?;
                    add(
                        Source::Place(Box::new(place.clone())),
                        Names::One { name, rename },
                    );
                }
                if !content.is_empty() {
                    content.parse::<Token![,]>()?;
                }
            }
            return Ok(());
        }
        if input.peek(Lit) {
            number(input, &mut place)?;
            continue;
        }
        if input.peek2(Token![::]) || input.peek(Token![::]) || input.peek2(Token![<]) {
            return qualified(input, &place, add);
        }
        let name = input.call(Ident::parse_any)?;
        if input.peek(Token![.]) {
            push(&mut place, &name, input.parse()?);
            continue;
        }
        if input.peek(token::Paren) || input.peek(token::Bracket) || input.peek(Token![?]) {
            return Err(input.error(
                "an expression that is more than a field stands in parentheses: \
                 `use (self.inner.get()).*;`",
            ));
        }
        if is_bare(&place) {
            return Err(syn::Error::new_spanned(
                &name,
                format!(
                    "which methods of the field? write `use self.{name}.*;`, or name them: \
                     `use self.{name}.{{a, b}};`"
                ),
            ));
        }
        let rename = rename(input)?;
        add(Source::Place(Box::new(place)), Names::One { name, rename });
        return Ok(());
    }
}

/// `Trait::method`, `Trait::{a, b}`, `Trait::*` behind a dot.
fn qualified(
    input: ParseStream<'_>,
    place: &Place,
    add: &mut dyn FnMut(Source, Names),
) -> syn::Result<()> {
    let mut wrong = None;
    let mut add_qualified = |source, names| {
        let Source::Path(path) = source else { return };
        match prefix(&path) {
            Some(of) if path.qself.is_none() => {
                let place = Place {
                    of: Some(as_in_types(&of)),
                    ..place.clone()
                };
                add(Source::Place(Box::new(place)), names);
            }
            _ => wrong = Some(syn::Error::new_spanned(path, "expected `Trait::method`")),
        }
    };
    tree(input, &TokenStream::new(), &mut add_qualified)?;
    wrong.map_or(Ok(()), Err)
}

/// `self` and nothing behind it.
fn is_self(tokens: &TokenStream) -> bool {
    tokens.to_string() == "self"
}

/// Puts a dot and a member behind the place.
fn push(place: &mut Place, member: &impl ToTokens, dot: Token![.]) {
    let tokens = &place.tokens;
    place.tokens = quote!(#tokens #dot #member);
    place.pointer = None;
    place.variants = None;
}

/// The number of a field, and the dot behind it. To the lexer `0.1` and `0.` are each one number.
fn number(input: ParseStream<'_>, place: &mut Place) -> syn::Result<()> {
    let literal: Literal = input.parse()?;
    let text = literal.to_string();
    let mut dotted = false;
    for part in text.split('.') {
        dotted = part.is_empty();
        if dotted {
            break;
        }
        let index: usize = part.parse().map_err(|_| {
            syn::Error::new(
                literal.span(),
                "expected a field, a method's name, `*` or `{`",
            )
        })?;
        let mut index = Literal::usize_unsuffixed(index);
        index.set_span(literal.span());
        let mut dot = Punct::new('.', Spacing::Alone);
        dot.set_span(literal.span());
        let dot: Token![.] = syn::parse2(TokenTree::Punct(dot).into())?;
        push(place, &index, dot);
    }
    if dotted {
        return Ok(());
    }
    if !input.peek(Token![.]) {
        return Err(syn::Error::new(
            literal.span(),
            format!(
                "which methods of the field? write `.*`, or name them: `use self.{text}.{{a, b}};`"
            ),
        ));
    }
    input.parse::<Token![.]>()?;
    Ok(())
}

impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let place = &self.tokens;
        let ty = self.ty.as_ref().map(|ty| quote!(as #ty));
        tokens.extend(quote!((#place #ty)));
        if let Some(of) = &self.of {
            // Behind a `.` an expression's path is expected.
            let of = as_in_expressions(of);
            tokens.extend(quote!(. #of));
        }
    }
}
