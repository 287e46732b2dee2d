//! A program's functions.

use crate::binutils::lines;
use std::collections::HashMap;

/// A program in ELF for x86-64.
pub(crate) struct Program {
    names: HashMap<u64, String>,
    /// What the slots of the global offset table hold.
    slots: HashMap<u64, u64>,
    /// By its address: instructions without theirs.
    functions: HashMap<u64, Vec<String>>,
}

impl Program {
    pub(crate) fn read(path: &str) -> Result<Self, String> {
        Ok(Self {
            names: names(&lines("nm", &["--demangle", path])?),
            slots: slots(&lines("objdump", &["--dynamic-reloc", path])?),
            functions: functions(&lines(
                "objdump",
                &["--disassemble", "--no-show-raw-insn", path],
            )?),
        })
    }

    /// The instructions of a function, with names for what they call.
    pub(crate) fn code(&self, name: &str) -> Result<Vec<String>, String> {
        let address = self.names.iter().find(|(_, known)| *known == name);
        let code = address.and_then(|(address, _)| self.functions.get(address));
        let code = code.ok_or_else(|| format!("there is no function `{name}`"))?;
        Ok(code.iter().map(|line| self.named(line)).collect())
    }

    /// `call   *<name>` for `call   *0x4f5a9(%rip)        # 71718 <_DYNAMIC+0x2b8>`, `call   <name>`
    /// for `call   69f00 <mangled>`, and `je     +0x1e` for `je     56dde <mangled+0x1e>`.
    fn named(&self, line: &str) -> String {
        let (operation, target) = line.split_once(' ').unwrap_or((line, ""));
        let target = target.trim_start();
        let slot = target.split_once("(%rip)        # ").map(|(_, slot)| slot);
        let (mark, called) = match slot {
            Some(slot) if target.starts_with('*') => {
                let slot = address(slot).and_then(|slot| self.slots.get(&slot));
                ("*", slot.copied())
            }
            _ if target.ends_with('>') => ("", address(target)),
            _ => return line.to_owned(),
        };
        if let Some(name) = called.and_then(|called| self.names.get(&called)) {
            return format!("{operation:6} {mark}<{name}>");
        }
        match target.rsplit_once('+') {
            Some((_, offset)) => format!("{operation:6} +{}", offset.trim_end_matches('>')),
            None => line.to_owned(),
        }
    }
}

/// The number, in hexadecimal, that `text` begins with.
fn address(text: &str) -> Option<u64> {
    let digits = text.split(|c: char| !c.is_ascii_hexdigit()).next()?;
    u64::from_str_radix(digits, 16).ok()
}

/// Of several names of one place, an implementation's own: the item's ends in a sentence.
fn names(lines: &[String]) -> HashMap<u64, String> {
    let mut names = HashMap::new();
    for line in lines {
        let mut words = line.splitn(3, ' ');
        if let (Some(place), Some(kind), Some(name)) = (words.next(), words.next(), words.next())
            && kind != "a"
            && let Some(place) = address(place)
        {
            let known = names.entry(place).or_insert_with(String::new);
            if known.is_empty() || kind == "t" {
                *known = without_hash(name);
            }
        }
    }
    names
}

/// Names in expansions are made unique by 16 hexadecimal digits.
fn without_hash(name: &str) -> String {
    let is_hash =
        |part: &str| part.len() >= 16 && part.as_bytes()[..16].iter().all(u8::is_ascii_hexdigit);
    let parts: Vec<&str> = name
        .split('_')
        .map(|part| if is_hash(part) { &part[16..] } else { part })
        .collect();
    parts.join("_")
}

fn slots(lines: &[String]) -> HashMap<u64, u64> {
    let slot = |line: &String| {
        let (slot, value) = line.split_once(" R_X86_64_RELATIVE")?;
        let (_, value) = value.split_once("+0x")?;
        Some((address(slot)?, address(value)?))
    };
    lines.iter().filter_map(slot).collect()
}

fn functions(lines: &[String]) -> HashMap<u64, Vec<String>> {
    let mut functions = HashMap::new();
    let mut current = 0;
    for line in lines {
        if line.ends_with(">:") {
            current = address(line).unwrap_or_default();
        } else if let Some((_, instruction)) = line.split_once(":\t")
            && !["int3", "nop"]
                .iter()
                .any(|padding| instruction.starts_with(padding))
        {
            let code: &mut Vec<String> = functions.entry(current).or_default();
            code.push(instruction.trim_end().to_owned());
        }
    }
    functions
}
