//! The other judge: the calls of the linked program, as `objdump -d` shows them.

use crate::build::{Mode, executable};
use linkface_prove::{Question, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The functions of a program, by path.
pub(crate) struct Program {
    functions: BTreeMap<String, Function>,
}

#[derive(Default)]
struct Function {
    /// Whom it calls or jumps to, outside of itself.
    calls: BTreeSet<String>,
    /// Calls through a register or memory, and jumps through memory.
    indirect: usize,
    /// Jumps through a register: the table of a `switch`, or a tail call.
    jumps: usize,
    /// Calls through memory that the loader fills in: the global offset table, and vtables that are known.
    slots: usize,
    /// Functions whose address is in a register, where LLVM puts it if it is called more than once.
    taken: BTreeSet<String>,
}

/// In the order of the modes; none if there is no `objdump` that can read them.
pub(crate) fn programs() -> Option<Vec<Program>> {
    if cfg!(not(all(target_arch = "x86_64", target_os = "linux"))) {
        return None;
    }
    [Mode::Off, Mode::Thin, Mode::Fat, Mode::Debug]
        .map(|mode| {
            let file = executable(mode)?;
            let text = run(&["-d", "--no-show-raw-insn", "-w"], &file)?;
            let slots = run(&["-R"], &file)?;
            Some(Program::read(&text, &slots))
        })
        .into_iter()
        .collect()
}

fn run(flags: &[&str], file: &Path) -> Option<String> {
    let output = Command::new("objdump")
        .args(flags)
        .arg(file)
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// By slot of the global offset table: the address or the symbol that the loader puts there.
fn slots(text: &str) -> BTreeMap<u64, Result<u64, String>> {
    let number = |text: &str| u64::from_str_radix(text.trim_start_matches("0x"), 16).ok();
    text.lines()
        .filter_map(|line| {
            let [slot, _, value] = line.split_whitespace().collect::<Vec<_>>()[..] else {
                return None;
            };
            let value = match value.strip_prefix("*ABS*+") {
                Some(address) => Ok(number(address)?),
                None => Err(path(value)),
            };
            Some((number(slot)?, value))
        })
        .collect()
}

fn path(symbol: &str) -> String {
    linkface_ir::prove::path::plain(symbol.split(['@', '+']).next().unwrap_or(symbol))
}

impl Program {
    fn read(text: &str, relocations: &str) -> Self {
        let slots = slots(relocations);
        let label = |line: &str| {
            let (address, name) = line.strip_suffix(">:")?.split_once(" <")?;
            Some((u64::from_str_radix(address, 16).ok()?, name.to_owned()))
        };
        let places: BTreeMap<u64, String> = text.lines().filter_map(label).collect();
        let mut functions: BTreeMap<String, Function> = BTreeMap::new();
        let mut name = String::new();
        for line in text.lines() {
            if let Some((_, label)) = label(line) {
                name = label;
                functions.entry(path(&name)).or_default();
                continue;
            }
            let Some((_, code)) = line.split_once(":\t") else {
                continue;
            };
            let mut words = code
                .split_whitespace()
                .filter(|word| !["bnd", "notrack"].contains(word));
            let (Some(word), Some(to)) = (words.next(), words.next()) else {
                continue;
            };
            let call = word.starts_with("call");
            let function = functions.entry(path(&name)).or_default();
            // `lea 0x11(%rip),%rbx  # 1234 <name>`, `mov 0x22(%rip),%rbx  # 5678 <slot>`: for a call later.
            let slot = code.split_once("# ").and_then(|(_, rest)| {
                let address = rest.split_whitespace().next()?;
                u64::from_str_radix(address, 16).ok()
            });
            if ["lea", "mov"].contains(&word) {
                let named = slot.and_then(|slot| match slots.get(&slot) {
                    _ if word == "lea" => places.get(&slot).map(|name| path(name)),
                    Some(Ok(address)) => places.get(address).map(|name| path(name)),
                    Some(Err(name)) => Some(name.clone()),
                    None => None,
                });
                function.taken.extend(named);
            }
            if !call && !word.starts_with('j') {
                continue;
            }
            let Some(pointer) = to.strip_prefix('*') else {
                // `jmp 1234 <name+0x12>` within the function is none.
                let named = code
                    .rsplit_once('<')
                    .and_then(|(_, rest)| rest.strip_suffix('>'));
                let named = named.unwrap_or("?");
                if call || named.split(['+', '@']).next() != Some(&name) {
                    function.calls.insert(path(named));
                }
                continue;
            };
            // `*0x2ad3(%rip)  # 4ffc8 <_DYNAMIC+0x278>`: what the loader puts there.
            let named = slot.and_then(|slot| match slots.get(&slot)? {
                Ok(address) => places.get(address).map(|name| path(name)),
                Err(name) => Some(name.clone()),
            });
            match named {
                Some(named) => {
                    function.calls.insert(named);
                    function.slots += 1;
                }
                None if call || pointer.contains('(') && !pointer.contains(',') => {
                    function.indirect += 1;
                }
                None => function.jumps += 1,
            }
        }
        Self { functions }
    }

    /// Whether the assembly says the same, or at least nothing else.
    pub(crate) fn agrees(
        &self,
        path: &str,
        question: Question,
        verdict: Verdict,
    ) -> Result<(), String> {
        let Some(function) = self.functions.get(path) else {
            return Err("the program has no such function".to_owned());
        };
        let any = !function.calls.is_empty() || function.indirect > 0;
        match (question, verdict) {
            (Question::NoCall, Verdict::Proven) if any => {
                Err(format!("it calls {:?}", function.calls))
            }
            (Question::NoCall, Verdict::Refuted) if !any && function.jumps == 0 => {
                Err("it calls nothing".to_owned())
            }
            (Question::NoIndirect, Verdict::Proven) if function.indirect > 0 => {
                Err("it calls through a pointer".to_owned())
            }
            (Question::NoIndirect, Verdict::Refuted)
                if function.indirect + function.jumps + function.slots == 0 =>
            {
                Err("it calls through no pointer".to_owned())
            }
            (Question::NoCall | Question::NoIndirect, _) => Ok(()),
            (Question::NoPanic, verdict) => self.reaches(path, &panics, &allocates, verdict),
            (Question::NoAlloc, verdict) => self.reaches(path, &allocates, &panics, verdict),
        }
    }

    /// Follows direct calls to `bad`, but not into `other`, which is another question.
    fn reaches(
        &self,
        start: &str,
        bad: &dyn Fn(&str) -> bool,
        other: &dyn Fn(&str) -> bool,
        verdict: Verdict,
    ) -> Result<(), String> {
        let mut seen = BTreeSet::from([start.to_owned()]);
        let mut open = vec![start.to_owned()];
        let mut found = None;
        while let Some(name) = open.pop() {
            let function = self.functions.get(&name).into_iter();
            for callee in function.flat_map(|function| function.calls.union(&function.taken)) {
                if bad(callee) {
                    found = Some(callee.clone());
                } else if !other(callee) && seen.insert(callee.clone()) {
                    open.push(callee.clone());
                }
            }
        }
        let pointers: usize = seen
            .iter()
            .filter_map(|name| self.functions.get(name))
            .filter(|function| function.taken.is_empty())
            .map(|function| function.indirect)
            .sum();
        match (verdict, found) {
            (Verdict::Proven, Some(callee)) => Err(format!("it reaches {callee}")),
            (Verdict::Proven, None) if pointers > 0 => {
                Err("it reaches a pointer's target".to_owned())
            }
            (Verdict::Refuted, None) => Err(format!("it reaches nothing of the kind: {seen:?}")),
            _ => Ok(()),
        }
    }
}

fn panics(path: &str) -> bool {
    let last = path.rsplit("::").next().unwrap_or(path);
    path.starts_with("core::panicking")
        || path.starts_with("std::panicking")
        || [
            "abort",
            "handle_alloc_error",
            "handle_error",
            "capacity_overflow",
        ]
        .contains(&last)
        || last.ends_with("_failed")
        || last.ends_with("_fail")
}

fn allocates(path: &str) -> bool {
    let last = path.rsplit("::").next().unwrap_or(path);
    [
        "malloc",
        "calloc",
        "realloc",
        "posix_memalign",
        "aligned_alloc",
    ]
    .contains(&last)
        || ["alloc", "alloc_zeroed", "realloc"].iter().any(|kind| {
            ["__rust_", "__rdl_"]
                .iter()
                .any(|start| last == format!("{start}{kind}"))
        })
}
