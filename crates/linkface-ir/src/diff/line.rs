//! A function as lines in which names can be replaced.

use crate::lex::{Lexer, Token};
use crate::model::{Constant, Function, InstId, Local, Name, Op, Value};
use crate::print::Printer;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// The lines of a function.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// What each name of the function is to be called.
    pub(super) names: Vec<String>,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    parts: Vec<Part>,
    /// The names that are defined in it: a result, a label, parameters.
    pub(super) defines: Vec<Local>,
    /// The names that it uses.
    pub(super) uses: Vec<Local>,
    /// What it says but for names.
    shape: u64,
    /// What it does: less than its shape.
    kind: u64,
}

#[derive(Clone, Debug)]
enum Part {
    Text(String),
    /// With `%`, but for a label at its place.
    Name(Local),
    Label(Local),
}

/// How much of two lines has to be equal for them to be a pair. From much to little.
pub(super) const LEVELS: usize = 4;

impl Lines {
    /// A line with its names.
    pub(super) fn text(&self, at: usize) -> String {
        let mut out = String::new();
        let name = |local: Local| self.names.get(local.index()).map_or("", String::as_str);
        for part in self.lines.get(at).map_or(&[][..], |line| &line.parts) {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Name(local) => {
                    out.push('%');
                    out.push_str(name(*local));
                }
                Part::Label(local) => {
                    out.push_str(name(*local));
                    out.push(':');
                }
            }
        }
        out
    }

    /// A number for each line and level: lines of the same number may be a pair.
    pub(super) fn keys(&self) -> [Vec<u64>; LEVELS] {
        let mut known = vec![0; self.names.len()];
        // Labels are known by what is in their blocks, so that jumps to other blocks differ.
        let mut label = None;
        for line in &self.lines {
            if let Some(Part::Label(local)) = line.parts.first() {
                label = Some(local.index());
            } else if let Some(known) = label.and_then(|label| known.get_mut(label)) {
                *known = mix(&(*known, line.shape));
            }
        }
        let labels = known.clone();
        let mut keys = Vec::new();
        for _ in 0..3 {
            let key = |line: &Line| {
                if let Some(Part::Label(local)) = line.parts.first() {
                    return labels.get(local.index()).copied().unwrap_or_default();
                }
                let uses = line.uses.iter();
                let uses = uses.map(|local| known.get(local.index()).copied().unwrap_or_default());
                mix(&(line.shape, uses.collect::<Vec<u64>>()))
            };
            let all: Vec<u64> = self.lines.iter().map(key).collect();
            let mut next = labels.clone();
            for (line, key) in self.lines.iter().zip(&all) {
                for (nth, local) in line.defines.iter().enumerate() {
                    if let Some(next) = next.get_mut(local.index()) {
                        *next = mix(&(*next, key, nth));
                    }
                }
            }
            known = next;
            keys.push(all);
        }
        let of = |number: fn(&Line) -> u64| self.lines.iter().map(number).collect::<Vec<u64>>();
        let [_, second, third] = <[Vec<u64>; 3]>::try_from(keys).unwrap_or_default();
        [third, second, of(|line| line.shape), of(|line| line.kind)]
    }
}

/// Reads the lines of a function.
pub(super) fn lines(function: &Function<'_>) -> Lines {
    let names = function.locals().iter();
    let names = names
        .map(|info| info.name.as_written().to_owned())
        .collect();
    let index: FxHashMap<&str, Local> = function
        .locals()
        .iter()
        .zip(0..)
        .map(|(info, nth)| (info.name.key(), Local(nth)))
        .collect();
    let printer = Printer::new(function);
    let mut lines = Vec::new();
    // The first block has no line: nothing jumps there, and most texts leave out its label.
    let first = function.blocks().first().map(|block| block.label);
    let parameters = function.signature().parameters.iter();
    let parameters = parameters.filter_map(|parameter| parameter.local);
    let head = format!("{} {{", printer.signature());
    let defines = first.into_iter().chain(parameters).collect();
    lines.push(Line::new(&head, "", defines, &index, &"define"));
    for block in function.block_ids() {
        if block.index() > 0 {
            lines.push(Line::label(function.block(block).label));
        }
        for (id, instruction) in function.numbered(block) {
            if !matches!(instruction.op, Op::DebugRecord { .. }) {
                lines.push(instruction_line(function, id, printer, &index));
            }
        }
    }
    lines.push(Line::new("}", "", Vec::new(), &index, &"end"));
    Lines { lines, names }
}

