//! The implementor behind a `#[sabi_trait]` object.

use abi_stable::prefix_type::PrefixTypeTrait;
use abi_stable::sabi_trait::TD_Opaque;
use abi_stable::sabi_types::RMut;
use abi_stable::std_types::{RStr, RString, RVec};
use abi_stable::{export_root_module, sabi_extern_fn};
use abi_stable_api::{
    Back_TO, BoxedPhysics, Function_TO, Physics, Physics_TO, Plugin, Plugin_Ref, World,
};

struct Euler {
    total: u64,
}

impl Physics for Euler {
    fn add(&mut self, x: u64) -> u64 {
        work::add(&mut self.total, x)
    }
    fn world(&self, world: &World) -> u64 {
        work::world(world.id, world.size, world.age)
    }
    fn text(&self, text: RStr<'_>) -> u64 {
        work::read(text.as_bytes())
    }
    fn name(&self) -> RString {
        work::NAME.into()
    }
    fn bytes(&self, bytes: RVec<u8>) -> u64 {
        work::read(&bytes)
    }
    fn callback(&mut self, x: u64, back: &mut Back_TO<'_, RMut<'_, ()>>) -> u64 {
        back.back(x).wrapping_add(1)
    }
    fn closure(&mut self, x: u64, closure: &mut Function_TO<'_, RMut<'_, ()>>) -> u64 {
        closure.call(x).wrapping_add(1)
    }
}

#[sabi_extern_fn]
fn new_physics() -> BoxedPhysics {
    Physics_TO::from_value(Euler { total: 0 }, TD_Opaque)
}

#[export_root_module]
fn plugin() -> Plugin_Ref {
    Plugin { new_physics }.leak_into_prefix()
}
