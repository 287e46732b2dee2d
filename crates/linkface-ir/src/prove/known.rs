//! Functions that we know by name: who allocates, who panics, and who does neither.

use super::library;
use super::path::plain;

/// A symbol and its path, which is read once.
pub(crate) struct Known<'s> {
    symbol: &'s str,
    path: String,
}

impl<'s> Known<'s> {
    pub(crate) fn new(symbol: &'s str) -> Self {
        Self {
            symbol,
            path: plain(symbol),
        }
    }

    /// Its path without the crate in which rustc itself puts what it makes.
    fn name(&self) -> &str {
        self.path.strip_prefix("__rustc::").unwrap_or(&self.path)
    }

    /// Whether a function gets memory from an allocator.
    pub(crate) fn allocates(&self) -> bool {
        const C: &[&str] = &[
            "malloc",
            "calloc",
            "realloc",
            "reallocarray",
            "aligned_alloc",
            "posix_memalign",
            "memalign",
            "valloc",
            "pvalloc",
            "strdup",
            "strndup",
            "HeapAlloc",
            "HeapReAlloc",
            "_aligned_malloc",
        ];
        // `__rust_*` are what `alloc` calls, `__rdl_*` and `__rg_*` what is behind them: the allocator of
        // `std`, and that of `#[global_allocator]`.
        const RUST: &[&str] = &[
            "__rust_alloc",
            "__rust_alloc_zeroed",
            "__rust_realloc",
            "__rdl_alloc",
            "__rdl_alloc_zeroed",
            "__rdl_realloc",
            "__rg_alloc",
            "__rg_alloc_zeroed",
            "__rg_realloc",
        ];
        if C.contains(&self.symbol) {
            return true;
        }
        RUST.contains(&self.name()) || self.is_method_of_allocator()
    }

    /// Whether it is what somebody's allocator has for getting memory.
    fn is_method_of_allocator(&self) -> bool {
        const METHODS: &[&str] = &["alloc", "alloc_zeroed", "realloc"];
        let method = self
            .path
            .rsplit_once("as core::alloc::global::GlobalAlloc>::");
        method.is_some_and(|(_, method)| METHODS.contains(&method))
    }

    /// Whether a function, once it is called, panics or aborts: it is a part of the machinery for that.
    pub(crate) fn panics(&self) -> bool {
        const PREFIXES: &[&str] = &[
            "core::panicking::",
            "std::panicking::",
            "core::option::unwrap_failed",
            "core::option::expect_failed",
            "core::result::unwrap_failed",
            "core::str::slice_error_fail",
            "core::cell::panic_",
            "core::slice::index::slice_",
            "core::slice::copy_from_slice_impl::len_mismatch_fail",
            "core::alloc::layout::size_align_",
            "alloc::raw_vec::capacity_overflow",
            "alloc::raw_vec::handle_error",
            "alloc::alloc::handle_alloc_error",
            "alloc::vec::Vec::",
            "std::process::abort",
            "std::sys::abort_internal",
            "core::intrinsics::abort",
            "std::rt::begin_panic",
            "std::rt::panic_",
        ];
        const NAMES: &[&str] = &[
            "rust_begin_unwind",
            "rust_panic",
            "__rust_start_panic",
            "rust_eh_personality_panic",
            "__rust_alloc_error_handler",
            "_Unwind_RaiseException",
            "abort",
            "__rust_abort",
            "__stack_chk_fail",
            "__assert_fail",
            "llvm.trap",
            "llvm.ubsantrap",
        ];
        if NAMES.contains(&self.symbol) {
            return true;
        }
        let begins = |prefix: &&str| self.path.starts_with(*prefix);
        NAMES.contains(&self.name()) || PREFIXES.iter().any(begins) && ends_badly(&self.path)
    }

    /// Whether a function of Rust's own libraries that does not return panics or aborts. All do, but those
    /// that end the program in an orderly way.
    pub(crate) fn noreturn_panics(&self) -> bool {
        let path = self.path.trim_start_matches('<');
        let own = ["core::", "alloc::", "std::", "__rustc::"];
        own.iter().any(|start| path.starts_with(start)) && path != "std::process::exit"
    }

    /// Whether a function whose code isn't here neither panics nor allocates.
    pub(crate) fn is_harmless(&self) -> bool {
        const C: &[&str] = &[
            "free",
            "_Unwind_Resume",
            "__errno_location",
            "_Unwind_DeleteException",
        ];
        // Giving memory back. That it doesn't unwind is a duty of every `GlobalAlloc`.
        const RUST: &[&str] = &[
            "__rust_dealloc",
            "__rdl_dealloc",
            "__rg_dealloc",
            "__rust_no_alloc_shim_is_unstable_v2",
            "__rust_no_alloc_shim_is_unstable",
            "__rust_probestack",
        ];
        if C.contains(&self.symbol) || library::is_harmless(self.symbol) {
            return true;
        }
        RUST.contains(&self.name())
    }
}

/// Not all that is in such a module fails: `core::slice::index` has more than `slice_index_fail`, and
/// `alloc::vec::Vec` more than `…::assert_failed`.
fn ends_badly(path: &str) -> bool {
    let in_shared_place = ["core::slice::index::", "alloc::vec::", "std::panicking::"]
        .iter()
        .any(|place| path.starts_with(place));
    let last = path.rsplit("::").next().unwrap_or_default();
    !in_shared_place || last.contains("fail") || last.contains("panic") || last.contains("overflow")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allocators_are_known_in_both_manglings() {
        for symbol in [
            "_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc",
            "_RNvCsfLfy6EI15iL_7___rustc19___rust_alloc_zeroed",
            "__rust_realloc",
            "malloc",
            "_RNvXCs1_3appNtB2_4BumpNtNtNtCs2_4core5alloc6global11GlobalAlloc5alloc",
        ] {
            assert!(Known::new(symbol).allocates(), "{symbol}");
        }
        for symbol in [
            "_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc",
            "free",
            "my_malloc",
            "_RNvXCs1_3appNtB2_4BumpNtNtNtCs2_4core5alloc6global11GlobalAlloc7dealloc",
        ] {
            assert!(!Known::new(symbol).allocates(), "{symbol}");
        }
    }

    #[test]
    fn what_panics_is_known_and_its_neighbours_are_not_taken_for_it() {
        for symbol in [
            "_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check",
            "_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const23panic_const_div_by_zero",
            "_RNvNtNtCsgEmfK2I1SDS_4core5slice5index16slice_index_fail",
            "_RNvNtCsgEmfK2I1SDS_4core6option13unwrap_failed",
            "_RNvNtCslNYArtu3iFV_5alloc5alloc18handle_alloc_error",
            "_RNvNtCsjrHSEGnQ3l9_3std7process5abort",
            "abort",
        ] {
            assert!(
                Known::new(symbol).panics() || Known::new(symbol).noreturn_panics(),
                "{symbol}"
            );
        }
        for symbol in [
            "_RNvNtCsjrHSEGnQ3l9_3std7process4exit",
            "_RNvNtNtCsjrHSEGnQ3l9_3std9panicking11panic_count17is_zero_slow_path",
            "memcpy",
            "app::panicking",
        ] {
            assert!(!Known::new(symbol).panics(), "{symbol}");
        }
    }
}
