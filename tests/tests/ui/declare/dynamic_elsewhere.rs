//! What isn't a function or a static isn't dynamic.

use linkface::interface;

#[interface(pub Disk, dynamic)]
pub trait DiskApi {
    fn read(&self);
}

#[interface(dynamic)]
pub type Spare: DiskApi;

#[interface(dynamic)]
pub mod log {
    pub fn write(line: &str);
}

fn main() {}
