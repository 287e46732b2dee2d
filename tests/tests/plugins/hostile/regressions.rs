//! Damage that a loader once crashed on, or would: by what it damages, so that it is the same in every
//! build of a plugin.

use object::Endianness;
use object::elf::{DT_GNU_HASH, DT_STRTAB, FileHeader64, PT_DYNAMIC, PT_LOAD, PT_TLS};
use object::read::elf::{FileHeader as _, ProgramHeader as _, SectionHeader as _, Sym as _};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where to write what.
struct Write {
    what: &'static str,
    at: usize,
    bytes: Vec<u8>,
}

fn write(what: &'static str, at: usize, bytes: &[u8]) -> Write {
    let bytes = bytes.to_vec();
    Write { what, at, bytes }
}

/// A plugin's file, for those that damage it.
struct Plugin<'a> {
    bytes: &'a [u8],
    header: &'a FileHeader64<Endianness>,
    endian: Endianness,
}

impl<'a> Plugin<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let header = FileHeader64::parse(bytes).expect("a plugin is an ELF file");
        let endian = header.endian().expect("it has one");
        Self {
            bytes,
            header,
            endian,
        }
    }

    /// Where a section begins, and how long it is.
    fn section(&self, name: &str) -> (usize, usize) {
        let sections = self.header.sections(self.endian, self.bytes);
        let sections = sections.expect("it has sections");
        let (_, section) = sections
            .section_by_name(self.endian, name.as_bytes())
            .unwrap_or_else(|| panic!("it has `{name}`"));
        let (start, size) = section.file_range(self.endian).expect("it is in the file");
        (place(start), place(size))
    }

    /// Where a symbol is in its table, and its number.
    fn symbol(&self, name: &str) -> (usize, usize) {
        let sections = self.header.sections(self.endian, self.bytes);
        let symbols = sections
            .and_then(|sections| sections.symbols(self.endian, self.bytes, object::elf::SHT_DYNSYM))
            .expect("it has symbols");
        let number = symbols
            .iter()
            .position(|symbol| symbol.name(self.endian, symbols.strings()) == Ok(name.as_bytes()))
            .unwrap_or_else(|| panic!("it has the symbol `{name}`"));
        (self.section(".dynsym").0 + number * 24, number)
    }

    /// Where a name begins, from where names begin.
    fn name(&self, name: &str) -> [u8; 4] {
        let (start, size) = self.section(".dynstr");
        let name = format!("\0{name}\0");
        let at = self.bytes[start..start + size]
            .windows(name.len())
            .position(|at| at == name.as_bytes())
            .unwrap_or_else(|| panic!("it has the name {name:?}"));
        u32::try_from(at + 1).expect("it is short").to_le_bytes()
    }

    /// Where the program header of a kind is.
    fn segment(&self, kind: u32) -> usize {
        let segments = self.header.program_headers(self.endian, self.bytes);
        let number = segments
            .expect("it has program headers")
            .iter()
            .position(|segment| segment.p_type(self.endian) == kind)
            .expect("it has one of the kind");
        place(self.header.e_phoff(self.endian)) + number * 56
    }

    /// More memory than 32 bits count, as program headers and section headers say alike.
    fn larger(&self) -> Write {
        const SIZE: u64 = 5 << 30;
        let segments = self.header.program_headers(self.endian, self.bytes);
        let segments = segments.expect("it has program headers");
        let last = segments
            .iter()
            .rposition(|segment| segment.p_type(self.endian) == PT_LOAD)
            .expect("some of it is loaded");
        let sections = self.header.sections(self.endian, self.bytes);
        let (bss, zeros) = sections
            .expect("it has sections")
            .section_by_name(self.endian, b".bss")
            .expect("it has zeros");
        let before = zeros.sh_addr(self.endian) - segments[last].p_vaddr(self.endian);
        // `p_memsz`, and `sh_size`.
        let start = place(self.header.e_phoff(self.endian)) + last * 56 + 40;
        let end = place(self.header.e_shoff(self.endian)) + bss.0 * 64 + 32;
        let mut bytes = self.bytes[start..end + 8].to_vec();
        bytes[..8].copy_from_slice(&SIZE.to_le_bytes());
        bytes[end - start..].copy_from_slice(&(SIZE - before).to_le_bytes());
        write("more than 4 GB of memory", start, &bytes)
    }

    /// Where an entry of the dynamic section is.
    fn dynamic(&self, tag: u32) -> usize {
        let (start, size) = self.section(".dynamic");
        (start..start + size)
            .step_by(16)
            .find(|at| self.bytes[*at..*at + 8] == u64::from(tag).to_le_bytes())
            .expect("it has the entry")
    }

    /// Where the relocation by a symbol is.
    fn relocation(&self, symbol: usize) -> usize {
        let sections = [".rela.dyn", ".rela.plt"].map(|name| self.section(name));
        let mut places = sections
            .into_iter()
            .flat_map(|(start, size)| (start..start + size).step_by(24));
        let number = u32::try_from(symbol).expect("there are few").to_le_bytes();
        places
            .find(|at| self.bytes[at + 12..at + 16] == number)
            .expect("it is called")
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).expect("it is in memory")
}

