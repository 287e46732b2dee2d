//! Whether an implementor of one image fits a caller of another, by what both say of the interface.
//!
//! Methods are matched by name. A method that the implementor doesn't have needs a default in the
//! caller; one that the caller doesn't have must have come with a later version than the caller's.
//! Everything else has to be equal: what isn't is a [`Difference`]. Names of parameters, the order of
//! methods and where a default body is don't matter.
//!
//! Only causes are reported, not what follows from them: of a field that was added, and moved all
//! others, it is said that it was added, once, with the methods that it reaches.

mod difference;
mod interface;
mod layout;
mod lifetimes;
mod shape;
#[cfg(test)]
mod tests;
mod walk;

pub use difference::{Difference, DifferenceKind};

use crate::describe::{Description, Kind, flag};
use walk::{Side, Walk};

/// Which side is the host's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The host calls the plugin.
    Host,
    /// The plugin calls the host.
    Plugin,
}

/// Compares an interface as its caller and its implementor know it: they fit if nothing is returned.
///
/// Any two descriptions are safe to give; of very large ones it is said that they are too large.
#[must_use]
pub fn interface(caller: &Description, implementor: &Description, who: Caller) -> Vec<Difference> {
    let names = match who {
        Caller::Host => ["host", "plugin"],
        Caller::Plugin => ["plugin", "host"],
    };
    let mut walk = Walk::new([caller, implementor], names);
    walk.interfaces(0, 0, Side::Caller);
    walk.found
}

/// The methods of the caller's that the implementor doesn't have: their default bodies run instead.
#[must_use]
pub fn defaulted(caller: &Description, implementor: &Description) -> Vec<String> {
    if caller.root().kind != Kind::Interface {
        return Vec::new();
    }
    let theirs = &implementor.root().members;
    caller
        .root()
        .members
        .iter()
        .filter(|method| {
            caller.node(method).is(flag::DEFAULT) && theirs.iter().all(|m| m.name != method.name)
        })
        .map(|method| method.name.clone())
        .collect()
}
