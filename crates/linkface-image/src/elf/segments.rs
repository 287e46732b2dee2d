//! What is mapped where, and what may be done there.

use super::image::{EXECUTE, Image, READ, Section, Segment, WRITE};
use crate::Damage;
use elf::abi;
use elf::parse::ParseAt as _;
use elf::segment::ProgramHeader;

/// Of all systems that have ELF files, the smallest.
const PAGE: u64 = 4096;
/// Nobody's pages are larger.
const MOST_ALIGNED: u64 = 1 << 30;
/// Twice what code reaches whose model isn't `large`.
const MOST_MAPPED: u64 = (4 << 30) - PAGE;
/// What linkers add behind the last section: padding to a large page.
const PADDING: u64 = 1 << 16;

impl Image<'_> {
    /// Program headers, and the section headers that say the same.
    pub(super) fn mapping(&self) -> Result<(), Damage> {
        if self.file.e_type != abi::ET_DYN {
            return Err("it is not a shared library");
        }
        let size = ProgramHeader::size_for(self.file.class);
        if usize::from(self.file.e_phentsize) != size || self.file.version != 1 {
            return Err("its program headers can't be read");
        }
        self.load_segments()?;
        self.other_segments()?;
        for section in &self.sections {
            self.mapped_section(section)?;
        }
        Ok(())
    }

    fn load_segments(&self) -> Result<(), Damage> {
        let mut end = 0;
        if self.loads.is_empty() {
            return Err("no part of it is to be loaded");
        }
        for segment in &self.loads {
            let Segment {
                flags,
                offset,
                address,
                in_file,
                in_memory,
                align,
                ..
            } = *segment;
            let in_bounds = offset
                .checked_add(in_file)
                .is_some_and(|end| end <= self.source.len());
            if !in_bounds {
                return Err("a part that is to be loaded is outside of the file");
            }
            let memory_end = address
                .checked_add(in_memory)
                .filter(|end| *end <= MOST_MAPPED);
            let Some(memory_end) = memory_end.filter(|_| in_file <= in_memory && in_memory != 0)
            else {
                return Err("a part that is to be loaded has an impossible size");
            };
            let is_aligned = align.is_power_of_two()
                && (PAGE..=MOST_ALIGNED).contains(&align)
                && address.wrapping_sub(offset) % align == 0;
            if !is_aligned {
                return Err("a part that is to be loaded has an impossible alignment");
            }
            if address & !(PAGE - 1) < end {
                return Err("parts that are to be loaded overlap");
            }
            end = memory_end.next_multiple_of(PAGE);
            if flags & READ == 0
                || flags & (WRITE | EXECUTE) == WRITE | EXECUTE
                || flags & !(READ | WRITE | EXECUTE) != 0
            {
                return Err("a part that is to be loaded has impossible permissions");
            }
            let of_segment = || {
                self.sections
                    .iter()
                    .filter(|section| section.is_in(segment))
            };
            let has_code = || of_segment().any(|section| section.has(abi::SHF_EXECINSTR));
            // patchelf makes all writable that it moves.
            if flags & EXECUTE != 0 && !has_code() {
                return Err("its program headers and section headers disagree about permissions");
            }
            let last = of_segment().map(Section::end).max();
            let last_in_file = of_segment()
                .filter(|section| section.kind != abi::SHT_NOBITS)
                .map(Section::end)
                .max();
            let disagrees = |end: u64, last: Option<u64>| {
                last.is_some_and(|last| end > last.saturating_add(PADDING))
            };
            if disagrees(memory_end, last) || disagrees(address + in_file, last_in_file) {
                return Err("its program headers and section headers disagree about sizes");
            }
        }
        Ok(())
    }

    fn other_segments(&self) -> Result<(), Damage> {
        const DISAGREE: Damage = "its program headers and section headers disagree";
        let once = [
            abi::PT_DYNAMIC,
            abi::PT_PHDR,
            abi::PT_TLS,
            abi::PT_GNU_RELRO,
            abi::PT_GNU_STACK,
            abi::PT_GNU_EH_FRAME,
        ];
        for kind in once {
            if self.segments.iter().filter(|s| s.kind == kind).count() > 1 {
                return Err("it has two program headers of one kind");
            }
        }
        let is_stack_safe = self
            .one(abi::PT_GNU_STACK)
            .is_some_and(|stack| stack.flags & EXECUTE == 0);
        if !is_stack_safe {
            return Err("it wants an executable stack");
        }
        for segment in &self.segments {
            let is_mapped = match segment.kind {
                // What objcopy leaves of notes that it removes.
                abi::PT_NOTE if segment.in_memory == 0 && segment.in_file == 0 => true,
                abi::PT_DYNAMIC
                | abi::PT_PHDR
                | abi::PT_NOTE
                | abi::PT_GNU_EH_FRAME
                | abi::PT_GNU_PROPERTY => {
                    segment.in_memory == segment.in_file && self.is_mapped(segment)
                }
                abi::PT_TLS => {
                    segment.in_file <= segment.in_memory
                        && segment.align.max(1).is_power_of_two()
                        && segment.align <= PAGE
                        && self.is_mapped(segment)
                }
                abi::PT_GNU_RELRO => self.is_relro(segment),
                abi::PT_INTERP => return Err("it is a program"),
                _ => true,
            };
            if !is_mapped {
                return Err("a program header leads to what isn't loaded");
            }
        }
        if let Some(headers) = self.one(abi::PT_PHDR) {
            let start = self.file.e_phoff;
            let size = self.segments.len() * ProgramHeader::size_for(self.file.class);
            if (headers.offset, headers.in_file) != (start, size as u64) {
                return Err("its program headers are said to be elsewhere");
            }
        }
        for (kind, name) in [
            (abi::PT_DYNAMIC, ".dynamic"),
            (abi::PT_GNU_EH_FRAME, ".eh_frame_hdr"),
        ] {
            let section = self
                .section(name)
                .map(|section| (section.address, section.size));
            let segment = self
                .one(kind)
                .map(|segment| (segment.address, segment.in_memory));
            if section != segment {
                return Err(DISAGREE);
            }
        }
        let thread_locals = || {
            self.sections
                .iter()
                .filter(|s| s.has(abi::SHF_TLS) && s.size != 0)
        };
        let start = thread_locals().map(|section| section.address).min();
        let end = thread_locals().map(Section::end).max();
        let tls = self.one(abi::PT_TLS).filter(|tls| tls.in_memory != 0);
        match (tls, start.zip(end)) {
            (None, None) => {}
            (Some(tls), Some((start, end)))
                if tls.address == start
                    && tls.address + tls.in_memory >= end
                    && tls.address + tls.in_memory <= end.saturating_add(PADDING) => {}
            _ => return Err(DISAGREE),
        }
        Ok(())
    }

    /// Whether what a program header leads to is loaded from where it says.
    fn is_mapped(&self, segment: &Segment) -> bool {
        self.memory(segment.address, segment.in_file)
            .is_some_and(|load| {
                let from = segment.address - load.address;
                from + segment.in_file <= load.in_file && load.offset + from == segment.offset
            })
    }

    /// What is to be read-only after relocation: no ordinary data.
    fn is_relro(&self, segment: &Segment) -> bool {
        let Some(end) = segment.address.checked_add(segment.in_memory) else {
            return false;
        };
        let is_loaded = self.loads.iter().any(|load| {
            load.flags & WRITE != 0
                && load.address <= segment.address
                && end <= (load.address + load.in_memory).next_multiple_of(PAGE)
        });
        // Whole pages are protected.
        let protected = segment.address & !(PAGE - 1)..end & !(PAGE - 1);
        is_loaded
            && !self.sections.iter().any(|section| {
                (self.is_named(section, ".data") || self.is_named(section, ".bss"))
                    && section.size != 0
                    && section.address < protected.end
                    && protected.start < section.end()
            })
    }

    fn mapped_section(&self, section: &Section) -> Result<(), Damage> {
        const DISAGREE: Damage = "its program headers and section headers disagree about a section";
        let is_nothing = section.kind == abi::SHT_NOBITS;
        // Thread-locals without initial values have no place of their own.
        let is_template = is_nothing && section.has(abi::SHF_TLS);
        if !section.has(abi::SHF_ALLOC) || section.size == 0 || is_template {
            return Ok(());
        }
        let segment = self.memory(section.address, section.size).ok_or(DISAGREE)?;
        let from = section.address - segment.address;
        let is_there = is_nothing
            || (from + section.size <= segment.in_file && segment.offset + from == section.offset);
        let may = (!section.has(abi::SHF_WRITE) || segment.flags & WRITE != 0)
            && (!section.has(abi::SHF_EXECINSTR) || segment.flags & EXECUTE != 0);
        if is_there && may {
            Ok(())
        } else {
            Err(DISAGREE)
        }
    }
}

impl Section {
    pub(super) fn has(&self, flag: u32) -> bool {
        self.flags & u64::from(flag) != 0
    }

    pub(super) fn end(&self) -> u64 {
        self.address.saturating_add(self.size)
    }

    /// The end is in it, too: symbols stand there.
    pub(super) fn holds(&self, address: u64) -> bool {
        (self.address..=self.end()).contains(&address)
    }

    fn is_in(&self, segment: &Segment) -> bool {
        self.has(abi::SHF_ALLOC)
            && self.size != 0
            && segment.address <= self.address
            && self.end() <= segment.address + segment.in_memory
    }
}
