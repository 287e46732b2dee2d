//! A function for people.

use super::paint::{REMARK, paint};
use super::place::{self, Told};
use super::source::Sources;
use crate::commands::ir::select::Selection;
use crate::failure::Failure;
use crate::shell::Shell;
use linkface_ir::Function;
use linkface_ir::explain::{
    Explainer, Kind, Word, words_of_attributes, words_of_instruction, words_of_signature,
};
use linkface_ir::listing::{Fold, Listing, Role};
use linkface_ir::metadata::Location;
use linkface_ir::model::value::Meta;
use linkface_ir::model::{Attribute, InstId};
use std::collections::HashSet;
use std::io::Write;

/// How wide text is if there is no terminal.
const WIDTH: usize = 100;

/// Remarks of the source and of the explanation start here.
const INDENT: &str = "      ; ";

/// What is shown, and where.
pub(super) struct Page<'s, 'f> {
    selection: &'f Selection<'s>,
    function: &'f Function<'s>,
    sources: Option<Sources<'f>>,
    shell: Shell,
}

impl<'s, 'f> Page<'s, 'f> {
    pub(super) fn new(
        selection: &'f Selection<'s>,
        function: &'f Function<'s>,
        sources: Option<Sources<'f>>,
        shell: Shell,
    ) -> Self {
        Self {
            selection,
            function,
            sources,
            shell,
        }
    }

    pub(super) fn write(&self, fold: Fold, explain: bool) -> Result<(), Failure> {
        let listing = Listing::new(self.selection.module, self.function, fold);
        let mut explanation = explain.then(|| Explanation::new(self.selection, self.function));
        let mut told = Told::default();
        let mut out = self.shell.out();
        for line in self.head() {
            writeln!(out, "{REMARK}; {line}{REMARK:#}")?;
        }
        for (at, line) in listing.lines().iter().enumerate() {
            let next = listing.lines().get(at + 1);
            if let Role::Instruction(id) = line.role {
                let first = at
                    .checked_sub(1)
                    .and_then(|at| listing.lines().get(at))
                    .is_none_or(|before| before.role != line.role);
                if first {
                    for remark in self.source(id, &mut told) {
                        writeln!(out, "{REMARK}{remark}{REMARK:#}")?;
                    }
                }
            }
            writeln!(out, "{}", paint(&line.spans))?;
            let Some(explanation) = &mut explanation else {
                continue;
            };
            let last = next.is_none_or(|next| next.role != line.role);
            let remarks = match line.role {
                Role::Signature => explanation.signature(),
                Role::Instruction(id) if last => explanation.instruction(id),
                _ => Vec::new(),
            };
            for remark in remarks {
                for line in self.wrap(&remark) {
                    writeln!(out, "{REMARK}{line}{REMARK:#}")?;
                }
            }
        }
        Ok(())
    }

    /// Where the function is from.
    fn head(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut attachments = self.function.signature().attachments.iter();
        let scope = attachments.find_map(|attachment| match attachment.node {
            Meta::Node(id) if attachment.kind.key() == "dbg" => Some(id),
            _ => None,
        });
        let metadata = self.selection.module.metadata();
        let function = scope.and_then(|scope| metadata.function_of(scope));
        let Some((function, sources)) = function.zip(self.sources.as_ref()) else {
            return lines;
        };
        let location = Location {
            line: function.line,
            column: 0,
            file: function.file,
            directory: function.directory,
            function: None,
        };
        if let Some(place) = sources.place(&location) {
            let text = place.text.unwrap_or_default();
            lines.push(format!("{}  {text}", place.name).trim_end().to_owned());
        }
        lines
    }

    /// Lines of the source before an instruction.
    fn source(&self, id: InstId, told: &mut Told<'s>) -> Vec<String> {
        let mut lines = Vec::new();
        let Some(sources) = &self.sources else {
            return lines;
        };
        let metadata = self.selection.module.metadata();
        let news = told.news(self.function.instruction(id), metadata);
        if let Some(place) = news.own.and_then(|own| sources.place(&own)) {
            let text = place.text.unwrap_or_default();
            lines.push(self.cut(&format!("; {}  {text}", place.name)));
        }
        if let Some(inlined) = news.inlined {
            let whose = inlined.function.as_ref().map(place::path);
            if let Some(place) = sources.place(&inlined) {
                let text = place.text.unwrap_or_default();
                let whose = whose.unwrap_or_default();
                lines.push(self.cut(&format!(";   {whose}, {}  {text}", place.name)));
            }
        }
        lines
    }

