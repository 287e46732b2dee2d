//! abi_stable.

use crate::Error;
use ::abi_stable::library::RootModule;
use ::abi_stable::sabi_trait::TD_Opaque;
use ::abi_stable::sabi_types::RMut;
use ::abi_stable::std_types::RVec;
use abi_stable_api::{Back, Back_TO, BoxedPhysics, Function_TO, Plugin_Ref, World};
use plugin_bench_harness::Scenario::{Add, Bytes, Callback, Closure, Name, Text, World as Struct};
use plugin_bench_harness::{Case, given};
use std::path::Path;

const PEER: &str = "abi_stable";

struct Host(u64);

impl Back for Host {
    fn back(&mut self, x: u64) -> u64 {
        self.0 += 1;
        x
    }
}

pub(crate) fn load(file: &Path) -> Result<BoxedPhysics, Error> {
    Ok(Plugin_Ref::load_from_file(file)?.new_physics()())
}

/// Reads a struct that has another behind it: a plugin may believe that it is larger.
pub(crate) fn world(file: &Path) -> Result<u64, Error> {
    let world: World = World {
        id: 1,
        size: 2,
        age: 3,
    };
    let [world, _] = &[world, world];
    Ok(load(file)?.world(world))
}

pub(crate) fn cases(file: &Path) -> Result<Vec<Case>, Error> {
    let world = World {
        id: 1,
        size: 2,
        age: 3,
    };
    let new = || load(file);
    Ok(vec![
        Case::new(PEER, Add, new()?, |it, x| it.add(x)),
        Case::new(PEER, Struct, (new()?, world), |it, x| it.0.world(&it.1) ^ x),
        Case::new(PEER, Text, new()?, |it, x| it.text(given::TEXT.into()) ^ x),
        Case::new(PEER, Name, new()?, |it, x| it.name().len() as u64 ^ x),
        Case::new(PEER, Bytes, new()?, |it, x| {
            it.bytes(RVec::from(given::BYTES.to_vec())) ^ x
        }),
        Case::new(PEER, Callback, (new()?, Host(0)), |it, x| {
            let mut back = Back_TO::from_ptr(RMut::new(&mut it.1), TD_Opaque);
            it.0.callback(x, &mut back)
        }),
        Case::new(PEER, Closure, (new()?, 0), |(it, calls), x| {
            let mut closure = |x| {
                *calls += 1;
                x
            };
            let mut closure = Function_TO::from_ptr(RMut::new(&mut closure), TD_Opaque);
            it.closure(x, &mut closure)
        }),
    ])
}
