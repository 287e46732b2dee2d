//! A program has the same symbols wherever its sources are checked out, so that caches of build
//! systems and reproducible builds keep working.

use linkface_symbol::is_ours;
use linkface_tests::{Crate, Output, Profile, Workspace, symbols};
use std::collections::BTreeSet;

const API: &str = r"
use linkface::interface;
#[interface] pub fn required() -> u32;
#[interface] pub fn defaulted() -> u32 { 1 }
#[interface] pub static STATIC: u32;
#[interface(pub Thing)] pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
mod deep { #[linkface::interface] pub fn inside() -> u32 { 1 } }
pub fn sum() -> u32 { required() + defaulted() + STATIC + deep::inside() }
";
const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::required)] fn required() -> u32 { 1 }
#[implement(api::defaulted)] fn defaulted() -> u32 { 2 }
#[implement(api::STATIC)] static STATIC: u32 = 3;
struct Mine;
#[implement] impl api::ThingApi for Mine { fn new() -> Self { Self } fn value(&self) -> u32 { 4 } }
";
const APP: &str = "use provider as _;\nfn main() { println!(\"{}\", api::sum()) }";

/// Our symbols in the program and its libraries.
fn names(folder: &str) -> BTreeSet<String> {
    let case = Workspace::new(folder)
        .profile(Profile::Debug)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP));
    case.run("app").succeeds().prints("7\n");
    let _: Output = case.build().succeeds();
    let files = ["app", "libapi.rlib", "libprovider.rlib"].map(|file| case.artifact(file));
    files
        .iter()
        .flat_map(|file| symbols(file))
        .map(|symbol| symbol.name)
        .filter(|name| is_ours(name))
        .collect()
}

#[test]
fn two_folders_one_set_of_symbols() {
    let here = names("checkout-here");
    let there = names("checkout-a/longer/path");
    assert!(here.len() >= 6, "these cannot be all: {here:?}");
    assert_eq!(here, there);
}
