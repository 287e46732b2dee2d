use linkface_traits::delegate;

mod other {
    use linkface_traits::attr::*;

    #[delegatable]
    pub(crate) trait Bar<T = u8> {
        fn boing() -> i32;
        fn len(&self) -> usize;
        fn take(&self, t: T);
    }
}
use other::Bar;

struct Foo;

delegate! {
    impl Bar for Foo {
        use <Self as Bar>::boing;
        use Bar::len;
        use <Foo as Bar>::take;
    }
}

struct All;

delegate! {
    impl Bar<u16> for All {
        use Bar::*;
    }
}

struct Whole;

delegate! {
    impl Bar for Whole {
        use self.*;
    }
}

// Foo has no `len` of its own, so the method is the trait's.
struct Nothing;

delegate! {
    impl other::Bar for Nothing {
        use Nothing::len;
        fn boing() -> i32 { 1 }
        fn take(&self, _: u8) {}
    }
}

fn main() {}
