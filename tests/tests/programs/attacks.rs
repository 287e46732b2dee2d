//! Safe code that once got past the checks: each must be refused, or behave.

use linkface_tests::{Crate, Output, Workspace};

/// Builds and runs `app`, which links `provider`.
fn run(name: &str, api: &str, provider: &str, app: &str) -> Output {
    let forbid = "#![forbid(unsafe_code)]\n";
    Workspace::new(&format!("attacks-{name}"))
        .member(
            Crate::lib("api")
                .linkface()
                .source(&format!("{forbid}{api}")),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&format!("{forbid}{provider}")),
        )
        .member(
            Crate::bin("app")
                .linkface()
                .dep("api")
                .dep("provider")
                .source(&format!("{forbid}{app}")),
        )
        .run("app")
}

/// Calling it is unsafe, although its declaration doesn't say so.
#[cfg(target_arch = "x86_64")]
#[test]
fn a_target_feature_function_is_no_safe_implementation() {
    run(
        "target-feature",
        "#[linkface::interface] pub fn sum(of: u32) -> u32;",
        "#[linkface::implement(api::sum)] #[target_feature(enable = \"avx512f\")] fn sum(of: u32) -> u32 { of }",
        "linkface::link!(provider); fn main() { api::sum(1); }",
    )
    .fails()
    .says("error[E0133]");
}

/// `Send` gives an `unsafe impl`: it must be the real one.
#[test]
fn a_trait_that_is_called_send_is_not_believed() {
    run(
        "send",
        "pub unsafe trait Pod {}
         #[linkface::interface(pub Thing, alias(Pod = Send))]
         pub trait ThingApi: Sized + Pod { fn new() -> Self; }",
        "",
        "fn main() {}",
    )
    .fails()
    .says("cannot be sent between threads safely");
}

/// `Copy` takes the cells out of the storage and the destructor away.
#[test]
fn a_trait_that_is_called_copy_is_not_believed() {
    run(
        "copy",
        "pub trait Copy {}
         #[linkface::interface(pub Thing)]
         pub trait ThingApi: Sized + Clone + Copy { fn new() -> Self; }",
        "",
        "fn main() {}",
    )
    .fails()
    .says("Copy");
}

/// The macro comes through the glob, the type is a local one.
#[test]
fn a_facade_type_is_the_one_whose_macro_is_used() {
    run(
        "alias",
        "#[linkface::interface(pub Disk)] pub trait DiskApi: Sized { fn name(&self) -> String; }
         #[linkface::interface] pub type SystemDisk: DiskApi;
         #[linkface::interface] pub type UserDisk: DiskApi;",
        "use api::*;
         type SystemDisk = api::UserDisk;
         pub struct Mine(pub usize);
         impl DiskApi for Mine { fn name(&self) -> String { self.0.to_string() } }
         #[linkface::implement(SystemDisk)] type Boot = Mine;",
        "linkface::link!(provider); fn main() {}",
    )
    .fails()
    .says("this path leads to one interface's trait and to another's macro");
}

/// A façade type may be another crate's, and one type may stand in several.
#[test]
fn a_foreign_type_implements_several_facade_types() {
    run(
        "foreign-type",
        "#[linkface::interface(pub Disk)] pub trait DiskApi: Sized { fn id(&self) -> u32; }
         #[linkface::interface] pub type SystemDisk: DiskApi;
         #[linkface::interface] pub type UserDisk: DiskApi;
         impl DiskApi for u32 { fn id(&self) -> u32 { *self } }",
        "#[linkface::implement(api::SystemDisk)] type System = u32;
         #[linkface::implement(api::UserDisk)] type User = u32;",
        "linkface::link!(provider);
         fn main() {
             println!(\"{} {}\", api::SystemDisk::from_impl(1).id(), api::UserDisk::from_impl(2).id())
         }",
    )
    .succeeds()
    .prints("1 2\n");
}

/// Two macros' `$crate::Type` read the same and are two types.
#[test]
fn types_are_not_told_apart_by_their_text() {
    let case = Workspace::new("attacks-crate")
        .member(Crate::lib("one").source(
            "pub struct Foo(pub u8);
             #[macro_export] macro_rules! one { ($($rest:tt)*) => { two::two! { { $crate::Foo } $($rest)* } } }",
        ))
        .member(Crate::lib("two").source(
            "pub struct Foo(pub String);
             #[macro_export] macro_rules! two { ({ $one:ty }) => {
                 #[linkface::interface(pub Pair)]
                 pub trait PairApi: Sized { fn new() -> Self; fn both(&self, one: &$one, two: &$crate::Foo) -> String; }
             } }",
        ))
        .member(
            Crate::lib("api")
                .linkface()
                .dep("one")
                .dep("two")
                .source("one::one! {}"),
        )
        .member(
            Crate::bin("app")
                .linkface()
                .dep("api")
                .dep("one")
                .dep("two")
                .source(
                    "struct Mine;
                     #[linkface::implement] impl api::PairApi for Mine {
                         fn new() -> Self { Mine }
                         fn both(&self, one: &one::Foo, two: &two::Foo) -> String { format!(\"{} {}\", one.0, two.0) }
                     }
                     fn main() {
                         println!(\"{}\", api::Pair::new().both(&one::Foo(1), &two::Foo(\"two\".into())));
                     }",
                ),
        );
    case.run("app").succeeds().prints("1 two\n");
}

/// An override's name becomes an import, where lifetimes can't be left out.
#[test]
fn an_overriding_static_may_leave_out_its_lifetime() {
    run(
        "elided",
        "#[linkface::interface] pub static NAME: &str = \"default\";",
        "#[linkface::implement(api::NAME)] static NAME: &str = \"mine\";",
        "linkface::link!(provider); fn main() { println!(\"{}\", api::NAME) }",
    )
    .succeeds()
    .prints("mine\n");
}

/// A package's library and program are two crates.
#[test]
fn a_library_and_its_program_both_declare() {
    Workspace::new("attacks-both")
        .member(
            Crate::bin("both")
                .linkface()
                .file(
                    "src/lib.rs",
                    "#[linkface::interface] pub fn one() -> u32 { 1 }",
                )
                .source(
                    "#[linkface::interface] fn two() -> u32 { 2 }
                     fn main() { println!(\"{} {}\", both::one(), two()) }",
                ),
        )
        .run("both")
        .succeeds()
        .prints("1 2\n");
}
