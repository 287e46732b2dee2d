//! Definitions of the types that a façade's items name.

use super::attributes::{Repr, conditions, docs};
use super::declarator::CType;
use super::mapping::{Mapper, State, Use};
use super::refusal::{Problem, Refusal};
use super::{names, page};
use syn::{Attribute, Fields, GenericParam, Generics, Item};

impl Mapper<'_> {
    /// A type of the façade.
    pub(super) fn named(&mut self, path: &syn::PathSegment, how: Use) -> Result<CType, Refusal> {
        let name = path.ident.to_string();
        let Some(found) = self.types.find(&name)? else {
            return Ok(self.opaque(&name));
        };
        if names::is_reserved(&name) || !names::is_identifier(&name) {
            return Err(Refusal::symbol(&name));
        }
        match self.states.get(&name) {
            Some(state @ (State::Naming | State::Begun))
                if how == Use::Contained || *state == State::Naming =>
            {
                return Err(Refusal::new(
                    format!("`{name}` is made of itself, which C cannot write"),
                    "put a `#[repr(C)]` struct between",
                ));
            }
            Some(State::Naming | State::Begun | State::Defined | State::Refused) => {
                return Ok(CType::Name(name));
            }
            _ => {}
        }
        match &found.item {
            Item::Type(alias) => {
                generics(&name, &alias.generics)?;
                self.typedef(&name, &alias.attrs, &alias.ty, how)
                    .map_err(|why| why.about(format!("alias `{name}`")))
            }
            Item::Struct(item) => self.record(
                &name,
                "struct",
                &item.attrs,
                &item.generics,
                &item.fields,
                how,
            ),
            Item::Union(item) => {
                let fields = Fields::Named(item.fields.clone());
                self.record(&name, "union", &item.attrs, &item.generics, &fields, how)
            }
            Item::Enum(item) => self.enumeration(&name, item, how),
            _ => Ok(self.opaque(&name)),
        }
    }

    /// `typedef struct Name Name;`
    pub(super) fn opaque(&mut self, name: &str) -> CType {
        self.forward(name, "struct");
        self.states.entry(name.to_owned()).or_insert(State::Opaque);
        CType::name(name)
    }

    fn forward(&mut self, name: &str, keyword: &str) {
        let line = format!("typedef {keyword} {name} {name};");
        if !self.forward.contains(&line) {
            self.forward.push(line);
        }
    }

    pub(super) fn define(&mut self, attributes: &[Attribute], text: &str) {
        self.definitions
            .push(page::documented(&docs(attributes), text));
    }

    fn record(
        &mut self,
        name: &str,
        keyword: &str,
        attributes: &[Attribute],
        parameters: &Generics,
        fields: &Fields,
        how: Use,
    ) -> Result<CType, Refusal> {
        generics(name, parameters)?;
        let repr = Repr::of(attributes);
        let inner = fields.iter().find(|field| !self.has_no_size(&field.ty));
        if let (true, "struct", Some(inner)) = (repr.transparent, keyword, inner) {
            return self
                .typedef(name, attributes, &inner.ty, how)
                .map_err(|why| why.about(format!("the field of `{name}`")));
        }
        if !repr.c || inner.is_none() {
            if how == Use::Pointed {
                return Ok(self.opaque(name));
            }
            return Err(if inner.is_none() {
                Refusal::no_type(name, "take a pointer to it: C has no values without size")
            } else {
                Refusal::new(
                    format!("`{name}` isn't `#[repr(C)]`, so its layout is rustc's own"),
                    format!("write `#[repr(C)]` above `{name}`, or take a pointer to it"),
                )
            });
        }
        if let Some(word) = repr.layout {
            return Err(Refusal::new(
                format!("C99 cannot say `{word}`, which `{name}` is"),
                "take a pointer to a struct that isn't `#[repr(C)]`: C won't look into it",
            ));
        }
        self.forward(name, keyword);
        if how != Use::Contained {
            self.later.push_back(name.to_owned());
            return Ok(CType::name(name));
        }
        self.states.insert(name.to_owned(), State::Begun);
        let lines = self.fields(name, fields);
        let state = if lines.is_ok() {
            State::Defined
        } else {
            State::Refused
        };
        self.states.insert(name.to_owned(), state);
        let text = format!("{keyword} {name} {{\n{}\n}};", lines?.join("\n"));
        self.define(attributes, &text);
        Ok(CType::name(name))
    }

    /// `typedef uint32_t Name;`
    fn typedef(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        target: &syn::Type,
        how: Use,
    ) -> Result<CType, Refusal> {
        self.states.insert(name.to_owned(), State::Naming);
        let target = self.map(target, how);
        // What was only met behind a pointer may be no value: look again when it is used as one.
        self.states.remove(name);
        let target = target?;
        if how == Use::Contained {
            self.states.insert(name.to_owned(), State::Defined);
        }
        // `type Context = other::Context;` is that name already.
        if target != CType::name(name) {
            let text = format!("typedef {};", target.named(name));
            let text = page::documented(&docs(attributes), &text);
            if !self.definitions.contains(&text) {
                self.definitions.push(text);
            }
        }
        Ok(CType::name(name))
    }

    fn fields(&mut self, of: &str, fields: &Fields) -> Result<Vec<String>, Refusal> {
        let mut lines = Vec::new();
        for (nth, field) in fields.iter().enumerate() {
            let name = field
                .ident
                .as_ref()
                .map_or_else(|| format!("_{nth}"), names::free);
            let about = || format!("field `{name}` of `{of}`");
            conditions(&field.attrs).map_err(|why| why.about(about()))?;
            if self.has_no_size(&field.ty) {
                continue;
            }
            let mapped = self
                .contained(&field.ty)
                .map_err(|why| why.about(about()))?;
            let text = page::documented(&docs(&field.attrs), &format!("{};", mapped.named(&name)));
            lines.extend(text.lines().map(|line| format!("    {line}")));
        }
        Ok(lines)
    }

    /// `()`, `[T; 0]`, `PhantomData<T>`, `PhantomPinned`
    fn has_no_size(&self, of: &syn::Type) -> bool {
        match of {
            syn::Type::Tuple(unit) => unit.elems.is_empty(),
            syn::Type::Array(array) => self.types.integer(&array.len) == Some(0),
            syn::Type::Path(path) => {
                path.path.segments.last().is_some_and(|last| {
                    last.ident == "PhantomData" || last.ident == "PhantomPinned"
                })
            }
            _ => false,
        }
    }

    /// All definitions, with those that were put off.
    pub(super) fn finish(mut self, problems: &mut Vec<Problem>) -> Vec<String> {
        while let Some(name) = self.later.pop_front() {
            let state = self.states.get(&name);
            if matches!(state, Some(State::Defined | State::Refused)) {
                continue;
            }
            let ident = proc_macro2::Ident::new(&name, proc_macro2::Span::call_site());
            if let Err(why) = self.named(&ident.into(), Use::Contained) {
                let place = self.types.find(&name).ok().flatten();
                let place = place
                    .map(super::types::Definition::place)
                    .unwrap_or_default();
                problems.push(why.in_types(place));
            }
        }
        let mut all = Vec::new();
        if !self.forward.is_empty() {
            all.push(self.forward.join("\n"));
        }
        all.extend(self.definitions);
        all
    }
}

/// A header has one type of a name, so it can't have all that a generic one stands for.
pub(super) fn generics(name: &str, of: &Generics) -> Result<(), Refusal> {
    if of
        .params
        .iter()
        .all(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
    {
        return Ok(());
    }
    Err(Refusal::new(
        format!("C has no type for the generic `{name}`"),
        "declare a struct with the types that are meant",
    ))
}