fn instruction_line(
    function: &Function<'_>,
    id: InstId,
    printer: Printer<'_, '_>,
    index: &FxHashMap<&str, Local>,
) -> Line {
    let instruction = function.instruction(id);
    let callee = instruction.op.call().map(|call| match &call.callee {
        Value::Constant(Constant::Global(name)) => plain(*name),
        _ => String::new(),
    });
    let kind = (instruction.op.word(), callee, instruction.result.is_some());
    let defines = instruction.result.into_iter().collect();
    Line::new(
        &printer.instruction(instruction),
        "  ",
        defines,
        index,
        &kind,
    )
}

impl Line {
    fn label(label: Local) -> Self {
        Self {
            parts: vec![Part::Label(label)],
            defines: vec![label],
            uses: Vec::new(),
            shape: mix(&"label"),
            kind: mix(&"label"),
        }
    }

    /// `text` without numbers of metadata and attribute groups, on one line.
    fn new(
        text: &str,
        indent: &str,
        defines: Vec<Local>,
        index: &FxHashMap<&str, Local>,
        kind: &impl Hash,
    ) -> Self {
        let mut parts = Vec::new();
        let mut uses = Vec::new();
        let mut out = indent.to_owned();
        let mut lexer = Lexer::new(text, 0);
        let mut end = 0;
        loop {
            let (token, start) = lexer.read();
            if token == Token::End {
                break;
            }
            let numbered = match token {
                Token::Group(_) => true,
                Token::Metadata(word) => word.bytes().all(|byte| byte.is_ascii_digit()),
                _ => false,
            };
            let space = text.get(end..start).unwrap_or_default();
            end = lexer.at();
            if numbered {
                continue;
            }
            // Of `switch` and others each case is on a line of its own.
            out.push_str(if space.is_empty() { "" } else { " " });
            match token {
                Token::Local(name) => match index.get(name.key()) {
                    Some(local) => {
                        parts.push(Part::Text(std::mem::take(&mut out)));
                        parts.push(Part::Name(*local));
                        if !defines.contains(local) {
                            uses.push(*local);
                        }
                    }
                    None => out.push_str(text.get(start..end).unwrap_or_default()),
                },
                Token::Global(name) => {
                    out.push('@');
                    out.push_str(&plain(name));
                }
                _ => out.push_str(text.get(start..end).unwrap_or_default()),
            }
        }
        parts.push(Part::Text(out));
        fold(&mut parts);
        let mut hasher = FxHasher::default();
        for part in &parts {
            match part {
                Part::Text(text) => text.hash(&mut hasher),
                Part::Name(_) | Part::Label(_) => 0_u8.hash(&mut hasher),
            }
        }
        Self {
            parts,
            defines,
            uses,
            shape: hasher.finish(),
            kind: mix(kind),
        }
    }
}

/// A name as people read it: without the hash, which differs between builds of one function.
fn plain(name: Name<'_>) -> String {
    match rustc_demangle::try_demangle(&name.text()) {
        Ok(demangled) => format!("{demangled:#}"),
        Err(_) => name.as_written().to_owned(),
    }
}

/// Takes debug locations off the end: `, !dbg`, without the number that is gone already.
fn fold(parts: &mut [Part]) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        if let Some(at) = last.find(", !dbg") {
            let rest = last.split_off(at);
            last.push_str(rest.trim_start_matches(", !dbg"));
        } else if let Some(at) = last.find(" !dbg") {
            let rest = last.split_off(at);
            last.push_str(rest.trim_start_matches(" !dbg"));
        }
    }
}

fn mix(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
