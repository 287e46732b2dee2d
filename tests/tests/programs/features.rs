//! Cargo compiles macros once for a program and for what runs while it is built, with the features of
//! both. A program's items are those of its own features.

use linkface_tests::{Crate, Workspace};

/// What wants everything of linkface while the program is built: a dependency of a build script, and a
/// macro.
fn case(name: &str) -> Workspace {
    let tools = Crate::lib("tools").linkface_with(&["std"]).source(
        "pub fn all<T>(f: impl FnOnce() -> T) -> T { now::scoped(&|| 2, f) }
         #[linkface::interface(dynamic)] pub fn now() -> u32 { 1 }",
    );
    let derived = Crate::lib("derived")
        .linkface_with(&["std"])
        .manifest("[lib]\nproc-macro = true")
        .source(
            "#[linkface::interface(dynamic)] fn now() -> u32 { 1 }
             #[proc_macro]
             pub fn two(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
                 now::scoped(&|| 2, || now().to_string().parse().unwrap())
             }",
        );
    Workspace::new(name).member(tools).member(derived)
}

/// The façade.
fn api(features: &[&str], source: &str) -> Crate {
    Crate::lib("api")
        .linkface_with(features)
        .dep("derived")
        .manifest("[build-dependencies]\ntools = { path = '../tools' }")
        .file(
            "build.rs",
            "fn main() { assert_eq!(tools::all(tools::now), 2) }",
        )
        .source(source)
}

const ITEMS: &str = r#"
#![no_std]
#![deny(warnings)]
use linkface::interface;
#[interface(dynamic)] pub fn now() -> u32 { derived::two!() }
#[interface(dynamic)] pub static NAME: &str = "default";
#[interface(pub Disk)] pub trait DiskApi: Sized + core::fmt::Debug { fn open(id: u32) -> Self; }
#[interface] pub type Second: DiskApi;
"#;
const WITH_ALLOC: &str = r"
extern crate alloc;
#[interface(dynamic)] pub async fn later(n: u32) -> u32 { n + 1 }
#[interface] pub async fn read(bytes: &[u8]) -> usize;
#[interface(pub File)]
pub trait FileApi: Sized {
    fn create() -> alloc::boxed::Box<Self>;
    async fn close(self: alloc::boxed::Box<Self>) -> u32;
}
";
const PROVIDER: &str = r"
use linkface::implement;
#[derive(Debug)] struct Mine(#[allow(dead_code)] u32);
#[implement] impl api::DiskApi for Mine { fn open(id: u32) -> Self { Mine(id) } }
#[implement(api::Second)] type Other = Mine;
";
const PROVIDER_WITH_ALLOC: &str = r"
#[implement(api::read)] async fn read(bytes: &[u8]) -> usize { bytes.len() }
#[implement] impl api::FileApi for Mine {
    fn create() -> Box<Self> { Box::new(Mine(5)) }
    async fn close(self: Box<Self>) -> u32 { self.0 }
}
";
const APP: &str = r#"
linkface::link!();
fn main() {
    print!("{} {} {:?} {:?}", api::now(), *api::NAME, api::Disk::open(3), api::Second::open(4));
    api::now::install(|| 5).unwrap();
    api::NAME.install(&"installed").unwrap();
    println!(" {} {}", api::now(), *api::NAME);
    more();
}
"#;

fn run(case: Workspace, features: &[&str], [in_api, in_provider, more]: [&str; 3]) {
    let [items, provider, app] = [
        [ITEMS, in_api].concat(),
        [PROVIDER, in_provider].concat(),
        [APP, more].concat(),
    ];
    case.member(api(features, &items))
        .member(
            Crate::lib("provider")
                .linkface_with(features)
                .dep("api")
                .source(&provider),
        )
        .member(
            Crate::bin("app")
                .linkface()
                .dep("api")
                .dep("provider")
                .source(&app),
        )
        .run("app")
        .succeeds()
        .prints("2 default Mine(3) Mine(4) 5 installed\nmore\n");
}

#[test]
fn a_program_has_none_of_them() {
    let app = "fn more() { println!(\"more\") }";
    run(case("features-none"), &[], ["", "", app]);
}

#[test]
fn a_program_has_alloc() {
    let app = r#"
        use std::{future::Future, pin::pin, task::{Context, Poll, Waker}};
        fn ready<T>(future: impl Future<Output = T>) -> T {
            match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(value) => value,
                Poll::Pending => panic!("pending"),
            }
        }
        fn more() {
            assert_eq!(ready(api::later(1)), 2);
            assert_eq!(ready(api::read(b"four")), 4);
            let file: Box<api::File> = api::File::create();
            assert_eq!(ready(file.close()), 5);
            println!("more");
        }"#;
    run(
        case("features-alloc"),
        &["alloc"],
        [WITH_ALLOC, PROVIDER_WITH_ALLOC, app],
    );
}

/// What a program's linkface hasn't got is refused in the same words as ever.
#[test]
fn what_is_missing_is_named() {
    let items = "#![no_std]
        extern crate alloc;
        extern crate std;
        use std::{boxed::Box, io};
        use linkface::interface;
        #[interface] pub async fn read(bytes: &[u8]) -> usize;
        #[interface(pub Disk)] pub trait DiskApi: Sized { fn open() -> Box<Self>; }
        #[interface(pub File)] pub trait FileApi: Sized + io::Read { fn create() -> Self; }
        #[linkface::implement(self::read)] async fn mine(bytes: &[u8]) -> usize { bytes.len() }
        #[interface(dynamic)] pub fn now() -> u32 { 1 }
        pub fn two() -> u32 { now::scoped(&|| 2, || now()) }";
    let future = "the future of an `async fn` crosses in a box: enable linkface's feature `alloc`, \
                  `linkface = { version = \"…\", features = [\"alloc\"] }`";
    case("features-missing")
        .member(api(&[], items))
        .build_one("api")
        .fails()
        .says(future)
        .says("`Box<Self>` needs linkface's feature `alloc`")
        .says("the traits of `std::io` need linkface's feature `std`")
        .says("error[E0277]: `scoped` needs linkface's feature `std`")
        .says("due to 5 previous errors");
}
