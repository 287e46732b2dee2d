//! `#[implement]`: implementing a declared item.

mod function;
pub(crate) mod group;
mod static_item;
mod trait_item;

use crate::args::ImplementArgs;
use crate::coverage;
use crate::cursor::{Cursor, Tokens};
use crate::errors::Errors;
use crate::features::Features;
use crate::identity::{self, this_crate};
use crate::item::{Head, Keyword};
use crate::rustc::Rustc;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};
use std::sync::LazyLock;

pub(crate) fn expand(args: TokenStream, item: TokenStream, features: Features) -> TokenStream {
    let mut errors = Errors::default();
    let args = ImplementArgs::parse(args, features, &mut errors);
    let mut cursor = Cursor::new(item.clone());
    let head = Head::parse(&mut cursor);
    let span = cursor.span();
    if head.keyword != Keyword::Impl && args.path.is_empty() && errors.is_empty() {
        errors.at(
            span,
            "say what this implements: `#[implement(facade::item)]`",
        );
    }
    let expanded = match head.keyword {
        Keyword::Fn => function::expand(&args, &head, &mut cursor, &mut errors),
        Keyword::Use => function::expand_use(&args, &head, &mut cursor, &mut errors),
        Keyword::Static => static_item::expand(&args, &head, &mut cursor, &mut errors),
        Keyword::Impl => trait_item::expand(&args, &head, &mut cursor, &mut errors),
        Keyword::Type => trait_item::expand_type(&args, &head, &mut cursor, &mut errors),
        Keyword::Mod => group::expand(&args, &head, &mut cursor, &mut errors),
        Keyword::Trait | Keyword::Other => {
            errors.at(
                span,
                "`#[implement]` stands on what implements: a `fn`, a `use` of one, a `static`, an \
                 `impl Trait for Type`, a `type`, or a `mod`",
            );
            TokenStream::new()
        }
    };
    if errors.is_empty() {
        let mut out = identity::package();
        out.extend(expanded);
        return out;
    }
    let mut out = errors.report();
    out.extend(item);
    out
}

/// The call of the item's macro: `path! { [linkface] how grade marker [path] kind … }`.
fn call(args: &ImplementArgs, path: &Tokens, marker: &Ident, details: &TokenStream) -> TokenStream {
    let word = |text| Ident::new(text, Span::call_site());
    tokens!(
        "#path! { [#lf] #how #grade #marker [#path] #details }",
        path,
        lf = args.lf(),
        how = how(args.group),
        grade = word(if args.default.is_some() {
            "default"
        } else {
            "ordinary"
        }),
        marker,
        details
    )
}

/// Whether the implementation stands within a group, and who in this crate is to be told of it.
pub(crate) fn how(grouped: bool) -> TokenStream {
    static IS_ROOT: LazyLock<bool> = LazyLock::new(|| Rustc::here().is_root());
    let within = Ident::new(if grouped { "grouped" } else { "alone" }, Span::call_site());
    let counted = coverage::is_counted().then(|| tokens!("(counted)"));
    let root = IS_ROOT.then(|| tokens!("(root #id)", id = this_crate()));
    tokens!("[#within #counted #root]", within, counted, root)
}
