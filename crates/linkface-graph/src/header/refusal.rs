//! Why an item has no declaration in C, and what to write instead.

use crate::facts::{Declared, FacadeKey, Place};
use std::error::Error;
use std::fmt;

/// Why something has no C type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    message: String,
    about: Vec<String>,
    help: String,
}

impl Refusal {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            about: Vec::new(),
            help: help.into(),
        }
    }

    pub(super) fn no_type(of: &str, help: impl Into<String>) -> Self {
        Self::new(format!("C has no type for `{of}`"), help)
    }

    pub(super) fn future() -> Self {
        Self::new(
            "C cannot wait for an `async fn`",
            "take a callback and its `*mut c_void`",
        )
    }

    pub(super) fn receiver() -> Self {
        Self::new("a function that C calls has no `self`", "take a pointer")
    }

    pub(super) fn symbol(name: &str) -> Self {
        Self::new(
            format!("`{name}` cannot be a name in C and C++"),
            "give the item another `symbol`",
        )
    }

    pub(super) fn twice(symbol: &str) -> Self {
        Self::new(
            format!("`{symbol}` is declared twice, with two signatures"),
            "give one of them another `symbol`, or the same signature under each `cfg`",
        )
    }

    pub(super) fn unread(signature: &str, why: &syn::Error) -> Self {
        Self::new(
            format!("`{signature}` cannot be read: {why}"),
            "write the signature without macros",
        )
    }

    /// What it is about, from the inside out: "field `at` of `Region`".
    pub(super) fn about(mut self, what: String) -> Self {
        self.about.push(what);
        self
    }

    pub(super) fn at(self, facade: &FacadeKey, item: &Declared) -> Problem {
        let path = format!(
            "{}::{}",
            facade.name.replace('-', "_"),
            item.path.join("::")
        );
        let about = match &self.about[..] {
            [] => format!("in `{path}`"),
            [last] => format!("{last} of `{path}`"),
            [parts @ .., last] => format!("{}, in {last} of `{path}`", parts.join(", in ")),
        };
        Problem {
            message: self.message,
            note: Some(about),
            help: self.help,
            place: Some(item.place.clone()),
        }
    }

    pub(super) fn in_types(self, place: Place) -> Problem {
        Problem {
            message: self.message,
            note: (!self.about.is_empty()).then(|| self.about.join(", in ")),
            help: self.help,
            place: Some(place),
        }
    }
}

/// Something that cannot be in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong: "C has no type for `&str`".
    pub message: String,
    /// Where in the item: "parameter `text` of `board::send`".
    pub note: Option<String>,
    /// What to write instead.
    pub help: String,
    /// The item's place, or the type's.
    pub place: Option<Place>,
}

impl Problem {
    pub(super) fn nothing_for_c(facade: &FacadeKey) -> Self {
        Self {
            message: format!("`{}` declares nothing that C can use", facade.name),
            note: Some(
                "functions need `abi = \"C\"` and a `symbol`, statics a `symbol`".to_owned(),
            ),
            help: "write `#[interface(abi = \"C\", symbol = unsafe(\"the_name\"))]`".to_owned(),
            place: None,
        }
    }
}

impl fmt::Display for Problem {
    /// In one line: message, note and help.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(note) = &self.note {
            write!(f, " ({note})")?;
        }
        write!(f, ": {}", self.help)
    }
}

impl Error for Problem {}
