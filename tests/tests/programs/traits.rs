//! Forms of interface traits: namespaces, every place that `Self` may stand in, unsafe traits,
//! bounds on methods, interface traits over interface traits, whole-trait defaults.

use linkface_tests::{Crate, Profile, Workspace};

fn check(name: &str, profile: Profile, api: &str, provider: &str, app: &str, prints: &str) {
    let app =
        format!("#[allow(unused_imports)] use provider as _;\nuse api::*;\nfn main() {{ {app} }}");
    Workspace::new(&format!("traits-{name}-{}", profile.name()))
        .profile(profile)
        .member(
            Crate::lib("api")
                .linkface()
                .source(&format!("use linkface::interface;\n{api}")),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&format!(
                    "#[allow(unused_imports)] use linkface::implement;\n{provider}"
                )),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(&app))
        .run("app")
        .succeeds()
        .prints(prints);
}

#[test]
fn without_receivers_a_trait_is_a_namespace() {
    check(
        "namespace",
        Profile::Debug,
        "#[interface(pub Clock)]
         pub trait ClockApi {
             fn now() -> u64;
             fn zone() -> &'static str { \"UTC\" }
         }",
        "struct Mine;
         #[implement] impl api::ClockApi for Mine { fn now() -> u64 { 42 } }",
        "println!(\"{} {}\", <Clock as ClockApi>::now(), <Clock as ClockApi>::zone());
         println!(\"{}\", size_of::<Clock>());",
        "42 UTC\n0\n",
    );
}

const PLACES: &str = r"
#[interface(pub Node)]
pub trait NodeApi: Sized {
    fn new(value: u32) -> Self;
    fn value(&self) -> u32;
    fn option(value: u32) -> Option<Self>;
    fn result(self, ok: bool) -> Result<Self, u32>;
    fn tuple(self, other: Self) -> (Self, Self, u32);
    fn nested(self) -> Option<(u8, Result<Self, ()>)>;
    fn give(into: Option<Self>) -> u32;
    fn raw(this: *const Self) -> *const Self;
    fn raw_mut(this: *mut Self);
    fn pinned(self: core::pin::Pin<&mut Self>) -> u32;
    fn two(&mut self, other: &mut Self);
    fn chained(&mut self) -> &mut Self;
    fn bounded(&self) -> u32 where Self: Sized;
}
";
const PLACED: &str = r"
struct Mine(u32);
#[implement]
impl api::NodeApi for Mine {
    fn new(value: u32) -> Self { Self(value) }
    fn value(&self) -> u32 { self.0 }
    fn option(value: u32) -> Option<Self> { (value > 0).then_some(Self(value)) }
    fn result(self, ok: bool) -> Result<Self, u32> { if ok { Ok(self) } else { Err(self.0) } }
    fn tuple(self, other: Self) -> (Self, Self, u32) { (other, self, 3) }
    fn nested(self) -> Option<(u8, Result<Self, ()>)> { Some((1, Ok(self))) }
    fn give(into: Option<Self>) -> u32 { into.map_or(0, |mine| mine.0) }
    fn raw(this: *const Self) -> *const Self { this }
    // SAFETY: the caller passes what it holds.
    fn raw_mut(this: *mut Self) { unsafe { (*this).0 += 1 } }
    fn pinned(self: core::pin::Pin<&mut Self>) -> u32 { self.0 + 1 }
    fn two(&mut self, other: &mut Self) { core::mem::swap(self, other) }
    fn chained(&mut self) -> &mut Self { self.0 += 1; self }
    fn bounded(&self) -> u32 where Self: Sized { self.0 }
}
";
const PLACES_APP: &str = r#"
    let mut a = Node::new(1);
    let mut b = Node::option(2).unwrap();
    assert!(Node::option(0).is_none());
    a.two(&mut b);
    assert_eq!((a.value(), b.value()), (2, 1));
    a.chained().chained();
    assert_eq!(a.value(), 4);
    let (b, a, three) = a.tuple(b);
    assert_eq!((a.value(), b.value(), three), (4, 1, 3));
    assert_eq!(a.result(false).err(), Some(4));
    let b = b.result(true).ok().unwrap();
    let Some((1, Ok(mut b))) = b.nested() else { panic!() };
    assert!(core::ptr::eq(Node::raw(&b), &b));
    Node::raw_mut(&mut b);
    assert_eq!(b.value(), 2);
    assert_eq!(core::pin::Pin::new(&mut b).pinned(), 3);
    assert_eq!(b.bounded(), 2);
    assert_eq!(Node::give(Some(b)), 2);
    assert_eq!(Node::give(None), 0);
    println!("well");
"#;

#[test]
fn self_stands_in_many_places() {
    // `Pin::new` wants an `Unpin` proxy.
    let api = PLACES.replace(": Sized {", ": Sized + Unpin {");
    check("places", Profile::Debug, &api, PLACED, PLACES_APP, "well\n");
    check("places", Profile::Fat, &api, PLACED, PLACES_APP, "well\n");
}

#[test]
fn an_unsafe_trait_is_implemented_by_promise() {
    check(
        "unsafe",
        Profile::Debug,
        "/// # Safety\n/// Even.
         #[interface(pub Even)]
         pub unsafe trait EvenApi: Sized { fn new() -> Self; unsafe fn get(&self) -> u32; }",
        "struct Mine;
         #[implement] unsafe impl api::EvenApi for Mine {
             fn new() -> Self { Self }
             unsafe fn get(&self) -> u32 { 2 }
         }",
        "println!(\"{}\", unsafe { Even::new().get() })",
        "2\n",
    );
}

