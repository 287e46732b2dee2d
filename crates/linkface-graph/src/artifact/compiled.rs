//! What a compiled crate says of itself.

use crate::facts::{
    CrateFacts, Declared, FacadeKey, Grade, Implemented, ItemRef, Kind, Need, Origin, Place, Unread,
};
use linkface_symbol::{Declaration, Implementation, Item, Marker, markers};
use std::path::Path;

/// What the crate in an `.rlib` or `.rmeta` declares and implements.
///
/// `artifact` is that file, and `folder` the one that rustc ran in: paths in the crate are relative to
/// it. For packages of a workspace Cargo runs it in the workspace's.
///
/// Documentation, `link!` and the names of crates aren't in compiled crates, and signatures are as the
/// macros put them, without names of parameters. A file without markers, or
/// one that is no crate at all, has no facts.
#[must_use]
pub fn facts(bytes: &[u8], artifact: &Path, folder: &Path) -> CrateFacts {
    let mut facts = CrateFacts {
        origin: Origin::Artifact(artifact.to_owned()),
        ..CrateFacts::default()
    };
    for marker in markers(bytes) {
        match marker {
            Marker::Declares(said) => match declared(&said, folder) {
                Some(item) => add(&mut facts.declared, item),
                None => facts.unread.push(Unread {
                    file: artifact.to_owned(),
                    why: format!(
                        "`{}` is declared as a `{}` that is `{}`: another version of linkface knows \
                         what that means",
                        said.item, said.kind, said.need
                    ),
                }),
            },
            Marker::Implements(said) => add(&mut facts.implemented, implemented(said, folder)),
            Marker::Format | Marker::Package { .. } => {}
        }
    }
    facts
}

/// rustc keeps a constant for each time that it stands in the source.
fn add<T: PartialEq>(known: &mut Vec<T>, one: T) {
    if !known.contains(&one) {
        known.push(one);
    }
}

fn declared(said: &Declaration, folder: &Path) -> Option<Declared> {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let width = said.item.path.last().map_or(1, |name| name.chars().count());
    Some(Declared {
        path: said.item.path.clone(),
        kind: match said.kind.as_str() {
            "fn" => Kind::Function,
            "static" => Kind::Static,
            "trait" => Kind::Trait,
            "type" => Kind::Type,
            _ => return None,
        },
        need: match said.need.as_str() {
            "required" => Need::Required,
            "defaultable" => Need::Defaultable,
            "defaulted" => Need::Defaulted,
            "dynamic" => Need::Dynamic,
            "loadable" => Need::Loadable,
            _ => return None,
        },
        signature: said.text.trim().to_owned(),
        docs: String::new(),
        public: said.is_public,
        in_group: false, // its marker doesn't say
        only_in_tests: false,
        symbol: text(&said.symbol),
        abi: text(&said.abi),
        hash: Some(said.item.hash),
        place: place(folder, &said.file, (said.line, said.column), width),
    })
}

fn implemented(said: Implementation, folder: &Path) -> Implemented {
    let Item {
        package,
        version,
        path,
        hash,
    } = said.item;
    Implemented {
        item: ItemRef::Exact {
            facade: FacadeKey {
                name: package,
                version,
            },
            path,
            hash,
        },
        grade: if said.is_default {
            Grade::Default
        } else {
            Grade::Ordinary
        },
        only_in_tests: false,
        place: place(folder, &said.file, (said.line, said.column), 1),
    }
}

fn place(folder: &Path, file: &str, (line, column): (u32, u32), width: usize) -> Place {
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    Place {
        file: folder.join(file),
        line,
        column,
        end_line: line,
        end_column: column.saturating_add(width),
    }
}
