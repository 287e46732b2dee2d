//! What `#[implement]` implements.

use super::cfg::{Builds, Cfg};
use super::cursor::{Cursor, is_punct, place};
use super::item::{Item, Keyword};
use super::mark::ImplementArgs;
use super::path::Written;
use super::scope::Scope;
use crate::facts::{Implemented, ItemRef};
use proc_macro2::TokenTree;
use std::path::Path;

/// The implementations that an item is: one, or those in a module.
pub(super) fn implemented(
    item: &Item<'_>,
    args: &ImplementArgs,
    scope: &Scope<'_>,
    (builds, cfg): (Builds, &Cfg),
    file: &Path,
) -> Vec<Implemented> {
    let named = match item.keyword {
        Keyword::Impl => trait_path(item.behind),
        _ => args.path.clone(),
    };
    let Some((written, tokens)) = named else {
        return Vec::new();
    };
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Vec::new();
    };
    let path = scope.resolve(&written);
    let one = |path, builds: Builds| Implemented {
        item: ItemRef::Path(path),
        grade: args.grade,
        only_in_tests: builds.only_in_tests(),
        place: place(file, first.span(), last.span()),
    };
    if item.keyword != Keyword::Mod {
        return vec![one(path, builds)];
    }
    members(item, builds, cfg)
        .into_iter()
        .map(|(name, builds)| one([&path[..], &[name]].concat(), builds))
        .collect()
}

/// The functions and statics in a module. Which of them are only its own helpers, its group knows.
fn members(item: &Item<'_>, builds: Builds, cfg: &Cfg) -> Vec<(String, Builds)> {
    let Some(body) = item.body else {
        return Vec::new();
    };
    let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
    let mut cursor = Cursor::new(&tokens);
    super::attribute::attributes(&mut cursor, true, cfg);
    let mut found = Vec::new();
    while let Some(member) = Item::next(&mut cursor, cfg) {
        if let Ok(member) = member
            && matches!(member.keyword, Keyword::Fn | Keyword::Static)
            && let Some(name) = member.name
            && !builds.and(member.builds).is_none()
        {
            found.push((super::cursor::plain(name), builds.and(member.builds)));
        }
    }
    found
}

/// The trait in `impl Trait for Type`, with its tokens.
fn trait_path(behind: &[TokenTree]) -> Option<(Written, Vec<TokenTree>)> {
    let (tokens, _) = trait_and_type(behind)?;
    let path = Written::read(&mut Cursor::new(tokens))?;
    Some((path, tokens.to_vec()))
}

/// The trait and the type in `impl<…> Trait for Type`.
pub(super) fn trait_and_type(behind: &[TokenTree]) -> Option<(&[TokenTree], &[TokenTree])> {
    let mut cursor = Cursor::new(behind);
    if cursor.is('<') {
        // Up to the first token behind `<…>`.
        cursor.until(|token| !is_punct(token, '<'));
    }
    let tokens = cursor.until(|token| matches!(token, TokenTree::Ident(word) if word == "for"));
    cursor.eat_word("for").then(|| (tokens, cursor.rest()))
}
