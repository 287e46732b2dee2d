//! `#[interface] pub mod logger { … }`: items that one provider implements together.

use super::refuse_args;
use crate::args::InterfaceArgs;
use crate::attribute;
use crate::cursor::{Cursor, Tokens, plain};
use crate::errors::Errors;
use crate::item::{Head, Keyword};
use crate::template::tokens;
use proc_macro::{Delimiter, Ident, Span, TokenStream};

pub(super) fn expand(
    args: &InterfaceArgs,
    head: &Head,
    cursor: &mut Cursor,
    mut errors: Errors,
) -> TokenStream {
    refuse_args(args, "a module", &mut errors);
    cursor.next();
    let name = cursor.ident();
    let body = cursor.group(Delimiter::Brace);
    let (Some(name), Some(body)) = (name, body) else {
        errors.at(
            cursor.span(),
            "an interface module is written in place: `#[interface] pub mod name { … }`",
        );
        return errors.report();
    };
    let lf = args.lf();
    let group = plain(&name);
    let mut items = TokenStream::new();
    let mut members = TokenStream::new();
    let mut rest = Cursor::new(body.stream());
    while !rest.is_empty() {
        let start = rest.ahead().len();
        let Head {
            attributes,
            visibility,
            keyword,
        } = Head::parse(&mut rest);
        let declared_name = member_name(&rest, keyword);
        let taken: Tokens = rest.until(|cursor| cursor.is_punct(';') || is_brace(cursor));
        let end = rest.next();
        if start == rest.ahead().len() {
            break;
        }
        let attributes = attribute::all(&attributes);
        let declared = matches!(keyword, Keyword::Fn | Keyword::Static);
        if let (true, Some(member)) = (declared, declared_name) {
            let has_default = match keyword {
                Keyword::Fn => !matches!(&end, Some(last) if last.to_string() == ";"),
                _ => taken.iter().any(|token| token.to_string() == "="),
            };
            let grade = Ident::new(
                if has_default || args.default.is_some() {
                    "optional"
                } else {
                    "needed"
                },
                Span::call_site(),
            );
            let kind = Ident::new(
                if keyword == Keyword::Fn {
                    "function"
                } else {
                    "object"
                },
                Span::call_site(),
            );
            members.extend(tokens!("#kind #member #grade,", kind, member, grade));
            let default = match &args.default {
                Some(_) if !has_default => tokens!(", default"),
                _ => TokenStream::new(),
            };
            items.extend(tokens!(
                "#[#lf::interface(crate = #lf, __group = #group #default)]",
                lf,
                group,
                default
            ));
        }
        items.extend(tokens!(
            "#attributes #visibility #taken #end",
            attributes,
            visibility = visibility.0,
            taken,
            end
        ));
    }
    if members.is_empty() {
        errors.at(
            name.span(),
            "the module declares no function and no static to implement",
        );
    }
    let hidden = Ident::new(
        &format!("__linkface_group_{group}_{}", line(&name)),
        Span::call_site(),
    );
    let export = head
        .visibility
        .is_public()
        .then(|| tokens!("#[macro_export]"));
    let text = format!(
        "`{group}` is a module: implement it with `#[implement(path::{group})] mod mine {{ … }}`"
    );
    let mut out = errors.report();
    out.extend(tokens!(
        "#attributes #visibility mod #name { #items }
         #cfgs #[doc(hidden)] #export #[allow(unused_macros)]
         macro_rules! #hidden {
            ([$($lf:tt)*] $how:ident $grade:ident $marker:ident $path:tt mod $($rest:tt)*) => {
                $($lf)*::__private::implement_group! {
                    [$($lf)*] [#members] $grade $marker $path $($rest)*
                }
            };
            ($($rest:tt)*) => { ::core::compile_error! { #text } };
         }
         #cfgs #[doc(hidden)] #[allow(unused_imports)] #visibility use #hidden as #name;",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        name,
        items,
        cfgs = attribute::cfgs(&head.attributes),
        export,
        hidden,
        members,
        text
    ));
    out
}

/// Tells groups of one name apart in the crate's root, where exported macros live.
fn line(name: &Ident) -> String {
    crate::identity::fresh(name).to_string()
}

pub(crate) fn member_name(cursor: &Cursor, keyword: Keyword) -> Option<Ident> {
    let word = match keyword {
        Keyword::Fn => "fn",
        Keyword::Static => "static",
        _ => return None,
    };
    let mut ahead = Cursor::new(cursor.ahead().to_vec());
    ahead.until(|cursor| cursor.is_ident(word));
    ahead.next();
    ahead.eat_ident("mut");
    ahead.ident()
}

pub(crate) fn is_brace(cursor: &Cursor) -> bool {
    matches!(cursor.peek(), Some(proc_macro::TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}
