//! Which variables the object holds, and how they get into it.

use super::captures::By;
use super::closure::Closure;
use super::input::Input;
use super::receiver::Class;
use super::walk;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

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
        return inferred(input, closures);
    };
    for capture in &captures.list {
        let constant = capture.by == By::Value && capture.mutable.is_none();
        let changes = closures.iter().flat_map(|closure| &closure.found.changed);
        for change in changes.filter(|name| constant && walk::same(name, &capture.name)) {
            let name = &capture.name;
            let text = format!(
                "cannot change `{name}`, as it is captured without `mut`: write `mut {name}`"
            );
            mistakes.at(change, text);
        }
    }
    let listed = captures.list.iter().map(|capture| {
        let name = capture.name.clone();
        let init = match &capture.init {
            Some(init) => init.to_token_stream(),
            None => init(input, &name, capture.by),
        };
        Variable {
            name,
            by: capture.by,
            init,
        }
    });
    listed.collect()
}

/// The value that gets into the object.
fn init(input: &Input, name: &Ident, by: By) -> TokenStream {
    let place = input.places.of(name).map(ToTokens::to_token_stream);
    let place = place.unwrap_or_else(|| quote!(#name));
    let at = Span::mixed_site().located_at(name.span());
    match by {
        By::Value => place,
        By::Ref => quote_spanned!(at=> &#place),
        By::RefMut => quote_spanned!(at=> &mut #place),
    }
}

fn inferred(input: &Input, closures: &[&Closure]) -> Vec<Variable> {
    let by_move = input.move_token.is_some();
    let mut names: Vec<(&Ident, By)> = Vec::new();
    for closure in closures {
        let by = if by_move || closure.taken.class != Class::Shared {
            By::Value
        } else {
            By::Ref
        };
        for name in &closure.found.values {
            match names.iter_mut().find(|(known, _)| walk::same(known, name)) {
                None => names.push((name, by)),
                Some((_, known)) if by == By::Value => *known = By::Value,
                Some(_) => {}
            }
        }
    }
    let variables = names.into_iter().map(|(name, by)| Variable {
        name: name.clone(),
        by,
        init: init(input, name, by),
    });
    variables.collect()
}
