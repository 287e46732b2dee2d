use super::item;
use linkface_graph::artifact::{LinkedFile, missing};
use linkface_symbol::{Role, encode};

/// An unsigned number as wasm writes it.
fn leb(mut n: usize, out: &mut Vec<u8>) {
    loop {
        let byte = u8::try_from(n & 0x7f).unwrap();
        n >>= 7;
        out.push(if n == 0 { byte } else { byte | 0x80 });
        if n == 0 {
            return;
        }
    }
}

fn name(text: &str, out: &mut Vec<u8>) {
    leb(text.len(), out);
    out.extend(text.as_bytes());
}

/// A wasm module that imports functions of these names.
fn wasm(imports: &[&str]) -> Vec<u8> {
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    // One type: a function without parameters and results.
    module.extend([1, 4, 1, 0x60, 0, 0]);
    let mut section = Vec::new();
    leb(imports.len(), &mut section);
    for import in imports {
        name("env", &mut section);
        name(import, &mut section);
        section.extend([0, 0]);
    }
    module.push(2);
    leb(section.len(), &mut module);
    module.extend(section);
    module
}

#[test]
fn a_wasm_module_imports_what_is_missing() {
    let write = item(&["write"], 7);
    let open = item(&["Disk", "open"], 8);
    let module = wasm(&[
        "memcpy",
        &encode(&open, Role::TypeId),
        &encode(&write, Role::Required),
        &encode(&open, Role::Required),
        &encode(&item(&["prompt"], 9), Role::Defaulted),
    ]);
    assert_eq!(missing(&module).unwrap(), [open, write]);
    assert_eq!(missing(&wasm(&[])).unwrap(), []);
}

#[test]
fn garbage_is_an_error() {
    for bytes in [
        &b""[..],
        b"\0",
        b"no program",
        b"\x7fELF",
        b"MZ",
        b"\0asm",
        b"!<arch>\n",
    ] {
        let error = missing(bytes).unwrap_err().to_string();
        assert!(
            error.starts_with("no program, shared object or wasm module, or a broken one: "),
            "{error}"
        );
    }
}

/// Cuts and flips: any answer will do, but there has to be one.
pub(super) fn break_it(whole: &[u8]) {
    let step = (whole.len() / 300).max(1);
    for at in (0..whole.len()).step_by(step) {
        let _cut = LinkedFile::read(&whole[..at]);
    }
    // Headers and tables are where offsets stand.
    let mut flipped = whole.to_vec();
    for at in (0..whole.len().min(256)).chain((0..whole.len()).step_by(step)) {
        flipped[at] ^= 0xff;
        let _flipped = LinkedFile::read(&flipped);
        flipped[at] ^= 0xff;
    }
}

#[test]
fn broken_modules_are_read_or_refused() {
    break_it(&wasm(&[&encode(&item(&["write"], 7), Role::Required)]));
}
