//! The façade: each kind of item as required, with a default, and with a default that is overridden.
//!
//! It is compiled twice: as `mx_api`, which calls its own items, and as `mx_quiet`, which doesn't.
//! Defaults that no code of the declaring crate calls are the first that an optimiser drops.
use linkface::interface;

#[interface]
pub fn function_required() -> u32;
#[interface]
pub fn function_default() -> u32 {
    101
}
#[interface]
pub fn function_overridden() -> u32 {
    102
}

#[interface]
pub static STATIC_REQUIRED: u32;
#[interface]
pub static STATIC_DEFAULT: u32 = 104;
#[interface]
pub static STATIC_OVERRIDDEN: u32 = 105;

#[interface(pub TraitRequired)]
pub trait TraitRequiredApi: Sized {
    fn with(value: u32) -> Self;
    fn value(&self) -> u32;
}
#[interface(pub TraitDefault, default = Plain)]
pub trait TraitDefaultApi: Sized {
    fn with(value: u32) -> Self;
    fn value(&self) -> u32;
}
#[interface(pub TraitOverridden, default = Plain)]
pub trait TraitOverriddenApi: Sized {
    fn with(value: u32) -> Self;
    fn value(&self) -> u32;
}

/// What implements the traits when nobody else does.
pub struct Plain(u32);

impl TraitDefaultApi for Plain {
    fn with(value: u32) -> Self {
        Self(value)
    }
    fn value(&self) -> u32 {
        self.0 + 100
    }
}
impl TraitOverriddenApi for Plain {
    fn with(value: u32) -> Self {
        Self(value)
    }
    fn value(&self) -> u32 {
        self.0 + 100
    }
}

/// What each item says, asked in the crate that writes this. The rows of `items.rs`, in order.
#[macro_export]
macro_rules! values {
    () => {{
        use $crate::{TraitDefaultApi as _, TraitOverriddenApi as _, TraitRequiredApi as _};
        [
            $crate::function_required(),
            $crate::function_default(),
            $crate::function_overridden(),
            $crate::STATIC_REQUIRED,
            $crate::STATIC_DEFAULT,
            $crate::STATIC_OVERRIDDEN,
            <$crate::TraitRequired as $crate::TraitRequiredApi>::with(6).value(),
            <$crate::TraitDefault as $crate::TraitDefaultApi>::with(7).value(),
            <$crate::TraitOverridden as $crate::TraitOverriddenApi>::with(8).value(),
        ]
    }};
}
