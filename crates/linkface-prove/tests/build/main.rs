//! IR out of real Cargo builds.

mod kit;
mod roots;
mod shipped;
mod surroundings;
