//! What became of each call: direct, indirect, inlined, eliminated, a library call.
//!
//! What counts is *call edges*: instructions from which control goes elsewhere. That a function exists
//! says nothing, since its definition stays when all calls of it were inlined. Answers have three values:
//! what wasn't seen is [`Verdict::Unknown`], and never proven.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::prove::{Inquiry, Path, Program, Question, Unit, Verdict};
//!
//! let text = "define i32 @f(i32 %x) {\n  %1 = call i32 @g(i32 %x)\n  ret i32 %1\n}\n\
//!             define internal i32 @g(i32 %x) {\n  ret i32 %x\n}\n";
//! let unit = Unit { name: "a.ll".to_owned(), module: Module::new(text) };
//! let program = Program::new(vec![unit]);
//! let report = Inquiry::new(&program, Path::new("f"))
//!     .questions([Question::NoCall, Question::NoPanic])
//!     .answer()
//!     .unwrap();
//! assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Refuted));
//! assert_eq!(report.verdict(Question::NoPanic), Some(Verdict::Proven));
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`program`] | several modules: which symbol is which function |
//! | [`path`] | what people write, and what symbols say |
//! | [`edge`] | the calls of one function |
//! | [`inquiry`] | questions, and how they are answered |
//! | [`report`] | answers, as data |
//!
//! What is counted, and what isn't:
//!
//! * *Panics* are paths to the machinery that panics or aborts, `llvm.trap` and running out of memory
//!   included. Whether such a path is ever taken isn't decided. Stack overflow isn't seen.
//! * *Allocations* are paths to an allocator, or its code where it is inlined. What a panic itself allocates
//!   isn't counted.
//! * Code that only runs while a panic unwinds counts as calls, but neither panics nor allocates. What
//!   follows a panic that was caught counts.
//! * A call of an item counts under whatever name: LLVM merges functions of the same code.
//! * What is written in a closure or an `async` block counts where it runs.

mod assembly;
mod chain;
pub mod edge;
pub mod inquiry;
mod known;
mod library;
mod merged;
pub mod path;
pub mod program;
mod reach;
pub mod report;
mod through;

pub use edge::{Callee, Edge, Pointer, edges};
pub use inquiry::{Inquiry, Question, Refusal};
pub use path::Path;
pub use program::{FunctionId, Program, Target, Unit};
pub use report::{Answer, Fate, Report, Verdict};