#[test]
fn an_interface_trait_may_be_a_supertrait() {
    check(
        "over",
        Profile::Debug,
        "#[interface(pub Base)]
         pub trait BaseApi: Sized { fn base(&self) -> u32; }
         #[interface(pub Top)]
         pub trait TopApi: Sized + BaseApi { fn new() -> Self; fn top(&self) -> u32 { self.base() + 1 } }",
        "struct Mine;
         impl api::BaseApi for Mine { fn base(&self) -> u32 { 5 } }
         #[implement] impl api::TopApi for Mine { fn new() -> Self { Self } }",
        "let top = Top::new();
         println!(\"{} {}\", top.base(), top.top())",
        "5 6\n",
    );
}

#[test]
fn an_alias_of_a_supertrait_is_hinted() {
    check(
        "alias",
        Profile::Debug,
        "use core::fmt::Debug as Dbg;
         #[interface(pub Thing, alias(Dbg = Debug))]
         pub trait ThingApi: Sized + Dbg { fn new() -> Self; }",
        "#[derive(Debug)] struct Mine;
         #[implement] impl api::ThingApi for Mine { fn new() -> Self { Self } }",
        "println!(\"{:?}\", Thing::new())",
        "Mine\n",
    );
}

/// Code written against the trait serves the proxy and any other implementor.
#[test]
fn the_proxy_is_an_implementor_like_any_other() {
    check(
        "generic",
        Profile::Debug,
        "#[interface(pub Number)]
         pub trait NumberApi: Sized { fn new(value: u32) -> Self; fn get(&self) -> u32; }
         pub fn twice<N: NumberApi>(value: u32) -> u32 { N::new(value).get() * 2 }",
        "struct Mine(u32);
         #[implement] impl api::NumberApi for Mine {
             fn new(value: u32) -> Self { Self(value + 100) }
             fn get(&self) -> u32 { self.0 }
         }",
        "struct Local(u32);
         impl NumberApi for Local {
             fn new(value: u32) -> Self { Self(value) }
             fn get(&self) -> u32 { self.0 }
         }
         println!(\"{} {}\", twice::<Number>(1), twice::<Local>(1))",
        "202 2\n",
    );
}

/// Methods with a body in the trait are the façade's until the implementor has its own.
#[test]
fn a_default_method_is_overridden_by_the_implementor() {
    check(
        "methods",
        Profile::Fat,
        "#[interface(pub Thing)]
         pub trait ThingApi: Sized {
             fn new() -> Self;
             fn kept(&self) -> u32 { 1 }
             fn replaced(&self) -> u32 { 2 }
             fn calls(&self) -> u32 { self.replaced() }
         }",
        "struct Mine;
         #[implement] impl api::ThingApi for Mine {
             fn new() -> Self { Self }
             fn replaced(&self) -> u32 { 20 }
         }",
        "let thing = Thing::new();
         println!(\"{} {} {}\", thing.kept(), thing.replaced(), thing.calls())",
        "1 20 20\n",
    );
}
