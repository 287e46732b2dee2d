//! Everything that expansions touch. Nothing here is for people: it may change in any release,
//! together with the macros, which are pinned to this crate's exact version.

mod check;
mod dynamic;
mod function;
mod implement;
mod keep;
mod object;
mod proxy;
mod say;
mod signature;
mod static_item;
mod storage;
mod trait_item;

pub use self::check::{Covers, Implements, Resolve, fits, same_interface, sync};
pub use self::dynamic::FeatureStd;
pub use self::keep::Keep;
pub use self::object::DUPLICATES_ARE_ERRORS;
pub use self::proxy::{
    Handle, Items, Returned, as_mut, as_ref, drop_value, from_value, into_value, lend_mut, pin_mut,
    pin_ref, shorten, shorten_mut,
};
pub use self::say::{Default, FORMAT, ImplementedBy, Interface, Ordinary, Program};
pub use self::signature::{
    Arg0, Arg1, Arg2, Arg3, Arg4, Arg5, Arg6, Arg7, Arg8, Arg9, Arg10, Arg11, Arg12, Arg13, Arg14,
    Arg15, Arg16, Arg17, Arg18, Arg19, Arg20, Arg21, Arg22, Arg23, Args, Elide, Forward, Signature,
    StaticType, Ty,
};
pub use self::storage::{
    Align1, Align2, Align4, Align8, Align16, Align32, Align64, Align128, Align256, Align512,
    Align1024, Align2048, Align4096, Bytes8, Bytes16, CopyWord, Many, One, Storage, Two, Word,
};

#[cfg(target_has_atomic = "ptr")]
pub use crate::dynamic::{FunctionSlot, not_implemented};

pub use crate::macros::expand_over;
pub use crate::{
    __linkface_declare as declare, __linkface_default as default,
    __linkface_default_fn as default_fn, __linkface_default_static as default_static,
    __linkface_dynamic as dynamic, __linkface_dynamic_static as dynamic_static,
    __linkface_function_slot as function_slot, __linkface_implement as implement,
    __linkface_implement_trait as implement_trait, __linkface_item_name as item_name,
    __linkface_override as override_, __linkface_scoped as scoped,
};
pub use linkface_macros::__implement_group as implement_group;

#[cfg(feature = "alloc")]
pub extern crate alloc;
