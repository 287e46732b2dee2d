//! One module, with what a run looks up in it by name.

use super::layout::{DataLayout, NamedTypes, Types};
use crate::model::attribute::Attributes;
use crate::model::{Attribute, Function, Local, Op, Signature, Type};
use crate::module::{Alias, Entry, Global, Module};
use rustc_hash::{FxHashMap, FxHashSet};

/// One module.
#[derive(Debug)]
pub(crate) struct Unit<'m, 'a> {
    pub(crate) module: &'m Module<'a>,
    pub(crate) layout: DataLayout,
    named: NamedTypes<'m, 'a>,
    symbols: FxHashMap<&'a str, Symbol<'m, 'a>>,
    groups: FxHashMap<u32, &'m Attributes<'a>>,
}

/// What a name with `@` stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Symbol<'m, 'a> {
    /// A function with a body.
    Defined(Entry<'a>),
    /// A function from elsewhere.
    Declared(&'m Signature<'a>),
    /// A global.
    Global(&'m Global<'a>),
    /// Another name.
    Alias(&'m Alias<'a>),
}

impl Symbol<'_, '_> {
    /// Whether the thing itself is elsewhere.
    pub(crate) fn is_elsewhere(&self) -> bool {
        match self {
            Self::Defined(_) | Self::Alias(_) => false,
            Self::Declared(_) => true,
            Self::Global(global) => global.initial.is_none(),
        }
    }
}

impl<'m, 'a> Unit<'m, 'a> {
    pub(crate) fn new(module: &'m Module<'a>) -> Self {
        let outline = module.outline();
        let mut symbols = FxHashMap::default();
        let declared = outline.declarations.iter();
        symbols
            .extend(declared.map(|signature| (signature.name.key(), Symbol::Declared(signature))));
        let globals = outline.globals.iter();
        symbols.extend(globals.map(|global| (global.name.key(), Symbol::Global(global))));
        let aliases = outline.aliases.iter();
        symbols.extend(aliases.map(|alias| (alias.name.key(), Symbol::Alias(alias))));
        let defined = module.functions().iter();
        symbols.extend(defined.map(|entry| (entry.name.key(), Symbol::Defined(*entry))));
        let groups = outline.attribute_groups.iter();
        Self {
            module,
            layout: DataLayout::new(outline.data_layout.unwrap_or_default()),
            named: NamedTypes::new(outline.types.iter().map(|(name, ty)| (name.key(), ty))),
            symbols,
            groups: groups.map(|(id, attributes)| (*id, attributes)).collect(),
        }
    }

    pub(crate) fn types<'t>(&'t self) -> Types<'t, 'a> {
        Types {
            layout: &self.layout,
            named: &self.named,
        }
    }

    /// What a name without `@` stands for.
    pub(crate) fn symbol(&self, key: &str) -> Option<Symbol<'m, 'a>> {
        self.symbols.get(key).copied()
    }

    /// A name of the text, if there is one like this.
    pub(crate) fn key(&self, name: &str) -> Option<&'a str> {
        self.symbols.get_key_value(name).map(|(key, _)| *key)
    }

    /// Whether a word is among the attributes, or in their groups.
    pub(crate) fn has(&self, attributes: &Attributes<'a>, word: &str) -> bool {
        attributes.iter().any(|attribute| match attribute {
            Attribute::Group(id) => self
                .groups
                .get(id)
                .is_some_and(|group| group.iter().any(|attribute| attribute.word() == word)),
            attribute => attribute.word() == word,
        })
    }
}

/// A function that runs.
#[derive(Debug)]
pub(crate) struct Loaded<'a> {
    /// The module it is in.
    pub(crate) unit: usize,
    pub(crate) function: Function<'a>,
    /// The allocas whose life begins with a `lifetime.start`, not with the `alloca`.
    pub(crate) scoped: FxHashSet<Local>,
}

impl<'a> Loaded<'a> {
    pub(crate) fn new(unit: usize, function: Function<'a>) -> Self {
        let calls = function.instructions().iter().filter_map(|instruction| {
            let Op::Call(call) = &instruction.op else {
                return None;
            };
            let callee = call.callee.global()?;
            let starts = callee.key().starts_with("llvm.lifetime.start");
            call.arguments.last().filter(|_| starts)?.value.local()
        });
        let scoped = calls.collect();
        Self {
            unit,
            function,
            scoped,
        }
    }
}

/// The type of a vector's elements; a type that is no vector is its own.
pub(crate) fn element<'t, 'a>(ty: &'t Type<'a>) -> &'t Type<'a> {
    match ty {
        Type::Vector { element, .. } => element,
        ty => ty,
    }
}
