//! The text of a file that is said to be LLVM IR.

mod whole;

use crate::failure::Failure;
use linkface_ir::draw::measure::printable;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read};
use std::path::Path;

/// Reads a file, or standard input for `-`.
///
/// # Errors
///
/// If it can't be read, or is something else: bitcode, an object file, assembly.
pub(crate) fn read(file: &Path) -> Result<String, Failure> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        whole::read(file)
    };
    decode(file, bytes.map_err(|why| Failure::file("read", file, why))?)
}

fn decode(file: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    let name = match file.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => format!("`{}`", file.display()),
    };
    let is = |what: &str| Failure::new(format!("{name} is {what}, not LLVM IR in text"));
    let emit = "`rustc --emit llvm-ir` writes text; without `--file` the package is built";
    if bytes.starts_with(b"BC\xC0\xDE") || bytes.starts_with(&[0xDE, 0xC0, 0x17, 0x0B]) {
        return Err(is("LLVM bitcode").help("`llvm-dis` of the same LLVM makes text of it"));
    }
    let magics: &[(&[u8], &str)] = &[
        (b"\x7FELF", "an ELF file"),
        (b"\xCF\xFA\xED\xFE", "a Mach-O file"),
        (b"\xCE\xFA\xED\xFE", "a Mach-O file"),
        (b"MZ", "a Windows program"),
        (b"!<arch>\n", "an archive"),
        (b"\0asm", "a WebAssembly module"),
    ];
    for (magic, what) in magics {
        if bytes.starts_with(magic) {
            return Err(is(what).help(emit));
        }
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Failure::new(format!("{name} is empty")).help(emit));
    }
    let text = String::from_utf8(bytes).map_err(|why| {
        // LLVM writes bytes that are no text as escapes.
        let at = why.utf8_error().valid_up_to();
        is("not UTF-8")
            .note(format!("byte {at} can't be read"))
            .help(emit)
    })?;
    if is_assembly(&text) {
        return Err(is("assembly").help("`--emit llvm-ir`, not `--emit asm`, writes LLVM IR"));
    }
    Ok(harmless(text))
}

/// The text with what a terminal obeys, or what turns round the text behind it, written as LLVM writes it
/// in names: `\1B`. There it means the same.
fn harmless(text: String) -> String {
    // Almost no text has such bytes: blocks of them are looked at at once, which is faster than one by one.
    let odd = |byte: u8| u8::from((byte < b' ' && byte != b'\n' && byte != b'\t') || byte >= 0x7f);
    let mut blocks = text.as_bytes().chunks(4096);
    let suspicious = blocks.any(|block| block.iter().fold(0, |any, byte| any | odd(*byte)) != 0);
    if !suspicious {
        return text;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let breaks = match character {
            '\n' | '\t' => true,
            '\r' => characters.peek() == Some(&'\n'),
            _ => false,
        };
        let mut buffer = [0; 4];
        let written: &str = character.encode_utf8(&mut buffer);
        if breaks || matches!(printable(written), Cow::Borrowed(_)) {
            kept.push(character);
        } else {
            for byte in written.bytes() {
                let _ = write!(kept, "\\{byte:02X}");
            }
        }
    }
    kept
}

/// Whether it begins as compilers begin assembly. A file that begins so may still be IR if a function is
/// defined in it.
fn is_assembly(text: &str) -> bool {
    const LINES: usize = 50;
    const DIRECTIVES: &[&str] = &[
        ".file",
        ".text",
        ".section",
        ".globl",
        ".intel_syntax",
        ".type",
        ".def",
        ".build_version",
        ".attribute",
    ];
    let mut lines = text.lines().take(LINES);
    let directive = lines.any(|line| {
        let word = line.split_whitespace().next().unwrap_or_default();
        DIRECTIVES.contains(&word)
    });
    directive && !text.contains("\ndefine ") && !text.starts_with("define ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let kept = |text: &str| decode(Path::new("x.ll"), text.as_bytes().to_vec()).unwrap();
        assert_eq!(kept("; \u{e4}\r\n\tx"), "; \u{e4}\r\n\tx");
        assert_eq!(kept("\u{feff}define"), "define");
        assert_eq!(
            kept("@\"a\u{1b}]0;t\u{7}\rb\u{9b}\u{202e}\0\""),
            "@\"a\\1B]0;t\\07\\0Db\\C2\\9B\\E2\\80\\AE\\00\""
        );
    }
}
