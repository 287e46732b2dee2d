//! `#[shared(…)]`

use crate::mistakes::Mistakes;
use syn::meta::ParseNestedMeta;
use syn::parse::Parse;
use syn::{Attribute, LitStr, Path, Type};

/// What `#[shared(…)]` says.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) krate: Option<Path>,
    pub(crate) name: Option<String>,
    pub(crate) remote: Option<Type>,
    pub(crate) with: Option<Type>,
    pub(crate) skip: bool,
}

/// Of the type itself.
pub(crate) fn of_type(attributes: &[Attribute], mistakes: &mut Mistakes) -> Options {
    parse(attributes, mistakes, |options, meta| {
        if meta.path.is_ident("remote") {
            options.remote = Some(quoted(meta)?);
        } else if meta.path.is_ident("crate") {
            options.krate = Some(quoted(meta)?);
        } else if meta.path.is_ident("name") {
            options.name = Some(meta.value()?.parse::<LitStr>()?.value());
        } else {
            return Err(meta.error(
                "a type takes `#[shared(name = \"…\")]`, `#[shared(remote = \"dependency::Type\")]` and \
                 `#[shared(crate = \"path\")]`",
            ));
        }
        Ok(())
    })
}

/// Of a variant.
pub(crate) fn of_variant(attributes: &[Attribute], mistakes: &mut Mistakes) -> Options {
    parse(attributes, mistakes, |options, meta| {
        if meta.path.is_ident("name") {
            options.name = Some(meta.value()?.parse::<LitStr>()?.value());
            return Ok(());
        }
        Err(meta.error("a variant takes `#[shared(name = \"…\")]`"))
    })
}

/// Of a field.
pub(crate) fn of_field(attributes: &[Attribute], mistakes: &mut Mistakes) -> Options {
    parse(attributes, mistakes, |options, meta| {
        if meta.path.is_ident("name") {
            options.name = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.path.is_ident("with") {
            options.with = Some(quoted(meta)?);
        } else if meta.path.is_ident("skip") {
            options.skip = true;
        } else {
            return Err(meta.error(
                "a field takes `#[shared(with = Twin)]`, `#[shared(skip)]` and \
                 `#[shared(name = \"…\")]`",
            ));
        }
        Ok(())
    })
}

fn parse(
    attributes: &[Attribute],
    mistakes: &mut Mistakes,
    mut option: impl FnMut(&mut Options, &ParseNestedMeta<'_>) -> syn::Result<()>,
) -> Options {
    let mut options = Options::default();
    for attribute in attributes {
        if !attribute.path().is_ident("shared") {
            continue;
        }
        if let Err(error) = attribute.parse_nested_meta(|meta| option(&mut options, &meta)) {
            mistakes.add(error);
        }
    }
    options
}

/// `= path::Type` or, as serde's users write it, `= "path::Type"`.
fn quoted<T: Parse>(meta: &ParseNestedMeta<'_>) -> syn::Result<T> {
    let value = meta.value()?;
    if value.peek(LitStr) {
        let text: LitStr = value.parse()?;
        text.parse().map_err(|_| {
            syn::Error::new(text.span(), "expected a path, as it would be written here")
        })
    } else {
        value.parse()
    }
}
