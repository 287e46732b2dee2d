//! Runs functions: what each instruction computes, what each phi chooses, where poison is made, and
//! where it is used so that the program has no meaning.
//!
//! The rules are those of the [language reference](https://llvm.org/docs/LangRef.html). Poison is
//! silent until something depends on it; `undef` is tracked bit by bit. Memory is made of objects
//! that pointers belong to. There is one thread, and nothing is unwound: a panic ends the run.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::run::{Limits, Machine, Outcome, Value};
//!
//! let modules = [Module::new(
//!     "define i32 @square(i32 %x) {\n  %1 = mul nsw i32 %x, %x\n  ret i32 %1\n}\n",
//! )];
//! let mut machine = Machine::new(&modules, Limits::default());
//!
//! let Outcome::Returned(value) = machine.call("square", vec![Value::int(32, 7)]) else { panic!() };
//! assert_eq!(value.to_string(), "49");
//!
//! let Outcome::Returned(value) = machine.call("square", vec![Value::int(32, 1 << 16)]) else { panic!() };
//! let (_, why) = value.poison().unwrap().origin();
//! assert_eq!(why, "`mul nsw` of 65536 and 65536 overflows");
//! ```
//!
//! What isn't tracked: whether `noalias`, `readonly`, `memory(…)`, `nounwind`, `willreturn` and the
//! alias metadata are kept. Integers of more than 128 bits, `half`, `fp128` and the like (beyond
//! loading and storing), scalable vectors, inline assembly and landing pads aren't run.
#![expect(
    clippy::similar_names,
    reason = "`site` and `size`, `with` and `width` are the words for them"
)]

mod access;
mod aggregate;
pub mod argument;
mod arithmetic;
mod atomic;
mod call;
mod cast;
mod codec;
mod compare;
mod constant;
mod control;
mod convert;
mod elements;
mod execute;
mod float;
mod gep;
mod global;
mod int;
mod intrinsic;
mod layout;
mod library;
mod literal;
mod machine;
mod memory;
mod observe;
mod outcome;
mod panic;
mod poison;
mod promise;
mod unit;
mod value;

pub use int::{Int, WIDEST};
pub use machine::{Limits, Machine};
pub use observe::{Nobody, Observer};
pub use outcome::{Outcome, Panic, Reason, Stopped, Undefined};
pub use poison::{Poison, Site};
pub use value::{AllocationId, Pointer, Provenance, Value};
