//! Types that need no definition.

/// C's name for a type that needs no definition.
pub(super) fn primitive(name: &str) -> Option<&'static str> {
    Some(match name {
        "u8" | "uint8_t" | "NonZeroU8" => "uint8_t",
        "u16" | "uint16_t" | "NonZeroU16" => "uint16_t",
        "u32" | "uint32_t" | "NonZeroU32" => "uint32_t",
        "u64" | "uint64_t" | "NonZeroU64" => "uint64_t",
        "i8" | "int8_t" | "NonZeroI8" => "int8_t",
        "i16" | "int16_t" | "NonZeroI16" => "int16_t",
        "i32" | "int32_t" | "NonZeroI32" => "int32_t",
        "i64" | "int64_t" | "NonZeroI64" => "int64_t",
        "usize" | "uintptr_t" | "NonZeroUsize" => "uintptr_t",
        "isize" | "intptr_t" | "NonZeroIsize" => "intptr_t",
        "bool" => "bool",
        "f32" | "c_float" => "float",
        "f64" | "c_double" => "double",
        "c_char" => "char",
        "c_schar" => "signed char",
        "c_uchar" => "unsigned char",
        "c_short" => "short",
        "c_ushort" => "unsigned short",
        "c_int" => "int",
        "c_uint" => "unsigned int",
        "c_long" => "long",
        "c_ulong" => "unsigned long",
        "c_longlong" => "long long",
        "c_ulonglong" => "unsigned long long",
        _ => return None,
    })
}
