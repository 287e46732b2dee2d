//! What has a C type.

use crate::{board, compilers, item, written};
use linkface_graph::header::header;

/// What stands in the header of `signatures` between the C++ brackets.
#[track_caller]
fn check(name: &str, signatures: &[&str], types: &str, expected: &str) {
    let header = written(signatures, types).expect("a header");
    let (_, body) = header
        .split_once("extern \"C\" {\n#endif\n\n")
        .expect("C++");
    let (body, _) = body.split_once("\n\n#ifdef __cplusplus\n}").expect("C++");
    assert_eq!(body, expected);
    compilers::check(name, &header);
}

#[test]
fn numbers() {
    check(
        "numbers",
        &[
            "pub fn all(a: u8, b: i16, c: u32, d: i64, e: usize, f: isize, g: bool) -> f64",
            "pub fn ffi(a: c_int, b: core::ffi::c_ulong, c: libc::c_char, d: std::os::raw::c_uchar) -> c_longlong",
            "pub fn never_zero(a: NonZeroU32, b: core::num::NonZero<i8>, c: Option<NonZeroUsize>)",
            "pub fn nothing()",
            "pub unsafe fn halt(code: i32) -> !",
            "pub extern \"C\" fn unit(float: f32) -> ()",
        ],
        "",
        "double c_all(uint8_t a, int16_t b, uint32_t c, int64_t d, uintptr_t e, intptr_t f, bool g);\n\n\
         long long c_ffi(int a, unsigned long b, char c, unsigned char d);\n\n\
         void c_never_zero(uint32_t a, int8_t b, uintptr_t c);\n\n\
         void c_nothing(void);\n\n\
         void c_halt(int32_t code);\n\n\
         void c_unit(float float_);",
    );
}

#[test]
fn pointers() {
    check(
        "pointers",
        &[
            "pub fn raw(a: *const u8, b: *mut u8, c: *const *mut u8, d: *mut *const u8)",
            "pub fn references<'a>(a: &'a u8, b: &mut u8, c: Option<&u8>, d: Option<&'a mut u8>) -> &'a u8",
            "pub fn nonnull(a: NonNull<u8>, b: Option<core::ptr::NonNull<c_void>>, c: *const ()) -> *mut core::ffi::c_void",
            "pub fn arrays(mac: &[u8; 6], matrix: *mut [[f32; WIDTH]; 2], new: &[*const u8; 4])",
            "pub fn uninitialised(place: &mut MaybeUninit<u32>)",
            "pub static MAC: [u8; 6]",
            "pub static NAME: &'static u8",
            "pub static LIMIT: u32",
        ],
        "pub const WIDTH: usize = FOUR; const FOUR: usize = 4;",
        "void c_raw(const uint8_t *a, uint8_t *b, uint8_t *const *c, const uint8_t **d);\n\n\
         const uint8_t *c_references(const uint8_t *a, uint8_t *b, const uint8_t *c, uint8_t *d);\n\n\
         void *c_nonnull(uint8_t *a, void *b, const void *c);\n\n\
         void c_arrays(const uint8_t (*mac)[6], float (*matrix)[2][4], const uint8_t *const (*new_)[4]);\n\n\
         void c_uninitialised(uint32_t *place);\n\n\
         extern const uint8_t c_mac[6];\n\n\
         extern const uint8_t *const c_name;\n\n\
         extern const uint32_t c_limit;",
    );
}

#[test]
fn function_pointers() {
    check(
        "functions",
        &[
            "pub fn each(call: extern \"C\" fn(*mut c_void, u32) -> bool, of: *mut c_void)",
            "pub fn set(call: Option<unsafe extern \"C\" fn(code: c_int)>) -> Option<extern \"C\" fn(i32)>",
            "pub fn nested(of: extern \"C\" fn(extern \"C\" fn(u8) -> u8) -> extern \"C\" fn())",
            "pub fn print(with: unsafe extern \"C\" fn(format: *const c_char, ...) -> c_int)",
            "pub fn on(event: Option<Handler>)",
        ],
        "pub type Handler = extern \"C\" fn(&Event);",
        "typedef struct Event Event;\n\n\
         typedef void (*Handler)(const Event *);\n\n\
         void c_each(bool (*call)(void *, uint32_t), void *of);\n\n\
         void (*c_set(void (*call)(int code)))(int32_t);\n\n\
         void c_nested(void (*(*of)(uint8_t (*)(uint8_t)))(void));\n\n\
         void c_print(int (*with)(const char *format, ...));\n\n\
         void c_on(Handler event);",
    );
}

