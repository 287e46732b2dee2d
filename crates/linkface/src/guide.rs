//! The guide: what can be declared and implemented, how it is joined, and where the limits are.
//!
//! | page | read it to |
//! |---|---|
//! | [`declaring`] | declare functions, statics and modules |
//! | [`implementing`] | implement them, and know what is checked |
//! | [`traits`] | declare a trait and use its proxy |
//! | [`defaults`] | give an item a default, and let others bring one |
//! | [`dynamic`] | implement an item while the program runs, across images, or for a test |
//! | [`linking`] | choose providers, and read what the linker says |
//! | [`facades`] | lay out a façade and its providers as crates |
//! | [`c`] | join Rust with C and C++, or build without Cargo |
//! | [`semver`] | know what a new item means for a façade's version |
//! | [`limits`] | know what does not work, before you meet it |
//! | [`how_it_works`] | see what the macros emit and why |
//! | [`questions`] | compare with the RFCs, and read the questions that they leave open |
//! | [`comparison`] | compare with other crates |
//!
//! In all pages, a *façade* is a crate that declares, a *provider* one that implements, and the
//! *root* the crate that is linked into an artifact: a program, a test, a `cdylib`. An *interface* is
//! what is declared. rustc calls the idea *externally implementable items* (EII).

// In the repository, pages refer to one another as files; here, as modules. Of two definitions of
// one reference the first holds.
macro_rules! pages {
    ($($name:ident)+) => {$(
        #[doc = "
[declaring]: crate::guide::declaring
[implementing]: crate::guide::implementing
[traits]: crate::guide::traits
[defaults]: crate::guide::defaults
[dynamic]: crate::guide::dynamic
[linking]: crate::guide::linking
[facades]: crate::guide::facades
[c]: crate::guide::c
[semver]: crate::guide::semver
[limits]: crate::guide::limits
[how it works]: crate::guide::how_it_works
[questions]: crate::guide::questions
[comparison]: crate::guide::comparison
[`interface`]: macro@crate::interface
[`implement`]: macro@crate::implement
[`link!`]: crate::link
[`facade!`]: crate::facade
[`provider!`]: crate::provider
"]
        #[doc = include_str!(concat!("guide/", stringify!($name), ".md"))]
        pub mod $name {}
    )+};
}

pages! {
    declaring implementing traits defaults dynamic linking facades c semver limits how_it_works questions
    comparison
}
