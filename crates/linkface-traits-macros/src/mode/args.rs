//! What stands in `#[mode(…)]`.

use crate::krate::Krate;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Path, Token, Visibility, parenthesized, token};

/// How methods are found.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Mode {
    /// As the type's own.
    Internal,
    /// Where the trait is in scope.
    Extension,
    /// By the trait's name only.
    External,
}

impl Mode {
    pub(super) fn of(word: &Ident) -> Option<Self> {
        Some(match word.to_string().as_str() {
            "internal" => Self::Internal,
            "extension" => Self::Extension,
            "external" => Self::External,
            _ => return None,
        })
    }
}

#[derive(Default)]
pub(super) struct Args {
    pub(super) krate: Krate,
    /// The mode, and the word that says so. Without one, the trait decides.
    pub(super) mode: Option<(Mode, Ident)>,
    /// `default = …`, of a trait.
    pub(super) default: Option<Ident>,
    /// `pub(crate)` and the like: of what an internal impl adds to the type.
    pub(super) visibility: Option<Visibility>,
    /// `all`: the trait is asked for what the impl leaves to it.
    pub(super) all: Option<Ident>,
    /// `derived`: the impl itself is made by someone else.
    pub(super) derived: Option<Ident>,
    /// `except(…)`: what is left alone.
    pub(super) except: Vec<Ident>,
    /// `told`, on a trait whose macro another attribute writes. People don't write this.
    pub(super) told: bool,
    /// As written.
    pub(super) tokens: TokenStream,
}

impl Args {
    pub(super) fn parse(tokens: TokenStream, mistakes: &mut Mistakes) -> Self {
        let mut args = Self {
            tokens: tokens.clone(),
            ..Self::default()
        };
        let parsed = |input: ParseStream<'_>| {
            while !input.is_empty() {
                args.one(input, mistakes)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            args.check(mistakes);
            Ok(())
        };
        if let Err(error) = parsed.parse2(tokens) {
            mistakes.add(error);
        }
        args
    }

    fn one(&mut self, input: ParseStream<'_>, mistakes: &mut Mistakes) -> syn::Result<()> {
        if input.peek(Token![pub]) {
            self.visibility = Some(input.parse()?);
            return Ok(());
        }
        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            self.krate = Krate::at(&input.call(Path::parse_mod_style)?);
            return Ok(());
        }
        if !input.peek(Ident::peek_any) {
            return Err(input.error("write `internal`, `extension` or `external`"));
        }
        let word = input.call(Ident::parse_any)?;
        match word.to_string().as_str() {
            "default" => {
                if !input.peek(Token![=]) {
                    mistakes.at(
                        &word,
                        "write `default = external`, `internal` or `extension`",
                    );
                    return Ok(());
                }
                input.parse::<Token![=]>()?;
                let mode = input.call(Ident::parse_any)?;
                match Mode::of(&mode) {
                    Some(_) => self.default = Some(mode),
                    None => mistakes.at(&mode, unknown_mode(&mode)),
                }
            }
            "all" => self.all = Some(word),
            "derived" => self.derived = Some(word),
            "told" => self.told = true,
            "except" => {
                if !input.peek(token::Paren) {
                    mistakes.at(&word, "name the methods: `except(fmt, len)`");
                    return Ok(());
                }
                let names;
                parenthesized!(names in input);
                let names = Punctuated::<Ident, Token![,]>::parse_terminated_with(
                    &names,
                    Ident::parse_any,
                )?;
                self.except.extend(names);
            }
            _ => match (Mode::of(&word), &self.mode) {
                (Some(mode), None) => self.mode = Some((mode, word)),
                (Some(_), Some(_)) => mistakes.at(&word, "an impl has one mode"),
                (None, _) => {
                    mistakes.at(&word, unknown_mode(&word));
                    // What belongs to an unknown word isn't read.
                    if input.peek(Token![=]) || input.peek(token::Paren) {
                        input.parse::<TokenStream>()?;
                    }
                }
            },
        }
        Ok(())
    }

    /// What makes no sense together.
    fn check(&self, mistakes: &mut Mistakes) {
        let mode = self.mode.as_ref().map(|(mode, _)| *mode);
        if let (Some(visibility), Some(Mode::External | Mode::Extension)) = (&self.visibility, mode)
        {
            mistakes.at(
                visibility,
                "only an internal impl adds methods to the type, so only `#[mode(internal)]` takes \
                 a visibility",
            );
        }
        if let (Some(word), Some(Mode::Extension)) =
            (self.all.as_ref().or(self.derived.as_ref()), mode)
        {
            mistakes.at(
                word,
                format!(
                    "an extension impl stands as it is written: there is nothing for `{word}` to do"
                ),
            );
        }
    }

    pub(super) fn excepts(&self, name: &Ident) -> bool {
        self.except.iter().any(|except| except == name)
    }
}

fn unknown_mode(word: &Ident) -> String {
    format!("unknown mode `{word}`: write `internal`, `extension` or `external`")
}
