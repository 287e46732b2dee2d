//! `link!(provider)`: what can be said of providers that were named by hand.

use crate::cursor::Tokens;
use crate::discovery::{self, Manifest, Root, Verdict};
use crate::errors::Errors;
use crate::rustc::Rustc;
use proc_macro::{Span, TokenTree};

pub(super) fn check(names: &[Tokens], rustc: &Rustc, errors: &mut Errors) {
    let Ok(program) = discovery::find(rustc) else {
        return;
    };
    let providers: Vec<&str> = program.providers().map(|found| &*found.name).collect();
    let mut linked = Vec::new();
    for provider in names {
        let [TokenTree::Ident(name)] = &provider[..] else {
            continue;
        };
        let text = crate::cursor::plain(name);
        let Some(direct) = program.direct.iter().find(|found| found.name == text) else {
            continue;
        };
        linked.push(direct.place);
        if !providers.contains(&&*text) {
            errors.at(
                name.span(),
                format!("`{text}` implements nothing, and no crate that it depends on does"),
            );
        }
    }
    let mut verdict = Verdict::of(&program, &Manifest::default());
    verdict.keep(&program, &linked);
    for refusal in discovery::refusals(&program, &verdict, &Root::of(rustc)) {
        errors.at(Span::call_site(), refusal);
    }
}
