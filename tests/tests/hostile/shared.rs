//! `#[derive(Shared)]`.

use crate::lints::{DENIED, RESTRICTED};
use crate::scopes::SHADOWS;
use linkface_tests::{Crate, Workspace};

const TYPES: &str = r#"
/// A dependency.
pub mod dep {
    /// Point.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Point {
        /// X.
        pub x: f32,
        /// Y.
        pub y: f32,
    }
    /// Shape.
    #[derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub enum Shape<T> {
        /// Dot.
        Dot,
        /// Line.
        Line {
            /// From.
            from: T,
            /// To.
            to: T,
        },
        /// Poly.
        Poly(::std::vec::Vec<T>, u8),
    }
}
/// Derived.
pub mod derived {
    use crate::dep;

    /// Pairs.
    #[derive(
        linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy,
    )]
    #[repr(C)]
    pub struct Pair<First, Second, const COUNT: usize>
    where
        First: ::core::marker::Copy,
    {
        /// A.
        pub first: First,
        second: [Second; COUNT],
    }
    /// Stats.
    #[derive(
        linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy,
    )]
    #[repr(C)]
    pub struct Stats {
        /// A.
        pub first: u8,
        second: [f64; 3],
    }
    /// Mode.
    #[derive(
        linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy,
    )]
    #[repr(u8)]
    pub enum Mode<First> {
        /// A.
        Walk(First) = 3,
        /// B.
        Run = 4,
    }
    /// Mode.
    #[derive(
        linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy,
    )]
    #[repr(C)]
    pub enum Plain {
        /// A.
        Walk = 3,
        /// B.
        Run = 4,
    }
    /// Event.
    #[derive(linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Event<'event, Value: ::core::clone::Clone> {
        /// Name.
        pub name: &'event str,
        /// Values.
        pub values: ::std::vec::Vec<Value>,
        next: ::core::option::Option<::std::boxed::Box<u8>>,
        #[shared(skip)]
        cache: u8,
    }
    /// Enums.
    #[derive(linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone)]
    pub enum Message<'event> {
        /// Name.
        Text(&'event str),
        /// Nothing.
        Nothing,
        /// Values.
        Values {
            /// Values.
            values: ::std::vec::Vec<Self>,
        },
    }
    /// Point.
    #[derive(
        linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy,
    )]
    #[shared(remote = "dep::Point")]
    pub struct PointTwin {
        x: f32,
        y: f32,
    }
    /// Shape.
    #[derive(linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone)]
    #[shared(remote = "dep::Shape<Thing>")]
    pub enum ShapeTwin<Thing> {
        /// Dot.
        Dot,
        /// Line.
        Line {
            /// From
            from: Thing,
            /// To
            to: Thing,
        },
        /// Poly.
        Poly(::std::vec::Vec<Thing>, u8),
    }
    /// Holds.
    #[derive(linkface_plugin::Shared, ::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Holds {
        #[shared(with = PointTwin)]
        point: dep::Point,
        #[shared(with = "ShapeTwin<u8>")]
        shape: dep::Shape<u8>,
    }

    impl<Value: ::core::clone::Clone> Event<'_, Value> {
        /// Cache.
        #[must_use]
        #[inline]
        pub const fn cache(&self) -> u8 {
            self.cache
        }
    }
}
"#;

fn case(name: &str, source: &str) -> Workspace {
    Workspace::new(name).member(Crate::lib("types").plugin(&[]).source(source))
}

#[test]
fn everything_is_shadowed() {
    let inside = format!("use crate::dep;{}", without_attributes(SHADOWS));
    let types = TYPES.replace("use crate::dep;", &inside);
    let source = format!("#![allow(nonstandard_style, dead_code, unused_macros)]{types}");
    case("hostile-shared", &source).check().succeeds();
}

/// As they stand in a module.
fn without_attributes(source: &str) -> String {
    let inner = |line: &&str| !line.starts_with("#![");
    source.lines().filter(inner).collect::<Vec<_>>().join("\n")
}

#[test]
fn there_is_no_prelude() {
    let primitives = "use ::core::primitive::*; use crate::dep;";
    let types = TYPES.replace("use crate::dep;", primitives).replace(
        "pub mod dep {",
        "pub mod dep {\n    use ::core::primitive::*;",
    );
    let source = format!("#![no_implicit_prelude]{types}")
        .replace("linkface_plugin::", "::linkface_plugin::");
    case("hostile-shared-no-prelude", &source)
        .check()
        .succeeds();
}

#[test]
fn lints_find_nothing() {
    // Only what the user wrote may be linted, and that is written to pass.
    let restricted = format!(
        "{RESTRICTED}#![allow(clippy::missing_docs_in_private_items, clippy::exhaustive_structs, \
         clippy::exhaustive_enums, clippy::absolute_paths, clippy::std_instead_of_core, \
         reason = \"the text above\")]"
    );
    for (name, lints) in [("denied", DENIED), ("restricted", &restricted)] {
        let case = case(
            &format!("lints-shared-{name}"),
            &format!("//! Types.\n{lints}{TYPES}"),
        );
        case.cargo("clippy").run().succeeds();
        case.check().succeeds().says_no("warning");
    }
}

/// Twins in what allocates are made without the standard library's name, too.
#[test]
fn twins_in_a_crate_without_std() {
    Workspace::new("hostile-shared-no-std")
        .member(Crate::lib("types").plugin(&[]).source(
            r#"
            #![no_std]
            #![deny(warnings)]
            extern crate alloc;
            use alloc::{boxed::Box, vec::Vec};
            pub mod dep {
                pub struct Point { pub x: f32 }
            }
            #[derive(linkface_plugin::Shared)]
            #[shared(remote = "dep::Point")]
            pub struct Point { x: f32 }
            #[derive(linkface_plugin::Shared)]
            pub struct Path {
                #[shared(with = Vec<Point>)]
                pub points: Vec<dep::Point>,
                #[shared(with = Option<Box<Point>>)]
                pub end: Option<Box<dep::Point>>,
            }
            "#,
        ))
        .check()
        .succeeds();
}
