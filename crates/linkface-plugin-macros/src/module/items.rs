//! What is in the module: read, and what can't cross is reported.

use super::arguments::Arguments;
use super::callable::{Callable, Kind, access};
use super::elision;
use super::marks::{self, Marks, Since};
use super::shape::Objects;
use crate::loadable::method::Method;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, Fields, GenericParam, Generics, ImplItem, Item, ItemImpl, ItemMod, Signature, Type,
    Visibility, parse_quote,
};

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
    /// A type that stays where it is.
    fn ty(&mut self, item: &mut Item) {
        let (attributes, visibility, name, generics, fields) = match item {
            Item::Struct(item) => (
                &mut item.attrs,
                &item.vis,
                &item.ident,
                &item.generics,
                Some(&mut item.fields),
            ),
            Item::Enum(item) => (
                &mut item.attrs,
                &item.vis,
                &item.ident,
                &item.generics,
                None,
            ),
            _ => return,
        };
        let is_enum = fields.is_none();
        let described = marks::derives(attributes, "Shared");
        let marks = Marks::take(attributes, self.mistakes);
        if let Some(since) = &marks.since {
            self.mistakes.on(
                &since.tokens,
                "a type comes with the functions that take or return it: `#[since(…)]` stands on those",
            );
        }
        let open: Vec<TokenStream> =
            fields.map_or_else(Vec::new, |fields| open_fields(fields, self.mistakes));
        if !is_public(visibility) || marks.skip || described {
            return;
        }
        if let Some(parameter) = generics.params.first() {
            self.mistakes.on(
                parameter,
                format!(
                    "`{name}` stays in the plugin, behind a pointer, and a plugin is compiled already: it \
                     can't be generic; say `#[export(skip)]` if it isn't part of the interface"
                ),
            );
            return;
        }
        for field in open {
            self.mistakes.on(
                &field,
                format!(
                    "`{name}` stays in the plugin, and who loads it can't reach this field: make it private \
                     and write a method, or `#[derive(Shared)]` the type, which then crosses as data"
                ),
            );
        }
        if is_enum {
            self.mistakes.on(
                name,
                format!(
                    "`{name}` would stay in the plugin, and who loads it couldn't match it: \
                     `#[derive(Shared)]` it, so that it crosses as data, or say `#[export(skip)]` if it \
                     isn't part of the interface"
                ),
            );
            return;
        }
        self.names.0.push(name.clone());
        self.objects.push(Object {
            name: name.clone(),
            attributes: attributes.clone(),
            autos: marks.autos,
            methods: Vec::new(),
        });
    }

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

    /// `None` for what can't cross.
    fn checked(
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
    fn names_once(&mut self) {
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

/// Without `#[export(…)]`: the ones that anybody can reach.
fn open_fields(fields: &mut Fields, mistakes: &mut Mistakes) -> Vec<TokenStream> {
    fields
        .iter_mut()
        .filter_map(|field| {
            let marks = Marks::take(&mut field.attrs, mistakes);
            let ty = &field.ty;
            (is_public(&field.vis) && !marks.skip).then(|| {
                field
                    .ident
                    .as_ref()
                    .map_or_else(|| ty.to_token_stream(), ToTokens::to_token_stream)
            })
        })
        .collect()
}

fn generic(generics: &Generics) -> Option<&GenericParam> {
    generics
        .params
        .iter()
        .find(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
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

/// `RigidBody` → `rigid_body`
fn snake_case(name: &str) -> String {
    let mut out = String::new();
    let mut before = None::<char>;
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || (before.is_uppercase()
                        && letters.peek().is_some_and(|next| next.is_lowercase()))
            });
        if begins {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
        before = Some(letter);
    }
    out
}
