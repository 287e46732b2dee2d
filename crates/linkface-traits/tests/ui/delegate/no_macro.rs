use linkface_traits::delegate;

trait Bar {
    fn len(&self) -> usize;
}

struct Foo(Vec<u8>);

delegate! {
    impl Bar for Foo {
        use self.0.len;
    }
}

delegate! {
    impl std::ops::Deref for Foo {
        type Target = Vec<u8>;
        use deref;
    }
}

fn deref(foo: &Foo) -> &Vec<u8> {
    &foo.0
}

fn main() {}
