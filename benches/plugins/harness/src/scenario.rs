//! What is called.

/// One kind of call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scenario {
    /// `fn(&mut self, u64) -> u64`
    Add,
    /// The same, of a method that came with a later version of the interface.
    Since,
    /// `fn(&self, &World) -> u64`
    World,
    /// `fn(&self, &str) -> u64`
    Text,
    /// `fn(&self) -> String`
    Name,
    /// `fn(&self, Vec<u8>) -> u64`
    Bytes,
    /// `fn(&mut self, u64, &mut dyn Back) -> u64`, which calls back once.
    Callback,
    /// `fn(&mut self, u64, &mut dyn FnMut(u64) -> u64) -> u64`, which calls it once.
    Closure,
}

impl Scenario {
    /// In the order of the tables.
    pub const ALL: [Self; 8] = [
        Self::Add,
        Self::Since,
        Self::World,
        Self::Text,
        Self::Name,
        Self::Bytes,
        Self::Callback,
        Self::Closure,
    ];

    /// As the programs print it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Since => "since",
            Self::World => "world",
            Self::Text => "text",
            Self::Name => "name",
            Self::Bytes => "bytes",
            Self::Callback => "callback",
            Self::Closure => "closure",
        }
    }

    /// As the tables call it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Add => "`u64 -> u64`, `&mut self`",
            Self::Since => "the same, a method with a default",
            Self::World => "a struct by reference",
            Self::Text => "`&str`",
            Self::Name => "a `String` returned",
            Self::Bytes => "`Vec<u8>` of 1 KB, given away",
            Self::Callback => "plugin calls host back, once",
            Self::Closure => "plugin calls a closure, once",
        }
    }

    /// The scenario with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name() == name)
    }
}
