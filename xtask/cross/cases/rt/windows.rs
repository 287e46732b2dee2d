const STANDARD_OUTPUT: u32 = -11_i32 as u32;

// With MSVC's linkers rustc itself makes the import library, otherwise mingw has one.
#[cfg_attr(
    all(target_env = "msvc", target_arch = "x86"),
    link(
        name = "kernel32",
        kind = "raw-dylib",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    all(target_env = "msvc", not(target_arch = "x86")),
    link(name = "kernel32", kind = "raw-dylib")
)]
#[cfg_attr(target_env = "gnu", link(name = "kernel32"))]
unsafe extern "system" {
    fn GetStdHandle(which: u32) -> *mut u8;
    fn WriteFile(
        file: *mut u8,
        text: *const u8,
        len: u32,
        written: *mut u32,
        overlapped: *mut u8,
    ) -> i32;
    safe fn ExitProcess(code: u32) -> !;
}

#[unsafe(no_mangle)]
extern "C" fn linkface_start() -> ! {
    super::start()
}

pub fn print(text: &[u8]) {
    let mut written = 0;
    // SAFETY: the pointers are to `text` and `written`; the last one may be null.
    unsafe {
        WriteFile(
            GetStdHandle(STANDARD_OUTPUT),
            text.as_ptr(),
            text.len() as u32,
            &raw mut written,
            core::ptr::null_mut(),
        );
    }
}

pub fn exit(code: u32) -> ! {
    ExitProcess(code)
}

/// What `core` takes for granted from Microsoft's C runtime, and the programs never use.
#[cfg(target_env = "msvc")]
mod crt {
    #[unsafe(no_mangle)]
    static _fltused: u32 = 0;
    #[unsafe(no_mangle)]
    extern "C" fn __extendhfsf2() {}
    #[unsafe(no_mangle)]
    extern "C" fn __truncsfhf2() {}
    #[cfg(target_arch = "x86")]
    #[unsafe(no_mangle)]
    extern "C" fn _aulldiv() {}
    #[cfg(target_arch = "x86")]
    #[unsafe(no_mangle)]
    extern "C" fn _aullrem() {}
}
