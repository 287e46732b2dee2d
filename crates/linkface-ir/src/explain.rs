//! What the words of LLVM IR mean, and what an instruction does with its operands, in sentences.
//!
//! ```
//! use linkface_ir::explain::{self, Kind};
//!
//! let nuw = explain::word(Kind::Flag, "nuw").unwrap();
//! assert!(nuw.text.starts_with("No unsigned wrap"));
//! assert_eq!(nuw.link().unwrap(), "https://llvm.org/docs/LangRef.html#i-add");
//!
//! // Types and intrinsics belong to families.
//! assert!(explain::word(Kind::Type, "i24").is_some());
//! assert!(explain::word(Kind::Intrinsic, "llvm.umax.v4i32").is_some());
//! ```
//!
//! An [`Explainer`] says what an instruction does:
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::explain::Explainer;
//!
//! let text = "define i32 @f(i32 %x) {\n  %y = mul i32 %x, %x\n  ret i32 %y\n}\n";
//! let module = Module::new(text);
//! let function = module.function("f").unwrap().parse();
//! let explainer = Explainer::new(Some(&module), &function);
//! let mul = &function.instructions()[0];
//! assert_eq!(explainer.sentence(mul), "%y is %x times %x.");
//! ```

mod sentence;
mod table;
mod value;
mod vocabulary;

pub use sentence::Explainer;
pub(crate) use value::short;
pub use vocabulary::{Word, words_of_attributes, words_of_instruction, words_of_signature};

use crate::lookup::Path;
use table::{atomic, attribute, flag, intrinsic, metadata, opcode, predicate, runtime, symbol, ty};

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The word, as it is written; `iN` and the like for families.
    pub word: &'static str,
    /// What it means: one sentence or more.
    pub text: &'static str,
    anchor: &'static str,
}

impl Entry {
    /// Where LLVM's language reference says it.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let anchor = Some(self.anchor).filter(|anchor| !anchor.is_empty());
        anchor.map(|anchor| format!("https://llvm.org/docs/LangRef.html#{anchor}"))
    }
}

/// What kind of a word it is: some words mean different things in different places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `add`.
    Opcode,
    /// `nuw`, and `tail` before `call`.
    Flag,
    /// `ult`, of `icmp`.
    IntPredicate,
    /// `oeq`, of `fcmp`.
    FloatPredicate,
    /// `acquire`.
    Ordering,
    /// `umax`, of `atomicrmw`.
    AtomicOperation,
    /// `noundef`, of a parameter, result, call or function.
    Attribute,
    /// `"target-cpu"`, without quotes.
    TextAttribute,
    /// `internal`, `hidden`, `unnamed_addr`, `section`: around the name of a function or global.
    Symbol,
    /// `fastcc`.
    Convention,
    /// `i32`.
    Type,
    /// `poison`, `zeroinitializer`, and the words of `asm`.
    Constant,
    /// `"align"` in the brackets behind a call, without quotes.
    Bundle,
    /// `llvm.memcpy.p0.p0.i64`, without `@`.
    Intrinsic,
    /// `range`, without `!`.
    Metadata,
    /// `value`, of `#dbg_value`.
    Record,
    /// `DILocation`, without `!`.
    Node,
    /// `__rust_alloc`, `core::panicking::panic_fmt`: a function by name or path.
    Runtime,
}

impl Kind {
    /// Its name, for programs: `int-predicate`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Opcode => "opcode",
            Self::Flag => "flag",
            Self::IntPredicate => "int-predicate",
            Self::FloatPredicate => "float-predicate",
            Self::Ordering => "ordering",
            Self::AtomicOperation => "atomic-operation",
            Self::Attribute => "attribute",
            Self::TextAttribute => "text-attribute",
            Self::Symbol => "symbol",
            Self::Convention => "convention",
            Self::Type => "type",
            Self::Constant => "constant",
            Self::Bundle => "bundle",
            Self::Intrinsic => "intrinsic",
            Self::Metadata => "metadata",
            Self::Record => "record",
            Self::Node => "node",
            Self::Runtime => "runtime",
        }
    }
}

