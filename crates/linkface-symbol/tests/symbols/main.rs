//! The public API, from outside: one binary, since each costs a link.

mod demangler;
mod items;
mod round_trip;
