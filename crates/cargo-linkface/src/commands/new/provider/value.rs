//! A first value for a static.

use syn::Type;

/// A value of this type that can stand in a static: zero, nothing, empty.
///
/// None if nothing can be made up.
pub(super) fn value(of: &Type) -> Option<String> {
    match of {
        Type::Paren(inner) => value(&inner.elem),
        Type::Reference(to) => match &*to.elem {
            Type::Slice(_) => Some("&[]".to_owned()),
            Type::Path(path) if path.path.is_ident("str") => Some("\"\"".to_owned()),
            to => Some(format!("&{}", value(to)?)),
        },
        Type::Array(array) => match &array.len {
            syn::Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(length),
                ..
            }) => Some(format!("[{}; {length}]", value(&array.elem)?)),
            _ => None,
        },
        Type::Tuple(tuple) => {
            let parts: Option<Vec<String>> = tuple.elems.iter().map(value).collect();
            let parts = parts?;
            Some(match &parts[..] {
                [one] => format!("({one},)"),
                parts => format!("({})", parts.join(", ")),
            })
        }
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let name = last.ident.to_string();
            Some(match &*name {
                "bool" => "false".to_owned(),
                "char" => "'\\0'".to_owned(),
                "f32" | "f64" => "0.0".to_owned(),
                "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64"
                | "i128" | "isize" => "0".to_owned(),
                "Option" => "None".to_owned(),
                "AtomicBool" => "core::sync::atomic::AtomicBool::new(false)".to_owned(),
                "AtomicU8" | "AtomicU16" | "AtomicU32" | "AtomicU64" | "AtomicUsize"
                | "AtomicI8" | "AtomicI16" | "AtomicI32" | "AtomicI64" | "AtomicIsize" => {
                    format!("core::sync::atomic::{name}::new(0)")
                }
                _ => return None,
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[track_caller]
    fn check(of: &str, expected: Option<&str>) {
        let of = syn::parse_str(of).expect("a type");
        assert_eq!(value(&of).as_deref(), expected);
    }

    #[test]
    fn values_are_made_up_where_that_is_possible() {
        check("u8", Some("0"));
        check("&'static str", Some("\"\""));
        check("&'static [Foo]", Some("&[]"));
        check("[(bool, f32); 4]", Some("[(false, 0.0); 4]"));
        check("(char,)", Some("('\\0',)"));
        check("Option<fn()>", Some("None"));
        check(
            "core::sync::atomic::AtomicU32",
            Some("core::sync::atomic::AtomicU32::new(0)"),
        );
        check("Foo", None);
        check("[u8; N]", None);
        check("fn()", None);
    }
}
