//! Dynamic items: what `#[interface(dynamic)]` takes, who provides it when, from which image.

use linkface_symbol::Role;
use linkface_tests::{Crate, Profile, Workspace, sentence};

const PROFILES: [Profile; 2] = [Profile::Debug, Profile::Fat];

/// Every kind of signature.
const FORMS: &str = r#"
#![deny(unsafe_code, missing_docs, unreachable_pub, clippy::pedantic, warnings)]
#![allow(missing_docs)]
use core::fmt::Write;
use linkface::interface;

pub struct Line<'a>(pub &'a str);
struct Private(u8);

#[interface(dynamic)] #[must_use] pub fn plain() -> u32 { 1 }
#[interface(dynamic)] pub fn patterns((a, b): (u32, u32), mut c: u32, _: &str) -> u32 { c += a; c + b }
#[interface(dynamic)] pub fn missing(line: &Line<'_>, n: u32);
#[interface(dynamic)] pub fn elided(text: &str) -> &str { text }
#[interface(dynamic)] pub fn named<'a, 'b>(first: &'a str, _second: &'b str) -> Line<'a> { Line(first) }
#[interface(dynamic)] pub fn calls(f: impl Fn(u32) -> u32) -> u32 { f(1) }
#[interface(dynamic)] pub fn calls_once(f: impl FnOnce(&str) -> u32) -> u32 { f("four") }
#[interface(dynamic)] pub fn writes(to: &mut impl Write, text: &str) { to.write_str(text).unwrap(); }
#[interface(dynamic)] pub async fn later(text: &str) -> usize { text.len() }
#[interface(dynamic)] pub async fn never(text: &str) -> usize;
#[allow(unsafe_code)]
mod with_unsafe {
    /// # Safety
    /// None.
    #[linkface::interface(dynamic)] pub unsafe fn careful(n: u32) -> u32 { n + 1 }
}
pub use with_unsafe::careful;
#[interface(dynamic)] pub extern "C" fn foreign(n: u32) -> u32 { n + 2 }
#[interface(dynamic)] pub fn halt(code: u32) -> !;
#[interface(dynamic)] pub fn calls_mut(f: &mut impl FnMut(&str) -> u32, (a, _): (u32, u32)) -> u32 { f("") + a }
#[interface(dynamic)] pub fn r#type(r#fn: u8) -> u8 { r#fn }
#[interface(dynamic)] pub fn größe() -> u32 { 5 }
#[interface(dynamic, implement_as = named_so)] pub fn shown() -> u32 { 6 }
#[interface(dynamic)] fn private(value: Private) -> Private { value }
#[interface(dynamic)] pub(crate) fn of_crate() -> u32 { 7 }
#[cfg(any())] #[interface(dynamic)] pub fn conditional() -> Absent { 8 }

pub mod inner {
    use linkface::interface;
    #[interface(dynamic)] pub(super) fn above() -> u32 { 9 }
    #[interface(dynamic)] pub(in super) fn in_above() -> u32 { 9 }
    #[interface(dynamic)] pub(in crate::inner) fn below() -> super::Private { super::Private(9) }
    #[interface(dynamic)] pub(self) fn inner() -> u32 { 9 }
    pub(super) fn sum() -> u32 { above() + u32::from(below().0) + inner() + in_above() }
}

macro_rules! declare {
    ($($vis:vis $name:ident -> $ret:ty = $value:expr;)*) => {$(
        #[interface(dynamic)] $vis fn $name() -> $ret { $value }
    )*};
}
declare! { pub made -> u32 = 10; private_made -> u32 = 11; }

#[interface(dynamic)] pub static GREETING: &str = "hi";
#[interface(dynamic)] pub static LIMITS: (u32, &[u8]) = (1, b"ab");
#[interface(dynamic)] pub static MISSING: &str;
#[interface(dynamic)] static HIDDEN: u8 = 12;
#[interface(dynamic)] pub static r#GRÖSSE: u32;

pub fn inside() -> u32 {
    u32::from(private(Private(1)).0) + of_crate() + inner::sum() + private_made() + u32::from(*HIDDEN)
}
pub fn install_inside() {
    private::install(|value| Private(value.0 + 1)).unwrap();
    of_crate::install(|| 100).unwrap();
    inner::above::install(|| 100).unwrap();
    HIDDEN.install(&13).unwrap();
    assert_eq!(of_crate::scoped(&|| 200, of_crate), 200);
}
"#;

