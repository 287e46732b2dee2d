//! `cfg_if! { if #[cfg(…)] { … } else { … } }`: the one macro whose output is looked at, since modules
//! for platforms are so often declared in it.

use super::cfg::{Builds, Cfg};
use super::cursor::Cursor;
use proc_macro2::{Delimiter, Group, TokenTree};

/// The branches that are taken, each with the builds that take it.
pub(super) fn branches(body: &Group, cfg: &Cfg) -> Vec<(Vec<TokenTree>, Builds)> {
    let tokens: Vec<TokenTree> = body.stream().into_iter().collect();
    let mut cursor = Cursor::new(&tokens);
    let mut left = Builds::ALL;
    let mut taken = Vec::new();
    loop {
        let holds = if cursor.eat_word("if") {
            let attributes = super::attribute::attributes(&mut cursor, false, cfg);
            super::attribute::builds(&attributes, cfg)
        } else {
            Builds::ALL
        };
        let Some(branch) = cursor.group(Delimiter::Brace) else {
            return taken;
        };
        if !left.and(holds).is_none() {
            taken.push((branch.stream().into_iter().collect(), left.and(holds)));
        }
        left = left.and(holds.not());
        if !cursor.eat_word("else") {
            return taken;
        }
    }
}
