//! Splitting a module into items. Bodies are skipped.

use super::attribute::{self, Attribute, attributes};
use super::cfg::{Builds, Cfg};
use super::cursor::{Cursor, is_brace, is_punct};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};

/// What an item is, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    Fn,
    Static,
    Trait,
    Impl,
    Mod,
    Type,
    Use,
    ExternCrate,
    /// `macro_rules!`, whose body is not code of this place.
    MacroRules,
    /// `cfg_if!`, whose branches are.
    CfgIf,
    Other,
}

/// How far an item is visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    /// `pub`
    Public,
    /// `pub(crate)` and the like, or nothing.
    Private,
}

/// An item.
pub(super) struct Item<'a> {
    pub(super) attributes: Vec<Attribute>,
    /// What its `#[cfg]`s leave.
    pub(super) builds: Builds,
    pub(super) visibility: Visibility,
    pub(super) keyword: Keyword,
    pub(super) name: Option<&'a Ident>,
    /// From its visibility up to its body or value.
    pub(super) head: &'a [TokenTree],
    /// Behind the keyword, up to the body or value.
    pub(super) behind: &'a [TokenTree],
    /// `{ … }`
    pub(super) body: Option<&'a Group>,
    /// Whether there is a `= …`.
    pub(super) has_value: bool,
    /// All of it.
    pub(super) tokens: &'a [TokenTree],
}

impl<'a> Item<'a> {
    /// The item that stands next; none at the end. What is no item gives its place, and is skipped.
    pub(super) fn next(cursor: &mut Cursor<'a>, cfg: &Cfg) -> Option<Result<Self, Span>> {
        while cursor.eat(';') {}
        let all = cursor.rest();
        let start = all.first()?.span();
        let attributes = attributes(cursor, false, cfg);
        let at = cursor.rest();
        let visibility = visibility(cursor);
        let Some(keyword) = keyword(cursor) else {
            // On with the next one.
            while cursor
                .next()
                .is_some_and(|token| !is_punct(token, ';') && !is_brace(token))
            {}
            return Some(Err(at.first().map_or(start, TokenTree::span)));
        };
        let behind = cursor.rest();
        let name = name(cursor.clone(), keyword);
        let ends_in_brace = !matches!(
            keyword,
            Keyword::Static | Keyword::Type | Keyword::Use | Keyword::ExternCrate
        );
        let stop = |token: &TokenTree| {
            is_punct(token, ';')
                || if ends_in_brace {
                    is_brace(token)
                } else {
                    is_punct(token, '=')
                }
        };
        cursor.until(stop);
        let left = cursor.rest().len();
        let has_value = !ends_in_brace && cursor.is('=');
        if has_value {
            // Comparisons in a value are no angle brackets.
            while cursor.next().is_some_and(|token| !is_punct(token, ';')) {}
        }
        let body = cursor.group(Delimiter::Brace);
        if body.is_none() && !has_value {
            cursor.eat(';');
        }
        Some(Ok(Self {
            builds: attribute::builds(&attributes, cfg),
            attributes,
            visibility,
            keyword,
            name,
            head: &at[..at.len() - left],
            behind: &behind[..behind.len() - left],
            body,
            has_value,
            tokens: &all[..all.len() - cursor.rest().len()],
        }))
    }
}

fn visibility(cursor: &mut Cursor<'_>) -> Visibility {
    let is_public = cursor.eat_word("pub");
    let is_restricted = is_public && cursor.group(Delimiter::Parenthesis).is_some();
    if is_public && !is_restricted {
        Visibility::Public
    } else {
        Visibility::Private
    }
}

/// Reads the words up to the one that says what the item is, and that one.
fn keyword(cursor: &mut Cursor<'_>) -> Option<Keyword> {
    loop {
        if cursor.is(':') {
            // `::path::to::a_macro! { … }`
            return macro_call(cursor);
        }
        let before = cursor.clone();
        let word = cursor.ident()?.to_string();
        return Some(match word.as_str() {
            "fn" => Keyword::Fn,
            "static" => Keyword::Static,
            "trait" => Keyword::Trait,
            "impl" => Keyword::Impl,
            "mod" => Keyword::Mod,
            "type" => Keyword::Type,
            "use" => Keyword::Use,
            "struct" | "enum" => Keyword::Other,
            "extern" if cursor.eat_word("crate") => Keyword::ExternCrate,
            "extern" => {
                cursor.string();
                if cursor.rest().first().is_some_and(is_brace) {
                    return Some(Keyword::Other);
                }
                continue;
            }
            "const" if !is_modifier(cursor) => {
                // As a static: up to its `;`, whatever its type and value are.
                let mut value = cursor.clone();
                while value
                    .rest()
                    .first()
                    .is_some_and(|token| !is_punct(token, ';'))
                {
                    value.next();
                }
                *cursor = value;
                Keyword::Other
            }
            _ if cursor.is('!') || cursor.is(':') => {
                *cursor = before;
                return macro_call(cursor);
            }
            "union" | "macro" => Keyword::Other,
            "const" | "async" | "unsafe" | "safe" | "default" | "auto" | "gen" => continue,
            _ => return None,
        });
    }
}

/// Whether what stands next makes the `const` before it a modifier: `const fn`, `const unsafe fn`.
fn is_modifier(cursor: &Cursor<'_>) -> bool {
    [
        "fn", "unsafe", "async", "extern", "gen", "safe", "trait", "impl",
    ]
    .iter()
    .any(|word| cursor.is_word(word))
}

/// `path! (…)`, up to its arguments if they are in braces.
fn macro_call(cursor: &mut Cursor<'_>) -> Option<Keyword> {
    let path = super::path::Written::read(cursor)?;
    if !cursor.eat('!') {
        return None;
    }
    Some(match path.segments.last()?.as_str() {
        "macro_rules" => Keyword::MacroRules,
        "cfg_if" => Keyword::CfgIf,
        _ => Keyword::Other,
    })
}

fn name(mut cursor: Cursor<'_>, keyword: Keyword) -> Option<&Ident> {
    if matches!(
        keyword,
        Keyword::Impl | Keyword::Use | Keyword::CfgIf | Keyword::Other
    ) {
        return None;
    }
    if keyword == Keyword::Static {
        cursor.eat_word("mut");
    }
    cursor.ident()
}
