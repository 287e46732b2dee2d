//! No interface: a type that its caller names. Its methods are calls, since they may not be inlined.

/// The implementor.
#[derive(Default)]
pub struct Euler {
    total: u64,
}

/// What is read by reference.
#[derive(Clone, Copy)]
pub struct World {
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}

impl Euler {
    #[inline(never)]
    pub fn add(&mut self, x: u64) -> u64 {
        work::add(&mut self.total, x)
    }

    #[inline(never)]
    pub fn world(&self, world: &World) -> u64 {
        work::world(world.id, world.size, world.age)
    }

    #[inline(never)]
    pub fn text(&self, text: &str) -> u64 {
        work::read(text.as_bytes())
    }

    #[inline(never)]
    pub fn name(&self) -> String {
        work::NAME.to_owned()
    }

    #[inline(never)]
    #[allow(clippy::needless_pass_by_value, reason = "it is given away")]
    pub fn bytes(&self, bytes: Vec<u8>) -> u64 {
        work::read(&bytes)
    }

    #[inline(never)]
    pub fn callback(&mut self, x: u64, back: &mut dyn Back) -> u64 {
        back.back(x).wrapping_add(1)
    }

    #[inline(never)]
    pub fn closure(&mut self, x: u64, closure: &mut dyn FnMut(u64) -> u64) -> u64 {
        closure(x).wrapping_add(1)
    }
}
