//! What is asked, and who must answer.

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Function,
    Static,
    Trait,
}

impl Kind {
    pub(super) const ALL: &[Self] = &[Self::Function, Self::Static, Self::Trait];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Static => "static",
            Self::Trait => "trait",
        }
    }

    /// What the façade in `cases/facade.rs` calls it.
    pub(super) const fn item(self) -> &'static str {
        match self {
            Self::Function => "answer",
            Self::Static => "ANSWER",
            Self::Trait => "DeviceApi",
        }
    }
}

/// How the façade declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A provider must be there.
    Required,
    /// `#[interface(default)]`: a provider must be there, maybe of default grade.
    Defaultable,
    /// It has a default in the façade.
    Defaulted,
}

impl Class {
    pub(super) const ALL: &[Self] = &[Self::Required, Self::Defaultable, Self::Defaulted];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Defaultable => "defaultable",
            Self::Defaulted => "defaulted",
        }
    }

    /// The providers that there are for it, by the digit that they answer.
    pub(super) const fn providers(self) -> &'static [u8] {
        match self {
            Self::Required | Self::Defaulted => &[3, 4],
            Self::Defaultable => &[2, 3, 4, 5],
        }
    }
}

/// The crate of a provider, and whether it is of default grade.
pub(super) const fn provider(digit: u8) -> (&'static str, bool) {
    match digit {
        2 => ("fallback_2", true),
        3 => ("provider_3", false),
        4 => ("provider_4", false),
        _ => ("fallback_5", true),
    }
}

/// How everything is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    Debug,
    Release,
    Thin,
    Fat,
}

impl Profile {
    pub(super) const ALL: &[Self] = &[Self::Debug, Self::Release, Self::Thin, Self::Fat];
    /// Those that are furthest apart.
    pub(super) const ENDS: &[Self] = &[Self::Debug, Self::Fat];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
            Self::Thin => "thin",
            Self::Fat => "fat",
        }
    }

    /// The libraries of all but debug are the same: Cargo, too, optimises them together only where
    /// they are linked.
    pub(super) const fn libraries(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            _ => "release",
        }
    }

    /// Whether crates are optimised together.
    pub(super) const fn is_lto(self) -> bool {
        matches!(self, Self::Thin | Self::Fat)
    }

    pub(super) const fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Debug => &["-g"],
            Self::Release => &["-Copt-level=3"],
            Self::Thin => &["-Copt-level=3", "-Clto=thin"],
            Self::Fat => &["-Copt-level=3", "-Clto=fat", "-Ccodegen-units=1"],
        }
    }
}

/// What must come of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// It answers with this digit.
    Answer(u8),
    /// An error: nobody implements the item.
    Missing,
    /// An error: two implement it.
    Duplicate,
    /// An error: it has two default implementations.
    DuplicateDefault,
}

/// A program, but for kind, profile, linker and platform.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) class: Class,
    /// Who is linked.
    pub(super) providers: &'static [u8],
    /// The providers are named after the façade.
    pub(super) last: bool,
    /// The program asks.
    pub(super) asks: bool,
    pub(super) want: Want,
    /// The column of the README's table.
    pub(super) column: Column,
    /// Not in what CI runs.
    pub(super) full_only: bool,
}

/// The columns of the README's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Required,
    Errors,
    Default,
    Overridden,
    DefaultGrade,
}

impl Column {
    pub(super) const ALL: &[Self] = &[
        Self::Required,
        Self::Errors,
        Self::Default,
        Self::Overridden,
        Self::DefaultGrade,
    ];

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Errors => "missing, duplicate",
            Self::Default => "default",
            Self::Overridden => "overridden",
            Self::DefaultGrade => "default-grade",
        }
    }
}

const ROW: Row = Row {
    name: "",
    class: Class::Required,
    providers: &[],
    last: false,
    asks: true,
    want: Want::Missing,
    column: Column::Required,
    full_only: false,
};

pub(super) const ROWS: &[Row] = &[
    Row {
        name: "required",
        providers: &[3],
        want: Want::Answer(3),
        ..ROW
    },
    Row {
        name: "required, provider named last",
        providers: &[3],
        last: true,
        want: Want::Answer(3),
        full_only: true,
        ..ROW
    },
    Row {
        name: "required, never used",
        asks: false,
        want: Want::Answer(6),
        full_only: true,
        ..ROW
    },
    Row {
        name: "missing",
        column: Column::Errors,
        ..ROW
    },
    Row {
        name: "duplicate",
        providers: &[3, 4],
        want: Want::Duplicate,
        column: Column::Errors,
        ..ROW
    },
    Row {
        name: "default",
        class: Class::Defaulted,
        want: Want::Answer(1),
        column: Column::Default,
        ..ROW
    },
    Row {
        name: "overridden, provider named first",
        class: Class::Defaulted,
        providers: &[3],
        want: Want::Answer(3),
        column: Column::Overridden,
        ..ROW
    },
    Row {
        name: "overridden, provider named last",
        class: Class::Defaulted,
        providers: &[4],
        last: true,
        want: Want::Answer(4),
        column: Column::Overridden,
        ..ROW
    },
    Row {
        name: "overridden twice",
        class: Class::Defaulted,
        providers: &[3, 4],
        want: Want::Duplicate,
        column: Column::Errors,
        full_only: true,
        ..ROW
    },
    Row {
        name: "default-grade missing",
        class: Class::Defaultable,
        column: Column::Errors,
        full_only: true,
        ..ROW
    },
    Row {
        name: "default-grade used",
        class: Class::Defaultable,
        providers: &[2],
        want: Want::Answer(2),
        column: Column::DefaultGrade,
        ..ROW
    },
    Row {
        name: "default-grade beaten by the next",
        class: Class::Defaultable,
        providers: &[2, 3],
        want: Want::Answer(3),
        column: Column::DefaultGrade,
        ..ROW
    },
    Row {
        name: "default-grade beaten by the one before",
        class: Class::Defaultable,
        providers: &[4, 5],
        last: true,
        want: Want::Answer(4),
        column: Column::DefaultGrade,
        ..ROW
    },
    Row {
        name: "default-grade duplicate",
        class: Class::Defaultable,
        providers: &[2, 5],
        want: Want::DuplicateDefault,
        column: Column::Errors,
        full_only: true,
        ..ROW
    },
];
