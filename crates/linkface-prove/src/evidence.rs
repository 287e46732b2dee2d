//! What the linked program itself says: its machine code, and its debug information.
//!
//! The IR says what LLVM was about to make code of. These witnesses say what came of it, and are read
//! without the IR: where they disagree with it, nothing is proven.

mod dwarf;
mod machine;
pub mod pass;

pub use dwarf::{InlinedCall, inlined_calls};
pub use machine::{Code, Target};

use linkface_ir::prove::path::plain;
use object::{Object, ObjectSymbol, SymbolKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// What a linked program says of one function.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its machine code, if the machine is one whose code we read.
    pub code: Option<Code>,
    /// The calls that were inlined into it, as its debug information says; none if it says nothing of
    /// the function, which is so in line tables if nothing is inlined.
    pub inlined: Option<Vec<InlinedCall>>,
}

/// A linked program.
#[derive(Debug)]
pub struct Program {
    bytes: Arc<[u8]>,
    /// Where functions are, and how many bytes they have, by symbol.
    functions: BTreeMap<String, (u64, u64)>,
    names: machine::Names,
}

impl Program {
    /// Reads it.
    ///
    /// # Errors
    /// If it can't be read as an object file: why, in words.
    pub fn read(file: &Path) -> Result<Self, String> {
        let bytes = fs::read(file).map_err(|why| why.to_string())?;
        Self::of(bytes.into())
    }

    /// Reads it from memory.
    pub(crate) fn of(bytes: Arc<[u8]>) -> Result<Self, String> {
        let object = object::File::parse(&*bytes).map_err(|why| why.to_string())?;
        let functions = object
            .symbols()
            .filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.is_definition())
            .filter_map(|symbol| {
                let name = symbol.name().ok()?.to_owned();
                Some((name, (symbol.address(), symbol.size())))
            })
            .collect();
        let names = machine::Names::new(&object);
        Ok(Self {
            bytes,
            functions,
            names,
        })
    }

    /// What it says of the function with this symbol; none if it isn't there.
    ///
    /// # Errors
    /// If the debug information is broken: why, in words.
    pub fn evidence(&self, symbol: &str) -> Result<Option<Evidence>, String> {
        let Some((start, size)) = self.place(symbol) else {
            return Ok(None);
        };
        let object = object::File::parse(&*self.bytes).map_err(|why| why.to_string())?;
        Ok(Some(Evidence {
            code: machine::read(&object, &self.names, start, size),
            inlined: inlined_calls(&object, start).map_err(|why| why.to_string())?,
        }))
    }

    /// Where a function is, and how many bytes it has. Its symbol is the same, or, if there is only one
    /// such, that of the same path: `ThinLTO` renames.
    fn place(&self, symbol: &str) -> Option<(u64, u64)> {
        if let Some(place) = self.functions.get(symbol) {
            return Some(*place);
        }
        let path = plain(symbol);
        let mut same = self
            .functions
            .iter()
            .filter(|(name, _)| plain(name) == path);
        let (_, place) = same.next()?;
        same.next().is_none().then_some(*place)
    }
}
