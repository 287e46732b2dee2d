//! Which variables the object holds, and how they get into it.

use super::captures::By;
use super::closure::Closure;
use super::input::Input;
use super::receiver::Class;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

/// A variable in the object.
pub(super) struct Variable {
    pub name: Ident,
    pub by: By,
    pub init: TokenStream,
}

/// The rule. A list says everything. Without one, a variable that a method with `&mut self` or `self`
/// uses is moved in, for only the object may change it then; one that no other than methods with `&self`
/// use is borrowed, unless `move` is written.
pub(super) fn variables(
    input: &Input,
    closures: &[&Closure],
    mistakes: &mut Mistakes,
) -> Vec<Variable> {
    let Some(captures) = &input.captures else {
        return inferred(input.move_token.is_some(), closures);
    };
    for capture in &captures.list {
        let constant = capture.by == By::Value && capture.mutable.is_none();
        let changes = closures.iter().flat_map(|closure| &closure.found.changed);
        for change in changes.filter(|name| constant && **name == capture.name) {
            let name = &capture.name;
            let text = format!(
                "cannot change `{name}`, as it is captured without `mut`: write `mut {name}`"
            );
            mistakes.at(change, text);
        }
    }
    let listed = captures.list.iter().map(|capture| {
        let name = capture.name.clone();
        let init = match (&capture.init, capture.by) {
            (Some(init), _) => init.to_token_stream(),
            (None, By::Value) => quote!(#name),
            (None, By::Ref) => quote!(&#name),
            (None, By::RefMut) => quote!(&mut #name),
        };
        Variable {
            name,
            by: capture.by,
            init,
        }
    });
    listed.collect()
}

fn inferred(by_move: bool, closures: &[&Closure]) -> Vec<Variable> {
    let mut names: Vec<(&Ident, By)> = Vec::new();
    for closure in closures {
        let by = if by_move || closure.taken.class != Class::Shared {
            By::Value
        } else {
            By::Ref
        };
        for name in &closure.found.values {
            match names.iter_mut().find(|(known, _)| *known == name) {
                None => names.push((name, by)),
                Some((_, known)) if by == By::Value => *known = By::Value,
                Some(_) => {}
            }
        }
    }
    let variables = names.into_iter().map(|(name, by)| Variable {
        name: name.clone(),
        by,
        init: if by == By::Ref {
            quote!(&#name)
        } else {
            quote!(#name)
        },
    });
    variables.collect()
}
