//! From Rust's types to C's.

use super::declarator::CType;
use super::primitive::primitive;
use super::refusal::Refusal;
use super::types::Types;
use super::{is_c_abi_token, names};
use std::collections::{BTreeMap, VecDeque};
use syn::Type;
use syn::spanned::Spanned;

/// How a type's name is used: that decides what has to be known of it, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// By value: it has to be complete before.
    Contained,
    /// By value, in a function pointer: it may be completed after.
    Later,
    /// Behind a pointer: it may stay unknown.
    Pointed,
}

/// How far a named type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// `typedef struct Name Name;`, and no more.
    Opaque,
    /// A typedef, being written.
    Naming,
    /// A struct or union whose fields are being written.
    Begun,
    Defined,
    /// It was refused, and that was reported.
    Refused,
}

/// Maps types, and remembers which definitions that takes.
pub(super) struct Mapper<'a> {
    pub(super) types: &'a Types,
    pub(super) states: BTreeMap<String, State>,
    /// `typedef struct Name Name;`, which go before everything else.
    pub(super) forward: Vec<String>,
    pub(super) definitions: Vec<String>,
    /// Names to define when the items are done.
    pub(super) later: VecDeque<String>,
}

type Mapped = Result<CType, Refusal>;

impl<'a> Mapper<'a> {
    pub(super) fn new(types: &'a Types) -> Self {
        Self {
            types,
            states: BTreeMap::new(),
            forward: Vec::new(),
            definitions: Vec::new(),
            later: VecDeque::new(),
        }
    }

    /// A type that stands somewhere by value: a static, a field.
    pub(super) fn contained(&mut self, of: &Type) -> Mapped {
        self.map(of, Use::Contained)
    }

    /// A parameter's type.
    pub(super) fn passed(&mut self, of: &Type) -> Mapped {
        self.by_value(of, Use::Contained)
    }

    /// A result's type.
    pub(super) fn result(&mut self, of: &syn::ReturnType) -> Mapped {
        self.returned(of, Use::Contained)
    }

    fn returned(&mut self, of: &syn::ReturnType, how: Use) -> Mapped {
        match of {
            syn::ReturnType::Default => Ok(CType::name("void")),
            syn::ReturnType::Type(_, of) => match &**of {
                Type::Never(_) => Ok(CType::name("void")),
                Type::Tuple(unit) if unit.elems.is_empty() => Ok(CType::name("void")),
                of => self.by_value(of, how),
            },
        }
    }

    fn by_value(&mut self, of: &Type, how: Use) -> Mapped {
        if self.is_array(of) {
            return Err(Refusal::no_type(
                &spelled(of),
                "pass a pointer to the array: C passes none by value",
            ));
        }
        self.map(of, how)
    }

    fn is_array(&self, of: &Type) -> bool {
        matches!(self.unaliased(of), Some(Type::Array(_)))
    }

    /// What an alias stands for, or the type itself; nothing for aliases that go in a circle.
    fn unaliased<'t>(&'t self, mut of: &'t Type) -> Option<&'t Type> {
        for _ in 0..16 {
            of = match of {
                Type::Paren(inner) => &inner.elem,
                Type::Group(inner) => &inner.elem,
                Type::Path(path) => match self.types.find(&last(path)?.ident.to_string()) {
                    Ok(Some(found)) => match &found.item {
                        syn::Item::Type(alias) => &alias.ty,
                        _ => return Some(of),
                    },
                    _ => return Some(of),
                },
                _ => return Some(of),
            };
        }
        None
    }

    pub(super) fn map(&mut self, of: &Type, how: Use) -> Mapped {
        match of {
            Type::Paren(inner) => self.map(&inner.elem, how),
            Type::Group(inner) => self.map(&inner.elem, how),
            Type::Reference(to) => self.pointer(&to.elem, to.mutability.is_none()),
            Type::Ptr(to) => self.pointer(
                &to.elem,
                matches!(to.mutability, syn::PointerMutability::Const(_)),
            ),
            Type::FnPtr(of) => self.function_pointer(of),
            Type::Array(array) => {
                let length = self.types.integer(&array.len);
                let length = length.and_then(|length| u64::try_from(length).ok());
                let length = length.filter(|length| *length > 0).ok_or_else(|| {
                    Refusal::new(
                        format!("the length of `{}` isn't known here", spelled(of)),
                        "write a number above 0, or a constant of the façade that is one",
                    )
                })?;
                let element = self.map(&array.elem, how)?;
                Ok(CType::Array {
                    of: Box::new(element),
                    length,
                })
            }
            Type::Path(path) => self.path(path, how),
            Type::Slice(_) | Type::TraitObject(_) | Type::ImplTrait(_) | Type::Tuple(_) => Err(
                Refusal::no_type(&spelled(of), "declare a `#[repr(C)]` struct for it"),
            ),
            _ => Err(Refusal::no_type(&spelled(of), "write a type that C has")),
        }
    }

