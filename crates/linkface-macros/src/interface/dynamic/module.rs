//! The module of a dynamic function: what it is installed and overridden by.

use super::super::function::Function;
use crate::cursor::{Tokens, plain};
use crate::item::Visibility;
use crate::template::tokens;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

impl Function<'_> {
    /// `mod now { pub fn install(…) … }`
    pub(super) fn module(&self) -> TokenStream {
        let lf = &self.declaration.lf;
        let module = self.declaration.implement_name();
        let inside = inside(&self.head.visibility);
        let slot = self.hidden("slot");
        let about = format!(
            "Implements `{}` while the program runs.",
            plain(self.declaration.name)
        );
        tokens!(
            "#cfgs #[doc = #about] #[allow(clippy::module_inception)]
             #visibility mod #module {
                #[doc(hidden)]
                #inside use super::#interface as __Interface;

                /// What [`install`] takes.
                #[doc(inline)]
                #inside use super::#function as Function;

                /// Puts `implementation` in place of the default or what is linked, once. Calls that
                /// begin after this go to it, on every thread.
                ///
                /// # Errors
                ///
                /// If something has been installed before: then that stays.
                #inside fn install(
                    implementation: Function,
                ) -> ::core::result::Result<#lf::Installed<Function>, #lf::AlreadyInstalled> {
                    #lf::__private::FunctionSlot::install(&super::#slot, implementation)
                }

                /// Whether [`install`] has been called. A linked implementation isn't counted, nor
                /// what a thread has put in place for itself.
                #[must_use]
                #inside fn is_installed() -> ::core::primitive::bool {
                    #lf::__private::FunctionSlot::is_installed(&super::#slot)
                }

                #scoped
             }",
            cfgs = self.declaration.cfgs,
            about,
            visibility = self.head.visibility.0,
            module,
            inside,
            interface = self.hidden("interface"),
            function = self.hidden("function"),
            lf,
            slot,
            scoped = self.scoped(&inside),
        )
    }

    /// `pub fn scoped(…)` of the module. Where it can't be, one that says what it needs when it is called.
    fn scoped(&self, inside: &Tokens) -> TokenStream {
        let lf = &self.declaration.lf;
        let overriding = self.hidden("override");
        if !self.has_overrides() {
            return tokens!(
                "#[doc(hidden)]
                 #inside use super::#overriding as Override;

                 #[doc(hidden)]
                 #inside fn scoped<R>(
                    _: &Override<'_>,
                    body: impl ::core::ops::FnOnce() -> R + #lf::__private::FeatureStd,
                 ) -> R {
                    body()
                 }",
                inside,
                overriding,
                lf
            );
        }
        tokens!(
            "/// What [`scoped`] takes.
             #[doc(inline)]
             #inside use super::#overriding as Override;

             /// Runs `body`; meanwhile calls of this thread, and of no other, go to
             /// `implementation`: for tests.
             ///
             /// The innermost of several goes first. A call that `implementation` makes of this
             /// item goes past it, to what it overrides. It ends with `body`, also by a panic.
             #inside fn scoped<R>(
                implementation: &Override<'_>,
                body: impl ::core::ops::FnOnce() -> R,
             ) -> R {
                #lf::__private::scoped!(super::#slot, Override, implementation, body)
             }",
            inside,
            overriding,
            lf,
            slot = self.hidden("slot")
        )
    }
}

/// The same visibility, written in a module within.
fn inside(visibility: &Visibility) -> Tokens {
    let ident = |text| TokenTree::Ident(Ident::new(text, Span::call_site()));
    let restricted = |path: TokenStream| -> Tokens {
        vec![
            ident("pub"),
            TokenTree::Group(Group::new(Delimiter::Parenthesis, path)),
        ]
    };
    let Some(TokenTree::Group(group)) = visibility.0.get(1) else {
        return match visibility.0.first() {
            Some(public) => vec![public.clone()],
            None => restricted(tokens!("super")),
        };
    };
    let path: Tokens = group.stream().into_iter().collect();
    let words: Vec<String> = path.iter().map(ToString::to_string).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match &words[..] {
        ["self"] | ["in", "self"] => restricted(tokens!("super")),
        ["super"] => restricted(tokens!("in super::super")),
        ["in", "super", ..] => {
            let path = path[1..].to_vec();
            restricted(tokens!("in super::#path", path))
        }
        ["in", "self", ..] => {
            let path = path[2..].to_vec();
            restricted(tokens!("in super #path", path))
        }
        _ => visibility.0.clone(),
    }
}
