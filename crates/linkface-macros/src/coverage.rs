//! `provider!(console)`: does this crate implement all that the façade needs?
//!
//! What the façade declares stands in its compiled metadata, in the symbols that its macros carry.
//! What this crate implements is counted by the compiler: behind `provider!` every `#[implement]`
//! adds an impl for the type that `provider!` emits.

use crate::cursor::{span_of, split_commas, stream};
use crate::errors::{Errors, Mistake};
use crate::template::tokens;
use linkface_symbol::{Item, Role, decode};
use proc_macro::{Ident, Span, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether `provider!` has been seen. A proc macro process compiles one crate.
static COUNTED: AtomicBool = AtomicBool::new(false);

pub(crate) fn is_counted() -> bool {
    COUNTED.load(Ordering::Relaxed)
}

pub(crate) fn provider(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut lf = tokens!("::linkface");
    let mut facades = Vec::new();
    for part in split_commas(input) {
        match &part[..] {
            [TokenTree::Ident(word), TokenTree::Punct(_), path @ ..]
                if word.to_string() == "crate" =>
            {
                lf = stream(path);
            }
            [TokenTree::Ident(name)] => facades.push(name.clone()),
            other => errors.at(
                span_of(other),
                "expected a façade's name, as in Cargo.toml: `provider!(console)`",
            ),
        }
    }
    let mut out = TokenStream::new();
    for name in &facades {
        if let Some(needed) = errors.take(needed_by(name)) {
            if !COUNTED.swap(true, Ordering::Relaxed) {
                out.extend(tokens!(
                    "#[doc(hidden)] #[allow(dead_code)] pub struct __LinkfaceProvider;"
                ));
            }
            out.extend(needed.iter().flat_map(|needed| check(&lf, needed, name)));
        }
    }
    let mut report = errors.report();
    report.extend(out);
    report
}

/// What the façade of this name needs; nothing where there are no compiled crates to ask
/// (rust-analyzer).
fn needed_by(name: &Ident) -> Result<Vec<Needed>, Mistake> {
    let Some(file) = extern_file(&name.to_string()) else {
        return if std::env::args().any(|arg| arg == "--extern") {
            Err(Mistake::at(
                name.span(),
                format!("`{name}` is not a dependency of this crate"),
            ))
        } else {
            Ok(Vec::new())
        };
    };
    let bytes = std::fs::read(&file).map_err(|error| {
        Mistake::at(
            name.span(),
            format!("cannot read the compiled `{name}`: {error}"),
        )
    })?;
    let needed = needed(&bytes);
    if needed.is_empty() {
        return Err(Mistake::at(
            name.span(),
            format!("`{name}` declares nothing that a provider has to implement"),
        ));
    }
    Ok(needed)
}

/// An item without a default.
struct Needed {
    item: Item,
    is_trait: bool,
}

/// Says `message` unless the item is covered.
fn check(lf: &TokenStream, Needed { item, is_trait }: &Needed, facade: &Ident) -> TokenStream {
    let covered = Ident::new(
        &format!("__LinkfaceCovers_{:016x}", item.hash),
        Span::call_site(),
    );
    let path = item.path.join("::");
    let add = if *is_trait {
        format!("`#[implement] impl {facade}::{path} for …`")
    } else {
        format!("`#[implement({facade}::{path})]`, or the module that it is a member of,")
    };
    tokens!(
        "#[doc(hidden)]
         #[allow(non_camel_case_types, dead_code)]
         #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
         trait #covered {}
         #[diagnostic::do_not_recommend]
         impl<T: #lf::__private::Covers<#id>> #covered for T {}
         const _: () = {
            const fn covers<T: #covered>() {}
            covers::<#provider>();
         };",
        message = format!("this crate does not implement `{}::{path}`", item.package),
        label = "the façade needs all of these from its provider",
        note = format!("add {add} below this line; what stands above it isn't counted"),
        lf,
        covered,
        id = item.hash,
        provider = stream(&[TokenTree::Ident(Ident::new(
            "__LinkfaceProvider",
            facade.span()
        ))])
    )
}

/// The items without a default, by their symbols. A guard is named only where it is declared.
fn needed(bytes: &[u8]) -> Vec<Needed> {
    let mut roles: BTreeMap<Item, BTreeSet<Role>> = BTreeMap::new();
    for symbol in symbols(bytes) {
        if let Some((item, role)) = decode(symbol) {
            roles.entry(item).or_default().insert(role);
        }
    }
    roles
        .into_iter()
        .filter(|(_, roles)| {
            let has_default = roles.contains(&Role::Pull) && !roles.contains(&Role::UniqueDefault);
            roles.contains(&Role::Unique) && !has_default
        })
        .map(|(item, roles)| Needed {
            item,
            is_trait: roles.contains(&Role::TypeId),
        })
        .collect()
}

/// Everything in the bytes that looks like a symbol of v0 mangling.
fn symbols(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    bytes.split(move |byte| !is_part(byte)).filter_map(|word| {
        let start = word.windows(4).position(|window| window == b"_RNv")?;
        std::str::from_utf8(&word[start..]).ok()
    })
}

/// The file of `--extern name=path`.
fn extern_file(name: &str) -> Option<PathBuf> {
    let args: Vec<String> = arguments();
    args.windows(2)
        .filter(|pair| pair[0] == "--extern")
        .find_map(|pair| {
            let (left, path) = pair[1].split_once('=')?;
            // `priv:name` and the like.
            (left.rsplit(':').next() == Some(name)).then(|| PathBuf::from(path))
        })
}

/// rustc's own arguments, also where they stand in a file.
fn arguments() -> Vec<String> {
    std::env::args()
        .flat_map(
            |arg| match arg.strip_prefix('@').map(std::fs::read_to_string) {
                Some(Ok(lines)) => lines.lines().map(ToOwned::to_owned).collect(),
                _ => vec![arg],
            },
        )
        .flat_map(|arg| match arg.strip_prefix("--extern=") {
            Some(value) => vec!["--extern".to_owned(), value.to_owned()],
            None => vec![arg],
        })
        .collect()
}