/// What a word means; none if it isn't known.
#[must_use]
pub fn word(kind: Kind, word: &str) -> Option<&'static Entry> {
    let tables: &[&[Entry]] = match kind {
        Kind::Opcode => &[opcode::OPCODES],
        Kind::Flag => &[flag::FLAGS, flag::CALL_WORDS],
        Kind::IntPredicate => &[predicate::INT_PREDICATES],
        Kind::FloatPredicate => &[predicate::FLOAT_PREDICATES],
        Kind::Ordering => &[atomic::ORDERINGS],
        Kind::AtomicOperation => &[atomic::OPERATIONS],
        Kind::Attribute => &[attribute::VALUE_ATTRIBUTES, attribute::FUNCTION_ATTRIBUTES],
        Kind::TextAttribute => &[attribute::TEXT_ATTRIBUTES],
        Kind::Symbol => &[symbol::SYMBOL_WORDS],
        Kind::Convention => &[symbol::CONVENTIONS],
        Kind::Type => return find(&[ty::TYPES], family_of_type(word)),
        Kind::Constant => &[ty::CONSTANTS],
        Kind::Bundle => &[ty::BUNDLES],
        Kind::Intrinsic => return intrinsic(word),
        Kind::Metadata => &[metadata::METADATA],
        Kind::Record => &[metadata::RECORDS],
        Kind::Node => &[metadata::NODES],
        Kind::Runtime => return function(&Path::new(word)),
    };
    find(tables, word)
}

/// What a function does that programs call without writing it, by its path.
#[must_use]
pub fn function(path: &Path) -> Option<&'static Entry> {
    let known = |name: &str| {
        let name = name.strip_prefix("__rustc::").unwrap_or(name);
        find(&[runtime::RUNTIME], name).or_else(|| {
            let mut families = runtime::RUNTIME.iter();
            families.find(|entry| {
                let family = entry.word.ends_with("::") || entry.word.ends_with('_');
                family && name.starts_with(entry.word)
            })
        })
    };
    path.spellings().iter().find_map(|name| known(name))
}

/// Every word that is known, with its kind.
pub fn all() -> impl Iterator<Item = (Kind, &'static Entry)> {
    let tables: [(Kind, &[Entry]); _] = [
        (Kind::Opcode, opcode::OPCODES),
        (Kind::Flag, flag::FLAGS),
        (Kind::Flag, flag::CALL_WORDS),
        (Kind::IntPredicate, predicate::INT_PREDICATES),
        (Kind::FloatPredicate, predicate::FLOAT_PREDICATES),
        (Kind::Ordering, atomic::ORDERINGS),
        (Kind::AtomicOperation, atomic::OPERATIONS),
        (Kind::Attribute, attribute::VALUE_ATTRIBUTES),
        (Kind::Attribute, attribute::FUNCTION_ATTRIBUTES),
        (Kind::TextAttribute, attribute::TEXT_ATTRIBUTES),
        (Kind::Symbol, symbol::SYMBOL_WORDS),
        (Kind::Convention, symbol::CONVENTIONS),
        (Kind::Type, ty::TYPES),
        (Kind::Constant, ty::CONSTANTS),
        (Kind::Bundle, ty::BUNDLES),
        (Kind::Intrinsic, intrinsic::MEMORY),
        (Kind::Intrinsic, intrinsic::HINTS),
        (Kind::Intrinsic, intrinsic::INTEGERS),
        (Kind::Intrinsic, intrinsic::FLOATS),
        (Kind::Intrinsic, intrinsic::VECTORS),
        (Kind::Intrinsic, intrinsic::MACHINE),
        (Kind::Intrinsic, intrinsic::X86),
        (Kind::Intrinsic, intrinsic::FAMILIES),
        (Kind::Metadata, metadata::METADATA),
        (Kind::Record, metadata::RECORDS),
        (Kind::Node, metadata::NODES),
        (Kind::Runtime, runtime::RUNTIME),
    ];
    let tables = tables.into_iter();
    tables.flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)))
}

fn find(tables: &[&'static [Entry]], word: &str) -> Option<&'static Entry> {
    let mut entries = tables.iter().flat_map(|entries| entries.iter());
    entries.find(|entry| entry.word == word)
}

/// The longest beginning of the name that is known.
fn intrinsic(name: &str) -> Option<&'static Entry> {
    use intrinsic::{FAMILIES, FLOATS, HINTS, INTEGERS, MACHINE, MEMORY, VECTORS, X86};
    let tables = [
        MEMORY, HINTS, INTEGERS, FLOATS, VECTORS, MACHINE, X86, FAMILIES,
    ];
    let mut stem = name;
    loop {
        let known = find(&tables, stem);
        if known.is_some() {
            return known;
        }
        stem = &stem[..stem.rfind('.')?];
    }
}

/// The word that stands for a type in the table.
fn family_of_type(ty: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let starts = |with: &str| ty.starts_with(with);
    if ty != "i1" && ty.strip_prefix('i').is_some_and(digits) {
        "iN"
    } else if starts("[") {
        "[N x T]"
    } else if starts("<vscale") {
        "<vscale x N x T>"
    } else if starts("<{") {
        "<{ T }>"
    } else if starts("<") {
        "<N x T>"
    } else if starts("{") {
        "{ T }"
    } else if starts("%") {
        "%T"
    } else if starts("target(") {
        "target"
    } else if starts("ptr addrspace") {
        "ptr addrspace"
    } else if ty.ends_with(')') {
        "R (T)"
    } else {
        ty
    }
}
