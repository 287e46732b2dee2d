//! `#[interface]` and `#[implement]`, and their arguments.

use super::attribute::Attribute;
use super::cfg::{Builds, Cfg};
use super::cursor::{Cursor, is_punct, split_commas};
use super::path::Written;
use super::scope::Scope;
use crate::facts::Grade;
use proc_macro2::{Delimiter, TokenTree};

/// An attribute of linkface's.
pub(super) enum Mark {
    Interface(InterfaceArgs),
    Implement(ImplementArgs),
}

/// The marks among an item's attributes, each with the builds that it is in.
pub(super) fn marks(attributes: &[Attribute], scope: &Scope<'_>, cfg: &Cfg) -> Vec<(Mark, Builds)> {
    let mark = |attribute: &Attribute| {
        let arguments = attribute.arguments();
        let mark = match macro_name(&attribute.path, &arguments, scope, cfg)?.as_str() {
            "interface" => Mark::Interface(InterfaceArgs::read(&arguments)),
            "implement" => Mark::Implement(ImplementArgs::read(&arguments)),
            _ => return None,
        };
        Some((mark, attribute.builds))
    };
    attributes.iter().filter_map(mark).collect()
}

/// Which macro of linkface's a path means, if it means one.
pub(super) fn macro_name(
    path: &Written,
    arguments: &[TokenTree],
    scope: &Scope<'_>,
    cfg: &Cfg,
) -> Option<String> {
    let mut path = scope.resolve(path);
    let name = path.pop()?;
    // `crate = path` is how one says that linkface has another name.
    let is_ours = path.iter().any(|part| cfg.is_linkface(part))
        || (["interface", "implement", "link"].contains(&name.as_str())
            && split_commas(arguments).any(names_linkface));
    is_ours.then_some(name)
}

/// `crate = path`
pub(super) fn names_linkface(argument: &[TokenTree]) -> bool {
    let mut cursor = Cursor::new(argument);
    cursor.eat_word("crate") && cursor.is('=')
}

/// `#[interface(…)]`, as far as it matters here.
#[derive(Clone, Default)]
pub(super) struct InterfaceArgs {
    /// `default`, with a value or without.
    pub(super) default: Option<DefaultArg>,
    /// `dynamic`
    pub(super) dynamic: bool,
    pub(super) implement_as: Option<String>,
    pub(super) symbol: Option<String>,
    pub(super) abi: Option<String>,
    /// `loadable = LoadedPhysics`
    pub(super) loadable: Option<String>,
    pub(super) same_build: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DefaultArg {
    /// `default`: a provider may bring one.
    Allowed,
    /// `default = Type`
    Given,
}

impl InterfaceArgs {
    fn read(arguments: &[TokenTree]) -> Self {
        let mut args = Self::default();
        for argument in split_commas(arguments) {
            let mut cursor = Cursor::new(argument);
            let Some(name) = cursor.path_name() else {
                continue;
            };
            let has_value = cursor.eat('=');
            match name.as_str() {
                "default" if has_value => args.default = Some(DefaultArg::Given),
                "default" => args.default = Some(DefaultArg::Allowed),
                "dynamic" => args.dynamic = true,
                "implement_as" => args.implement_as = cursor.path_name(),
                "loadable" => args.loadable = cursor.path_name(),
                "same_build" => args.same_build = true,
                "abi" => args.abi = cursor.string(),
                "symbol" if cursor.eat_word("unsafe") => {
                    args.symbol = cursor.group(Delimiter::Parenthesis).and_then(|group| {
                        let content: Vec<TokenTree> = group.stream().into_iter().collect();
                        Cursor::new(&content).string()
                    });
                }
                _ => {}
            }
        }
        args
    }
}

/// `#[implement(…)]`
pub(super) struct ImplementArgs {
    /// The item, with the tokens that say so; none on an `impl`.
    pub(super) path: Option<(Written, Vec<TokenTree>)>,
    pub(super) grade: Grade,
}

impl ImplementArgs {
    fn read(arguments: &[TokenTree]) -> Self {
        let mut args = Self {
            path: None,
            grade: Grade::Ordinary,
        };
        for argument in split_commas(arguments) {
            let mut cursor = Cursor::new(argument);
            if matches!(argument, [TokenTree::Ident(word)] if word == "default") {
                args.grade = Grade::Default;
            } else if !argument.iter().any(|token| is_punct(token, '='))
                && args.path.is_none()
                && let Some(path) = Written::read(&mut cursor)
            {
                args.path = Some((path, argument.to_vec()));
            }
        }
        args
    }
}
