//! No word of the corpus is without explanation, and every table is in order.

use linkface_ir::Module;
use linkface_ir::explain::{
    self, Explainer, Kind, Word, word, words_of_instruction, words_of_signature,
};
use linkface_ir::metadata::NodeKind;
use linkface_ir::model::{
    Attribute, BinaryOp, CastOp, Flags, FloatPredicate, IntPredicate, Op, Ordering,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The committed corpus, or the folder that `LINKFACE_IR_CORPUS` names.
fn corpus() -> Vec<PathBuf> {
    let folder = std::env::var_os("LINKFACE_IR_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/ir"),
        PathBuf::from,
    );
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "ll") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Words without explanation, with a place where each occurs.
type Missing = BTreeMap<(Kind, String), String>;

fn note(missing: &mut Missing, words: Vec<Word>, place: impl Fn() -> String) {
    for one in words {
        if one.entry().is_none() {
            missing.entry((one.kind, one.word)).or_insert_with(&place);
        }
    }
}

fn attributes(missing: &mut Missing, attributes: &[Attribute<'_>], place: &str) {
    for attribute in attributes {
        let kind = match attribute {
            Attribute::Text(..) => Kind::TextAttribute,
            _ => Kind::Attribute,
        };
        if word(kind, attribute.word()).is_none() {
            let key = (kind, attribute.word().to_owned());
            missing.entry(key).or_insert_with(|| place.to_owned());
        }
    }
}

fn missing_in(file: &Path) -> Missing {
    let bytes = fs::read(file).expect("the corpus can be read");
    let text = String::from_utf8_lossy(&bytes);
    let module = Module::new(&text);
    let name = file.display().to_string();
    let mut missing = Missing::new();
    for entry in module.functions() {
        let function = entry.parse();
        let explainer = Explainer::new(Some(&module), &function);
        let place = || format!("{name}, @{}", entry.name);
        note(
            &mut missing,
            words_of_signature(function.signature()),
            place,
        );
        for instruction in function.instructions() {
            note(&mut missing, words_of_instruction(instruction), place);
            let sentence = explainer.sentence(instruction);
            assert!(!sentence.is_empty(), "{}: {instruction:?}", place());
            if !matches!(instruction.op, Op::Opaque(_)) {
                assert!(sentence.ends_with('.'), "{}: {sentence}", place());
            }
        }
    }
    let outline = module.outline();
    for declaration in &outline.declarations {
        note(&mut missing, words_of_signature(declaration), || {
            name.clone()
        });
        let callee = declaration.name.key();
        if callee.starts_with("llvm.") && word(Kind::Intrinsic, callee).is_none() {
            missing.insert((Kind::Intrinsic, callee.to_owned()), name.clone());
        }
    }
    for (_, group) in &outline.attribute_groups {
        attributes(&mut missing, group, &name);
    }
    let globals = outline.globals.iter().map(|global| &global.words);
    let aliases = outline.aliases.iter().map(|alias| &alias.words);
    for symbol in globals.chain(aliases).flatten() {
        let bare = symbol.split('(').next().unwrap_or(symbol);
        if word(Kind::Symbol, bare).is_none() {
            missing.insert((Kind::Symbol, bare.to_owned()), name.clone());
        }
    }
    for (kind, _) in &outline.named_metadata {
        if word(Kind::Metadata, kind.key()).is_none() {
            missing.insert((Kind::Metadata, kind.key().to_owned()), name.clone());
        }
    }
    let metadata = module.metadata();
    for id in 0..u32::try_from(metadata.len()).unwrap_or(0) {
        if let Some(node) = metadata.node(id)
            && let NodeKind::Special { name: kind, .. } = node.kind
            && word(Kind::Node, kind).is_none()
        {
            missing.insert((Kind::Node, kind.to_owned()), name.clone());
        }
    }
    missing
}

/// Files that people wrote try names that nobody has. LLVM writes one of them wrongly: quotes in quotes.
fn is_invented(file: &Path, (kind, word): &(Kind, String)) -> bool {
    let by_hand = ["by-hand", "llvm-22"];
    let mut parts = file.iter();
    let by_hand = parts.any(|part| by_hand.iter().any(|folder| part == *folder));
    let free = matches!(
        kind,
        Kind::TextAttribute | Kind::Metadata | Kind::Ordering | Kind::Bundle
    );
    by_hand && (free || word == "quotes")
}

#[test]
fn no_word_of_the_corpus_is_without_explanation() {
    let files = corpus();
    assert!(!files.is_empty(), "there is no corpus");
    let missing: Missing = files
        .par_iter()
        .map(|file| {
            let mut missing = missing_in(file);
            missing.retain(|word, _| !is_invented(file, word));
            missing
        })
        .reduce(Missing::new, |mut all, more| {
            all.extend(more);
            all
        });
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_word_of_the_model_is_without_explanation() {
    let check = |kind, words: &mut dyn Iterator<Item = &'static str>| {
        for one in words {
            assert!(word(kind, one).is_some(), "{kind:?} {one}");
        }
    };
    check(Kind::Opcode, &mut BinaryOp::ALL.iter().map(|op| op.word()));
    check(Kind::Opcode, &mut CastOp::ALL.iter().map(|op| op.word()));
    check(Kind::Flag, &mut Flags::ALL.iter().map(|(_, word)| *word));
    check(
        Kind::IntPredicate,
        &mut IntPredicate::ALL.iter().map(|one| one.word()),
    );
    check(
        Kind::FloatPredicate,
        &mut FloatPredicate::ALL.iter().map(|one| one.word()),
    );
    check(
        Kind::Ordering,
        &mut Ordering::ALL.iter().map(|one| one.word()),
    );
}

#[test]
fn each_word_is_explained_once() {
    let mut known = HashSet::new();
    for (kind, entry) in explain::all() {
        assert!(known.insert((kind, entry.word)), "{kind:?} {}", entry.word);
    }
}

#[test]
fn explanations_are_sentences() {
    for (kind, entry) in explain::all() {
        let text = entry.text;
        let place = format!("{kind:?} {}: {text}", entry.word);
        assert!(text.ends_with(['.', ')']), "{place}");
        let first = text.chars().next().unwrap();
        assert!(!first.is_ascii_lowercase(), "{place}");
        assert!(!text.contains("  "), "{place}");
        assert!(text.len() <= 330, "{place}");
        assert_eq!(text.matches('`').count() % 2, 0, "{place}");
        if kind != Kind::Runtime {
            assert!(entry.link().is_some(), "{place}");
        }
    }
}

#[test]
fn families_are_found() {
    let find = |kind, text| word(kind, text).map(|entry| entry.word);
    assert_eq!(find(Kind::Type, "i1"), Some("i1"));
    assert_eq!(find(Kind::Type, "i24"), Some("iN"));
    assert_eq!(find(Kind::Type, "<4 x float>"), Some("<N x T>"));
    assert_eq!(find(Kind::Type, "<{ i8, i32 }>"), Some("<{ T }>"));
    assert_eq!(find(Kind::Type, "ptr addrspace(1)"), Some("ptr addrspace"));
    assert_eq!(find(Kind::Type, "i"), None);
    assert_eq!(find(Kind::Intrinsic, "llvm.umax.v4i32"), Some("llvm.umax"));
    assert_eq!(
        find(Kind::Intrinsic, "llvm.x86.avx512.foo"),
        Some("llvm.x86")
    );
    assert_eq!(find(Kind::Intrinsic, "llvm.tomorrow.i8"), None);
    assert_eq!(
        find(
            Kind::Runtime,
            "_RNvNtCsgEmfK2I1SDS_4core9panicking9panic_fmt"
        ),
        Some("core::panicking::panic_fmt")
    );
    assert_eq!(
        find(
            Kind::Runtime,
            "_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc"
        ),
        Some("__rust_dealloc")
    );
    assert_eq!(find(Kind::Runtime, "_Unwind_GetIP"), Some("_Unwind_"));
}
