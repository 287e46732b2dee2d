//! Inside of `macro_rules!`.

use linkface_traits::attr::*;
use linkface_traits::delegate;

mod told {
    /// Makes a trait and what implements it.
    macro_rules! make {
        ($name:ident, $method:ident, $ty:ty) => {
            #[linkface_traits::attr::delegatable]
            pub(crate) trait $name {
                fn $method(&self, value: $ty) -> $crate::macros::Out<$ty>;
            }
        };
    }

    make!(First, first, u8);
    make!(Second, second, &'static str);
}

struct Out<T>(T);

macro_rules! wrap {
    ($name:ident, $inner:ty, $trait:path, $field:tt, $method:ident, $function:path) => {
        struct $name($inner);

        delegate! {
            impl $trait for $name {
                use (self.$field as $inner).*;
            }
        }

        impl $trait for $inner {
            fn $method(&self, value: u8) -> Out<u8> {
                $function(self, value)
            }
        }
    };
}

struct Inner(u8);

fn made(inner: &Inner, value: u8) -> Out<u8> {
    Out(inner.0 + value)
}

wrap!(Wrap, Inner, told::First, 0, first, made);

trait Both {
    fn first_of(&self) -> u8;
    fn other(&self) -> u8;
}

struct Plain(u8);

impl Plain {
    fn get(&self) -> u8 {
        self.0
    }
}

macro_rules! of_type {
    ($ty:ty) => {
        delegate! {
            impl Both for Plain {
                use $ty::get as first_of;
                use <$ty>::get as other;
                fn first_of(&self) -> u8;
                fn other(&self) -> u8;
            }
        }
    };
}
of_type!(Plain);

struct Text;
#[delegate(use text as second)]
impl told::Second for Text {}
fn text(_: &Text, text: &'static str) -> Out<&'static str> {
    Out(text)
}

#[test]
fn fragments_are_read() {
    use told::{First as _, Second};
    assert_eq!(Wrap(Inner(1)).first(2).0, 3);
    assert_eq!(Plain(3).first_of() + Plain(4).other(), 7);
    assert_eq!(Second::second(&Text, "a").0, "a");
}