const FORMS_APP: &str = r#"
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::panic::catch_unwind;

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!(),
    }
}
fn values() -> Vec<String> {
    let mut text = String::new();
    api::writes(&mut text, "w");
    vec![
        api::plain().to_string(),
        api::patterns((1, 2), 3, "").to_string(),
        api::elided("e").to_owned(),
        api::named("n", "m").0.to_owned(),
        api::calls(|n| n + 2).to_string(),
        api::calls_once(|text| text.len() as u32).to_string(),
        text,
        now(api::later("abc")).to_string(),
        unsafe { api::careful(1) }.to_string(),
        api::foreign(1).to_string(),
        api::r#type(4).to_string(),
        api::größe().to_string(),
        api::shown().to_string(),
        api::made().to_string(),
        api::GREETING.to_string(),
        api::LIMITS.1.len().to_string(),
        api::inside().to_string(),
    ]
}
unsafe fn careful(n: u32) -> u32 { n + 10 }
extern "C" fn foreign(n: u32) -> u32 { n + 10 }
fn later(text: &str) -> Pin<Box<dyn Future<Output = usize> + Send + '_>> {
    Box::pin(async move { text.len() + 10 })
}
fn main() {
    std::panic::set_hook(Box::new(|panic| println!("{}", panic.payload_as_str().unwrap_or("?"))));
    assert!(catch_unwind(|| api::missing(&api::Line("x"), 1)).is_err());
    assert!(catch_unwind(|| now(api::never("x"))).is_err());
    assert!(catch_unwind(|| api::MISSING.len()).is_err());
    println!("{:?} {:?}", api::MISSING, api::GREETING);
    println!("{}", values().join(" "));
    api::plain::install(|| 11).unwrap();
    api::patterns::install(|(a, b), c, d| a + b + c + d.len() as u32 + 10).unwrap();
    api::elided::install(|text| &text[1..]).unwrap();
    api::named::install(|_, _| api::Line("named")).unwrap();
    api::calls::install(|f| f(10)).unwrap();
    api::calls_once::install(|f| f("installed")).unwrap();
    api::writes::install(|to, _| to.write_str("W").unwrap()).unwrap();
    api::later::install(later).unwrap();
    api::never::install(|text| Box::pin(async move { text.len() })).unwrap();
    api::careful::install(careful).unwrap();
    api::foreign::install(foreign).unwrap();
    api::r#type::install(|_| 14).unwrap();
    api::größe::install(|| 15).unwrap();
    api::named_so::install(|| 16).unwrap();
    api::made::install(|| 17).unwrap();
    api::missing::install(|line, n| println!("{}{n}", line.0)).unwrap();
    api::GREETING.install(&"hello").unwrap();
    api::LIMITS.install(Box::leak(Box::new((2, &b"abcde"[..])))).unwrap();
    api::MISSING.install(&"there").unwrap();
    api::GRÖSSE.install(&3).unwrap();
    api::install_inside();
    println!("{}", values().join(" "));
    api::missing(&api::Line("x"), 1);
    api::halt::install(|code| panic!("halted {code}")).unwrap();
    assert!(catch_unwind(|| api::halt(1)).is_err());
    assert!(catch_unwind(|| api::halt::scoped(&|code| panic!("own {code}"), || api::halt(2))).is_err());
    assert_eq!(api::calls_mut(&mut |text| text.len() as u32, (3, 4)), 3);
    println!("{} {} {}", now(api::never("12")), *api::MISSING, *api::GRÖSSE);
    let captured = 30;
    let text = api::elided::scoped(&|text| &text[..1], || {
        api::calls::scoped(&|f| f(captured), || {
            api::later::scoped(&|text| Box::pin(async move { text.len() + captured as usize }), || {
                // SAFETY: none is needed.
                api::careful::scoped(&|n| n + captured, || values().join(" "))
            })
        })
    });
    println!("{text}");
}
"#;

const FORMS_OUTPUT: &str = r#"`api::missing` is called before anybody implements it: call `api::missing::install(…)` first, or link a provider
`api::never` is called before anybody implements it: call `api::never::install(…)` first, or link a provider
`api::MISSING` is read before anybody implements it: call `api::MISSING.install(&…)` first, or link a provider
Dynamic(<not implemented>) Dynamic("hi")
1 6 e n 3 4 w 3 2 3 4 5 6 10 hi 2 67
11 16  named 12 9 W 13 11 11 14 15 16 17 hello 5 253
x1
halted 1
own 2
2 there 3
11 16 e named 32 9 W 33 31 11 14 15 16 17 hello 5 253
"#;

#[test]
fn every_signature() {
    for profile in PROFILES {
        Workspace::new(&format!("dynamic-forms-{}", profile.name()))
            .profile(profile)
            .member(Crate::lib("api").linkface_with(&["std"]).source(FORMS))
            .member(Crate::bin("app").dep("api").source(FORMS_APP))
            .run("app")
            .succeeds()
            .prints(FORMS_OUTPUT);
    }
}

