//! Methods under `#[cfg]`.

use linkface_traits::attr::*;
use linkface_traits::delegate;

#[delegatable]
trait Partly {
    fn always(&self) -> u8;
    #[cfg(test)]
    fn tested(&self) -> u8;
    #[cfg(not(test))]
    fn untested(&self) -> NoSuchType;
}

impl Partly for u8 {
    fn always(&self) -> u8 {
        *self
    }
    fn tested(&self) -> u8 {
        *self + 1
    }
}

struct Wrap(u8);

#[delegate(use self.0.*)]
#[cfg(test)]
impl Partly for Wrap {}

#[cfg(not(test))]
mod absent {
    #[super::delegatable]
    pub(super) trait Absent {
        fn absent(&self);
    }
}

delegate! {
    #[cfg(not(test))]
    impl absent::Absent for Wrap {
        use self.0.*;
    }
}

#[test]
fn what_is_there_is_delegated() {
    assert_eq!(Wrap(1).always(), 1);
    assert_eq!(Wrap(1).tested(), 2);
}

mod alternatives {
    use linkface_traits::attr::delegatable;

    #[delegatable]
    pub(super) trait Three {
        fn one(&self) -> u8 {
            9
        }
        fn two(&self) -> u8;
        fn three(&self) -> u8;
    }
    impl Three for u8 {
        fn one(&self) -> u8 {
            1
        }
        fn two(&self) -> u8 {
            1
        }
        fn three(&self) -> u8 {
            1
        }
    }
    pub(super) struct All(pub(super) u8);
    pub(super) struct Named(pub(super) u8);

    linkface_traits::delegate! {
        impl Three for All {
            use self.0.*;

            #[cfg(any())]
            fn one(&self) -> u8 {
                2
            }
            #[cfg(any())]
            fn two(&self) -> u8 {
                2
            }
            #[cfg(all())]
            #[cfg(not(any()))]
            fn three(&self) -> u8 {
                2
            }
        }
    }

    linkface_traits::delegate! {
        impl Three for Named {
            #[cfg(all())]
            use self.0.one;
            #[cfg(not(all()))]
            fn one(&self) -> u8 {
                2
            }

            #[cfg(any())]
            use self.0.two;
            #[cfg(not(any()))]
            fn two(&self) -> u8 {
                2
            }

            use self.0.three;
        }
    }
}

#[test]
fn what_is_written_out_under_a_condition_is_delegated_otherwise() {
    use alternatives::{All, Named, Three};
    let it = All(0);
    assert_eq!((it.one(), it.two(), it.three()), (1, 1, 2));
    let it = Named(0);
    assert_eq!((it.one(), it.two(), it.three()), (1, 2, 1));
}
