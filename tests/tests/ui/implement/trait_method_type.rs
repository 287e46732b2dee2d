//! A wrong method, on its own token.

use linkface::implement;

struct Mine;

#[implement]
impl ui_facade::ThingApi for Mine {
    fn open(id: u64) -> Option<Self> {
        (id > 0).then_some(Mine)
    }
    fn value(&self) -> u32 {
        1
    }
    fn set(&mut self, value: u32) {}
}

fn main() {}
