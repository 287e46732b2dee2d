//! The types and constants of a façade's source, by name.

use super::{Problem, Refusal, Source};
use crate::facts::Place;
use proc_macro2::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// What a name stands for.
pub(super) struct Definition {
    /// A struct, union, enum or type alias.
    pub(super) item: syn::Item,
    file: PathBuf,
    span: Span,
}

impl Definition {
    pub(super) fn place(&self) -> Place {
        place(&self.file, self.span)
    }
}

/// All of a façade's types.
#[derive(Default)]
pub(super) struct Types {
    definitions: BTreeMap<String, Vec<Definition>>,
    constants: BTreeMap<String, Vec<syn::Expr>>,
}

impl Types {
    pub(super) fn read(sources: &[Source<'_>], problems: &mut Vec<Problem>) -> Self {
        let mut reader = Reader {
            types: Self::default(),
            file: Path::new(""),
        };
        for source in sources {
            reader.file = source.file;
            match syn::parse_file(source.text) {
                Ok(file) => reader.visit_file(&file),
                Err(error) => {
                    let why = Refusal::new(
                        format!("this is not Rust: {error}"),
                        "mend it: `cargo check` says more",
                    );
                    problems.push(why.in_types(place(source.file, error.span())));
                }
            }
        }
        reader.types
    }

    /// The type of this name.
    ///
    /// # Errors
    ///
    /// If the façade has several, in two modules or under two `cfg`s.
    pub(super) fn find(&self, name: &str) -> Result<Option<&Definition>, Refusal> {
        match self.definitions.get(name).map(Vec::as_slice) {
            None | Some([]) => Ok(None),
            Some([one]) => Ok(Some(one)),
            Some(_) => Err(Refusal::new(
                format!("the façade has more than one type `{name}`, and a header has one"),
                "give them different names",
            )),
        }
    }

    /// The value of an integer literal, or of a constant of the façade that is one.
    pub(super) fn integer(&self, of: &syn::Expr) -> Option<i128> {
        self.integer_within(of, 16)
    }

    /// Constants that name each other in a circle end, too.
    fn integer_within(&self, of: &syn::Expr, depth: u32) -> Option<i128> {
        let depth = depth.checked_sub(1)?;
        match of {
            syn::Expr::Lit(literal) => match &literal.lit {
                syn::Lit::Int(number) => number.base10_parse().ok(),
                syn::Lit::Byte(byte) => Some(byte.value().into()),
                _ => None,
            },
            syn::Expr::Unary(syn::ExprUnary {
                op: syn::UnOp::Neg(_),
                expr,
                ..
            }) => self.integer_within(expr, depth)?.checked_neg(),
            syn::Expr::Paren(inner) => self.integer_within(&inner.expr, depth),
            syn::Expr::Path(path) => {
                let name = path.path.segments.last()?.ident.to_string();
                match self.constants.get(&name)?.as_slice() {
                    [value] => self.integer_within(value, depth),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

fn place(file: &Path, span: Span) -> Place {
    let (start, end) = (span.start(), span.end());
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place {
        file: file.to_owned(),
        line: number(start.line),
        column: number(start.column + 1),
        end_line: number(end.line),
        end_column: number(end.column + 1),
    }
}

/// Walks through the modules of one file. Types inside functions can't stand in a signature.
struct Reader<'a> {
    types: Types,
    file: &'a Path,
}

impl Reader<'_> {
    fn add(&mut self, name: &syn::Ident, item: syn::Item) {
        self.types
            .definitions
            .entry(name.to_string())
            .or_default()
            .push(Definition {
                item,
                file: self.file.to_owned(),
                span: name.span(),
            });
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Struct(of) => self.add(&of.ident, item.clone()),
            syn::Item::Union(of) => self.add(&of.ident, item.clone()),
            syn::Item::Enum(of) => self.add(&of.ident, item.clone()),
            // A façade type, `#[interface] type Disk: DiskApi;`, is no alias: syn has it as verbatim.
            syn::Item::Type(of) => self.add(&of.ident, item.clone()),
            syn::Item::Const(of) => {
                let values = self.types.constants.entry(of.ident.to_string());
                values.or_default().push((*of.expr).clone());
            }
            syn::Item::Mod(of) if !only_in_tests(&of.attrs) => {
                for inner in of.content.iter().flat_map(|(_, items)| items) {
                    self.visit_item(inner);
                }
            }
            _ => {}
        }
    }
}

/// `#[cfg(test)]`
fn only_in_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}
