//! What is on the page, from a function.

use super::source::Source;
use crate::draw::graph::{Graph, Mark};
use crate::draw::measure::printable;
use crate::draw::{ControlFlow, brief};
use crate::explain::{Explainer, Kind, words_of_instruction};
use crate::metadata::Location;
use crate::model::{Function, Instruction, Op};
use crate::module::Module;
use crate::print::Printer;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A page of one function.
#[derive(Clone, Debug)]
pub struct Page {
    pub(super) name: String,
    pub(super) signature: String,
    pub(super) pictures: Vec<(String, Graph)>,
    pub(super) blocks: Vec<Block>,
    pub(super) rows: Vec<Row>,
    /// Registers and labels by their name as it is written, without `%`.
    pub(super) locals: FxHashMap<String, usize>,
    pub(super) names: Vec<String>,
    pub(super) sources: Vec<Source>,
    /// The file of the function itself.
    pub(super) own: Option<usize>,
    pub(super) notes: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) label: String,
    pub(super) doomed: bool,
}

/// An instruction or debug record.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Row {
    pub(super) block: usize,
    /// In short; it is in the page itself.
    #[serde(skip)]
    pub(super) text: String,
    /// As LLVM writes it.
    full: String,
    /// What it does.
    sentence: String,
    /// Its words: as they are written, and their explanation.
    words: Vec<(String, usize)>,
    /// The register that it defines.
    defines: Option<usize>,
    uses: Vec<usize>,
    /// File and line, from the inside out: where it is, then the calls through which it was inlined.
    places: Vec<(usize, u32)>,
    #[serde(skip)]
    pub(super) record: bool,
}

impl Page {
    /// The page of a function of `module`, under this name. Its [`sources`](Page::sources_mut) have no text
    /// yet.
    #[must_use]
    pub fn new<'a>(
        module: &Module<'a>,
        function: &Function<'a>,
        flow: &ControlFlow<'a>,
        name: &str,
    ) -> Self {
        let graph = flow.graph(function, name);
        let blocks = graph.nodes.iter().map(|node| Block {
            label: node.title.clone(),
            doomed: node.is(Mark::Doomed) || node.is(Mark::Unreached),
        });
        let names: Vec<_> = function
            .locals()
            .iter()
            .map(|local| printable(local.name.as_written()).into_owned())
            .collect();
        let locals = function.locals().iter().enumerate();
        let locals = locals.map(|(index, local)| (local.name.as_written().to_owned(), index));
        let mut page = Self {
            name: printable(name).into_owned(),
            signature: brief::demangle(&Printer::new(function).signature()),
            blocks: blocks.collect(),
            rows: Vec::with_capacity(function.instructions().len()),
            locals: locals.collect(),
            names,
            sources: Vec::new(),
            own: None,
            notes: Vec::new(),
            pictures: Vec::new(),
        };
        let mut collecting = Collecting {
            page: &mut page,
            module,
            function,
            explainer: Explainer::new(Some(module), function),
            known: FxHashMap::default(),
            files: FxHashMap::default(),
        };
        for block in function.block_ids() {
            for instruction in function.body(block) {
                collecting.add(block.index(), instruction);
            }
        }
        let placed = page.rows.iter().find_map(|row| row.places.last());
        page.own = placed.map(|(file, _)| *file);
        let dominators = flow.dominator_tree(function, name);
        page.pictures = vec![
            ("Control flow".to_owned(), graph),
            ("Dominators".to_owned(), dominators),
        ];
        page
    }

    /// The dominator tree first.
    #[must_use]
    pub fn dominators_first(mut self) -> Self {
        self.pictures.reverse();
        self
    }

    /// The files that it names, for whoever can read them.
    pub fn sources_mut(&mut self) -> &mut [Source] {
        &mut self.sources
    }
}

struct Collecting<'p, 'f, 'a> {
    page: &'p mut Page,
    module: &'f Module<'a>,
    function: &'f Function<'a>,
    explainer: Explainer<'f, 'a>,
    known: FxHashMap<(Kind, String), Option<usize>>,
    files: FxHashMap<(Option<&'a str>, &'a str), usize>,
}

impl<'a> Collecting<'_, '_, 'a> {
    fn add(&mut self, block: usize, instruction: &Instruction<'a>) {
        let chain = instruction.debug.map(|id| self.module.metadata().chain(id));
        let places = chain.unwrap_or_default();
        let places = places
            .iter()
            .filter_map(|place| self.place(place))
            .collect();
        let mut words = Vec::new();
        for word in words_of_instruction(instruction) {
            // Where it comes from is shown beside it.
            if (word.kind, word.word.as_str()) == (Kind::Metadata, "dbg") {
                continue;
            }
            let key = (word.kind, word.word.clone());
            let known = self.known.get(&key).copied();
            let note = known.unwrap_or_else(|| {
                let entry = word.entry();
                let note = entry.map(|entry| {
                    let link = entry.link().unwrap_or_default();
                    self.page.notes.push((entry.text.to_owned(), link));
                    self.page.notes.len() - 1
                });
                self.known.insert(key, note);
                note
            });
            words.extend(note.map(|note| (word.written.clone(), note)));
        }
        let mut uses: Vec<_> = instruction.op.uses().iter().map(|it| it.index()).collect();
        uses.sort_unstable();
        uses.dedup();
        let full = Printer::new(self.function).instruction(instruction);
        self.page.rows.push(Row {
            block,
            text: printable(&brief::instruction(self.function, instruction)).into_owned(),
            full,
            sentence: self.explainer.sentence(instruction),
            words,
            defines: instruction.result.map(crate::model::Local::index),
            uses,
            places,
            record: matches!(instruction.op, Op::DebugRecord { .. }),
        });
    }

    fn place(&mut self, place: &Location<'a>) -> Option<(usize, u32)> {
        let file = place.file.filter(|_| place.line > 0)?;
        let sources = &mut self.page.sources;
        let known = self
            .files
            .entry((place.directory, file))
            .or_insert_with(|| {
                sources.push(Source::new(place.directory, file));
                sources.len() - 1
            });
        sources.get_mut(*known)?.want(place.line);
        Some((*known, place.line))
    }
}
