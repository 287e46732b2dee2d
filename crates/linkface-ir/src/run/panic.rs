//! Panics: calls of what `core` and `std` have for them, and what those would say.

use super::machine::Machine;
use super::outcome::{Panic, Stop};
use super::poison::Site;
use super::unit::Symbol;
use super::value::{Pointer, Provenance, Value};
use crate::model::Call;

/// A name of the text, without `@`, as Rust has it: without the hash.
pub(crate) fn demangled(key: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(key))
}

/// Functions that panic, whatever the file says of them: paths, or their beginnings.
const PANICKING: &[&str] = &[
    "core::panicking::",
    "std::panicking::begin_panic",
    "std::panicking::rust_panic",
    "std::panicking::panic_handler",
    "__rustc::rust_begin_unwind",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::slice::index::slice_",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
];

/// The longest message that is read.
const LONGEST: u64 = 4096;

impl<'a> Machine<'_, 'a> {
    /// The end of the run, if the call panics.
    pub(super) fn panics(
        &mut self,
        unit: usize,
        key: &str,
        symbol: Option<(usize, Symbol<'_, 'a>)>,
        call: &Call<'a>,
        arguments: &[Value],
        site: Site,
    ) -> Option<Stop> {
        // Most calls are none of these, and are asked often.
        if !is_rust(key) {
            return None;
        }
        let never_returns = self.has(unit, &call.attributes, "noreturn")
            || matches!(symbol, Some((home, Symbol::Declared(signature)))
                if self.has(home, &signature.attributes, "noreturn"));
        let looks_so = ["panic", "fail", "raw_vec", "handle_alloc_error", "unwind"];
        if !never_returns && !looks_so.iter().any(|part| key.contains(part)) {
            return None;
        }
        let callee = demangled(key);
        let path = callee.trim_start_matches('<');
        let known = PANICKING.iter().any(|prefix| path.starts_with(prefix));
        let ours = ["core::", "alloc::", "std::"]
            .iter()
            .any(|of| path.starts_with(of));
        let defined = matches!(symbol, Some((_, Symbol::Defined(_))));
        let returns = matches!(symbol, Some((_, Symbol::Defined(_)))) && !never_returns;
        if returns || !(known || (ours && never_returns && !defined)) {
            return None;
        }
        let message = self.message(path, arguments);
        let place = arguments.iter().rev().find_map(|argument| match argument {
            Value::Ptr(pointer) => self.location(*pointer),
            _ => None,
        });
        Some(Stop::Panicked(Box::new(Panic {
            site,
            callee,
            message,
            place,
            calls: Vec::new(),
        })))
    }

    fn message(&mut self, path: &str, arguments: &[Value]) -> Option<String> {
        let last = path.rsplit("::").next().unwrap_or(path);
        let number = |nth: usize| match arguments.get(nth) {
            Some(Value::Int(int)) if int.is_defined() => Some(int.bits()),
            _ => None,
        };
        let attempt = |what: &str| Some(format!("attempt to {what}"));
        match last {
            "panic_const_add_overflow" => attempt("add with overflow"),
            "panic_const_sub_overflow" => attempt("subtract with overflow"),
            "panic_const_mul_overflow" => attempt("multiply with overflow"),
            "panic_const_div_overflow" => attempt("divide with overflow"),
            "panic_const_rem_overflow" => attempt("calculate the remainder with overflow"),
            "panic_const_neg_overflow" => attempt("negate with overflow"),
            "panic_const_shl_overflow" => attempt("shift left with overflow"),
            "panic_const_shr_overflow" => attempt("shift right with overflow"),
            "panic_const_div_by_zero" => attempt("divide by zero"),
            "panic_const_rem_by_zero" => attempt("calculate the remainder with a divisor of zero"),
            "panic_bounds_check" => Some(format!(
                "index out of bounds: the len is {} but the index is {}",
                number(1)?,
                number(0)?
            )),
            "unwrap_failed" if path.contains("option") => {
                Some("called `Option::unwrap()` on a `None` value".to_owned())
            }
            "capacity_overflow" => Some("capacity overflow".to_owned()),
            "panic_in_cleanup" => Some("panic in a destructor during cleanup".to_owned()),
            "panic_fmt" | "panic_nounwind_fmt" => self.formatted(arguments),
            _ => self.text(arguments),
        }
    }

    /// `&str`: a pointer and a length.
    fn text(&mut self, arguments: &[Value]) -> Option<String> {
        let [Value::Ptr(pointer), Value::Int(len), ..] = arguments else {
            return None;
        };
        let len = u64::try_from(len.bits())
            .ok()
            .filter(|len| *len <= LONGEST)?;
        String::from_utf8(self.read(*pointer, len)?).ok()
    }

    /// `fmt::Arguments` without arguments: a pointer to text, and twice its length plus one where
    /// else a pointer would be.
    fn formatted(&mut self, arguments: &[Value]) -> Option<String> {
        let [Value::Ptr(text), Value::Ptr(tagged), ..] = arguments else {
            return None;
        };
        if tagged.address % 2 == 0 {
            return None;
        }
        let len = Some(tagged.address / 2).filter(|len| *len <= LONGEST)?;
        String::from_utf8(self.read(*text, len)?).ok()
    }

    /// `core::panic::Location`: a pointer to the file's name, its length, line and column.
    fn location(&mut self, pointer: Pointer) -> Option<String> {
        let Provenance::Allocation(id) = pointer.provenance else {
            return None;
        };
        if self.memory.get(id)?.size != 24 {
            return None;
        }
        let bytes = self.read(pointer, 24)?;
        let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let short = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let len = long(8).filter(|len| *len <= LONGEST)?;
        let file = self.memory.around(long(0)?)?;
        let file = Pointer {
            address: long(0)?,
            provenance: Provenance::Allocation(file),
        };
        let name = String::from_utf8(self.read(file, len)?).ok()?;
        Some(format!("{name}:{}:{}", short(16)?, short(20)?))
    }
}

/// Whether a name is mangled as Rust's are.
fn is_rust(key: &str) -> bool {
    key.starts_with("_ZN") || key.starts_with("_R") || key.starts_with("rust_")
}
