//! IR out of real Cargo builds.

mod dumps;
mod kit;
mod roots;
mod shipped;
mod surroundings;
