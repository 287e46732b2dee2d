//! Headers of C items: what is written, what real compilers say of it, and what is refused.

#[path = "header/compilers.rs"]
mod compilers;
#[path = "header/mapped.rs"]
mod mapped;
#[path = "header/refused.rs"]
mod refused;

use linkface_graph::facts::{Declared, FacadeKey, Kind, Need, Place};
use linkface_graph::header::{Problem, Source, header};
use std::path::Path;

/// A function or static with a C name, `c_` and its own.
pub(crate) fn item(signature: &str) -> Declared {
    let (kind, keyword) = if signature.contains("static ") {
        (Kind::Static, "static ")
    } else {
        (Kind::Function, "fn ")
    };
    let (_, rest) = signature.split_once(keyword).expect("an item");
    let name: String = rest
        .chars()
        .take_while(|character| character.is_alphanumeric() || *character == '_')
        .collect();
    Declared {
        symbol: Some(format!("c_{}", name.to_lowercase())),
        path: vec![name],
        kind,
        need: Need::Required,
        signature: signature.to_owned(),
        docs: String::new(),
        public: true,
        in_group: false,
        only_in_tests: false,
        abi: Some("C".to_owned()),
        hash: None,
        place: Place::default(),
    }
}

/// The header of `signatures`, in a façade whose source is `types`.
pub(crate) fn written(signatures: &[&str], types: &str) -> Result<String, Vec<Problem>> {
    let items: Vec<Declared> = signatures.iter().map(|signature| item(signature)).collect();
    let source = Source {
        file: Path::new("src/lib.rs"),
        text: types,
    };
    header(&board(), &items, &[source])
}

pub(crate) fn board() -> FacadeKey {
    "board@0.1".parse().expect("a key")
}
