//! A function for programs: one JSON object. `docs/json-ir.md` documents it.

use crate::commands::ir::problems::Problems;
use crate::commands::ir::select::Selection;
use crate::output::json;
use linkface_ir::cfg::Fate;
use linkface_ir::explain::{Explainer, Word, words_of_instruction, words_of_signature};
use linkface_ir::listing::Notes;
use linkface_ir::lookup::Path;
use linkface_ir::metadata::Location;
use linkface_ir::model::{BlockId, InstId, Op};
use linkface_ir::print::Printer;
use linkface_ir::span;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Debug, Serialize)]
pub(super) struct Function {
    reason: &'static str,
    version: u32,
    file: String,
    name: String,
    path: String,
    hash: Option<String>,
    signature: String,
    words: Vec<Explained>,
    blocks: Vec<Block>,
    problems: Vec<Told>,
}

/// What is wrong, and where.
#[derive(Debug, Serialize)]
struct Told {
    level: &'static str,
    message: String,
    label: String,
    help: Vec<String>,
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize)]
struct Block {
    label: String,
    from: Vec<String>,
    reached: bool,
    leads_to: Option<&'static str>,
    instructions: Vec<Instruction>,
}

#[derive(Debug, Serialize)]
struct Instruction {
    text: String,
    opcode: String,
    result: Option<String>,
    record: bool,
    sentence: String,
    words: Vec<Explained>,
    source: Vec<Place>,
}

/// A word, and what it means.
#[derive(Debug, Serialize)]
struct Explained {
    kind: String,
    word: String,
    written: String,
    meaning: Option<String>,
    link: Option<String>,
}

/// A place of the source; the first is the innermost, of a function that was inlined.
#[derive(Debug, Serialize)]
struct Place {
    file: Option<String>,
    directory: Option<String>,
    line: u32,
    column: u32,
    function: Option<String>,
}

impl Function {
    pub(super) fn new<'s>(
        selection: &Selection<'s>,
        function: &linkface_ir::Function<'s>,
        problems: &Problems,
    ) -> Self {
        let notes = Notes::new(selection.module, function);
        let writer = Writer {
            selection,
            function,
            explainer: Explainer::new(Some(selection.module), function),
            printer: Printer::new(function),
        };
        Self {
            reason: "linkface-ir-function",
            version: json::VERSION,
            file: selection.source.name.clone(),
            name: function.name().text().into_owned(),
            path: selection.path.text().to_owned(),
            hash: selection.path.hash().map(str::to_owned),
            signature: writer.printer.signature(),
            words: explained(words_of_signature(function.signature())),
            blocks: function
                .block_ids()
                .map(|block| writer.block(block, &notes))
                .collect(),
            problems: told(selection, problems),
        }
    }
}

fn told(selection: &Selection<'_>, problems: &Problems) -> Vec<Told> {
    let errors = problems.errors.iter().map(|problem| ("error", problem));
    let warnings = problems.warnings.iter().map(|problem| ("warning", problem));
    let all = errors.chain(warnings).map(|(level, problem)| {
        let start = problem.span.range().start;
        let place = span::place(selection.module.text(), start);
        Told {
            level,
            message: problem.message.clone().into_owned(),
            label: problem.label.clone().into_owned(),
            help: problem.help.iter().map(ToString::to_string).collect(),
            line: place.line,
            column: place.column,
        }
    });
    all.collect()
}

struct Writer<'w, 's> {
    selection: &'w Selection<'s>,
    function: &'w linkface_ir::Function<'s>,
    explainer: Explainer<'w, 's>,
    printer: Printer<'w, 's>,
}

impl Writer<'_, '_> {
    fn block(&self, block: BlockId, notes: &Notes<'_, '_>) -> Block {
        let ids = self.function.numbered(block).map(|(id, _)| id);
        Block {
            label: self.label(block),
            from: notes
                .from(block)
                .into_iter()
                .map(|from| self.label(from))
                .collect(),
            reached: notes.reached(block),
            leads_to: notes.fate(block).map(|fate| match fate {
                Fate::Undefined => "unreachable",
                Fate::Stops(_) => "call-that-does-not-return",
                Fate::MayStop(..) => "call-that-may-not-return",
            }),
            instructions: ids.map(|id| self.instruction(id)).collect(),
        }
    }

    fn label(&self, block: BlockId) -> String {
        let label = self.function.block(block).label;
        self.function.local(label).name.text().into_owned()
    }

    fn instruction(&self, id: InstId) -> Instruction {
        let instruction = self.function.instruction(id);
        let metadata = self.selection.module.metadata();
        let result = instruction.result;
        Instruction {
            text: self.printer.instruction(instruction),
            opcode: instruction.op.word().to_owned(),
            result: result.map(|local| self.function.local(local).name.text().into_owned()),
            record: matches!(instruction.op, Op::DebugRecord { .. }),
            sentence: self.explainer.sentence(instruction),
            words: explained(words_of_instruction(instruction)),
            source: instruction
                .debug
                .map(|debug| metadata.chain(debug).iter().map(Place::new).collect())
                .unwrap_or_default(),
        }
    }
}

impl Place {
    fn new(location: &Location<'_>) -> Self {
        Self {
            file: location.file.map(str::to_owned),
            directory: location.directory.map(str::to_owned),
            line: location.line,
            column: location.column,
            function: location.function.as_ref().map(|function| {
                let name = function.linkage_name.unwrap_or(function.name);
                Path::new(name).text().to_owned()
            }),
        }
    }
}

fn explained(words: Vec<Word>) -> Vec<Explained> {
    let words = words.into_iter().map(|word| {
        let entry = word.entry();
        Explained {
            kind: word.kind.name().to_owned(),
            meaning: word.meaning().map(Cow::into_owned),
            link: entry.and_then(linkface_ir::explain::Entry::link),
            word: word.word,
            written: word.written,
        }
    });
    words.collect()
}
