//! What `#[derive(Shared)]` writes, by hand, for types of these tests.

pub(super) const DESCRIBED: &str = r#"
macro_rules! laid_out {
    ($(#[$attr:meta])* pub struct $N:ident { $($(#[$fattr:meta])* pub $f:ident: $t:ty),* $(,)? }) => {
        $(#[$attr])* #[derive(Clone, Copy, Debug)]
        pub struct $N { $($(#[$fattr])* pub $f: $t),* }
        laid_out! { @impl $N, Struct, &[$($(#[$fattr])* Member {
            name: stringify!($f),
            number: core::mem::offset_of!($N, $f) as i128,
            ty: <$t as Shared>::TYPE,
        }),*] }
    };
    ($(#[$attr:meta])* pub enum $N:ident { $($V:ident $(($t:ty))? $(= $d:literal)?),* $(,)? }) => {
        $(#[$attr])* #[derive(Clone, Copy, Debug)]
        pub enum $N { $($V $(($t))? $(= $d)?),* }
        impl $N {
            #[allow(unused_assignments)]
            const NUMBERS: &'static [i128] = &{
                let mut next = 0;
                [$({ $(next = $d;)? let this = next; next += 1; let _ = stringify!($V); this }),*]
            };
        }
        laid_out! { @impl $N, Enum, {
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Nth { $($V),* }
            &[$(Member {
                name: stringify!($V),
                number: $N::NUMBERS[Nth::$V as usize],
                ty: TypeRef::new(&const { Type {
                    kind: Kind::Variant,
                    id: id(&["variant", stringify!($N), stringify!($V)], &[]),
                    name: "",
                    flags: 0,
                    number: 0,
                    size: 0,
                    align: 0,
                    members: &const { [$(Member { name: "", number: 1, ty: <$t as Shared>::TYPE })?] },
                } }),
            }),*]
        } }
    };
    (@impl $N:ident, $kind:ident, $members:expr) => {
        // SAFETY: `repr` as the callers of this macro write it, and described.
        unsafe impl Shared for $N {
            type Wire = Self;
            const ID: u64 = id(&["test", stringify!($N)], &[]);
            const TYPE: TypeRef = {
                static TYPE: Type = Type {
                    kind: Kind::$kind,
                    id: <$N as Shared>::ID,
                    name: stringify!($N),
                    flags: 0,
                    number: 0,
                    size: size_of::<$N>() as u64,
                    align: align_of::<$N>() as u64,
                    members: $members,
                };
                TypeRef::new(&TYPE)
            };
            const INLINE: bool = true;
            fn into_wire(self) -> Self { self }
            unsafe fn from_wire(wire: Self) -> Self { wire }
        }
        // SAFETY: as above.
        unsafe impl linkface_plugin::Inline for $N {}
    };
}
macro_rules! converted {
    (pub struct $N:ident { $(pub $f:ident: $t:ty),* $(,)? }) => {
        #[derive(Clone, Debug)]
        pub struct $N { $(pub $f: $t),* }
        const _: () = {
            #[repr(C)]
            pub struct Wire { $($f: <$t as Shared>::Wire),* }
            // SAFETY: a `repr(C)` struct of what each field is converted to.
            unsafe impl Shared for $N {
                type Wire = Wire;
                const ID: u64 = id(&["test", stringify!($N)], &[]);
                const TYPE: TypeRef = {
                    static TYPE: Type = Type {
                        kind: Kind::Struct,
                        id: <$N as Shared>::ID,
                        name: stringify!($N),
                        flags: 0,
                        number: 0,
                        size: 0,
                        align: 0,
                        members: &[$(Member { name: stringify!($f), number: 0, ty: <$t as Shared>::TYPE }),*],
                    };
                    TypeRef::new(&TYPE)
                };
                fn into_wire(self) -> Wire { Wire { $($f: self.$f.into_wire()),* } }
                unsafe fn from_wire(wire: Wire) -> Self {
                    // SAFETY: by the caller.
                    unsafe { Self { $($f: <$t as Shared>::from_wire(wire.$f)),* } }
                }
            }
        };
    };
}
"#;
