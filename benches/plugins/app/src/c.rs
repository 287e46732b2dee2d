//! A table of C functions.

use crate::Error;
use c_api::{Buffer, Callback as Function, SYMBOL, Table, World};
use core::ffi::c_void;
use libloading::Library;
use plugin_bench_harness::Scenario::{Add, Bytes, Callback, Closure, Name, Text, World as Struct};
use plugin_bench_harness::{Case, given};
use std::path::Path;

const PEER: &str = "c";

/// The wrapper that somebody writes by hand.
pub(crate) struct Physics {
    data: *mut c_void,
    table: &'static Table,
}

impl Physics {
    pub(crate) fn add(&mut self, x: u64) -> u64 {
        // SAFETY: the table's own data, here and below.
        unsafe { (self.table.add)(self.data, x) }
    }
    fn world(&self, world: &World) -> u64 {
        // SAFETY: as above.
        unsafe { (self.table.world)(self.data, world) }
    }
    fn text(&self, text: &str) -> u64 {
        // SAFETY: as above.
        unsafe { (self.table.text)(self.data, text.as_ptr(), text.len()) }
    }
    fn name(&self) -> Buffer {
        // SAFETY: as above.
        unsafe { (self.table.name)(self.data) }
    }
    fn bytes(&self, bytes: Vec<u8>) -> u64 {
        // SAFETY: as above.
        unsafe { (self.table.bytes)(self.data, Buffer::new(bytes)) }
    }
    fn callback(&mut self, x: u64, back: Function) -> u64 {
        // SAFETY: as above.
        unsafe { (self.table.callback)(self.data, x, back) }
    }
}

impl Drop for Physics {
    fn drop(&mut self) {
        // SAFETY: as above.
        unsafe { (self.table.free)(self.data) }
    }
}

unsafe extern "C" fn back(calls: *mut c_void, x: u64) -> u64 {
    // SAFETY: given below.
    unsafe { *calls.cast::<u64>() += 1 };
    x
}

pub(crate) fn load(file: &Path) -> Result<Physics, Error> {
    // SAFETY: nobody checks.
    unsafe {
        let library = Library::new(file)?;
        let table = &**library.get::<*const Table>(SYMBOL)?;
        std::mem::forget(library);
        Ok(Physics {
            data: (table.new)(),
            table,
        })
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
    let call = |it: &mut (Physics, u64), x| {
        let data = (&raw mut it.1).cast();
        it.0.callback(x, Function { data, call: back })
    };
    Ok(vec![
        Case::new(PEER, Add, new()?, |it, x| it.add(x)),
        Case::new(PEER, Struct, (new()?, world), |it, x| it.0.world(&it.1) ^ x),
        Case::new(PEER, Text, new()?, |it, x| it.text(given::TEXT) ^ x),
        Case::new(PEER, Name, new()?, |it, x| {
            it.name().bytes().len() as u64 ^ x
        }),
        Case::new(PEER, Bytes, new()?, |it, x| {
            it.bytes(given::BYTES.to_vec()) ^ x
        }),
        Case::new(PEER, Callback, (new()?, 0), call),
        Case::new(PEER, Closure, (new()?, 0), call),
    ])
}
