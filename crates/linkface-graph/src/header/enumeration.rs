//! Enums without fields.

use super::attributes::{Repr, conditions, docs};
use super::declarator::CType;
use super::definition::generics;
use super::mapping::{Mapper, State, Use, spelled};
use super::primitive::primitive;
use super::refusal::Refusal;
use super::{names, page};

impl Mapper<'_> {
    pub(super) fn enumeration(
        &mut self,
        name: &str,
        item: &syn::ItemEnum,
        how: Use,
    ) -> Result<CType, Refusal> {
        let repr = Repr::of(&item.attrs);
        generics(name, &item.generics)?;
        if item
            .variants
            .iter()
            .any(|variant| !variant.fields.is_empty())
            || item.variants.is_empty()
        {
            if how == Use::Pointed {
                return Ok(self.opaque(name));
            }
            return Err(Refusal::no_type(
                name,
                "take a pointer to it, or declare a `#[repr(C)]` struct with a tag",
            ));
        }
        let integer = repr.integer.as_deref().filter(|_| !repr.c);
        if !repr.c && integer.is_none() {
            if how == Use::Pointed {
                return Ok(self.opaque(name));
            }
            return Err(Refusal::new(
                format!("`{name}` has no `#[repr]`, so its size is rustc's own choice"),
                format!("write `#[repr(C)]` or `#[repr(u8)]` above `{name}`"),
            ));
        }
        let mut next = 0i128;
        let mut variants = Vec::new();
        for variant in &item.variants {
            let about = || format!("variant `{}` of `{name}`", variant.ident);
            conditions(&variant.attrs).map_err(|why| why.about(about()))?;
            if let Some((_, value)) = &variant.discriminant {
                next = self
                    .types
                    .integer(value)
                    .ok_or_else(|| unknown_value(value).about(about()))?;
            }
            let limits = if integer.is_some() {
                i128::from(i64::MIN) + 1..=i128::from(u64::MAX)
            } else {
                i128::from(i32::MIN)..=i128::from(i32::MAX)
            };
            if !limits.contains(&next) {
                let why = Refusal::new(
                    format!("C99 has no constant {next} in an enum"),
                    "give the variant another value",
                );
                return Err(why.about(about()));
            }
            variants.push((
                format!("{name}_{}", names::free(&variant.ident)),
                next,
                docs(&variant.attrs),
            ));
            next += 1;
        }
        self.states.insert(name.to_owned(), State::Defined);
        let text = match integer {
            None => {
                let lines: Vec<String> = variants
                    .iter()
                    .map(|(variant, value, docs)| {
                        page::documented(docs, &format!("{variant} = {value},"))
                    })
                    .flat_map(|text| {
                        text.lines()
                            .map(|line| format!("    {line}"))
                            .collect::<Vec<_>>()
                    })
                    .collect();
                // C99 allows the last comma, C++98 doesn't.
                let lines = lines.join("\n");
                let lines = lines.trim_end_matches(',');
                format!("typedef enum {name} {{\n{lines}\n}} {name};")
            }
            Some(integer) => {
                let Some(of) = primitive(integer) else {
                    return Err(Refusal::no_type(
                        integer,
                        format!("give `{name}` a smaller `#[repr]`"),
                    ));
                };
                let lines = variants.iter().map(|(variant, value, docs)| {
                    let suffix = if *value > i128::from(i64::MAX) {
                        "u"
                    } else {
                        ""
                    };
                    page::documented(
                        docs,
                        &format!("#define {variant} (({name}){value}{suffix})"),
                    )
                });
                let lines: Vec<String> = lines.collect();
                format!("typedef {of} {name};\n{}", lines.join("\n"))
            }
        };
        self.define(&item.attrs, &text);
        Ok(CType::name(name))
    }
}

fn unknown_value(of: &syn::Expr) -> Refusal {
    Refusal::new(
        format!("the value of `{}` isn't known here", spelled(of)),
        "write a number, or a constant of the façade that is one",
    )
}
