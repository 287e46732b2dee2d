//! The signature of a function or method.

use crate::attribute::attributes;
use crate::cursor::{Cursor, Tokens, plain, split_commas, stream};
use crate::errors::Mistake;
use crate::generics::Generics;
use crate::template::tokens;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// One parameter: `self` is one, with its type written out.
#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) pattern: Tokens,
    /// The pattern, if it is a mere name; `self` for a receiver.
    pub(crate) name: Option<Ident>,
    pub(crate) is_receiver: bool,
    pub(crate) ty: Tokens,
    /// As the user wrote it.
    pub(crate) tokens: Tokens,
}

#[derive(Clone)]
pub(crate) struct Signature {
    pub(crate) constness: Option<Ident>,
    pub(crate) asyncness: Option<Ident>,
    pub(crate) unsafety: Option<Ident>,
    /// `extern "C"`
    pub(crate) abi: Tokens,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) variadic: Option<Span>,
    /// Empty for `()`.
    pub(crate) ret: Tokens,
    /// With its keyword.
    pub(crate) where_clause: Tokens,
    pub(crate) body: Option<Group>,
}

impl Signature {
    /// Reads from the qualifiers on; the attributes and the visibility are gone.
    pub(crate) fn parse(cursor: &mut Cursor) -> Result<Self, Mistake> {
        let mut signature = Self {
            constness: None,
            asyncness: None,
            unsafety: None,
            abi: Tokens::new(),
            name: Ident::new("unnamed", Span::call_site()),
            generics: Generics::default(),
            parameters: Vec::new(),
            variadic: None,
            ret: Tokens::new(),
            where_clause: Tokens::new(),
            body: None,
        };
        loop {
            if let Some(word) = cursor.eat_ident("const") {
                signature.constness = Some(word);
            } else if let Some(word) = cursor.eat_ident("async") {
                signature.asyncness = Some(word);
            } else if let Some(word) = cursor.eat_ident("unsafe") {
                signature.unsafety = Some(word);
            } else if let Some(word) = cursor.eat_ident("extern") {
                signature.abi.push(TokenTree::Ident(word));
                if !cursor.is_ident("fn") {
                    signature.abi.extend(cursor.next());
                }
            } else {
                break;
            }
        }
        let Some(_) = cursor.eat_ident("fn") else {
            return Err(Mistake::at(cursor.span(), "expected a function"));
        };
        let Some(name) = cursor.ident() else {
            return Err(Mistake::at(cursor.span(), "expected the function's name"));
        };
        signature.name = name;
        signature.generics = Generics::parse(cursor);
        let Some(parameters) = cursor.group(Delimiter::Parenthesis) else {
            return Err(Mistake::at(
                cursor.span(),
                "expected the function's parameters",
            ));
        };
        for tokens in split_commas(parameters.stream()) {
            signature.parameter(tokens)?;
        }
        let ends =
            |cursor: &Cursor| cursor.is_ident("where") || cursor.is_punct(';') || cursor.is_brace();
        if cursor.eat_punct('-').is_some() {
            cursor.next();
            signature.ret = cursor.until(&ends);
        }
        if cursor.is_ident("where") {
            signature.where_clause =
                cursor.until(&|cursor| cursor.is_punct(';') || cursor.is_brace());
        }
        signature.body = cursor.group(Delimiter::Brace);
        if signature.body.is_none() {
            cursor.eat_punct(';');
        }
        Ok(signature)
    }

    fn parameter(&mut self, tokens: Tokens) -> Result<(), Mistake> {
        let mut cursor = Cursor::new(tokens.clone());
        let conditional = attributes(&mut cursor)
            .into_iter()
            .find(|attribute| attribute.name.starts_with("cfg"));
        if let Some(attribute) = conditional {
            return Err(Mistake::at(
                attribute.span,
                "a parameter under a condition would change the symbol's type: write two functions, each \
                 under its `#[cfg]`",
            ));
        }
        if cursor.is_punct('.') {
            self.variadic = Some(cursor.span());
            return Ok(());
        }
        if let Some((name, ty)) = receiver(cursor.ahead()) {
            let pattern = vec![TokenTree::Ident(name.clone())];
            self.parameters.push(Parameter {
                pattern,
                name: Some(name),
                is_receiver: true,
                ty,
                tokens,
            });
            return Ok(());
        }
        // The first `:` that is not half of a `::`.
        let mut pattern = Tokens::new();
        loop {
            match cursor.next() {
                Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
                    if cursor.is_punct(':') && colon.spacing() == proc_macro::Spacing::Joint {
                        pattern.push(TokenTree::Punct(colon));
                        pattern.extend(cursor.next());
                    } else {
                        break;
                    }
                }
                Some(token) => pattern.push(token),
                None => return Err(Mistake::on(&tokens, "expected `name: Type`")),
            }
        }
        if cursor.is_punct('.') {
            self.variadic = Some(cursor.span());
            return Ok(());
        }
        let name = match &pattern[..] {
            [TokenTree::Ident(name)] if name.to_string() != "_" => Some(name.clone()),
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word.to_string() == "mut" => {
                Some(name.clone())
            }
            _ => None,
        };
        let ty = cursor.rest();
        self.parameters.push(Parameter {
            pattern,
            name,
            is_receiver: false,
            ty,
            tokens,
        });
        Ok(())
    }

    pub(crate) fn receiver(&self) -> Option<&Parameter> {
        self.parameters
            .first()
            .filter(|parameter| parameter.is_receiver)
    }

    /// `-> Type`, or nothing.
    pub(crate) fn arrow(&self) -> TokenStream {
        if self.ret.is_empty() {
            return TokenStream::new();
        }
        tokens!("-> #ty", ty = self.ret)
    }

    /// The type returned, written out.
    pub(crate) fn ret_type(&self) -> TokenStream {
        if self.ret.is_empty() {
            return tokens!("()");
        }
        stream(&self.ret)
    }

    /// A name for each parameter that can be passed on: the user's own where it is one.
    pub(crate) fn names(&self) -> Vec<Ident> {
        self.parameters
            .iter()
            .enumerate()
            .map(|(n, parameter)| {
                parameter
                    .name
                    .clone()
                    .unwrap_or_else(|| Ident::new(&format!("__linkface_{n}"), Span::mixed_site()))
            })
            .collect()
    }

    /// The name as text, without `r#`.
    pub(crate) fn plain_name(&self) -> String {
        plain(&self.name)
    }
}

/// `self` in any form, with the type it stands for.
fn receiver(tokens: &[TokenTree]) -> Option<(Ident, Tokens)> {
    let mut cursor = Cursor::new(tokens.to_vec());
    let mut ty = Tokens::new();
    if let Some(and) = cursor.eat_punct('&') {
        ty.push(and);
        if let Some(quote) = cursor.eat_punct('\'') {
            ty.push(quote);
            ty.extend(cursor.next());
        }
        ty.extend(cursor.eat_ident("mut").map(TokenTree::Ident));
    } else {
        cursor.eat_ident("mut");
    }
    let name = cursor.eat_ident("self")?;
    if cursor.eat_punct(':').is_some() {
        ty = cursor.rest();
    } else if cursor.is_empty() {
        ty.push(TokenTree::Ident(Ident::new("Self", name.span())));
    } else {
        return None;
    }
    Some((name, ty))
}
