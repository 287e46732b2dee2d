//! What is in the module: read, and what can't cross is reported.

mod checks;
mod names;
mod objects;

use super::arguments::Arguments;
use super::callable::{Callable, Kind, access};
use super::elision;
use super::marks::{self, Marks, Since};
use super::shape::Objects;
use crate::mistakes::Mistakes;
use names::snake_case;
use proc_macro2::Ident;
use quote::{format_ident, quote};
use syn::{Attribute, ImplItem, Item, ItemImpl, ItemMod, Signature, Type, Visibility, parse_quote};

pub(super) struct Module {
    /// As written, without our attributes.
    pub(super) item: ItemMod,
    /// Of the interface.
    pub(super) name: Ident,
    pub(super) functions: Vec<Callable>,
    pub(super) objects: Vec<Object>,
}

/// A type that stays in the plugin.
pub(super) struct Object {
    pub(super) name: Ident,
    pub(super) attributes: Vec<Attribute>,
    pub(super) autos: Vec<Ident>,
    pub(super) methods: Vec<Callable>,
}

/// Reads a module.
struct Reader<'a> {
    arguments: &'a Arguments,
    names: Objects,
    functions: Vec<Callable>,
    objects: Vec<Object>,
    mistakes: &'a mut Mistakes,
}

impl Module {
    pub(super) fn read(mut item: ItemMod, arguments: &Arguments, mistakes: &mut Mistakes) -> Self {
        let name = arguments.name.clone().unwrap_or_else(|| item.ident.clone());
        let mut reader = Reader {
            arguments,
            names: Objects::default(),
            functions: Vec::new(),
            objects: Vec::new(),
            mistakes,
        };
        match &mut item.content {
            Some((_, items)) => {
                for item in &mut *items {
                    reader.ty(item);
                }
                for item in items {
                    reader.item(item);
                }
            }
            None => reader.mistakes.on(
                &item,
                "a macro sees what stands in braces: write the module's items here, or `pub use` those of \
                 another module's file from a module that has the functions to export",
            ),
        }
        reader.names_once();
        let Reader {
            functions, objects, ..
        } = reader;
        Self {
            item,
            name,
            functions,
            objects,
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

impl Reader<'_> {
    fn item(&mut self, item: &mut Item) {
        match item {
            Item::Fn(item) => {
                let marks = Marks::take(&mut item.attrs, self.mistakes);
                if is_public(&item.vis) && !marks.skip {
                    let name = &item.sig.ident;
                    let path = quote!(super::#name);
                    self.function(
                        name.clone(),
                        &item.attrs,
                        marks.since,
                        Kind::Function(path),
                        &item.sig,
                        None,
                    );
                }
                parameters(&mut item.sig);
            }
            Item::Const(item) => {
                let marks = Marks::take(&mut item.attrs, self.mistakes);
                if is_public(&item.vis) && !marks.skip {
                    let name = &item.ident;
                    let signature = constant(name, &item.ty);
                    let path = quote!(super::#name);
                    self.function(
                        name.clone(),
                        &item.attrs,
                        marks.since,
                        Kind::Constant(path),
                        &signature,
                        None,
                    );
                }
            }
            Item::Static(item) => {
                let marks = Marks::take(&mut item.attrs, self.mistakes);
                if is_public(&item.vis) && !marks.skip {
                    self.mistakes.on(
                        &item.ident,
                        "a static is another one in each library: write a function that reads it, make it a \
                         `const`, or say `#[export(skip)]`",
                    );
                }
            }
            Item::Impl(item) => self.inherent(item),
            _ => {}
        }
    }

    fn inherent(&mut self, item: &mut ItemImpl) {
        if item.trait_.is_some() {
            return;
        }
        let object = match &*item.self_ty {
            Type::Path(path) => path.path.segments.last().map(|last| last.ident.clone()),
            _ => None,
        };
        let marks = Marks::take(&mut item.attrs, self.mistakes);
        let object = object.filter(|name| !marks.skip && self.names.0.contains(name));
        for member in &mut item.items {
            match member {
                ImplItem::Fn(method) => {
                    let marks = Marks::take(&mut method.attrs, self.mistakes);
                    if let Some(object) = &object
                        && is_public(&method.vis)
                        && !marks.skip
                    {
                        let mut attributes = method.attrs.clone();
                        attributes.extend(marks::conditions(&item.attrs).into_iter().cloned());
                        self.method(object, &attributes, marks.since, &method.sig);
                    }
                    parameters(&mut method.sig);
                }
                ImplItem::Const(member) => {
                    let marks = Marks::take(&mut member.attrs, self.mistakes);
                    if let Some(object) = &object
                        && is_public(&member.vis)
                        && !marks.skip
                    {
                        let name = &member.ident;
                        let signature = constant(name, &member.ty);
                        let path = quote!(super::#object::#name);
                        self.function(
                            format_ident!(
                                "{}_{name}",
                                snake_case(&object.to_string()).to_uppercase(),
                                span = name.span()
                            ),
                            &member.attrs,
                            marks.since,
                            Kind::Constant(path),
                            &signature,
                            Some(object),
                        );
                    }
                }
                _ => {}
            }
        }
    }

    fn method(
        &mut self,
        object: &Ident,
        attributes: &[Attribute],
        since: Option<Since>,
        signature: &Signature,
    ) {
        let name = &signature.ident;
        let path = quote!(super::#object::#name);
        let Some(receiver) = signature.receiver() else {
            let prefix = snake_case(&object.to_string());
            let called = if *name == "new" {
                format_ident!("{prefix}", span = name.span())
            } else {
                format_ident!("{prefix}_{name}", span = name.span())
            };
            let kind = Kind::Function(path);
            self.function(called, attributes, since, kind, signature, Some(object));
            return;
        };
        let Some(access) = access(receiver) else {
            self.mistakes.on(
                receiver,
                "a loaded object is taken by `&self`, `&mut self` or `self`",
            );
            return;
        };
        let kind = Kind::Method(path, access);
        let Some(method) = self.checked(
            name.clone(),
            attributes,
            since,
            kind,
            signature,
            Some(object),
        ) else {
            return;
        };
        if let Some(object) = self.objects.iter_mut().find(|it| it.name == *object) {
            object.methods.push(method);
        }
    }

    fn function(
        &mut self,
        name: Ident,
        attributes: &[Attribute],
        since: Option<Since>,
        kind: Kind,
        signature: &Signature,
        this: Option<&Ident>,
    ) {
        let function = self.checked(name, attributes, since, kind, signature, this);
        self.functions.extend(function);
    }
}

/// A constant is read by a method: `api.GRAVITY()`.
fn constant(name: &Ident, ty: &Type) -> Signature {
    let ty = elision::lasting(ty);
    parse_quote!(fn #name() -> #ty)
}

/// What is on parameters is the interface's.
fn parameters(signature: &mut Signature) {
    for input in &mut signature.inputs {
        if let syn::FnArg::Typed(input) = input {
            marks::without(&mut input.attrs, "shared");
        }
    }
}
