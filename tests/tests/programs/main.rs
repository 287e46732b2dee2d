//! Small programs of several crates, one per thing that the documentation promises beyond the
//! matrix. Each file says what its programs show.

mod alloc;
mod attacks;
mod checkout;
mod closures;
mod declarations;
mod default_grade;
mod delegation;
mod dylibs;
mod dynamic;
mod editions;
mod facade_alone;
mod facade_types;
mod features;
mod groups;
mod link_macro;
mod names;
mod page;
mod privacy;
mod provider_tests;
mod proxies;
mod shared_names;
mod soundness;
mod statics;
mod supertraits;
mod symbol_names;
mod traits;
mod versions;
