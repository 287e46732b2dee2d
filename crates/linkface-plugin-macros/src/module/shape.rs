//! Where the module's own objects stand in a type, and how they are converted.

use super::place::deeper;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{GenericArgument, Path, PathArguments, Type, TypeReference, parse_quote};

/// The names of the types that stay in the plugin.
#[derive(Default)]
pub(super) struct Objects(pub(super) Vec<Ident>);

/// How a type of the module crosses.
pub(super) enum Shape {
    /// As for any interface.
    Plain,
    /// An object of the module, handed over.
    Object(Ident),
    /// `&Counter`, `&mut Counter`
    Lent { is_mut: bool, object: Ident },
    /// `Option<…>`, `Result<…, E>`
    Mapped(Box<Shape>),
    /// `Vec<…>`
    Each(Box<Shape>),
    /// `Box<…>`
    Boxed(Box<Shape>),
    /// `(…, …)`
    Tuple(Vec<Shape>),
    /// An object where it can't be converted.
    Elsewhere(Path),
}

/// The hidden module of an object.
pub(super) fn hidden(object: &Ident) -> Ident {
    format_ident!("__linkface_export_{object}")
}

/// The type that stands for an object.
pub(super) fn loaded(object: &Ident) -> Ident {
    format_ident!("Loaded{object}", span = object.span())
}

impl Objects {
    /// `Counter`, `self::Counter`, and `Self` in an impl of it.
    fn named(&self, path: &Path, this: Option<&Ident>) -> Option<Ident> {
        let mut segments: Vec<&Ident> = path.segments.iter().map(|s| &s.ident).collect();
        if segments.len() == 2 && *segments[0] == "self" {
            segments.remove(0);
        }
        let [name] = segments[..] else { return None };
        if path.leading_colon.is_some() {
            return None;
        }
        if *name == "Self" {
            return this.cloned();
        }
        self.0.contains(name).then(|| name.clone())
    }

    fn of_type(&self, ty: &Type, this: Option<&Ident>) -> Option<Ident> {
        match ty {
            Type::Path(path) if path.qself.is_none() => self.named(&path.path, this),
            Type::Paren(inner) => self.of_type(&inner.elem, this),
            Type::Group(inner) => self.of_type(&inner.elem, this),
            _ => None,
        }
    }

