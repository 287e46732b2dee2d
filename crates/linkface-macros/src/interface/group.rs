//! `#[interface] pub mod logger { … }`: items that one provider implements together.

use super::refuse::{refuse_args, refuse_dynamic};
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
    refuse_dynamic(
        args,
        "a module's items are implemented together: write `#[interface(dynamic)]` on the \
         functions and statics themselves, outside of an `#[interface] mod`",
        &mut errors,
    );
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
    let group = plain(&name);
    let Members { items, members } = Members::read(args, &group, body.stream());
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
            ([$($lf:tt)*] $how:tt $grade:ident $marker:ident $path:tt mod $($rest:tt)*) => {
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

/// The items of a group.
#[derive(Default)]
struct Members {
    /// With `#[interface]` on each that is declared.
    items: TokenStream,
    /// `function log needed, object MAX optional,`
    members: TokenStream,
}

impl Members {
    fn read(args: &InterfaceArgs, group: &str, body: TokenStream) -> Self {
        let mut members = Self::default();
        let mut rest = Cursor::new(body);
        while let Some(item) = GroupItem::next(&mut rest) {
            members.add(args, group, &item);
        }
        members
    }

    fn add(&mut self, args: &InterfaceArgs, group: &str, item: &GroupItem) {
        if let Some(member) = &item.name {
            let has_default = match item.head.keyword {
                Keyword::Fn => !matches!(&item.end, Some(last) if last.to_string() == ";"),
                _ => item.tokens.iter().any(|token| token.to_string() == "="),
            };
            let word = |text| Ident::new(text, Span::call_site());
            let optional = has_default || args.default.is_some();
            let is_function = item.head.keyword == Keyword::Fn;
            self.members.extend(tokens!(
                "#kind #member #grade,",
                kind = word(if is_function { "function" } else { "object" }),
                member,
                grade = word(if optional { "optional" } else { "needed" }),
            ));
            let default = (args.default.is_some() && !has_default).then(|| tokens!(", default"));
            self.items.extend(tokens!(
                "#[#lf::interface(crate = #lf, __group = #group #default)]",
                lf = args.lf(),
                group,
                default
            ));
        }
        self.items.extend(item.tokens());
    }
}

/// An item in the body of a group, declared or implemented.
pub(crate) struct GroupItem {
    pub(crate) head: Head,
    /// Of a function or static.
    pub(crate) name: Option<Ident>,
    tokens: Tokens,
    end: Option<proc_macro::TokenTree>,
}

impl GroupItem {
    pub(crate) fn next(cursor: &mut Cursor) -> Option<Self> {
        if cursor.is_empty() {
            return None;
        }
        let head = Head::parse(cursor);
        let name = member_name(cursor, head.keyword);
        let is_static = head.keyword == Keyword::Static;
        let mut tokens = cursor.until(&|cursor| {
            cursor.is_punct(';')
                || if is_static {
                    cursor.is_punct('=')
                } else {
                    cursor.is_brace()
                }
        });
        if is_static {
            tokens.extend(cursor.value());
        }
        let end = cursor.next();
        Some(Self {
            head,
            name,
            tokens,
            end,
        })
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        tokens!(
            "#attributes #visibility #tokens #end",
            attributes = attribute::all(&self.head.attributes),
            visibility = self.head.visibility.0,
            tokens = self.tokens,
            end = self.end
        )
    }
}

/// Tells groups of one name apart in the crate's root, where exported macros live.
fn line(name: &Ident) -> String {
    crate::identity::fresh(name).to_string()
}

fn member_name(cursor: &Cursor, keyword: Keyword) -> Option<Ident> {
    let word = match keyword {
        Keyword::Fn => "fn",
        Keyword::Static => "static",
        _ => return None,
    };
    let mut ahead = Cursor::new(cursor.ahead().to_vec());
    ahead.until(&|cursor| cursor.is_ident(word));
    ahead.next();
    ahead.eat_ident("mut");
    ahead.ident()
}
