//! Which member goes where.

use super::member::{Declared, Member};
use super::near;
use super::paths::{alike, as_in_types, same, same_path};
use super::target::{Names, Source, Use};
use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ExprPath, Ident, ImplItem, ItemImpl, Meta, Path, Type};

/// Members, each with what it is delegated to.
pub(super) struct Plan<'a> {
    /// The last is an attribute that says where that counts.
    pub(super) delegated: Vec<(&'a Declared, &'a Use, Option<TokenStream>)>,
    /// Those whose `use` is wrong.
    pub(super) wrong: Vec<&'a Declared>,
    /// Those that nothing says anything about.
    pub(super) rest: Vec<&'a Declared>,
}

impl<'a> Plan<'a> {
    /// `of`: what has the members, for messages: `` `Bar` ``.
    pub(super) fn of(
        item: &ItemImpl,
        uses: &'a [Use],
        members: &'a [Declared],
        of: &str,
        mistakes: &mut Mistakes,
    ) -> Self {
        let mut named: Vec<(&Ident, &Use)> = Vec::new();
        let mut all: Option<&Use> = None;
        let mut cycles: Vec<*const Use> = Vec::new();
        for it in uses {
            if is_cycle(item, it, mistakes) {
                cycles.push(it);
            }
            let Some(name) = it.name() else {
                if all.is_some() {
                    mistakes.at(
                        star(it),
                        "a second `*`: each method can go to one place only; name the methods that \
                         go to one of the two",
                    );
                }
                all = all.or(Some(it));
                continue;
            };
            if named.iter().any(|(other, _)| *other == name) {
                mistakes.at(name, format!("`{name}` is delegated twice: leave one out"));
                continue;
            }
            if let Written::Always(written) = Written::of(item, name) {
                mistakes.at(
                    name,
                    format!(
                        "`{written}` is written out in this impl, too: leave out one of the two"
                    ),
                );
                continue;
            }
            if !members
                .iter()
                .any(|member| Member::name(&member.member) == Some(name))
            {
                unknown(it, name, members, of, mistakes);
                continue;
            }
            named.push((name, it));
        }
        let mut plan = Plan {
            delegated: Vec::new(),
            wrong: Vec::new(),
            rest: Vec::new(),
        };
        for member in members {
            let Some(name) = Member::name(&member.member) else {
                continue;
            };
            let named = named.iter().find(|(other, _)| *other == name);
            let it = named.map(|(_, it)| *it).or(all);
            let otherwise = match (Written::of(item, name), it) {
                (Written::Always(_), _) | (Written::Under(_), None) => continue,
                (Written::Under(otherwise), Some(_)) => Some(otherwise),
                (Written::Not, _) => None,
            };
            match it {
                Some(it) if cycles.contains(&std::ptr::from_ref(it)) => plan.wrong.push(member),
                Some(it) => plan.delegated.push((member, it, otherwise)),
                None => plan.rest.push(member),
            }
        }
        plan
    }
}

/// Whether a member is written out.
enum Written<'a> {
    Not,
    Always(&'a Ident),
    /// Under `#[cfg]`; this attribute is for where it isn't.
    Under(TokenStream),
}

impl<'a> Written<'a> {
    fn of(item: &'a ItemImpl, name: &Ident) -> Self {
        let mut conditions = Vec::new();
        for member in &item.items {
            let (ident, attributes) = match member {
                ImplItem::Const(member) => (&member.ident, &member.attrs),
                ImplItem::Fn(member) => (&member.sig.ident, &member.attrs),
                ImplItem::Type(member) => (&member.ident, &member.attrs),
                _ => continue,
            };
            if ident != name {
                continue;
            }
            let all: Vec<_> = attributes
                .iter()
                .filter_map(|attribute| match &attribute.meta {
                    Meta::List(list) if list.path.is_ident("cfg") => Some(&list.tokens),
                    _ => None,
                })
                .collect();
            if all.is_empty() {
                return Self::Always(ident);
            }
            conditions.push(quote!(all(#(#all),*)));
        }
        if conditions.is_empty() {
            Self::Not
        } else {
            Self::Under(quote!(#[cfg(not(any(#(#conditions),*)))]))
        }
    }
}

/// The names of what is written out.
pub(super) fn written(item: &ItemImpl) -> impl Iterator<Item = &Ident> {
    item.items.iter().filter_map(|member| match member {
        ImplItem::Const(member) => Some(&member.ident),
        ImplItem::Fn(member) => Some(&member.sig.ident),
        ImplItem::Type(member) => Some(&member.ident),
        _ => None,
    })
}

/// The tokens to show a mistake of a `*` on.
fn star(it: &Use) -> syn::Token![*] {
    match it.names {
        Names::All(star) => star,
        Names::One { .. } => syn::Token![*](it.span()),
    }
}

fn unknown(it: &Use, name: &Ident, members: &[Declared], of: &str, mistakes: &mut Mistakes) {
    let names: Vec<String> = members
        .iter()
        .filter_map(|member| Member::name(&member.member))
        .map(ToString::to_string)
        .collect();
    let known = near::known(&name.to_string(), &names);
    let renamed = matches!(
        &it.names,
        Names::One {
            rename: Some(_),
            ..
        }
    );
    // Whose name is another's can be told so.
    let hint = if renamed || known.starts_with("; near") || of.starts_with("this impl") {
        ""
    } else {
        "; a function of another name is used by `as`: `use path::function as method;`"
    };
    mistakes.at(name, format!("{of} has no `{name}`{known}{hint}"));
}

/// Whether a method would call itself.
fn is_cycle(item: &ItemImpl, it: &Use, mistakes: &mut Mistakes) -> bool {
    let (Source::Path(path), Some((own, _))) = (&it.source, &item.trait_) else {
        return false;
    };
    if let Some(qself) = &path.qself
        && !is_self(&qself.ty)
        && !same(&qself.ty, &item.self_ty)
    {
        return false;
    }
    let Some(used) = prefix(path) else {
        return false;
    };
    // `Bar` without arguments is whichever fits, so this one.
    if !alike(&used, own) || has_arguments(&used) && !same_path(&as_in_types(&used), own) {
        return false;
    }
    match &it.names {
        Names::All(star) => mistakes.at(
            star,
            "these methods would call themselves: name another trait, or a field",
        ),
        Names::One { name, rename } if rename.as_ref().is_none_or(|rename| rename == name) => {
            mistakes.at(
                path,
                format!("`{name}` would call itself: name a function other than the impl's own"),
            );
        }
        // Another method of the same impl ends somewhere.
        Names::One { .. } => return false,
    }
    true
}

fn is_self(ty: &Type) -> bool {
    matches!(ty, Type::Path(ty) if ty.qself.is_none() && ty.path.is_ident("Self"))
}

fn has_arguments(path: &Path) -> bool {
    path.segments
        .iter()
        .any(|segment| !segment.arguments.is_empty())
}

/// What stands before the last `::`, or behind `as`.
pub(super) fn prefix(path: &ExprPath) -> Option<Path> {
    let mut prefix = path.path.clone();
    let count = match &path.qself {
        Some(qself) => qself.position,
        None => prefix.segments.len() - 1,
    };
    prefix.segments = prefix.segments.into_iter().take(count).collect();
    (count > 0).then_some(prefix)
}