    /// As much as fits, if there is a terminal.
    fn cut(&self, line: &str) -> String {
        let line = line.trim_end();
        match self.shell.width() {
            Some(width) if line.chars().count() > width => {
                let shown = line.chars().take(width.saturating_sub(1));
                shown.chain(['…']).collect()
            }
            _ => line.to_owned(),
        }
    }

    /// Lines that fit; those behind the first are further to the right.
    fn wrap(&self, text: &str) -> Vec<String> {
        let width = self.shell.width().unwrap_or(WIDTH).clamp(40, 140);
        let hang = if text.starts_with("  ") { "    " } else { "" };
        let mut lines = Vec::new();
        let mut line = INDENT.to_owned();
        let mut empty = true;
        let trimmed = text.trim_start();
        line.push_str(&text[..text.len() - trimmed.len()]);
        for word in trimmed.split(' ') {
            if !empty && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::replace(&mut line, format!("{INDENT}{hang}")));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line);
        lines
    }
}

/// Says what everything means, each word once.
struct Explanation<'s, 'f> {
    selection: &'f Selection<'s>,
    function: &'f Function<'s>,
    explainer: Explainer<'f, 's>,
    known: HashSet<(Kind, &'static str)>,
}

impl<'s, 'f> Explanation<'s, 'f> {
    fn new(selection: &'f Selection<'s>, function: &'f Function<'s>) -> Self {
        Self {
            selection,
            function,
            explainer: Explainer::new(Some(selection.module), function),
            known: HashSet::new(),
        }
    }

    fn signature(&mut self) -> Vec<String> {
        let signature = self.function.signature();
        let mut lines = Vec::new();
        for word in words_of_signature(signature) {
            if word.word != "#" && !hidden(&word) {
                lines.extend(self.word(&word));
            }
        }
        for attribute in &signature.attributes {
            lines.extend(self.group(attribute));
        }
        lines
    }

    fn instruction(&mut self, id: InstId) -> Vec<String> {
        let instruction = self.function.instruction(id);
        let mut lines = vec![self.explainer.sentence(instruction)];
        for word in words_of_instruction(instruction) {
            let hidden = word.word == "#" || hidden(&word);
            if !hidden {
                lines.extend(self.word(&word));
            }
        }
        if let Some(call) = instruction.op.call() {
            for attribute in &call.attributes {
                lines.extend(self.group(attribute));
            }
        }
        lines
    }

    /// What a word means, if it wasn't said yet.
    fn word(&mut self, word: &Word) -> Option<String> {
        let entry = word.entry()?;
        if !self.known.insert((word.kind, entry.word)) {
            return None;
        }
        Some(format!("  {}: {}", word.written, word.meaning()?))
    }

    /// What a group of attributes stands for.
    fn group(&mut self, attribute: &Attribute<'s>) -> Vec<String> {
        let Attribute::Group(number) = attribute else {
            return Vec::new();
        };
        let groups = &self.selection.module.outline().attribute_groups;
        let Some((_, attributes)) = groups.iter().find(|(known, _)| known == number) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        for word in words_of_attributes(attributes) {
            let line = self.word(&word);
            let mark = format!("{} (in #{number}):", word.written);
            lines.extend(line.map(|line| line.replacen(&format!("{}:", word.written), &mark, 1)));
        }
        lines
    }
}

/// Metadata that isn't shown.
fn hidden(word: &Word) -> bool {
    let about_aliasing = [
        "dbg",
        "alias.scope",
        "noalias",
        "tbaa",
        "tbaa.struct",
        "srcloc",
    ];
    word.kind == Kind::Metadata && about_aliasing.contains(&&*word.word)
}
