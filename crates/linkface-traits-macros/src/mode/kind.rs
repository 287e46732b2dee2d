//! Types that can't have an inherent impl, so that no impl on them can be internal or external.

use super::args::Mode;
use crate::code::code;
use crate::mistakes::Mistakes;
use proc_macro2::Ident;
use syn::{Generics, Type};

/// Checks the type of an impl. What only rustc knows is left to rustc: whether a name means a type of
/// this crate.
pub(super) fn check(mode: Mode, generics: &Generics, ty: &Type, mistakes: &mut Mistakes) {
    let word = match mode {
        Mode::Internal => "internal",
        Mode::External => "external",
        Mode::Extension => return,
    };
    let why = match ty {
        Type::Group(group) => return check(mode, generics, &group.elem, mistakes),
        Type::Paren(paren) => return check(mode, generics, &paren.elem, mistakes),
        Type::Path(path) if path.qself.is_some() => {
            "a type that is found through a trait has no methods of its own"
        }
        Type::Path(path) => {
            let parameter = path.path.get_ident().filter(|name| {
                generics
                    .type_params()
                    .any(|parameter| parameter.ident == **name)
            });
            let Some(parameter) = parameter else {
                if path.path.get_ident().is_some_and(is_primitive) {
                    let ty = code(ty);
                    mistakes.at(
                        path,
                        format!(
                            "an impl for `{ty}` can't be {word}: only `core` gives it methods; write \
                             `#[mode(extension)]`",
                        ),
                    );
                }
                return;
            };
            mistakes.at(
                ty,
                format!(
                    "a blanket impl can't be {word}: `{parameter}` is every type, and no crate can \
                     add methods to every type; write `#[mode(extension)]`",
                ),
            );
            return;
        }
        Type::Reference(_) => "a reference has no methods of its own",
        Type::Ptr(_) => "a raw pointer has no methods of its own",
        Type::Tuple(_) => "a tuple has no methods of its own",
        Type::Slice(_) | Type::Array(_) => "only `core` gives slices and arrays methods",
        Type::FnPtr(_) => "a function pointer has no methods of its own",
        Type::Never(_) => "`!` has no methods of its own",
        // `dyn Trait` can have methods of its own, if the trait is of this crate.
        _ => return,
    };
    mistakes.at(
        ty,
        format!(
            "an impl for `{}` can't be {word}: {why}; write `#[mode(extension)]`",
            code(ty)
        ),
    );
}

fn is_primitive(name: &Ident) -> bool {
    const PRIMITIVE: [&str; 17] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8",
        "u16", "u32", "u64", "u128", "usize",
    ];
    PRIMITIVE.iter().any(|primitive| name == primitive)
}
