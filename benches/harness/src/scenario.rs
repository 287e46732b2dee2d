//! What is called.

/// A use of an interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scenario {
    /// A function without a default.
    Required,
    /// A function whose default is used.
    Default,
    /// A function whose default is overridden.
    Override,
    /// A method that takes `&self`, called on what stands for the implementor.
    Method,
    /// The implementor made by a call, and dropped.
    Lifetime,
    /// Made, passed by value and returned, consumed: three calls.
    ByValue,
    /// The value of a static.
    Static,
}

impl Scenario {
    /// All, as the tables show them.
    pub const ALL: [Self; 7] = [
        Self::Required,
        Self::Default,
        Self::Override,
        Self::Method,
        Self::Lifetime,
        Self::ByValue,
        Self::Static,
    ];

    /// Its name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Required => "required fn",
            Self::Default => "default used",
            Self::Override => "default overridden",
            Self::Method => "`&self` method",
            Self::Lifetime => "made, dropped",
            Self::ByValue => "by value, in and out",
            Self::Static => "static read",
        }
    }

    /// The scenario of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name() == name)
    }
}
