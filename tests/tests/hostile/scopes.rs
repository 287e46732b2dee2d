//! Scopes in which every name that an expansion could be tempted to use means something else.

use linkface_tests::{Crate, Workspace};

/// Names of the prelude, of crates and of macros, all taken by something useless.
pub(crate) const SHADOWS: &str = r#"
#![allow(dead_code, unused_imports, unused_macros, nonstandard_style, macro_expanded_macro_exports_accessed_by_absolute_paths)]

mod core {}
mod std {}
mod alloc {}
mod linkface_macros {}
enum Option {}
enum Result {}
enum Ordering {}
struct Some;
struct None;
struct Ok;
struct Err;
struct Box;
struct Vec;
struct String;
struct PhantomData;
struct MaybeUninit;
struct UnsafeCell;
struct TypeId;
struct Self_;
trait Send {}
trait Sync {}
trait Sized_ {}
trait Copy {}
trait Clone {}
trait Drop {}
trait Debug {}
trait Default {}
trait Fn {}
trait FnOnce {}
trait Into {}
trait From {}
trait Iterator {}
trait Any {}
trait Interface {}
trait Provider {}
trait Signature {}
fn drop() {}
macro_rules! global_asm { ($($t:tt)*) => { compile_error!("shadowed global_asm") } }
macro_rules! concat { ($($t:tt)*) => { "shadowed concat" } }
macro_rules! stringify { ($($t:tt)*) => { "shadowed stringify" } }
macro_rules! env { ($($t:tt)*) => { "shadowed env" } }
macro_rules! option_env { ($($t:tt)*) => { "shadowed option_env" } }
macro_rules! module_path { ($($t:tt)*) => { "shadowed module_path" } }
macro_rules! line { ($($t:tt)*) => { "shadowed line" } }
macro_rules! assert { ($($t:tt)*) => { "shadowed assert" } }
macro_rules! panic { ($($t:tt)*) => { "shadowed panic" } }
macro_rules! unreachable { ($($t:tt)*) => { "shadowed unreachable" } }
macro_rules! matches { ($($t:tt)*) => { "shadowed matches" } }
macro_rules! include { ($($t:tt)*) => { "shadowed include" } }
// Blanket methods, which take part in every method call on a value.
trait Blanket {
    fn value(&self) -> Self_;
    fn clone(&self) -> Self_;
    fn into(&self) -> Self_;
    fn get(&self) -> Self_;
    fn cast(&self) -> Self_;
    fn as_ptr(&self) -> Self_;
    fn read(&self) -> Self_;
    fn write(&self) -> Self_;
}
impl<T: ?::core::marker::Sized> Blanket for T {
    fn value(&self) -> Self_ { Self_ }
    fn clone(&self) -> Self_ { Self_ }
    fn into(&self) -> Self_ { Self_ }
    fn get(&self) -> Self_ { Self_ }
    fn cast(&self) -> Self_ { Self_ }
    fn as_ptr(&self) -> Self_ { Self_ }
    fn read(&self) -> Self_ { Self_ }
    fn write(&self) -> Self_ { Self_ }
}
"#;

