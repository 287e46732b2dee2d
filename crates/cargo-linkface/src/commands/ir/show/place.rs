//! Which places of the source an instruction has, and which of them were told already.

use linkface_ir::lookup::Path;
use linkface_ir::metadata::{Location, Metadata, Subprogram};
use linkface_ir::model::Instruction;

/// Remembers what was told last.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    own: Option<(Option<&'a str>, u32)>,
    inlined: Option<(Option<&'a str>, u32)>,
}

/// What is to be told before an instruction.
#[derive(Debug, Default)]
pub(super) struct News<'a> {
    /// The line of the function itself.
    pub(super) own: Option<Location<'a>>,
    /// The line of a function that was inlined there.
    pub(super) inlined: Option<Location<'a>>,
}

impl<'a> Told<'a> {
    /// What is new in this instruction.
    pub(super) fn news(
        &mut self,
        instruction: &Instruction<'a>,
        metadata: &Metadata<'a>,
    ) -> News<'a> {
        let mut news = News::default();
        let Some(debug) = instruction.debug else {
            return news;
        };
        let chain = metadata.chain(debug);
        let Some(own) = chain.last() else {
            return news;
        };
        let known = |location: &Location<'a>| location.line > 0 && location.file.is_some();
        let key = |location: &Location<'a>| Some((location.file, location.line));
        if known(own) && self.own != key(own) {
            self.own = key(own);
            self.inlined = None;
            news.own = Some(own.clone());
        }
        let inlined = chain.first().filter(|_| chain.len() > 1);
        match inlined {
            Some(inlined) if known(inlined) && self.inlined != key(inlined) => {
                self.inlined = key(inlined);
                news.inlined = Some(inlined.clone());
            }
            Some(_) => {}
            None => self.inlined = None,
        }
        news
    }
}

/// The path of a function of the source without generic arguments, or its name if it has no path.
pub(super) fn path(function: &Subprogram<'_>) -> String {
    match function.linkage_name {
        Some(name) => {
            let path = Path::new(name);
            let spellings = path.spellings();
            // `T::add` says nothing: its module is better.
            let says = |path: &&String| {
                let head = path.split("::").next().unwrap_or_default();
                !head.starts_with(|of: char| of.is_uppercase())
            };
            let short = spellings.iter().find(says);
            short.cloned().unwrap_or_else(|| path.text().to_owned())
        }
        None => function.name.to_owned(),
    }
}
