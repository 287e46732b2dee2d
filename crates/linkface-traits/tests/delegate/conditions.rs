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
