//! `use Trait::method;`

use linkface_traits::attr::*;
use linkface_traits::delegate;

trait Old {
    const N: u8;
    type Out;
    fn make() -> u8;
    fn name(&self) -> String;
    fn rename(&mut self, name: &str);
}

#[delegatable]
trait New {
    const N: u8;
    type Out;
    fn make() -> u8;
    fn name(&self) -> String;
    fn rename(&mut self, name: &str) {
        let _ = name;
    }
}

struct Thing(String);

impl Old for Thing {
    const N: u8 = 6;
    type Out = u16;
    fn make() -> u8 {
        3
    }
    fn name(&self) -> String {
        self.0.clone()
    }
    fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.0);
    }
}

delegate! {
    impl New for Thing {
        use Old::*;
    }
}

#[test]
fn all_methods_come_from_another_trait() {
    let mut it = Thing("a".to_owned());
    New::rename(&mut it, "b");
    assert_eq!(New::name(&it), "b");
    assert_eq!(<Thing as New>::make(), 3);
    assert_eq!(<Thing as New>::N, 6);
    let _: <Thing as New>::Out = 1_u16;
}

struct Other;

impl Old for Other {
    const N: u8 = 7;
    type Out = u32;
    fn make() -> u8 {
        4
    }
    fn name(&self) -> String {
        "other".to_owned()
    }
    fn rename(&mut self, _: &str) {}
}

#[delegate(use Old::name, use <Self as Old>::make, use <Thing as Old>::{N, Out})]
impl New for Other {}

#[test]
fn single_members_come_from_another_trait() {
    assert_eq!(New::name(&Other), "other");
    assert_eq!(<Other as New>::make(), 4);
    assert_eq!(<Other as New>::N, 6);
    let _: <Other as New>::Out = 1_u16;
}

// Another method of the same impl.
#[delegatable]
trait Alias {
    fn len(&self) -> usize;
    fn size(&self) -> usize;
}

struct Sized3;

delegate! {
    impl Alias for Sized3 {
        use Alias::len as size;
        fn len(&self) -> usize { 3 }
    }
}

#[test]
fn one_method_is_another() {
    assert_eq!(Sized3.size(), 3);
}
