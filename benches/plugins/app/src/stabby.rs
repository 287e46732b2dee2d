//! stabby.

use crate::Error;
use ::stabby::libloading::StabbyLibrary;
use libloading::Library;
use plugin_bench_harness::Scenario::{Add, Bytes, Callback, Closure, Name, Text, World as Struct};
use plugin_bench_harness::{Case, given};
use stabby_api::{Back, BoxedPhysics, PhysicsDyn, PhysicsDynMut, SYMBOL, World};
use std::path::Path;

const PEER: &str = "stabby";

struct Host(u64);

impl Back for Host {
    extern "C" fn back(&mut self, x: u64) -> u64 {
        self.0 += 1;
        x
    }
}

pub(crate) fn load(file: &Path) -> Result<BoxedPhysics, Error> {
    // SAFETY: a plugin of this benchmark.
    unsafe {
        let library = Library::new(file)?;
        let new = *library
            .get_stabbied::<extern "C" fn() -> BoxedPhysics>(SYMBOL)
            .map_err(|error| error.to_string())?;
        std::mem::forget(library);
        Ok(new())
    }
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
            it.bytes(given::BYTES.as_slice().into()) ^ x
        }),
        Case::new(PEER, Callback, (new()?, Host(0)), |it, x| {
            it.0.callback(x, (&mut it.1).into())
        }),
        Case::new(PEER, Closure, (new()?, 0), |(it, calls), x| {
            let mut closure = |x| {
                *calls += 1;
                x
            };
            it.closure(x, (&mut closure).into())
        }),
    ])
}
