//! What can't cross, and what is said of it.

use super::super::callable::{Callable, Kind};
use super::super::marks::Since;
use super::Reader;
use crate::loadable::form::is_impl;
use crate::loadable::method::Method;
use proc_macro2::Ident;
use syn::{Attribute, FnArg, GenericParam, Generics, ReturnType, Signature};

impl Reader<'_> {
    /// `None` for what can't cross.
    pub(super) fn checked(
        &mut self,
        name: Ident,
        attributes: &[Attribute],
        since: Option<Since>,
        kind: Kind,
        signature: &Signature,
        this: Option<&Ident>,
    ) -> Option<Callable> {
        let before = self.mistakes.count();
        if let Some(generic) = generic(&signature.generics) {
            self.mistakes.on(
                generic,
                "a generic function is compiled for each of its uses, and a plugin is compiled already: take \
                 `&dyn` of an interface or a closure, or keep it out of the interface, `#[export(skip)]`",
            );
        }
        if let Some(since) = &since
            && since.version > 1
            && since.default.is_none()
        {
            self.mistakes.on(
                &since.tokens,
                format!(
                    "`{name}` came with version {}, and older plugins don't have it: say what runs for \
                     them, `#[since({0}, default = value)]` or `default = |this, …| value`",
                    since.version
                ),
            );
        }
        if ["new", "linked"].iter().any(|taken| name == *taken) {
            self.mistakes.on(
                &name,
                format!(
                    "`{name}` is what makes a loaded type of an implementor in this program: give this \
                     another name"
                ),
            );
        }
        if let Kind::Method(..) = kind {
            self.behind_a_table(&name, signature, this);
        }
        if self.mistakes.count() > before {
            return None;
        }
        let callable = Callable::new(name, attributes, since, kind, signature, &self.names, this);
        self.objects_in(&callable, signature);
        if let Some((needed, there, default)) = callable.default_takes()
            && needed != there
        {
            self.mistakes.on(
                default,
                format!(
                    "this is called with what is loaded and the arguments: {needed} in all, not {there}"
                ),
            );
        }
        if self.mistakes.count() == before {
            // What the interface would report, on the same tokens.
            let declared = callable.declared(true);
            if let Ok(declared) = syn::parse2(declared) {
                Method::new(&declared, self.arguments.version, false, self.mistakes);
            }
        }
        (self.mistakes.count() == before).then_some(callable)
    }

    /// An object is lent as a `dyn` trait, which can't have all methods.
    fn behind_a_table(&mut self, name: &Ident, signature: &Signature, this: Option<&Ident>) {
        let object = this.map(ToString::to_string).unwrap_or_default();
        let instead =
            format!("write it as a function of the module, `{name}(object: &{object}, …)`");
        if let Some(is_async) = &signature.asyncness {
            self.mistakes.on(
                is_async,
                format!("a method of a type that stays in the plugin can't be `async`: {instead}"),
            );
        } else if let ReturnType::Type(_, ty) = &signature.output
            && is_impl(ty)
        {
            self.mistakes.on(
                ty,
                format!(
                    "a method of a type that stays in the plugin can't return an `impl`: return a \
                     `Pin<Box<dyn Future<…>>>`, or {instead}"
                ),
            );
        }
        for input in &signature.inputs {
            if let FnArg::Typed(input) = input
                && is_impl(&input.ty)
            {
                self.mistakes.on(
                    &input.ty,
                    format!(
                        "a method of a type that stays in the plugin can't take an `impl`: take a \
                         `&mut dyn FnMut(…)`, or {instead}"
                    ),
                );
            }
        }
    }

    /// Objects that stand where they can't be converted.
    fn objects_in(&mut self, callable: &Callable, signature: &Signature) {
        let returned = callable.returned();
        if let Some(object) = returned.lent() {
            self.mistakes.on(
                &signature.output,
                format!(
                    "`{object}` stays in the plugin, and a reference to it is lent for a call only: return \
                     one by value, or a number that says which"
                ),
            );
        }
        for (object, ty) in callable.borrowed_from(signature) {
            self.mistakes.on(
                ty,
                format!(
                    "`{object}` is lent for the call, and what is returned borrows from it: make this a \
                     method of `{object}`, which may return what it borrows, or return it by value"
                ),
            );
        }
        for shape in callable.shapes() {
            if let Some(object) = shape.lent_inside() {
                self.mistakes.on(
                    &object,
                    format!(
                        "`{object}` is lent as a parameter of its own: take `&{object}` or `&mut {object}`"
                    ),
                );
            }
        }
        for shape in callable.shapes().chain([returned]) {
            if let Some(path) = shape.mistake() {
                self.mistakes.on(
                    path,
                    "this type stays in the plugin: it can be handed over as it is and in `Option`, \
                     `Result`, `Vec`, `Box` and tuples, and be lent by a reference",
                );
            }
        }
    }

    /// Two things of one name in the interface.
    pub(super) fn names_once(&mut self) {
        let mut known: Vec<&Ident> = Vec::new();
        let mut twice = Vec::new();
        for function in &self.functions {
            // Those of two conditions may share a name.
            if known.contains(&&function.name) && !function.is_conditional() {
                twice.push(function.name.clone());
            }
            known.push(&function.name);
        }
        for name in &twice {
            self.mistakes.on(
                name,
                format!(
                    "there are two `{name}` in the loaded interface: constructors are called by their \
                     type, `Counter::new` is `counter` and `Counter::zero` is `counter_zero`; rename one, or \
                     say `#[export(skip)]`"
                ),
            );
        }
        self.functions.retain({
            let mut seen = Vec::new();
            move |function| {
                let again = twice.contains(&function.name) && seen.contains(&function.name);
                seen.push(function.name.clone());
                !again
            }
        });
    }
}

fn generic(generics: &Generics) -> Option<&GenericParam> {
    generics
        .params
        .iter()
        .find(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
}
