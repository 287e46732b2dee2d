//! What a trait's own macro is asked, and what it tells.

use super::super::Input;
use crate::cursor::{Cursor, Tokens};
use crate::template::tokens;
use proc_macro::{Group, Punct, Spacing, TokenStream, TokenTree};

/// Asks the macro of the trait at `path` to add its declaration to this item.
pub(in crate::interface) fn over(path: &Tokens, input: &Input<'_>) -> TokenStream {
    let Input {
        args,
        raw_args,
        item,
        models,
        ..
    } = input;
    let known: TokenStream = models
        .iter()
        .map(|(path, model)| tokens!("[#path] {#model}", path, model))
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

/// That the trait at `path` is the one whose macro has come with its model, which begins with the name
/// of the trait's hidden type: a macro and a trait of one name can come from two places.
pub(in crate::interface) fn proof(path: &TokenStream, model: &mut Cursor) -> TokenStream {
    let hidden = model.ident();
    tokens!(
        "#[cfg(not(doc))]
         const _: () = {
            #[allow(dead_code)]
            fn proof<__T: #path>(_: ::core::marker::PhantomData<__T::#hidden>) {}
         };",
        path,
        hidden
    )
}

/// `crate::path` as `$crate::path`: what a macro tells is read in other crates.
pub(super) fn from_everywhere(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        let is_path =
            matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
        match token {
            TokenTree::Ident(word) if is_path && word.to_string() == "crate" => {
                out.extend([
                    TokenTree::Punct(Punct::new('$', Spacing::Alone)),
                    TokenTree::Ident(word),
                ]);
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), from_everywhere(group.stream()));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            token => out.extend([token]),
        }
    }
    out
}