#[test]
fn structs_and_unions() {
    check(
        "structs",
        &[
            "pub fn read(at: Region, into: &mut Buffer<'_>) -> Value",
            "pub fn first(list: *const Node) -> Option<&Node>",
            "pub fn with(context: &mut Context, foreign: *mut other::Thing, empty: &Marker)",
            "pub fn wait(for_: Millis, on: Handle) -> Handle",
        ],
        "
        mod inner {
            /// Bytes, from `start`.
            #[repr(C)] #[derive(Clone)] pub struct Region {
                /// The first.
                pub start: u64,
                pub len: usize,
                pub kind: [Kind; 2],
                _marker: PhantomData<u8>,
            }
            #[repr(C)] pub struct Kind(u8, pub bool);
        }
        #[repr(C)] pub struct Buffer<'a> { data: &'a mut u8, register: extern \"C\" fn(Pair) -> u8 }
        #[repr(C)] pub union Value { int: i64, float: f64 }
        #[repr(C)] pub struct Node { next: *const Node, owner: Option<&'static List> }
        #[repr(C)] pub struct List { first: Node }
        #[repr(C)] pub struct Pair { a: u8, b: u8 }
        pub struct Context { name: String }
        #[repr(C)] pub struct Marker { _private: [u8; 0] }
        #[repr(transparent)] pub struct Millis(pub u32, PhantomData<u8>);
        /// What `open` gave.
        pub type Handle = *mut Context;
        ",
        "typedef struct Region Region;\n\
         typedef struct Kind Kind;\n\
         typedef struct Buffer Buffer;\n\
         typedef union Value Value;\n\
         typedef struct Node Node;\n\
         typedef struct Context Context;\n\
         typedef struct Thing Thing;\n\
         typedef struct Marker Marker;\n\
         typedef struct Pair Pair;\n\
         typedef struct List List;\n\n\
         struct Kind {\n    uint8_t _0;\n    bool _1;\n};\n\n\
         /** Bytes, from `start`. */\n\
         struct Region {\n    /** The first. */\n    uint64_t start;\n    uintptr_t len;\n    Kind kind[2];\n};\n\n\
         union Value {\n    int64_t int_;\n    double float_;\n};\n\n\
         typedef uint32_t Millis;\n\n\
         /** What `open` gave. */\n\
         typedef Context *Handle;\n\n\
         struct Buffer {\n    uint8_t *data;\n    uint8_t (*register_)(Pair);\n};\n\n\
         struct Node {\n    const Node *next;\n    const List *owner;\n};\n\n\
         struct Pair {\n    uint8_t a;\n    uint8_t b;\n};\n\n\
         struct List {\n    Node first;\n};\n\n\
         Value c_read(Region at, Buffer *into);\n\n\
         const Node *c_first(const Node *list);\n\n\
         void c_with(Context *context, Thing *foreign, const Marker *empty);\n\n\
         Handle c_wait(Millis for_, Handle on);",
    );
}

#[test]
fn enums() {
    check(
        "enums",
        &["pub fn set(level: Level, mode: &Mode, secret: &Secret, wide: Wide) -> Level"],
        "
        const TOP: i32 = -7;
        /// How loud.
        #[repr(C)] pub enum Level { Low, /** The usual. */ Mid = 4, High, Top = TOP }
        #[repr(u8)] pub enum Mode { Off, On }
        pub enum Secret { A(u8) }
        #[repr(u64)] pub enum Wide { Most = 0xffff_ffff_ffff_ffff, }
        ",
        "typedef struct Secret Secret;\n\n\
         /** How loud. */\n\
         typedef enum Level {\n    Level_Low = 0,\n    /** The usual. */\n    Level_Mid = 4,\n    \
         Level_High = 5,\n    Level_Top = -7\n} Level;\n\n\
         typedef uint8_t Mode;\n#define Mode_Off ((Mode)0)\n#define Mode_On ((Mode)1)\n\n\
         typedef uint64_t Wide;\n#define Wide_Most ((Wide)18446744073709551615u)\n\n\
         Level c_set(Level level, const Mode *mode, const Secret *secret, Wide wide);",
    );
}

#[test]
fn documentation_and_guard() {
    let mut ticks = item("pub fn ticks(_: u32, _per: u8) -> u32");
    "Ticks of a /* nasty */ clock,\n\nsince the start.".clone_into(&mut ticks.docs);
    let rust_only = linkface_graph::facts::Declared {
        symbol: None,
        abi: None,
        ..item("pub fn text(of: &str)")
    };
    let in_tests = linkface_graph::facts::Declared {
        only_in_tests: true,
        ..item("pub fn fake(of: &str)")
    };
    let header = header(&board(), &[ticks, rust_only, in_tests], &[]).expect("a header");
    assert_eq!(
        header,
        "/* The C items of the facade board 0.1.\n \
         * Written by `cargo linkface header board`: changes made here are lost. */\n\
         #ifndef LINKFACE_BOARD_H\n\
         #define LINKFACE_BOARD_H\n\n\
         #include <stdbool.h>\n\
         #include <stdint.h>\n\n\
         #ifdef __cplusplus\nextern \"C\" {\n#endif\n\n\
         /**\n * Ticks of a / * nasty * / clock,\n *\n * since the start.\n */\n\
         uint32_t c_ticks(uint32_t, uint8_t _per);\n\n\
         #ifdef __cplusplus\n}\n#endif\n\n\
         #endif /* LINKFACE_BOARD_H */\n"
    );
    compilers::check("documentation", &header);
}
