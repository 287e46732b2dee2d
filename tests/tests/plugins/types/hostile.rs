//! Names that mean something else here, conditional methods, and whatever a trait may say besides.
#![forbid(unsafe_op_in_unsafe_fn)]
#![deny(warnings, missing_docs, unreachable_pub, rust_2018_idioms, clippy::pedantic)]
#![allow(non_camel_case_types, dead_code, unused_macros)]

mod core {}
mod std {}
mod alloc {}
mod linkface_plugin {}
struct Option;
struct Result;
struct Box;
struct String;
struct Vec;
trait Send {}
trait Sync {}
trait Sized {}
trait Fn {}
trait FnMut {}
trait Future {}
trait Copy {}
trait Drop {}
trait From {}
struct u8;
struct u64;
struct usize;
struct bool;
fn transmute() {}
fn drop() {}
fn catch() {}
macro_rules! stringify { () => {} }
macro_rules! assert { () => {} }
macro_rules! panic { () => {} }
const INTERFACE: () = ();
const DESCRIPTION: () = ();
const TYPE: () = ();
use self::conditional::ConditionalApi as _;

/// Text of another name.
pub type Text = ::std::string::String;

/// An interface.
#[linkface::interface(loadable = LoadedOdd, version = 2)]
pub trait OddApi: ::core::marker::Send {
    /// A keyword.
    fn r#match(&self, r#type: u32) -> u32;
    /// What generated names could be.
    fn table(&self, __this: u32, __method: u32, __returned: u32, __value: u32) -> u32;
    /// As in the loaded type.
    fn new(&self, value: Text) -> Text;
    /// A pattern, which needs a body.
    fn pattern(&self, (one, _): (u32, u32), [mut two, ..]: [u32; 2], _: i8) -> u32 {
        two += 1;
        one + two
    }
    /// Old.
    #[deprecated]
    fn old(&self);
    /// Not safe.
    ///
    /// # Safety
    ///
    /// Always.
    unsafe fn raw(&self, n: u32) -> u32;
    /// Every caller's own.
    fn generic<T: ::core::clone::Clone>(&self, value: &T) -> (T, u32)
    where
        Self: ::core::marker::Sized,
    {
        (::core::clone::Clone::clone(value), self.table(1, 2, 3, 4))
    }
    /// Every caller's own.
    fn sized(self) -> u32
    where
        Self: ::core::marker::Sized,
    {
        1
    }
    /// A closure whose traits are paths.
    fn path(&self, tell: &mut dyn ::core::ops::FnMut(&str, u32) -> ::core::option::Option<u32>) -> u32;
    /// Objects.
    fn lent(&self, lent: &dyn OddApi, own: ::std::boxed::Box<dyn OddApi>) -> u32;
    /// Later.
    #[since(2)]
    #[must_use]
    fn later<'a>(&'a self, text: &'a str) -> &'a str
    where
        'a: 'a,
    {
        text
    }
}

/// An interface that has no `dyn` trait.
#[linkface::interface(loadable = LoadedSized)]
pub trait SizedApi {
    /// Not of a `dyn` trait.
    fn sized(&self) -> u32
    where
        Self: ::core::marker::Sized;
}

mod conditional {
    /// An interface whose methods depend on features.
    #[linkface::interface(pub Conditional, loadable = LoadedConditional)]
    pub trait ConditionalApi {
        /// Not here.
        #[cfg(any())]
        fn missing(&self, value: Missing) -> Missing;
        /// Here.
        #[cfg(not(any()))]
        fn there(&mut self) -> u32;
        /// Not here.
        #[cfg(any())]
        #[since(1)]
        fn default(&self, value: Missing) {}
        /// Always.
        fn always(&self) -> u32;
    }
}

fn main() {
    /// In a function, with types of the function's.
    #[linkface::interface(loadable = LoadedInner)]
    trait InnerApi {
        fn inner(&self, value: Inner) -> u32;
    }
    type Inner = u32;
    struct Mine;
    impl InnerApi for Mine {
        fn inner(&self, value: Inner) -> u32 {
            value
        }
    }
    impl OddApi for Mine {
        fn r#match(&self, r#type: u32) -> u32 {
            r#type
        }
        fn table(&self, a: u32, b: u32, c: u32, d: u32) -> u32 {
            a + b + c + d
        }
        fn new(&self, value: Text) -> Text {
            value
        }
        fn old(&self) {}
        unsafe fn raw(&self, n: u32) -> u32 {
            n
        }
        fn path(&self, tell: &mut dyn ::core::ops::FnMut(&str, u32) -> ::core::option::Option<u32>) -> u32 {
            tell("path", 3).unwrap_or_default()
        }
        fn lent(&self, lent: &dyn OddApi, own: ::std::boxed::Box<dyn OddApi>) -> u32 {
            lent.r#match(1) + own.r#match(2)
        }
    }
    impl conditional::ConditionalApi for Mine {
        #[cfg(not(any()))]
        fn there(&mut self) -> u32 {
            1
        }
        fn always(&self) -> u32 {
            2
        }
    }
    let odd = LoadedOdd::new(LoadedOdd::new(Mine));
    #[allow(deprecated)]
    odd.old();
    // SAFETY: always.
    let raw = unsafe { odd.raw(5) };
    let mut conditional = conditional::LoadedConditional::new(Mine);
    println!(
        "{} {} {} {} {raw} {:?} {} {} {} {} {} {}",
        odd.r#match(1),
        odd.table(1, 2, 3, 4),
        OddApi::new(&odd, "new".into()),
        odd.pattern((1, 2), [3, 4], 5),
        odd.generic(&'c'),
        odd.path(&mut |text, n| (n as ::core::primitive::usize == 3).then_some(text.len() as u32)),
        odd.lent(&Mine, ::std::boxed::Box::new(Mine)),
        odd.later("later"),
        conditional.there(),
        conditional.always(),
        LoadedInner::new(Mine).inner(9),
    );
    println!("{}", odd.sized());
}
