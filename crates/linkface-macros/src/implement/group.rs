//! `#[implement(console::logger)] mod stdout { … }`

use super::call;
use crate::args::ImplementArgs;
use crate::attribute;
use crate::cursor::{Cursor, plain};
use crate::errors::Errors;
use crate::identity;
use crate::interface::GroupItem;
use crate::item::{Head, Keyword};
use crate::template::tokens;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream};

pub(super) fn expand(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let word = cursor
        .next()
        .map_or_else(Span::call_site, |word| word.span());
    let (Some(name), Some(body)) = (cursor.ident(), cursor.group(Delimiter::Brace)) else {
        errors.at(
            word,
            "a module that implements a group is written in place: `mod name { … }`",
        );
        return TokenStream::new();
    };
    let details = tokens!(
        "mod {#attributes #visibility} #name #body",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        name,
        body
    );
    super::function::with_cfgs(
        head,
        call(args, &args.path, &identity::fresh(&name), &details),
    )
}

/// Called through the group's macro, which knows its members.
pub(crate) fn pair(input: TokenStream) -> TokenStream {
    let mut cursor = Cursor::new(input);
    let mut errors = Errors::default();
    let expanded = parse(&mut cursor)
        .map(|group| group.expand(&mut errors))
        .unwrap_or_default();
    let mut out = errors.report();
    out.extend(expanded);
    out
}

struct Pairing {
    lf: TokenStream,
    members: Vec<Member>,
    is_default: bool,
    marker: Ident,
    path: TokenStream,
    head: TokenStream,
    name: Ident,
    body: Group,
}

struct Member {
    kind: Keyword,
    name: Ident,
    needed: bool,
}

fn parse(cursor: &mut Cursor) -> Option<Pairing> {
    let lf = cursor.group(Delimiter::Bracket)?.stream();
    let mut list = Cursor::new(cursor.group(Delimiter::Bracket)?.stream());
    let mut members = Vec::new();
    while let (Some(kind), Some(name), Some(grade)) = (list.ident(), list.ident(), list.ident()) {
        let kind = if kind.to_string() == "function" {
            Keyword::Fn
        } else {
            Keyword::Static
        };
        members.push(Member {
            kind,
            name,
            needed: grade.to_string() == "needed",
        });
        list.next();
    }
    Some(Pairing {
        lf,
        members,
        is_default: cursor.ident()?.to_string() == "default",
        marker: cursor.ident()?,
        path: cursor.group(Delimiter::Bracket)?.stream(),
        head: cursor.group(Delimiter::Brace)?.stream(),
        name: cursor.ident()?,
        body: cursor.group(Delimiter::Brace)?,
    })
}

impl Pairing {
    fn expand(&self, errors: &mut Errors) -> TokenStream {
        let Self {
            lf,
            members,
            marker,
            path,
            head,
            name,
            body,
            ..
        } = self;
        let mut found: Vec<String> = Vec::new();
        let mut items = TokenStream::new();
        let mut cursor = Cursor::new(body.stream());
        while let Some(item) = GroupItem::next(&mut cursor) {
            // A function or static of the group's, and no helper.
            let paired = item.name.as_ref().filter(|name| {
                members.iter().any(|member| {
                    member.kind == item.head.keyword && plain(&member.name) == plain(name)
                })
            });
            if let Some(member) = paired {
                found.push(plain(member));
                let default = self.is_default.then(|| tokens!("default,"));
                items.extend(tokens!(
                    "#[#lf::implement(super::#marker::#member, crate = #lf, #default __group)]",
                    lf,
                    marker,
                    member,
                    default
                ));
            }
            // Helpers are private; what is public was meant for callers of the group.
            if let (None, Some(name), true) = (paired, &item.name, item.head.visibility.is_public())
            {
                let names: Vec<String> = members
                    .iter()
                    .map(|member| format!("`{}`", member.name))
                    .collect();
                errors.at(
                    name.span(),
                    format!(
                        "the group declares no `{name}`, only {}: a helper is private",
                        names.join(", ")
                    ),
                );
            }
            items.extend(item.tokens());
        }
        let missing: Vec<String> = members
            .iter()
            .filter(|member| member.needed && !found.contains(&plain(&member.name)))
            .map(|member| {
                let kind = if member.kind == Keyword::Fn {
                    "fn"
                } else {
                    "static"
                };
                format!("`{kind} {}`", member.name)
            })
            .collect();
        if !missing.is_empty() {
            errors.at(
                name.span(),
                format!(
                    "not all of the group `{}` is implemented: missing {}",
                    path.to_string().replace(' ', ""),
                    missing.join(", ")
                ),
            );
        }
        tokens!(
            "#[doc(hidden)] #[allow(unused_imports)] use #path as #marker;
             #head mod #name { #items }",
            path,
            marker,
            head,
            name,
            items
        )
    }
}
