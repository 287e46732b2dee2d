//! The attributes: `#[sam]`, `#[anon]`, `#[qualified]`, `#[mode]`, `#[delegate]`, `#[delegatable]`.
//!
//! They have a module of their own because a name can't stand for an attribute and for a macro with
//! `!` in one module, and several of these have a twin at the crate's root. Both can be used together:
//!
//! ```
//! use linkface_traits::attr::*; // #[sam]
//! use linkface_traits::sam; // sam!(…)
//! ```

pub use linkface_traits_macros::anon_attribute as anon;
pub use linkface_traits_macros::delegatable;
pub use linkface_traits_macros::delegate_attribute as delegate;
pub use linkface_traits_macros::mode;
pub use linkface_traits_macros::qualified_attribute as qualified;
pub use linkface_traits_macros::sam_attribute as sam;
