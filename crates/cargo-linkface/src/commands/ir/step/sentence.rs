//! Names and reasons, as people read them.

use linkface_ir::Function;
use linkface_ir::cfg::Obstacle;
use linkface_ir::lookup::Path;
use linkface_ir::model::{BlockId, InstId};
use linkface_ir::print::Printer;
use linkface_ir::step::dce::Kept;

/// How long a quoted instruction may be.
const WIDTH: usize = 90;

/// The name of a block, with its sigil.
pub(super) fn block(function: &Function<'_>, block: BlockId) -> String {
    Printer::new(function).local(function.block(block).label)
}

/// `%a`, `%b` and `%c`.
pub(super) fn blocks(function: &Function<'_>, blocks: &[BlockId]) -> String {
    let names: Vec<_> = blocks.iter().map(|id| block(function, *id)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "no block".to_owned(),
    }
}

/// An instruction in one line, cut if it is long.
pub(super) fn instruction(function: &Function<'_>, id: InstId) -> String {
    let text = Printer::new(function).instruction(function.instruction(id));
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Why a block stays that ends in `unreachable`.
pub(super) fn kept(function: &Function<'_>, why: Kept) -> String {
    match why {
        Kept::Obstacle(id, obstacle) => {
            let callee = function.instruction(id).op.call();
            let callee = callee.and_then(|call| call.callee.global());
            let before = match callee {
                Some(name) => format!("the call of `{}`", Path::new(&name.text()).text()),
                None => format!("`{}`", instruction(function, id)),
            };
            let so = match obstacle {
                Obstacle::NoReturn => "so `unreachable` isn't reached",
                _ => "so `unreachable` may not be reached",
            };
            format!("{before} {obstacle}, {so}")
        }
        Kept::First => {
            "it is the first block: to call the function is undefined behaviour".to_owned()
        }
        Kept::AddressTaken => "a `blockaddress` names it".to_owned(),
    }
}
