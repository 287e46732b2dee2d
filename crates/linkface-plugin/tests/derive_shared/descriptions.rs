//! Two types are described alike if they can be exchanged, and only then.

use linkface_plugin::Shared;
use linkface_plugin::describe::Kind;

/// As another image reads it.
macro_rules! bytes {
    ($ty:ty) => {{
        const LEN: usize =
            ::linkface_plugin::describe::encoded_len(<$ty as ::linkface_plugin::Shared>::TYPE);
        ::linkface_plugin::describe::encode::<LEN>(<$ty as ::linkface_plugin::Shared>::TYPE)
            .to_vec()
    }};
}

/// Decoded.
macro_rules! described {
    ($ty:ty) => {
        ::linkface_plugin::describe::Description::decode(&$crate::descriptions::bytes!($ty))
            .expect("just encoded")
    };
}

pub(crate) use {bytes, described};

/// The `T`s of these modules, with the modules' names.
macro_rules! declared {
    ($($module:ident: { $($declaration:tt)* })*) => {{
        $( mod $module {
            #[allow(unused_imports)]
            use linkface_plugin::Shared;
            $($declaration)*
        } )*
        vec![$((stringify!($module), bytes!($module::T))),*]
    }};
}

#[test]
fn what_cannot_be_exchanged_is_described_differently() {
    let all = declared! {
        inline: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: u32 } }
        inline_reordered: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { b: u32, a: u8 } }
        inline_renamed: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, c: u32 } }
        inline_retyped: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: i32 } }
        inline_same_size: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: f32 } }
        inline_before: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { z: u8, a: u8, b: u32 } }
        // In what was padding: neither the size changes nor a place.
        inline_in_padding: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, z: u8, b: u32 } }
        inline_behind: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: u32, z: u8 } }
        inline_cfg: {
            #[derive(Shared)] #[repr(C)]
            pub(crate) struct T { #[cfg(not(test))] a: u8, b: u32 }
        }
        inline_aligned: { #[derive(Shared)] #[repr(C, align(16))] pub(crate) struct T { a: u8, b: u32 } }
        inline_unnamed: { #[derive(Shared)] #[repr(C)] pub(crate) struct T(u8, u32); }
        inline_char: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: char } }
        inline_bool: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: bool, b: u32 } }
        inline_array: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: [u8; 1], b: u32 } }
        inline_longer: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: [u8; 2], b: u32 } }
        inline_nested: {
            #[derive(Shared)] #[repr(C)] pub(crate) struct Inner { a: u8, b: u32 }
            #[derive(Shared)] #[repr(C)] pub(crate) struct T { inner: Inner }
        }
        inline_nested_changed: {
            #[derive(Shared)] #[repr(C)] pub(crate) struct Inner { a: u8, b: i32 }
            #[derive(Shared)] #[repr(C)] pub(crate) struct T { inner: Inner }
        }
        empty: { #[derive(Shared)] #[repr(C)] pub(crate) struct T; }
        transparent: { #[derive(Shared)] #[repr(transparent)] pub(crate) struct T(u32); }
        transparent_other: { #[derive(Shared)] #[repr(transparent)] pub(crate) struct T(i32); }

        fieldless: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A, B } }
        fieldless_added: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A, B, C } }
        fieldless_renamed: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A, C } }
        fieldless_reordered: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { B, A } }
        fieldless_discriminant: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A, B = 4 } }
        fieldless_wider: { #[derive(Shared)] #[repr(u16)] pub(crate) enum T { A, B } }
        fieldless_c: { #[derive(Shared)] #[repr(C)] pub(crate) enum T { A, B } }
        // As large as `repr(C)`, but the tag isn't.
        fieldless_u8_aligned: { #[derive(Shared)] #[repr(u8, align(4))] pub(crate) enum T { A, B } }
        fieldless_negative: { #[derive(Shared)] #[repr(i8)] pub(crate) enum T { A = -1, B } }
        fieldless_255: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A = 255, B = 0 } }
        fields: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A(u8, u32), B { b: u64 } } }
        fields_c: { #[derive(Shared)] #[repr(C)] pub(crate) enum T { A(u8, u32), B { b: u64 } } }
        // `A`'s first field: behind the tag, or where the union of all fields begins.
        fields_c_u8: { #[derive(Shared)] #[repr(C, u8)] pub(crate) enum T { A(u8, u32), B { b: u64 } } }
        fields_retyped: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A(u8, i32), B { b: u64 } } }
        fields_reordered: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A(u32, u8), B { b: u64 } } }
        fields_added: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A(u8, u32, u8), B { b: u64 } } }
        fields_gone: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A(u8, u32), B } }

        converted: { #[derive(Shared)] pub(crate) struct T { a: u8, b: u32 } }
        converted_renamed: { #[derive(Shared)] pub(crate) struct T { a: u8, c: u32 } }
        converted_swapped: { #[derive(Shared)] pub(crate) struct T { b: u8, a: u32 } }
        converted_retyped: { #[derive(Shared)] pub(crate) struct T { a: u8, b: String } }
        converted_added: { #[derive(Shared)] pub(crate) struct T { a: u8, b: u32, c: () } }
        converted_unnamed: { #[derive(Shared)] pub(crate) struct T(u8, u32); }
        converted_unnamed_reordered: { #[derive(Shared)] pub(crate) struct T(u32, u8); }
        converted_recursive: { #[derive(Shared)] pub(crate) struct T { a: Option<Box<T>> } }
        converted_recursive_other: { #[derive(Shared)] pub(crate) struct T { a: Vec<T> } }
        converted_enum: { #[derive(Shared)] pub(crate) enum T { A(u8), B { b: u32 } } }
        converted_enum_added: { #[derive(Shared)] pub(crate) enum T { A(u8), B { b: u32 }, C } }
        converted_enum_renamed: { #[derive(Shared)] pub(crate) enum T { A(u8), D { b: u32 } } }
        converted_enum_retyped: { #[derive(Shared)] pub(crate) enum T { A(u8), B { b: i32 } } }
        converted_enum_field: { #[derive(Shared)] pub(crate) enum T { A(u8), B { c: u32 } } }
        converted_fieldless: { #[derive(Shared)] pub(crate) enum T { A, B } }
        converted_generic: {
            #[derive(Shared)] pub(crate) struct Pair<A, B> { a: A, b: B }
            pub(crate) type T = Pair<u8, u16>;
        }
        converted_generic_other: {
            #[derive(Shared)] pub(crate) struct Pair<A, B> { a: A, b: B }
            pub(crate) type T = Pair<u16, u8>;
        }
        inline_generic: {
            #[derive(Shared)] #[repr(C)] pub(crate) struct Pair<A, const N: usize> { a: [A; N] }
            pub(crate) type T = Pair<u8, 4>;
        }
        inline_generic_other: {
            #[derive(Shared)] #[repr(C)] pub(crate) struct Pair<A, const N: usize> { a: [A; N] }
            pub(crate) type T = Pair<u8, 5>;
        }
        marked: {
            #[derive(Shared)] #[repr(transparent)] pub(crate) struct Id<A>(u8, core::marker::PhantomData<A>);
            pub(crate) type T = Id<u8>;
        }
        marked_other: {
            #[derive(Shared)] #[repr(transparent)] pub(crate) struct Id<A>(u8, core::marker::PhantomData<A>);
            pub(crate) type T = Id<u16>;
        }
        named: { #[derive(Shared)] #[shared(name = "Other")] pub(crate) struct T { a: u8, b: u32 } }
    };
    no_two_are_alike(&all);
}

#[test]
#[expect(elided_lifetimes_in_paths, reason = "one macro names them all")]
fn what_is_borrowed_for_another_time_is_described_differently() {
    no_two_are_alike(&declared! {
        borrowed: { #[derive(Shared)] pub(crate) struct T<'a, 'b> { a: &'a str, b: &'b str } }
        borrowed_other: { #[derive(Shared)] pub(crate) struct T<'b, 'a> { a: &'a str, b: &'b str } }
        borrowed_static: { #[derive(Shared)] pub(crate) struct T<'a> { a: &'a str, b: &'static str } }
        borrowed_longer: { #[derive(Shared)] pub(crate) struct T<'a, 'b: 'a> { a: &'a str, b: &'b str } }
        borrowed_enum: { #[derive(Shared)] pub(crate) enum T<'a> { A(&'a str) } }
        borrowed_enum_static: { #[derive(Shared)] pub(crate) enum T { A(&'static str) } }
    });
}

fn no_two_are_alike(all: &[(&str, Vec<u8>)]) {
    for (n, (name, bytes)) in all.iter().enumerate() {
        for (other, others) in &all[..n] {
            assert!(
                bytes != others,
                "`{name}` and `{other}` are described alike"
            );
        }
    }
}

#[test]
#[expect(elided_lifetimes_in_paths, reason = "one macro names them all")]
fn what_can_be_exchanged_is_described_alike() {
    let same = [
        declared! {
            converted: { #[derive(Shared)] pub(crate) struct T { a: u8, b: u32 } }
            another_order: { #[derive(Shared)] pub(crate) struct T { b: u32, a: u8 } }
            another_name: {
                #[derive(Shared)] #[shared(name = "T")] pub(crate) struct New { #[shared(name = "a")] x: u8, b: u32 }
                pub(crate) type T = New;
            }
            with_cache: { #[derive(Shared)] pub(crate) struct T { #[shared(skip)] cache: u64, a: u8, b: u32 } }
            documented: {
                /// It has documentation.
                #[derive(Debug, Shared)] pub(crate) struct T { a: u8, b: u32 }
            }
        },
        declared! {
            choices: { #[derive(Shared)] pub(crate) enum T { A(u8), B { b: u32, c: String } } }
            another_order: { #[derive(Shared)] pub(crate) enum T { B { c: String, b: u32 }, A(u8) } }
            raw: { #[derive(Shared)] pub(crate) enum T { r#A(u8), B { r#b: u32, c: String } } }
        },
        declared! {
            inline: { #[derive(Shared)] #[repr(C)] pub(crate) struct T { a: u8, b: [u16; 3] } }
            generic: {
                #[derive(Shared)] #[repr(C)] #[shared(name = "T")]
                pub(crate) struct Generic<A, const N: usize> { a: A, b: [u16; N] }
                pub(crate) type T = Generic<u8, 3>;
            }
        },
        declared! {
            borrowed: { #[derive(Shared)] pub(crate) struct T<'a, 'b> { a: &'a str, b: &'b str } }
            another_name: { #[derive(Shared)] pub(crate) struct T<'x, 'y> { b: &'y str, a: &'x str } }
        },
        declared! {
            signed: { #[derive(Shared)] #[repr(i8)] pub(crate) enum T { A, B = 5 } }
            unsigned: { #[derive(Shared)] #[repr(u8)] pub(crate) enum T { A, B = 2 + 3 } }
        },
    ];
    for all in same {
        for (name, bytes) in &all {
            assert!(
                *bytes == all[0].1,
                "`{name}` is not described as `{}` is",
                all[0].0
            );
        }
    }
}

mod types {
    use linkface_plugin::Shared;

    #[derive(Shared)]
    #[repr(C)]
    pub(crate) struct Outer {
        head: u8,
        choice: Choice,
        pair: Pair<u8, u64>,
    }

    #[derive(Shared)]
    #[repr(C)]
    pub(crate) enum Choice {
        Small(u8),
        Large { at: u16, value: u64 },
    }

    #[derive(Shared)]
    #[repr(u8)]
    pub(crate) enum Tight {
        Small(u8, u16) = 9,
        Large { at: u32 },
    }

    #[derive(Shared)]
    #[repr(C)]
    pub(crate) struct Pair<A, B> {
        a: A,
        b: B,
    }

    #[derive(Shared)]
    pub(crate) struct Tree {
        value: u8,
        left: Option<Box<Tree>>,
        others: Vec<Forest>,
    }

    #[derive(Shared)]
    pub(crate) enum Forest {
        Trees(Vec<Tree>),
        None,
    }
}

/// Where each field is, by the language's own means.
#[test]
fn fields_are_where_they_are_said_to_be() {
    let outer = described!(types::Outer);
    let root = outer.root();
    assert_eq!((root.kind, &root.name[..]), (Kind::Struct, "Outer"));
    assert_eq!((root.size, root.align), (48, 8));
    let fields: Vec<_> = root
        .members
        .iter()
        .map(|m| (&m.name[..], m.number))
        .collect();
    assert_eq!(fields, [("head", 0), ("choice", 8), ("pair", 32)]);

    let choice = outer.node(&root.members[1]);
    assert_eq!(
        (choice.kind, choice.number, choice.size),
        (Kind::Enum, 4, 24)
    );
    let variants: Vec<_> = choice
        .members
        .iter()
        .map(|m| (&m.name[..], m.number))
        .collect();
    assert_eq!(variants, [("Small", 0), ("Large", 1)]);
    let places =
        |description: &linkface_plugin::describe::Description, of: usize, variant: usize| {
            let node = &description.nodes()[of];
            let variant = description.node(&node.members[variant]);
            variant.members.iter().map(|m| m.number).collect::<Vec<_>>()
        };
    let number = root.members[1].node;
    assert_eq!(places(&outer, number, 0), [8]);
    assert_eq!(places(&outer, number, 1), [8, 16]);

    let tight = described!(types::Tight);
    assert_eq!((tight.root().number, tight.root().size), (1, 8));
    assert_eq!(places(&tight, 0, 0), [1, 2]);
    assert_eq!(places(&tight, 0, 1), [4]);

    // And so says an enum's own memory.
    let value = types::Choice::Large { at: 7, value: 1 };
    if let types::Choice::Large { at, value: field } = &value {
        let start = (&raw const value).addr();
        let offsets = [
            (&raw const *at).addr() - start,
            (&raw const *field).addr() - start,
        ];
        assert_eq!(offsets, [8, 16]);
    }
}

#[test]
fn recursive_types_are_described_once() {
    let tree = described!(types::Tree);
    let count = |name: &str| tree.nodes().iter().filter(|node| node.name == name).count();
    assert_eq!(
        (count("Tree"), count("Forest"), count("Trees"), count("u8")),
        (1, 1, 1, 1)
    );
    let sizes = |node: &linkface_plugin::describe::Node| (node.size, node.align);
    assert_eq!(sizes(tree.root()), (0, 0));
}

/// Two types of one name in one interface, as two versions of a crate make them.
#[test]
fn two_types_of_one_name_are_two() {
    mod one {
        #[derive(linkface_plugin::Shared)]
        #[repr(C)]
        pub(crate) struct T(u8);
    }
    mod two {
        #[derive(linkface_plugin::Shared)]
        #[repr(C)]
        pub(crate) struct T(u64);
    }
    let both = described!((one::T, two::T));
    assert_eq!(
        both.nodes().iter().filter(|node| node.name == "T").count(),
        2
    );
    assert_ne!(<one::T as Shared>::ID, <two::T as Shared>::ID);
}
