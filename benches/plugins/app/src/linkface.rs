//! linkface-plugin.

use crate::Error;
use linkface_api::{Back, LoadedPhysics, Physics, World};
use linkface_plugin::Host as Plugins;
use plugin_bench_harness::Scenario::{
    Add, Bytes, Callback, Closure, Name, Since, Text, World as Struct,
};
use plugin_bench_harness::{Case, given};
use std::path::Path;

const PEER: &str = "linkface";

struct Host(u64);

impl Back for Host {
    fn back(&mut self, x: u64) -> u64 {
        self.0 += 1;
        x
    }
}

pub(crate) fn load(file: &Path) -> Result<impl Physics + use<>, Error> {
    Ok(Plugins::new().load::<LoadedPhysics>(file)?)
}

/// Reads a struct that has another behind it: a plugin may believe that it is larger.
pub(crate) fn world(file: &Path) -> Result<u64, Error> {
    let world = World {
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
        Case::new(PEER, Since, new()?, |it, x| it.twice(x)),
        Case::new(PEER, Struct, (new()?, world), |it, x| it.0.world(&it.1) ^ x),
        Case::new(PEER, Text, new()?, |it, x| it.text(given::TEXT) ^ x),
        Case::new(PEER, Name, new()?, |it, x| it.name().len() as u64 ^ x),
        Case::new(PEER, Bytes, new()?, |it, x| {
            it.bytes(given::BYTES.to_vec()) ^ x
        }),
        Case::new(PEER, Callback, (new()?, Host(0)), |it, x| {
            it.0.callback(x, &mut it.1)
        }),
        Case::new(PEER, Closure, (new()?, 0), |(it, calls), x| {
            it.closure(x, &mut |x| {
                *calls += 1;
                x
            })
        }),
    ])
}
