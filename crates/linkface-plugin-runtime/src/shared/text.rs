//! `String`, and what holds text besides.

use super::{Inline, Shared, WireVec, via::via};
use crate::describe::{Kind, Type, TypeRef, id};
use std::borrow::Cow;
use std::error::Error;
use std::rc::Rc;
use std::sync::Arc;

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

via! {
    impl [] Box<str> = "Box<str>", as String {
        into: String::from,
        from: String::into_boxed_str,
    }
    // A copy: counters of references stay in their image.
    impl [] Arc<str> = "Arc<str>", as String {
        into: |text| text.as_ref().to_owned(),
        from: Arc::from,
    }
    impl [] Rc<str> = "Rc<str>", as String {
        into: |text| text.as_ref().to_owned(),
        from: Rc::from,
    }
    impl ['a] Cow<'a, str> = "Cow<str>", as Result<&'a str, String> {
        into: |text| match text {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(text) => Err(text),
        },
        from: |text| text.map_or_else(Cow::Owned, Cow::Borrowed),
    }
    impl ['a, T: Inline + Clone] Cow<'a, [T]> = "Cow<[T]>", as Result<&'a [T], Vec<T>> {
        into: |items| match items {
            Cow::Borrowed(items) => Ok(items),
            Cow::Owned(items) => Err(items),
        },
        from: |items| items.map_or_else(Cow::Owned, Cow::Borrowed),
    }
    // What it says, as its type is the other image's own.
    impl [] Box<dyn Error + Send + Sync> = "Box<dyn Error + Send + Sync>", as String {
        into: |error| error.to_string(),
        from: Box::from,
    }
    impl [] Box<dyn Error> = "Box<dyn Error>", as String {
        into: |error| error.to_string(),
        from: Box::from,
    }
}
