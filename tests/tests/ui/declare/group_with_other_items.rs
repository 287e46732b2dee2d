//! What a group may hold.
use linkface::interface;

#[interface]
pub mod logger {
    pub struct Record;
    pub fn log(record: &Record);
}

fn main() {}
