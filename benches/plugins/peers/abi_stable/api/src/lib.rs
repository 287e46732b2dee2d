//! As the crate's readme shows: a root module with a constructor, and `#[sabi_trait]` objects.

#![allow(
    non_camel_case_types,
    non_local_definitions,
    reason = "what the crate's macros write, and how its readme names things"
)]

use abi_stable::library::RootModule;
use abi_stable::sabi_types::{RMut, VersionStrings};
use abi_stable::std_types::{RBox, RStr, RString, RVec};
use abi_stable::{StableAbi, package_version_strings, sabi_trait};

/// What is read by reference.
#[derive(Clone, Copy, StableAbi)]
#[repr(C)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
#[sabi_trait]
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}

/// The crate has nothing for closures: this is a trait like any other, which they implement.
#[sabi_trait]
pub trait Function {
    fn call(&mut self, x: u64) -> u64;
}

impl<F: FnMut(u64) -> u64> Function for F {
    fn call(&mut self, x: u64) -> u64 {
        self(x)
    }
}

/// The interface.
#[sabi_trait]
pub trait Physics {
    fn add(&mut self, x: u64) -> u64;
    fn world(&self, world: &World) -> u64;
    fn text(&self, text: RStr<'_>) -> u64;
    fn name(&self) -> RString;
    fn bytes(&self, bytes: RVec<u8>) -> u64;
    fn callback(&mut self, x: u64, back: &mut Back_TO<'_, RMut<'_, ()>>) -> u64;
    fn closure(&mut self, x: u64, closure: &mut Function_TO<'_, RMut<'_, ()>>) -> u64;
}

/// What a plugin makes.
pub type BoxedPhysics = Physics_TO<'static, RBox<()>>;

/// A plugin.
#[repr(C)]
#[derive(StableAbi)]
#[sabi(kind(Prefix(prefix_ref = Plugin_Ref)))]
#[sabi(missing_field(panic))]
pub struct Plugin {
    #[sabi(last_prefix_field)]
    pub new_physics: extern "C" fn() -> BoxedPhysics,
}

impl RootModule for Plugin_Ref {
    abi_stable::declare_root_module_statics! {Plugin_Ref}

    const BASE_NAME: &'static str = "physics";
    const NAME: &'static str = "physics";
    const VERSION_STRINGS: VersionStrings = package_version_strings!();
}
