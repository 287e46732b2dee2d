//! What the text says: types, values, instructions, functions.
//!
//! Everything borrows from the text, and literals are kept as they are written: what was read can be
//! written again without loss. Names of things are those of LLVM's language reference.

pub mod attribute;
mod call;
mod flags;
pub mod function;
pub mod instruction;
pub mod name;
mod op;
mod opcode;
mod rewrite;
pub mod signature;
pub mod ty;
pub mod value;
pub mod visit;

pub use attribute::{Attribute, Attributes};
pub use call::{Argument, Bundle, Call};
pub use flags::Flags;
pub use function::{Block, BlockId, Definition, Function, InstId, Local};
pub use instruction::{Instruction, Op};
pub use name::Name;
pub use opcode::{BinaryOp, CastOp, FloatPredicate, IntPredicate, Ordering};
pub use signature::{Parameter, Signature};
pub use ty::Type;
pub use value::{Constant, Operand, Value};
