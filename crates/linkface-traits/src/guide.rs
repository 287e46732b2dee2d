//! The guide.
//!
//! | page | read it to |
//! |---|---|
//! | [`closures`] | write a closure where a trait with one method is wanted |
//! | [`anonymous_impls`] | implement a trait with several methods on the spot |
//! | [`qualified_calls`] | call a method of a certain trait |
//! | [`modes`] | decide how an impl's methods are found |
//! | [`delegation`] | implement a trait by what is there already |
//! | [`the_articles`] | see what is proposed for the language beside what is here |
//! | [`what_no_macro_can_do`] | know where it ends, and why |
//! | [`comparison`] | compare with other crates |

macro_rules! pages {
    ($($name:ident)+) => {$(
        #[doc = include_str!(concat!("guide/", stringify!($name), ".md"))]
        pub mod $name {}
    )+};
}

pages! {
    closures anonymous_impls qualified_calls modes delegation the_articles
    what_no_macro_can_do comparison
}
