//! Whether an implementor of one image fits a caller of another, by what both say of the interface.
//!
//! Methods are matched by name. A method that the implementor doesn't have needs a default in the
//! caller; one that the caller doesn't have must have come with a later version than the caller's.
//! Everything else has to be equal: what isn't is a [`Difference`].

use crate::describe::{Description, flag};
use core::fmt;

/// Which side is the host's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The host calls the plugin.
    Host,
    /// The plugin calls the host.
    Plugin,
}

/// One thing in which two images don't agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    text: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Compares an interface as its caller and its implementor know it.
#[must_use]
pub fn interface(caller: &Description, implementor: &Description, _who: Caller) -> Vec<Difference> {
    let mut out = Vec::new();
    let (ours, theirs) = (caller.root(), implementor.root());
    for method in &ours.members {
        let there = theirs.members.iter().find(|m| m.name == method.name);
        if there.is_none() && !caller.node(method).is(flag::DEFAULT) {
            out.push(Difference {
                text: format!("{}::{} is missing", ours.name, method.name),
            });
        }
    }
    out
}