const LINKED: &str = r#"
#![no_std]
use linkface::interface;
#[interface(dynamic)] pub fn now() -> u64 { 1 }
#[interface(dynamic)] pub fn write(line: &str) -> usize;
#[interface(dynamic)] pub async fn later(f: u32) -> u32;
#[interface(dynamic)] pub static NAME: &str = "default";
#[interface(dynamic)] pub static TABLE: [u8; 2];
#[interface(dynamic)] pub fn untouched() -> u32 { 7 }
"#;
const PROVIDER: &str = r#"
#![forbid(unsafe_code)]
use linkface::implement;
use api::{now as tick, NAME as ITS_NAME};
#[implement(tick)] pub fn system_now() -> u64 { 2 }
#[implement(api::later)] async fn later(f: u32) -> u32 { f + 1 }
#[implement(ITS_NAME)] static NAME: &str = "linked";
macro_rules! implement_it {
    ($path:path, $type:ty, $function:path) => {
        #[implement($path)] static TABLE: $type = [1, 2];
        #[implement($function)] fn write(line: &str) -> usize { line.len() }
    };
}
implement_it!(api::TABLE, [u8; 2], api::write);
"#;

/// A provider is linked as if the item weren't dynamic; whoever installs goes before it. Nothing is
/// reported missing.
#[test]
fn what_is_linked_comes_first() {
    for profile in PROFILES {
        for (uses, linked) in [
            ("linkface::link!();", "2 4 linked [1, 2] 7 false"),
            (
                "#[allow(unused_imports)] use provider as _;",
                "2 4 linked [1, 2] 7 false",
            ),
        ] {
            let app = format!(
                r#"{uses}
                use std::{{future::Future, pin::pin, task::{{Context, Poll, Waker}}}};
                fn main() {{
                    println!("{{}} {{}} {{}} {{:?}} {{}} {{}}", api::now(), api::write("four"), *api::NAME, *api::TABLE,
                        api::untouched(), api::now::is_installed());
                    let mut context = Context::from_waker(Waker::noop());
                    assert_eq!(pin!(api::later(1)).poll(&mut context), Poll::Ready(2));
                    let mut installed = api::now::install(|| 3).unwrap();
                    assert_eq!(api::now(), 3);
                    assert_eq!(installed.replace(provider::system_now)(), 3);
                    assert_eq!(api::now(), 2);
                    api::NAME.install(&"installed").unwrap();
                    println!("{{}}", *api::NAME);
                }}"#
            );
            let name = format!("dynamic-linked-{}", profile.name());
            Workspace::new(&format!("{name}-{}", uses.len()))
                .profile(profile)
                .member(Crate::lib("api").linkface_with(&["alloc"]).source(LINKED))
                .member(
                    Crate::lib("provider")
                        .linkface_with(&["alloc"])
                        .dep("api")
                        .source(PROVIDER),
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
                .prints(&format!("{linked}\ninstalled\n"));
        }
    }
}

/// Nobody has to provide anything: `link!()` and the linker agree.
#[test]
fn no_provider_is_no_error() {
    let app = r#"
        linkface::link!();
        fn main() {
            println!("{} {}", api::now(), *api::NAME);
            api::write::install(str::len).unwrap();
            println!("{}", api::write("four"));
        }"#;
    for profile in PROFILES {
        Workspace::new(&format!("dynamic-alone-{}", profile.name()))
            .profile(profile)
            .member(Crate::lib("api").linkface_with(&["alloc"]).source(LINKED))
            .member(Crate::bin("app").linkface().dep("api").source(app))
            .run("app")
            .succeeds()
            .prints("1 default\n4\n");
    }
}

/// What isn't there without `std` says so, where it is called.
#[test]
fn overriding_needs_std() {
    let app = "fn main() { assert_eq!(api::now::scoped(&|| 2, || api::now()), 2) }";
    Workspace::new("dynamic-no-std")
        .member(Crate::lib("api").linkface_with(&["alloc"]).source(LINKED))
        .member(Crate::bin("app").linkface().dep("api").source(app))
        .check()
        .fails()
        .says("error[E0277]: `scoped` needs linkface's feature `std`")
        .says("cargo add --dev linkface --features std")
        .says("due to 1 previous error");
}

/// Two linked providers are an error, as ever.
#[test]
fn two_providers_are_an_error() {
    let provider = "#[linkface::implement(api::now)] fn mine() -> u64 { 3 }";
    let app = "linkface::link!(); fn main() { println!(\"{}\", api::now()) }";
    Workspace::new("dynamic-two")
        .member(Crate::lib("api").linkface_with(&["alloc"]).source(LINKED))
        .member(Crate::lib("one").linkface().dep("api").source(provider))
        .member(Crate::lib("two").linkface().dep("api").source(provider))
        .member(
            Crate::bin("app")
                .linkface()
                .dep("api")
                .dep("one")
                .dep("two")
                .source(app),
        )
        .build_one("app")
        .fails()
        .says("[LF0002] two providers for `api` 0.1: `one` and `two` implement `now`");
}

/// What one image installs, all images call that share the façade's dylib: the program and a plugin that
/// it loads, which is built for itself.
const SHARED: &str = r#"
use linkface::interface;
#[interface(dynamic)] pub fn now() -> u64 { 1 }
#[interface(dynamic)] pub fn write(line: &str) -> usize;
#[interface(dynamic)] pub static NAME: &str = "default";
pub fn seen_from_dylib() -> (u64, &'static str) { (now(), *NAME) }
"#;
const PLUGIN: &str = r#"
#[unsafe(no_mangle)]
pub extern "C" fn register() -> bool {
    // What the program has installed goes before it.
    api::now::install(|| 4).is_err()
        && api::write::install(|line| line.len() + 100).is_ok()
        && api::NAME.install(&"of the plugin").is_ok()
        && api::now() == 2
        && api::now::scoped(&|| 5, || api::seen_from_dylib().0 == 5)
}
#[unsafe(no_mangle)]
pub extern "C" fn now_from_plugin() -> u64 { api::now() }
"#;
const HOST: &str = r#"
use std::ffi::{CString, c_char, c_int, c_void};
unsafe extern "C" {
    fn dlopen(path: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(image: *mut c_void, name: *const c_char) -> *mut c_void;
    fn dlerror() -> *const c_char;
}
/// # Safety
/// The plugin has a function of that name and type.
unsafe fn symbol<F: Copy>(image: *mut c_void, name: &str) -> F {
    let name = CString::new(name).unwrap();
    // SAFETY: the caller's.
    unsafe {
        let found = dlsym(image, name.as_ptr());
        assert!(!found.is_null());
        std::mem::transmute_copy(&found)
    }
}
fn mine() -> u64 { 2 }
fn main() {
    println!("{} {} {:?}", api::now(), *api::NAME, api::seen_from_dylib());
    let mut installed = api::now::install(mine).unwrap();
    println!("{} {:?}", api::now(), api::seen_from_dylib());
    let path = std::env::args().nth(1).unwrap();
    let path = CString::new(path).unwrap();
    // SAFETY: the plugin is what this test has built.
    unsafe {
        let image = dlopen(path.as_ptr(), 2);
        if image.is_null() {
            panic!("{:?}", std::ffi::CStr::from_ptr(dlerror()));
        }
        let register: extern "C" fn() -> bool = symbol(image, "register");
        assert!(register());
        println!("{} {} {} {:?}", api::now(), *api::NAME, api::write("four"), api::seen_from_dylib());
        installed.replace(|| 3);
        let now: extern "C" fn() -> u64 = symbol(image, "now_from_plugin");
        println!("{} {}", now(), api::now::scoped(&|| 6, || now()));
    }
}
"#;

#[cfg(unix)]
#[test]
fn a_dylib_is_implemented_by_the_program_and_by_plugins() {
    for profile in [Profile::Debug, Profile::Release] {
        let case = Workspace::new(&format!("dynamic-dylib-{}", profile.name()))
            .profile(profile)
            .member(
                Crate::lib("api")
                    .types(&["dylib"])
                    .linkface_with(&["std"])
                    .source(SHARED),
            )
            .member(
                Crate::lib("plugin")
                    .types(&["cdylib"])
                    .dep("api")
                    .source(PLUGIN),
            )
            .member(Crate::bin("app").dep("api").source(HOST));
        case.build_one("plugin").succeeds();
        let plugin = format!(
            "{}plugin{}",
            std::env::consts::DLL_PREFIX,
            std::env::consts::DLL_SUFFIX
        );
        let plugin = case.artifact(&plugin);
        case.profiled("run")
            .args(["--package", "app", "--"])
            .arg(plugin)
            .run()
            .succeeds()
            .prints(
                "1 default (1, \"default\")\n2 (2, \"default\")\n\
                     2 of the plugin 104 (2, \"of the plugin\")\n3 6\n",
            );
    }
}

/// A linked implementation stays in the declaring image: beside a dylib it is refused, and one installs.
#[test]
fn what_is_linked_beside_a_dylib_is_refused() {
    Workspace::new("dynamic-dylib-linked")
        .member(Crate::lib("api").types(&["dylib"]).linkface().source("#[linkface::interface(dynamic)] pub fn now() -> u64 { 1 }"))
        .member(Crate::bin("app").linkface().dep("api").source(
            "#[linkface::implement(api::now)] fn mine() -> u64 { 2 } fn main() { println!(\"{}\", api::now()) }",
        ))
        .run("app")
        .fails()
        .says(&sentence(Role::Elsewhere, "api::now", "0.1.0"));
}