    fn pointer(&mut self, to: &Type, constant: bool) -> Mapped {
        let whole = || format!("{}{}", if constant { "&" } else { "&mut " }, spelled(to));
        let target = match to {
            Type::Slice(_) => {
                let help = "take a pointer to the first element, and the length as a `usize`";
                return Err(Refusal::no_type(&whole(), help));
            }
            Type::TraitObject(_) => {
                let help = "take an `extern \"C\" fn` and a `*mut c_void` for it";
                return Err(Refusal::no_type(&whole(), help));
            }
            Type::Path(path) if path.path.is_ident("str") => {
                let help =
                    "take a `*const c_char` that ends with a zero, or a pointer and a length";
                return Err(Refusal::no_type(&whole(), help));
            }
            Type::Tuple(unit) if unit.elems.is_empty() => CType::name("void"),
            to => self.map(to, Use::Pointed)?,
        };
        Ok(CType::pointer(target, constant))
    }

    fn function_pointer(&mut self, of: &syn::TypeFnPtr) -> Mapped {
        if !of.abi.as_ref().is_some_and(is_c_abi_token) {
            let help = "write `extern \"C\" fn`: only that has C's ABI";
            return Err(Refusal::no_type(&spelled(of), help));
        }
        let mut parameters = Vec::new();
        for input in &of.inputs {
            let name = match &input.name {
                Some((name, _)) if name != "_" => names::free(name),
                _ => String::new(),
            };
            parameters.push((self.by_value(&input.ty, Use::Later)?, name));
        }
        let result = self.returned(&of.output, Use::Later)?;
        let function = CType::function(result, parameters, of.variadic.is_some());
        Ok(CType::pointer(function, false))
    }

    fn path(&mut self, of: &syn::TypePath, how: Use) -> Mapped {
        let Some(segment) = last(of) else {
            return Err(Refusal::no_type(&spelled(of), "name the type itself"));
        };
        let name = segment.ident.to_string();
        let foreign = of.path.segments.len() > 1
            && ["core", "std", "alloc", "libc"].map(|known| of.path.segments[0].ident == known)
                != [false; 4];
        if !foreign && self.types.find(&name)?.is_some() {
            return self.named(segment, how);
        }
        if let Some(known) = primitive(&name) {
            return Ok(CType::name(known));
        }
        match (&*name, argument(segment)) {
            ("c_void", None) if how == Use::Pointed => Ok(CType::name("void")),
            ("c_void", None) => Err(Refusal::no_type("c_void", "write `()` or a pointer to it")),
            ("NonNull", Some(to)) => self.pointer(to, false),
            ("MaybeUninit" | "ManuallyDrop" | "NonZero", Some(inner)) => self.map(inner, how),
            ("Option", Some(inner)) if self.has_niche(inner) => self.map(inner, how),
            ("Option", Some(_)) => Err(Refusal::no_type(
                &spelled(of),
                "only references, `NonNull`, `NonZero` and function pointers can be optional in C",
            )),
            ("str" | "String" | "Vec" | "Box" | "Rc" | "Arc", _) => Err(Refusal::no_type(
                &spelled(of),
                "take a pointer, and a length where there is one",
            )),
            ("char", None) => Err(Refusal::no_type("char", "take a `u32`, and check it")),
            ("u128" | "i128", None) => Err(Refusal::no_type(&name, "take two `u64`")),
            _ if name.starts_with("Atomic") => Err(Refusal::no_type(
                &spelled(of),
                "declare functions that read and write it: C99 and C++ share no atomics",
            )),
            (_, None) if how == Use::Pointed && segment.arguments.is_empty() => {
                Ok(self.opaque(&name))
            }
            _ => Err(Refusal::new(
                format!("`{}` isn't declared in the façade", spelled(of)),
                "declare it there, as a `#[repr(C)]` type, or take a pointer to it",
            )),
        }
    }

    /// Whether `Option` of it has the same layout, with 0 for `None`.
    fn has_niche(&self, of: &Type) -> bool {
        match self.unaliased(of) {
            Some(Type::Reference(_) | Type::FnPtr(_)) => true,
            Some(Type::Path(path)) => last(path).is_some_and(|segment| {
                let name = segment.ident.to_string();
                name == "NonNull" || name.starts_with("NonZero")
            }),
            _ => false,
        }
    }
}

/// The path's last name, if it is an ordinary path.
fn last(path: &syn::TypePath) -> Option<&syn::PathSegment> {
    if path.qself.is_some() {
        return None;
    }
    path.path.segments.last()
}

/// `T` of `Name<T>`.
fn argument(of: &syn::PathSegment) -> Option<&Type> {
    let syn::PathArguments::AngleBracketed(list) = &of.arguments else {
        return None;
    };
    match list.args.first() {
        Some(syn::GenericArgument::Type(only)) if list.args.len() == 1 => Some(only),
        _ => None,
    }
}

/// As it stands in the source.
pub(super) fn spelled(of: &impl Spanned) -> String {
    of.span()
        .source_text()
        .unwrap_or_else(|| "this type".to_owned())
}
