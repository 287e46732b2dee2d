//! A C header for hosts that are written in C, made of what a plugin says of itself.
//!
//! It has the types that cross, with assertions of their layouts, a table with typed functions for each
//! interface, and functions that find an implementor after comparing descriptions. A method with a type
//! that C doesn't have stays in the table, without a type.

mod names;
mod runtime;
mod types;

use crate::describe::{Description, Kind, flag};
use crate::header::{Header, Role};
use core::fmt::Write as _;
use types::Types;

/// Why there is no header.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderProblem {
    /// A description can't be read.
    Description(crate::describe::DecodeError),
    /// An interface is `same_build`: what crosses isn't described.
    SameBuild(String),
    /// The plugin is for a platform with other pointers than 64-bit little-endian ones.
    Platform,
}

impl core::fmt::Display for HeaderProblem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Description(error) => write!(f, "{error}"),
            Self::SameBuild(interface) => write!(
                f,
                "{interface} is `same_build`: what crosses are Rust's own types, which C doesn't have"
            ),
            Self::Platform => f.write_str(
                "the plugin is for a platform whose pointers aren't 64-bit and little-endian",
            ),
        }
    }
}

impl core::error::Error for HeaderProblem {}

/// The header of a plugin; `name` is for its include guard.
///
/// # Errors
///
/// If what crosses isn't described.
pub fn header(plugin: &Header, name: &str) -> Result<String, HeaderProblem> {
    if plugin.pointer_width != 64 || plugin.big_endian {
        return Err(HeaderProblem::Platform);
    }
    let guard = names::constant(name);
    let mut out = format!(
        "/* {} {}, as it was compiled by {} for {}.\n   Made by `cargo linkface plugin header`: make it \
         again when the plugin's interfaces change. */\n\
         #ifndef {guard}_H\n#define {guard}_H\n{}",
        plugin.package,
        plugin.version,
        plugin.rustc,
        plugin.target,
        runtime::HEAD
    );
    let mut types = Types::default();
    let mut interfaces = Vec::new();
    for export in &plugin.exports {
        let description =
            Description::decode(&export.description).map_err(HeaderProblem::Description)?;
        let root = description.root();
        if root.is(flag::SAME_BUILD) {
            return Err(HeaderProblem::SameBuild(root.name.clone()));
        }
        let is_new = !interfaces.contains(&root.name);
        if is_new {
            interfaces.push(root.name.clone());
            for node in description.nodes() {
                if node.kind == Kind::Interface {
                    types.table(&description, node);
                }
            }
            describe(&mut types.out, &root.name, &export.description);
        }
        if export.role == Role::Implements {
            make(&mut types.out, &export.name, &root.name, is_new);
        }
    }
    out += &types.out;
    let _ = writeln!(out, "\n#endif /* {guard}_H */");
    Ok(out)
}

/// The bytes that both sides compare.
fn describe(out: &mut String, interface: &str, bytes: &[u8]) {
    let name = names::snake(interface);
    let _ = write!(
        out,
        "\n/* What this header knows of {interface}: a plugin has to say the same. */\n\
         static const uint8_t {name}_description[{}] = {{",
        bytes.len()
    );
    for (n, byte) in bytes.iter().enumerate() {
        let _ = write!(out, "{}{byte},", if n % 24 == 0 { "\n    " } else { "" });
    }
    out.push_str("\n};\n");
}

/// The function that makes an implementor.
fn make(out: &mut String, implementor: &str, interface: &str, is_first: bool) {
    let (name, table) = (names::snake(implementor), names::snake(interface));
    let _ = write!(
        out,
        "\n/* Makes {} {implementor}, or says why not. `host` may be NULL. */\n\
         static inline LinkfaceMade {name}_make(const LinkfaceEntry *entry, const LinkfaceHost *host) {{\n    \
             return linkface_make(entry, host, \"{implementor}\", {table}_description,\n                         \
                                  sizeof {table}_description);\n\
         }}\n",
        if is_first { "an" } else { "another" }
    );
}
