//! `String`

use super::{Shared, WireVec};
use crate::describe::{Kind, Type, TypeRef, id};

// SAFETY: crosses as the vector of its bytes, which are UTF-8 on either side.
unsafe impl Shared for String {
    type Wire = WireVec<u8>;
    const ID: u64 = id(&["String"], &[]);
    const TYPE: TypeRef = TypeRef::new(&const { Type::converted(Kind::String, Self::ID, &[]) });

    fn into_wire(self) -> Self::Wire {
        WireVec::new(self.into_bytes())
    }

    unsafe fn from_wire(wire: Self::Wire) -> Self {
        // SAFETY: made of a `String`, by the caller.
        unsafe { String::from_utf8_unchecked(Vec::from_wire(wire)) }
    }
}