const API: &str = r#"
#[linkface::interface] pub fn function(text: &str) -> ::core::option::Option<usize>;
#[linkface::interface] pub fn defaulted(_: u32) -> u32 { 1 }
#[linkface::interface] pub static STATIC: u32;
#[linkface::interface] pub static LEVEL: ::core::option::Option<u8> = ::core::option::Option::None;
#[linkface::interface(dynamic)]
pub fn loose(text: &str) -> ::core::option::Option<usize> { ::core::option::Option::Some(text.len()) }
#[linkface::interface(dynamic)] pub fn unset(_: u32) -> u32;
#[linkface::interface(dynamic)] pub extern "C" fn foreign(n: u32) -> u32 { n }
#[linkface::interface(dynamic)] pub static NAME: &str = "name";
#[linkface::interface(dynamic)] pub static UNSET: ::core::option::Option<u8>;
pub mod deep { #[linkface::interface(dynamic)] pub(super) fn private() -> u8 { 1 } }
#[linkface::interface(pub Thing)]
pub trait ThingApi:
    ::core::marker::Sized
    + ::core::marker::Send
    + ::core::marker::Sync
    + ::core::clone::Clone
    + ::core::fmt::Debug
    + ::core::cmp::PartialEq
    + ::core::default::Default
{
    fn open(id: u32) -> ::core::option::Option<Self>;
    fn attempt(id: u32) -> ::core::result::Result<Self, u8>;
    fn number(&self) -> u32;
    fn number_doubled(&self) -> u32 { ThingApi::number(self) * 2 }
    fn merge(self, other: Self) -> Self;
}
"#;

const PROVIDER: &str = r"
#[linkface::implement(api::function)]
fn function(text: &str) -> ::core::option::Option<usize> { ::core::option::Option::Some(text.len()) }
#[linkface::implement(api::defaulted)] fn defaulted(_: u32) -> u32 { 2 }
#[linkface::implement(api::STATIC)] static STATIC: u32 = 3;
#[linkface::implement(api::LEVEL)]
static LEVEL: ::core::option::Option<u8> = ::core::option::Option::Some(4);
#[linkface::implement(api::loose)]
fn loose(_: &str) -> ::core::option::Option<usize> { ::core::option::Option::None }
#[linkface::implement(api::UNSET)]
static UNSET: ::core::option::Option<u8> = ::core::option::Option::Some(5);
#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::default::Default)]
struct Mine(u32);
#[linkface::implement]
impl api::ThingApi for Mine {
    fn open(id: u32) -> ::core::option::Option<Self> { ::core::option::Option::Some(Mine(id)) }
    fn attempt(id: u32) -> ::core::result::Result<Self, u8> { ::core::result::Result::Ok(Mine(id)) }
    fn number(&self) -> u32 { self.0 }
    fn merge(self, other: Self) -> Self { Mine(self.0 + other.0) }
}
";

const APP: &str = r#"
use provider as _;
use api::ThingApi;
fn main() {
    let a = <api::Thing as ThingApi>::open(3).unwrap();
    let b = <api::Thing as ThingApi>::attempt(4).unwrap();
    let sum = ThingApi::merge(a.clone(), b);
    assert_eq!(a, a.clone());
    println!("{:?} {} {} {:?}", api::function("x"), api::defaulted(0), api::STATIC, api::LEVEL);
    println!("{} {}", ThingApi::number(&sum), ThingApi::number_doubled(&sum));
    println!("{:?} {:?} {}", api::loose("x"), *api::UNSET, *api::NAME);
    api::loose::install(|text| text.len().checked_add(1)).unwrap();
    api::unset::install(|n| n).unwrap();
    println!("{:?} {} {}", api::loose("x"), api::unset(3), api::foreign::scoped(&|n| n + 1, || api::foreign(1)));
}
"#;
const PRINTS: &str = "Some(1) 2 3 Some(4)\n7 14\nNone Some(5) name\nSome(2) 3 2\n";

fn check(name: &str, api: &str, provider: &str) {
    Workspace::new(name)
        .member(Crate::lib("api").linkface_with(&["std"]).source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP))
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn everything_is_shadowed_in_both() {
    check(
        "hostile-shadows",
        &format!("{SHADOWS}{API}"),
        &format!("{SHADOWS}{PROVIDER}"),
    );
}

/// Without the prelude, other crates are only found from the root of all names.
fn absolute(source: &str) -> String {
    source
        .replace("#[linkface::", "#[::linkface::")
        .replace("(api::", "(::api::")
        .replace("impl api::", "impl ::api::")
}

#[test]
fn there_is_no_prelude() {
    check(
        "hostile-no-prelude",
        &absolute(&format!("#![no_implicit_prelude]\n{API}")),
        // Derives name the traits that they implement by full paths, as we do.
        &absolute(&format!("#![no_implicit_prelude]\n{PROVIDER}")),
    );
}

#[test]
fn there_is_no_std() {
    check(
        "hostile-no-std",
        &format!("#![no_std]\n{API}"),
        &format!("#![no_std]\n{PROVIDER}"),
    );
}

/// A local item of the same name as the façade's behind a glob import is the one that a path means
/// in Rust. It must never be implemented half: either the façade's is meant, or it is an error.
#[test]
fn a_local_trait_shadows_the_facades_glob() {
    let provider = r"
        use api::*;
        trait ThingApi { fn number(&self) -> u32; }
        struct Mine;
        #[linkface::implement]
        impl ThingApi for Mine { fn number(&self) -> u32 { 1 } }
    ";
    Workspace::new("hostile-glob")
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .check()
        .fails()
        .says("provider/src/lib.rs")
        .says("ThingApi");
}

/// A local function beside the glob import of an item: the item is still found, and is the façade's.
#[test]
fn a_local_function_shadows_the_facades_glob() {
    let provider = r"
        use api::*;
        pub fn function(_: &str) -> Option<usize> { None }
        #[linkface::implement(self::function)]
        fn mine(text: &str) -> Option<usize> { Some(text.len() + 1) }
    ";
    let api = "#[linkface::interface] pub fn function(text: &str) -> Option<usize>;";
    let app = "use provider as _;\nfn main() { println!(\"{:?}\", api::function(\"x\")) }";
    Workspace::new("hostile-glob-function")
        .member(Crate::lib("api").linkface().source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("Some(2)\n");
}

/// Types in a declaration mean what they mean in the façade, whatever the provider calls so.
#[test]
fn a_local_type_is_not_the_facades() {
    let api = r"
        pub struct Key(pub u32);
        #[linkface::interface] pub fn lookup(key: Key) -> u32;
    ";
    let provider = r"
        pub struct Key(pub u32);
        #[linkface::implement(api::lookup)] fn lookup(key: Key) -> u32 { key.0 }
    ";
    Workspace::new("hostile-type")
        .member(Crate::lib("api").linkface().source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .check()
        .fails()
        .says("E0053")
        .says("provider/src/lib.rs");
}

/// A type that coerces into the declared one is not the declared one.
#[test]
fn nothing_is_coerced() {
    let api = "#[linkface::interface] pub fn text(text: &str) -> usize;\n\
               #[linkface::interface] pub static WORDS: &'static [u8];";
    let function =
        "#[linkface::implement(api::text)] fn text(text: &String) -> usize { text.len() }";
    let constant = "#[linkface::implement(api::WORDS)] static WORDS: &'static [u8; 2] = &[1, 2];";
    for (name, provider, code) in [
        ("function", function, "E0053"),
        ("static", constant, "E0308"),
    ] {
        Workspace::new(&format!("hostile-coerced-{name}"))
            .member(Crate::lib("api").linkface().source(api))
            .member(
                Crate::lib("provider")
                    .linkface()
                    .dep("api")
                    .source(provider),
            )
            .check()
            .fails()
            .says(code)
            .says("provider/src/lib.rs");
    }
}
