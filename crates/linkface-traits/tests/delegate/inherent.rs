//! Methods as the type's own.

mod shapes {
    use linkface_traits::attr::*;
    use linkface_traits::delegate;

    #[delegatable]
    pub(crate) trait Shape<T = u32> {
        /// How many sides.
        const SIDES: u32;
        /// What an area is.
        type Area;
        /// How large.
        #[must_use]
        fn area(&self, by: T) -> Self::Area;
        /// How large, doubled.
        fn doubled(&self, by: T) -> [Self::Area; 2];
        /// A new one.
        fn make() -> Self
        where
            Self: Sized;
        /// Each side.
        fn sides(&self) -> impl Iterator<Item = u32>;
        /// Later.
        async fn later(&self, text: &str) -> usize {
            text.len()
        }
        /// With a name of its own.
        fn map<X>(&self, x: X) -> X {
            x
        }
    }

    /// Four sides.
    pub(crate) struct Square<X>(pub(crate) X);

    impl<X: Default> Shape for Square<X> {
        const SIDES: u32 = 4;
        type Area = u64;
        fn area(&self, by: u32) -> u64 {
            by.into()
        }
        fn doubled(&self, by: u32) -> [u64; 2] {
            [by.into(); 2]
        }
        fn make() -> Self {
            Self(X::default())
        }
        fn sides(&self) -> impl Iterator<Item = u32> {
            [1; 4].into_iter()
        }
    }

    delegate! {
        impl<X: Default> Square<X> {
            pub(crate) use Shape::area as size;
            pub(crate) use Shape::*;

            /// Written out, so this one it is.
            pub(crate) fn doubled(&self) -> u64 {
                let [left, right] = Shape::doubled(self, 2);
                left + right
            }
        }
    }

    /// A stack.
    #[derive(Default)]
    pub(crate) struct Stack {
        inner: Vec<u32>,
    }

    delegate! {
        impl Stack {
            use self.inner.*;
            use self.inner.first as bottom;

            /// How many.
            #[must_use]
            pub(crate) fn len(&self) -> usize;
            /// Puts one on top.
            pub(crate) fn push(&mut self, value: u32);
            pub(crate) fn pop(&mut self) -> Option<u32>;
            pub(crate) fn bottom(&self) -> Option<&u32>;
        }
    }
}

#[test]
fn a_traits_methods_are_the_types_own() {
    use shapes::Square;
    let it = Square::<u8>::make();
    assert_eq!(it.0, 0);
    assert_eq!(it.size(3), 3);
    assert_eq!(Square::<u8>::SIDES, 4);
    assert_eq!(it.sides().count(), 4);
    assert_eq!(it.map('x'), 'x');
    assert_eq!(it.doubled(), 4);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let mut future = std::pin::pin!(it.later("abc"));
    assert_eq!(
        future.as_mut().poll(&mut context),
        std::task::Poll::Ready(3)
    );
}

#[test]
fn a_fields_methods_are_the_types_own() {
    let mut it = shapes::Stack::default();
    it.push(1);
    it.push(2);
    assert_eq!(it.pop(), Some(2));
    assert_eq!(it.bottom(), Some(&1));
    assert_eq!(it.len(), 1);
}
