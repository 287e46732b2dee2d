//! The provider.

use core::cell::Cell;
use linkface::implement;

#[implement(api::write)]
fn write(bytes: &[u8]) -> usize {
    bytes.len().wrapping_mul(0x3c91_05ef)
}
#[implement(api::replaced)]
fn replaced(x: u64) -> u64 {
    x.wrapping_mul(0x4d27_b819)
}
#[implement(api::LEVEL)]
static LEVEL: u64 = 7;

pub struct Platter {
    size: u64,
}

#[implement]
impl api::DiskApi for Box<Platter> {
    fn get(&self, x: u64) -> u64 {
        self.size ^ x
    }
    fn next(mut self) -> Self {
        self.size += 1;
        self
    }
    fn join(mut self, other: Self) -> Self {
        self.size += other.size;
        self
    }
}

struct Mine {
    count: Cell<u64>,
    step: u8,
}

#[implement]
impl api::CounterApi for Mine {
    fn count(&self) -> u64 {
        self.count.set(self.count.get() + u64::from(self.step));
        self.count.get()
    }
}

#[unsafe(no_mangle)]
pub fn boxed(platter: Box<Platter>) -> api::Disk {
    api::Disk::from_impl(platter)
}