    /// The first mention.
    fn mention(&self, ty: &Type, this: Option<&Ident>) -> Option<Path> {
        struct Find<'a>(&'a Objects, Option<&'a Ident>, Option<Path>);
        impl VisitMut for Find<'_> {
            fn visit_path_mut(&mut self, path: &mut Path) {
                if self.2.is_none() && self.0.named(path, self.1).is_some() {
                    self.2 = Some(path.clone());
                }
                visit_mut::visit_path_mut(self, path);
            }
        }
        let mut find = Find(self, this, None);
        find.visit_type_mut(&mut ty.clone());
        find.2
    }

    pub(super) fn shape(&self, ty: &Type, this: Option<&Ident>) -> Shape {
        let Some(mention) = self.mention(ty, this) else {
            return Shape::Plain;
        };
        if let Some(object) = self.of_type(ty, this) {
            return Shape::Object(object);
        }
        match ty {
            Type::Reference(TypeReference {
                mutability, elem, ..
            }) => {
                if let Some(object) = self.of_type(elem, this) {
                    return Shape::Lent {
                        is_mut: mutability.is_some(),
                        object,
                    };
                }
            }
            Type::Tuple(tuple) => {
                return Shape::Tuple(tuple.elems.iter().map(|ty| self.shape(ty, this)).collect());
            }
            Type::Path(path) => {
                if let Some(last) = path.path.segments.last()
                    && let PathArguments::AngleBracketed(arguments) = &last.arguments
                    && let Some(GenericArgument::Type(first)) = arguments.args.first()
                    && !arguments.args.iter().skip(1).any(|argument| {
                        matches!(argument, GenericArgument::Type(ty) if self.mention(ty, this).is_some())
                    })
                {
                    let inner = Box::new(self.shape(first, this));
                    match last.ident.to_string().as_str() {
                        "Option" | "Result" => return Shape::Mapped(inner),
                        "Vec" => return Shape::Each(inner),
                        "Box" => return Shape::Boxed(inner),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Shape::Elsewhere(mention)
    }

    /// The type, with what stands for objects in their places. `lent` makes the one behind a reference.
    pub(super) fn replaced(
        &self,
        ty: &Type,
        this: Option<&Ident>,
        lent: impl Fn(&Ident) -> Type,
    ) -> Type {
        if let Type::Reference(reference) = ty
            && let Some(object) = self.of_type(&reference.elem, this)
        {
            let mut reference = reference.clone();
            *reference.elem = lent(&object);
            return Type::Reference(reference);
        }
        let mut ty = ty.clone();
        Replace(self, this).visit_type_mut(&mut ty);
        deeper(&ty, this)
    }
}

/// Objects by what stands for them.
struct Replace<'a>(&'a Objects, Option<&'a Ident>);
impl VisitMut for Replace<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Some(object) = self.0.of_type(ty, self.1) {
            let loaded = loaded(&object);
            *ty = parse_quote!(self::#loaded);
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
}

/// `dyn Counter`, of an object's trait.
pub(super) fn lent_trait(object: &Ident) -> Type {
    let hidden = hidden(object);
    parse_quote!(dyn super::#hidden::#object)
}

/// `LoadedCounter`
pub(super) fn lent_loaded(object: &Ident) -> Type {
    let loaded = loaded(object);
    parse_quote!(super::#loaded)
}

impl Shape {
    /// An object that can't be converted, by how it is written.
    pub(super) fn mistake(&self) -> Option<&Path> {
        match self {
            Self::Elsewhere(path) => Some(path),
            Self::Mapped(inner) | Self::Each(inner) | Self::Boxed(inner) => inner.mistake(),
            Self::Tuple(all) => all.iter().find_map(Self::mistake),
            Self::Plain | Self::Object(_) | Self::Lent { .. } => None,
        }
    }

    /// The object behind a reference that stands in another type.
    pub(super) fn lent_inside(&self) -> Option<&Ident> {
        match self {
            Self::Mapped(inner) | Self::Each(inner) | Self::Boxed(inner) => inner.lent(),
            Self::Tuple(all) => all.iter().find_map(Self::lent),
            _ => None,
        }
    }

    /// The object behind a reference.
    pub(super) fn lent(&self) -> Option<&Ident> {
        match self {
            Self::Lent { object, .. } => Some(object),
            _ => self.lent_inside(),
        }
    }

    /// From what crosses to the module's own.
    pub(super) fn incoming(&self, value: &TokenStream) -> TokenStream {
        self.convert(value, &|object| {
            let hidden = hidden(object);
            quote!(super::#hidden::__receive)
        })
    }

    /// From the module's own to what crosses.
    pub(super) fn outgoing(&self, value: &TokenStream) -> TokenStream {
        self.convert(value, &|object| {
            let hidden = hidden(object);
            quote!(super::#hidden::__send)
        })
    }

    fn convert(&self, value: &TokenStream, by: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
        let one = quote!(__one);
        match self {
            Self::Plain | Self::Elsewhere(_) => value.clone(),
            Self::Object(object) => {
                let function = by(object);
                quote!(#function(#value))
            }
            Self::Lent { is_mut, object } => {
                let hidden = hidden(object);
                if *is_mut {
                    quote!(super::#hidden::__borrow_mut(#value))
                } else {
                    quote!(super::#hidden::__borrow(#value))
                }
            }
            Self::Mapped(inner) => {
                let inner = inner.convert(&one, by);
                quote!((#value).map(|__one| #inner))
            }
            Self::Each(inner) => {
                let inner = inner.convert(&one, by);
                quote!(::core::iter::Iterator::collect(::core::iter::Iterator::map(
                    ::core::iter::IntoIterator::into_iter(#value), |__one| #inner
                )))
            }
            Self::Boxed(inner) => {
                let inner = inner.convert(&quote!((*#value)), by);
                quote!(::std::boxed::Box::new(#inner))
            }
            Self::Tuple(all) => {
                let names: Vec<Ident> =
                    (0..all.len()).map(|n| format_ident!("__part{n}")).collect();
                let parts = all
                    .iter()
                    .zip(&names)
                    .map(|(shape, name)| shape.convert(&quote!(#name), by));
                quote!({ let (#(#names,)*) = #value; (#(#parts,)*) })
            }
        }
    }
}