/// Whatever is called early and by everything.
const CALLED: &str = "malloc";

fn writes(plugin: &Plugin<'_>) -> Vec<Write> {
    let (called, number) = plugin.symbol(CALLED);
    let (entry, _) = plugin.symbol("linkface_plugin_v1");
    let (hash, _) = plugin.section(".gnu.hash");
    let relocation = plugin.relocation(number);
    let load = plugin.segment(PT_LOAD);
    let needed = plugin.dynamic(object::elf::DT_NEEDED);
    let tail = u32::from_le_bytes(plugin.name("posix_memalign")) + 6;
    let huge = (1_u64 << 40).to_le_bytes();
    vec![
        plugin.larger(),
        // A loader takes these for the library's own, at 0.
        write("a function that is internal", called + 5, &[1]),
        write("a function that is hidden", called + 5, &[2]),
        write("a function that is protected", called + 5, &[3]),
        write("a function that is local", called + 4, &[0x02]),
        write(
            "a function that is a thread-local",
            called + 4,
            &[0x16, 0, 1],
        ),
        write(
            "a function that is a number",
            called + 4,
            &[0x10, 0, 0xf1, 0xff],
        ),
        write("a call of no symbol", relocation + 12, &[0; 4]),
        // It finds another function by these.
        write("another's name", called, &plugin.name("free")),
        write(
            "the name of the table of exports",
            called,
            &plugin.name("linkface_plugin_v1"),
        ),
        write("a part of another's name", called, &tail.to_le_bytes()),
        write("a version's name", called, &plugin.name("GLIBC_2.2.5")),
        // A host would read what isn't there, or another plugin's.
        write("a table of exports at no address", entry + 6, &[0xf1, 0xff]),
        write("a table of exports of another", entry + 4, &[0xa1]),
        // It divides by this, or looks for ever.
        write("no buckets", hash, &[0; 4]),
        write("no filter", hash + 8, &[0; 4]),
        write("chains elsewhere", hash + 4, &[0xff; 4]),
        // It reads what isn't there.
        write("more than the file has", load + 32, &huge),
        write("a misplaced segment", load + 8, &[1]),
        write(
            "thread-locals elsewhere",
            plugin.segment(PT_TLS) + 16,
            &huge,
        ),
        write(
            "a dynamic section elsewhere",
            plugin.segment(PT_DYNAMIC) + 16,
            &huge,
        ),
        write("names elsewhere", plugin.dynamic(DT_STRTAB) + 8, &huge),
        write("hashes elsewhere", plugin.dynamic(DT_GNU_HASH) + 8, &huge),
        // Of this tag it sees the lower half, and so a name that isn't one.
        write("a tag that is too large", needed + 4, &[1]),
        write("an unknown relocation", relocation + 8, &[0x7f]),
    ]
}

/// Loads each.
pub(super) fn are_refused(breaker: &Path, plugin: &Path, bytes: &[u8]) {
    let writes = writes(&Plugin::new(bytes));
    let mut files: Vec<OsString> = Vec::new();
    for (n, Write { at, bytes: new, .. }) in writes.iter().enumerate() {
        let mut bytes = bytes.to_vec();
        bytes[*at..*at + new.len()].copy_from_slice(new);
        let file = plugin.with_extension(format!("{n}.so"));
        fs::write(&file, bytes).expect("the case's folder is writable");
        files.push(file.into());
    }
    let output = Command::new(breaker).arg("files").args(&files).output();
    let output = output.expect("it was built");
    let said = String::from_utf8_lossy(&output.stdout);
    let mut said = said.lines();
    for Write { what, .. } in &writes {
        let said = said
            .next()
            .unwrap_or_else(|| panic!("{what}: {}", output.status));
        println!("{what}: {said}");
        assert!(said.contains(": it is damaged: "), "{what}: {said}");
    }
    // The destructors, too.
    assert!(output.status.success(), "{}", output.status);
}
