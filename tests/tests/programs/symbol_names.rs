//! Symbols: in an alphabet that every version script and assembler takes, one per item.

use linkface_symbol::is_ours;
use linkface_tests::{Crate, Output, Profile, Workspace, symbols};

// The same name in two modules, a group, nested modules, raw identifiers and other alphabets.
const API: &str = r"
use linkface::interface;
#[interface] pub fn same() -> u32;
pub mod a { use linkface::interface; #[interface] pub fn same() -> u32; }
pub mod b { use linkface::interface; #[interface] pub fn same() -> u32 { 0 } }
#[interface] pub fn r#type(r#in: u32) -> u32;
#[interface] pub fn größe() -> u32;
#[interface] pub static RÄUME: u32 = 1;
#[interface(pub Größe)] pub trait GrößeApi: Sized { fn neu() -> Self; fn wert(&self) -> u32; }
macro_rules! declare { ($($name:ident)*) => { $(#[interface] pub fn $name() -> u32;)* } }
declare!(one two);
";
const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::same)] fn same() -> u32 { 1 }
#[implement(api::a::same)] fn a() -> u32 { 2 }
#[implement(api::b::same)] fn b() -> u32 { 3 }
#[implement(api::r#type)] fn r#type(x: u32) -> u32 { x + 1 }
#[implement(api::größe)] fn größe() -> u32 { 5 }
#[implement(api::RÄUME)] static RÄUME: u32 = 6;
struct Größe;
#[implement] impl api::GrößeApi for Größe { fn neu() -> Self { Self } fn wert(&self) -> u32 { 7 } }
macro_rules! implement { ($($name:ident $value:literal)*) => { $(#[implement(api::$name)] fn $name() -> u32 { $value })* } }
implement!(one 8 two 9);
";
const APP: &str = r#"
use provider as _;
use api::GrößeApi;
fn main() {
    let größe = <api::Größe as GrößeApi>::neu();
    println!("{} {} {}", api::same(), api::a::same(), api::b::same());
    println!("{} {} {} {}", api::r#type(3), api::größe(), api::RÄUME, GrößeApi::wert(&größe));
    println!("{} {}", api::one(), api::two());
}
"#;

#[test]
fn all_names_are_plain_and_none_is_shared() {
    let case = Workspace::new("symbol-names")
        .profile(Profile::Release)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP));
    case.run("app").succeeds().prints("1 2 3\n4 5 6 7\n8 9\n");
    let _: Output = case.build().succeeds();
    let ours: Vec<String> = ["app", "libapi.rlib", "libprovider.rlib"]
        .iter()
        .map(|file| case.artifact(file))
        .flat_map(|file| symbols(&file))
        .map(|symbol| symbol.name)
        .filter(|name| is_ours(name))
        .collect();
    assert!(ours.len() >= 12, "these cannot be all: {ours:?}");
    for name in ours {
        let plain = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        assert!(plain, "{name}");
    }
}
