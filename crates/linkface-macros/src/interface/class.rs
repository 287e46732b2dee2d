//! How an item's symbol is joined.

use crate::args::InterfaceArgs;
use crate::template::tokens;
use proc_macro::TokenStream;

/// How an item's symbol is joined.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Class {
    /// A provider defines it.
    Required,
    /// Nobody has a default here, but a provider may bring one.
    Defaultable,
    /// There is a default here.
    Defaulted,
    /// There is one, which only says that nobody has implemented the item: it is dynamic.
    Unset,
}

impl Class {
    /// Of a trait, whose default is an argument.
    pub(super) fn of_trait(args: &InterfaceArgs) -> Self {
        match &args.default {
            None => Self::Required,
            Some(default) if default.value.is_empty() => Self::Defaultable,
            Some(_) => Self::Defaulted,
        }
    }

    /// Whether the declaring crate defines the symbol, too.
    pub(super) fn has_default(self) -> bool {
        matches!(self, Self::Defaulted | Self::Unset)
    }

    /// What documentation says of the item beside its author's words.
    pub(super) fn note(self) -> TokenStream {
        let text = match self {
            Self::Required => "*An interface: implemented by one provider in the program.*",
            Self::Defaultable => {
                "*An interface: implemented by a provider, some of which are defaults.*"
            }
            Self::Defaulted | Self::Unset => {
                "*An interface with a default, which a provider can replace.*"
            }
        };
        tokens!("#[cfg_attr(doc, doc = \"\", doc = #text)]", text)
    }

    /// The same of a dynamic item, and how it is installed.
    pub(super) fn dynamic_note(install: &str) -> TokenStream {
        let text = format!(
            "*An interface: implemented by a provider, or by `{install}` while the program runs.*"
        );
        tokens!("#[cfg_attr(doc, doc = \"\", doc = #text)]", text)
    }

    /// The attributes of what calls the symbol.
    pub(super) fn inline(self) -> TokenStream {
        if self == Self::Required {
            tokens!("#[inline]")
        } else {
            // GNU ld resolves a weak external only for the object that defines it.
            tokens!(
                "#[cfg_attr(all(windows, target_env = \"gnu\"), inline(never))]
                 #[cfg_attr(not(all(windows, target_env = \"gnu\")), inline)]"
            )
        }
    }
}
