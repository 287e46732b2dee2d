//! `#[export(version = 2, name = Physics)]`

use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use syn::meta::ParseNestedMeta;
use syn::parse::Parser;
use syn::{LitInt, Path, parse_quote};

/// What stands in the attribute.
pub(super) struct Arguments {
    /// Where linkface-plugin is.
    pub(super) krate: Path,
    /// Of all interfaces of the module.
    pub(super) version: u64,
    /// The interface's name, if it isn't the module's.
    pub(super) name: Option<Ident>,
}

impl Arguments {
    pub(super) fn parse(input: TokenStream, mistakes: &mut Mistakes) -> Self {
        let mut this = Self {
            krate: parse_quote!(::linkface_plugin),
            version: 1,
            name: None,
        };
        let parser = syn::meta::parser(|meta| this.argument(&meta));
        if let Err(error) = parser.parse2(input) {
            mistakes.add(error);
        }
        this
    }

    fn argument(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if meta.path.is_ident("version") {
            self.version = meta.value()?.parse::<LitInt>()?.base10_parse()?;
        } else if meta.path.is_ident("name") {
            self.name = Some(meta.value()?.parse()?);
        } else if meta.path.is_ident("plugin") {
            self.krate = meta.value()?.call(Path::parse_mod_style)?;
        } else {
            return Err(meta.error(
                "`#[export]` takes `version = 2`, the interface's version; `name = Physics`, its name in \
                 errors; `plugin = path`, where linkface-plugin is",
            ));
        }
        Ok(())
    }
}
