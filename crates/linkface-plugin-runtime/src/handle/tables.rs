//! Tables that are made while the program runs: in the order of this image's methods, or with the
//! functions for an implementor's state. Each is made once and stays.

use super::known;
use crate::describe::{Description, flag};
use crate::object::{Methods, Table, TableRef};
use crate::reload::State;
use core::mem::offset_of;

/// The table, in the order of the methods in `mine`.
#[inline]
pub(super) fn resolved<const N: usize>(
    table: TableRef,
    mine: &'static [u8],
) -> &'static Methods<N> {
    let found = known::get_or_make([table.as_ptr().addr(), mine.as_ptr().addr()], || {
        if table.description() == mine {
            table
        } else {
            TableRef::new::<N>(Box::leak(Box::new(reordered(table, mine))))
        }
    });
    // SAFETY: of the interface that `mine` describes, by the comparison or as it was made for that, so
    // that it has its `N` methods, in this order.
    unsafe { &*found.as_ptr().cast() }
}

/// A method that isn't there is null.
///
/// # Panics
///
/// If a description is damaged, or a method without a default is missing: both were checked when the
/// implementor's image was loaded.
fn reordered<const N: usize>(table: TableRef, mine: &'static [u8]) -> Methods<N> {
    let decode = |bytes| Description::decode(bytes).expect("checked when it was loaded");
    let (theirs, ours) = (decode(table.description()), decode(mine));
    let mut methods = [core::ptr::null(); N];
    for (method, member) in methods.iter_mut().zip(&ours.root().members) {
        let mut theirs = theirs.root().members.iter().zip(table.methods());
        match theirs.find(|(theirs, _)| theirs.name == member.name) {
            Some((_, pointer)) => *method = *pointer,
            // `Handle::required` relies on it.
            None => assert!(
                ours.node(member).is(flag::DEFAULT),
                "an implementor without `{}::{}`, which has no default, was not refused",
                ours.root().name,
                member.name
            ),
        }
    }
    let head = table.head();
    Methods {
        head: Table {
            description: mine.as_ptr(),
            description_len: mine.len(),
            drop: head.drop,
            state: head.state,
            methods: N,
        },
        methods,
    }
}

/// The size of a table's head, in pointers.
const HEAD: usize = size_of::<Table>() / size_of::<*const ()>();

/// The same table, with the functions for its implementor's state.
pub(crate) fn with_state(table: TableRef, state: &'static State) -> TableRef {
    let of = core::ptr::from_ref(state);
    known::get_or_make([table.as_ptr().addr(), of.addr()], || {
        let methods = table.methods();
        // A `Methods<N>` whose `N` is known at run time only: its head, and the methods behind it.
        const {
            assert!(offset_of!(Methods<1>, methods) == HEAD * size_of::<*const ()>());
            assert!(align_of::<Methods<1>>() == align_of::<*const ()>());
        }
        let mut memory = vec![core::ptr::null::<()>(); HEAD];
        memory.extend_from_slice(methods);
        let start = Box::leak(memory.into_boxed_slice()).as_mut_ptr();
        let head = table.head();
        // SAFETY: there's room for the head, as asserted, and the methods are behind it. It is written
        // here once and never changed.
        unsafe {
            start.cast::<Table>().write(Table {
                description: head.description,
                description_len: head.description_len,
                drop: head.drop,
                state: of,
                methods: methods.len(),
            });
            TableRef::from_ptr(start.cast())
        }
    })
}
