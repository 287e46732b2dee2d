// An impl that a macro writes by `$crate`: the text has a path that people can write.

pub trait Stringer {
    fn string(&self) -> String;
}

macro_rules! stringer {
    ($ty:ty) => {
        #[linkface_traits::attr::mode(external)]
        impl $crate::Stringer for $ty {
            fn string(&self) -> String {
                String::new()
            }
        }
    };
}

pub struct Foo;
stringer!(Foo);

fn main() {
    Foo.string();
}
