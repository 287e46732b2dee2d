//! Functions that Rust programs call without writing it, by name or path.

use super::entries;

entries! {
    /// Functions. A path that ends in `::` stands for all that is below it.
    RUNTIME =

    // Allocation: https://doc.rust-lang.org/std/alloc/
    "__rust_alloc" @ "": "Allocates: size, alignment. Null if there is no memory.",
    "__rust_dealloc" @ "": "Frees: pointer, size, alignment.",
    "__rust_realloc" @ "": "Resizes: pointer, old size, alignment, new size. Null if there is no memory.",
    "__rust_alloc_zeroed" @ "": "Allocates zeros: size, alignment. Null if there is no memory.",
    "__rust_no_alloc_shim_is_unstable_v2" @ "": "Does nothing: makes sure that the program has an \
        allocator.",
    "__rust_no_alloc_shim_is_unstable" @ "": "Does nothing: makes sure that the program has an allocator.",
    "__rust_alloc_error_handler" @ "": "There is no memory: ends the program.",
    "__rust_alloc_error_handler_should_panic_v2" @ "": "Whether a failed allocation panics.",
    "alloc::alloc::handle_alloc_error" @ "": "There is no memory: ends the program.",
    "alloc::raw_vec::handle_error" @ "": "There is no memory, or the size is too large: panics or ends the \
        program.",
    "alloc::raw_vec::capacity_overflow" @ "": "Panics: the size is too large.",
    "alloc::raw_vec::finish_grow" @ "": "Allocates or resizes what a `Vec` holds.",
    "alloc::raw_vec::RawVecInner::grow_amortized" @ "": "Makes room in a `Vec`: at least twice as much as \
        before.",
    "alloc::raw_vec::RawVec::grow_one" @ "": "Makes room in a `Vec` for one more.",

    // Panics.
    "rust_eh_personality" @ "personality-function": "Whom the unwinder asks what is to be done in this \
        function when a panic passes: reads its table of landing pads.",
    "__CxxFrameHandler3" @ "personality-function": "Whom the unwinder asks on Windows when a panic passes.",
    "__gxx_personality_v0" @ "personality-function": "Whom the unwinder asks when a C++ exception passes.",
    "rust_begin_unwind" @ "": "Begins a panic: the program's `#[panic_handler]`.",
    "rust_panic" @ "": "Hands a panic to the unwinder. Debuggers stop here.",
    "__rust_start_panic" @ "": "Hands a panic to the unwinder.",
    "__rust_panic_cleanup" @ "": "Takes the payload out of a panic that was caught.",
    "__rust_drop_panic" @ "": "A payload panicked when it was dropped: ends the program.",
    "__rust_foreign_exception" @ "": "An exception of another language arrived in Rust: ends the program.",
    "__rust_try" @ "": "Calls a function and catches its panic: what is below `catch_unwind`.",
    "core::panicking::panic" @ "": "Panics with a message that is known.",
    "core::panicking::panic_fmt" @ "": "Panics with a message: where all panics of `core` come together.",
    "core::panicking::panic_nounwind" @ "": "Panics, and ends the program.",
    "core::panicking::panic_nounwind_fmt" @ "": "Panics, and ends the program.",
    "core::panicking::panic_cannot_unwind" @ "": "A panic came out of a function that must not panic: ends \
        the program.",
    "core::panicking::panic_in_cleanup" @ "": "A second panic, while values were dropped because of a \
        first: ends the program.",
    "core::panicking::panic_bounds_check" @ "": "Panics: an index is out of bounds.",
    "core::panicking::panic_misaligned_pointer_dereference" @ "": "Panics: a pointer isn't aligned (debug \
        builds).",
    "core::panicking::panic_null_pointer_dereference" @ "": "Panics: a pointer is null (debug builds).",
    "core::panicking::panic_const::panic_const_add_overflow" @ "": "Panics: an addition overflowed.",
    "core::panicking::panic_const::panic_const_sub_overflow" @ "": "Panics: a subtraction overflowed.",
    "core::panicking::panic_const::panic_const_mul_overflow" @ "": "Panics: a multiplication overflowed.",
    "core::panicking::panic_const::panic_const_div_overflow" @ "": "Panics: a division overflowed.",
    "core::panicking::panic_const::panic_const_rem_overflow" @ "": "Panics: a remainder overflowed.",
    "core::panicking::panic_const::panic_const_neg_overflow" @ "": "Panics: a negation overflowed.",
    "core::panicking::panic_const::panic_const_shl_overflow" @ "": "Panics: a shift to the left is too far.",
    "core::panicking::panic_const::panic_const_shr_overflow" @ "": "Panics: a shift to the right is too far.",
    "core::panicking::panic_const::panic_const_div_by_zero" @ "": "Panics: a division by zero.",
    "core::panicking::panic_const::panic_const_rem_by_zero" @ "": "Panics: a remainder of a division by \
        zero.",
    "core::panicking::panic_const::panic_const_async_fn_resumed" @ "": "Panics: a future was polled after \
        its end.",
    "core::panicking::panic_const::panic_const_async_fn_resumed_panic" @ "": "Panics: a future was polled \
        after a panic.",
    "core::panicking::panic_const::panic_const_async_fn_resumed_drop" @ "": "Panics: a future was polled \
        after it was dropped.",
    "core::panicking::panic_const::" @ "": "Panics with a message that is known.",
    "core::panicking::assert_failed" @ "": "Panics: an `assert_eq!` or `assert_ne!` failed.",
    "core::panicking::assert_failed_inner" @ "": "Panics: an `assert_eq!` or `assert_ne!` failed.",
    "core::panicking::unreachable_display" @ "": "Panics: an `unreachable!` was reached.",
    "core::panicking::" @ "": "Panics.",
    "core::option::unwrap_failed" @ "": "Panics: `unwrap` of a `None`.",
    "core::option::expect_failed" @ "": "Panics: `expect` of a `None`.",
    "core::result::unwrap_failed" @ "": "Panics: `unwrap` or `expect` of an `Err`.",
    "core::slice::index::slice_index_fail" @ "": "Panics: a range is out of bounds.",
    "core::slice::index::slice_index_order_fail" @ "": "Panics: a range ends before it starts.",
    "core::slice::index::slice_start_index_len_fail" @ "": "Panics: a range starts behind the end.",
    "core::slice::index::slice_end_index_len_fail" @ "": "Panics: a range ends behind the end.",
    "core::slice::index::slice_start_index_overflow_fail" @ "": "Panics: a range starts too far.",
    "core::slice::index::slice_end_index_overflow_fail" @ "": "Panics: a range ends too far.",
    "core::slice::copy_from_slice_impl::len_mismatch_fail" @ "": "Panics: slices have different lengths.",
    "core::str::slice_error_fail_rt" @ "": "Panics: a range doesn't lie between characters, or is out of \
        bounds.",
    "core::str::slice_error_fail" @ "": "Panics: a range doesn't lie between characters, or is out of \
        bounds.",
    "core::cell::panic_already_borrowed" @ "": "Panics: a `RefCell` is borrowed.",
    "core::cell::panic_already_mutably_borrowed" @ "": "Panics: a `RefCell` is borrowed mutably.",
    "core::unicode::unicode_data::" @ "": "Looks up a property of a character.",
    "std::panicking::begin_panic" @ "": "Begins a panic with a payload.",
    "std::panicking::rust_panic_with_hook" @ "": "Runs the panic hook, then unwinds.",
    "std::panicking::catch_unwind" @ "": "Calls a closure and catches its panic.",
    "std::panicking::panic_count::is_zero_slow_path" @ "": "Whether this thread isn't panicking.",
    "std::rt::lang_start" @ "": "Sets up the standard library and calls the program's `main`.",
    "std::rt::lang_start_internal" @ "": "Sets up the standard library and calls the program's `main`.",
    "std::process::abort" @ "": "Ends the program at once.",
    "std::process::exit" @ "": "Ends the program.",
    "std::io::stdio::_print" @ "": "Writes to standard output: `print!`.",
    "std::io::stdio::_eprint" @ "": "Writes to standard error: `eprint!`.",
    "core::fmt::write" @ "": "Formats a message into a writer: below `format!`, `write!` and `print!`.",
    "alloc::fmt::format" @ "": "Formats a message into a `String`.",
    "alloc::fmt::format::format_inner" @ "": "Formats a message into a `String`.",
    "core::ptr::drop_in_place" @ "": "Drops a value: runs its `Drop`, then drops its fields.",
    "core::intrinsics::cold_path" @ "": "Does nothing: says that control rarely comes here.",
    "main" @ "": "Where the C library starts the program: calls `std::rt::lang_start` with the program's own \
        `main`.",

    // https://itanium-cxx-abi.github.io/cxx-abi/abi-eh.html
    "_Unwind_Resume" @ "": "Lets the unwinder go on.",
    "_Unwind_RaiseException" @ "": "Hands an exception to the unwinder.",
    "_Unwind_Backtrace" @ "": "Walks through the callers, for a backtrace.",
    "_Unwind_" @ "": "A question to the unwinder.",

    // What the compiler calls by itself.
    "memcpy" @ "": "Copies bytes; the places must not overlap.",
    "memmove" @ "": "Copies bytes; the places may overlap.",
    "memset" @ "": "Fills memory with a byte.",
    "memcmp" @ "": "Compares bytes: negative, 0 or positive.",
    "bcmp" @ "": "Compares bytes: 0 if they are the same.",
    "strlen" @ "": "The length of a C string.",
    "malloc" @ "": "C's allocator.",
    "calloc" @ "": "C's allocator, of zeros.",
    "realloc" @ "": "C's allocator: resizes.",
    "free" @ "": "C's allocator: frees.",
    "posix_memalign" @ "": "C's allocator, with an alignment.",
    "aligned_alloc" @ "": "C's allocator, with an alignment.",
    "abort" @ "": "Ends the program at once.",
    "exit" @ "": "Ends the program.",
    "__cxa_thread_atexit_impl" @ "": "Registers the destructor of a thread-local.",
    "__tls_get_addr" @ "": "The address of a thread-local in a shared library.",
    "__udivti3" @ "": "Divides 128-bit numbers without sign.",
    "__umodti3" @ "": "The remainder of 128-bit numbers without sign.",
    "__divti3" @ "": "Divides 128-bit numbers with sign.",
    "__modti3" @ "": "The remainder of 128-bit numbers with sign.",
    "__multi3" @ "": "Multiplies 128-bit numbers.",
    "fmod" @ "": "The remainder of floating-point numbers.",
    "fmodf" @ "": "The remainder of floating-point numbers.",
    "__errno_location" @ "": "Where C keeps the number of the last error.",
    "_tlv_bootstrap" @ "": "The address of a thread-local (macOS).",
}
