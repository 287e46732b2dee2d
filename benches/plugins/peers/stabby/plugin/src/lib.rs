//! The implementor behind a `dynptr!`.

use stabby::boxed::Box;
use stabby::closure::CallMut1DynMut;
use stabby::str::Str;
use stabby::string::String;
use stabby::vec::Vec;
use stabby_api::{BackDynMut, BoxedPhysics, LentBack, LentClosure, Physics, World};

struct Euler {
    total: u64,
}

impl Physics for Euler {
    extern "C" fn add(&mut self, x: u64) -> u64 {
        work::add(&mut self.total, x)
    }
    extern "C" fn world<'a>(&'a self, world: &'a World) -> u64 {
        work::world(world.id, world.size, world.age)
    }
    extern "C" fn text<'a>(&'a self, text: Str<'a>) -> u64 {
        work::read(text.as_bytes())
    }
    extern "C" fn name(&self) -> String {
        work::NAME.into()
    }
    extern "C" fn bytes(&self, bytes: Vec<u8>) -> u64 {
        work::read(&bytes)
    }
    extern "C" fn callback<'a>(&'a mut self, x: u64, mut back: LentBack<'a>) -> u64 {
        back.back(x).wrapping_add(1)
    }
    extern "C" fn closure<'a>(&'a mut self, x: u64, mut closure: LentClosure<'a>) -> u64 {
        closure.call_mut(x).wrapping_add(1)
    }
}

#[stabby::export]
pub extern "C" fn new_physics() -> BoxedPhysics {
    Box::new(Euler { total: 0 }).into()
}
