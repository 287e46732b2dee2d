//! What came of a program, and whether that is right.

use super::limit::{LIMITS, LINKED, Limit};
use super::plan::Case;
use super::row::Want;
use crate::plain::plain;
use linkface_symbol::{Compat, Item, Role};

/// What came of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It ran well, and printed this.
    Said(String),
    /// It ran, and ended badly.
    Ended(String),
    /// It was linked.
    Linked,
    /// rustc or the linker refused it: the command and what was printed.
    Refused(String),
}

/// A program, judged.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub(super) case: &'a Case,
    pub(super) verdict: Verdict,
    /// To be written down if it is wrong.
    pub(super) text: String,
}

/// What is to be said of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    /// The error is the right one, but nobody demangled it.
    Mangled,
    /// It isn't, as everybody knows: the limit's number.
    Limited(usize),
    Wrong,
}

impl<'a> Cell<'a> {
    pub(super) fn new(case: &'a Case, outcome: Outcome) -> Self {
        let right = judge(case, &outcome);
        let text = match outcome {
            Outcome::Said(text) | Outcome::Ended(text) | Outcome::Refused(text) => text,
            Outcome::Linked => LINKED.to_owned(),
        };
        let verdict = right.unwrap_or_else(|| {
            let said = plain(&text);
            let excuses = |limit: &Limit| (limit.applies)(case) && said.contains(limit.says);
            let limit = LIMITS.iter().position(excuses);
            limit.map_or(Verdict::Wrong, Verdict::Limited)
        });
        Self {
            case,
            verdict,
            text,
        }
    }
}

/// The verdict, if all is well.
fn judge(case: &Case, outcome: &Outcome) -> Option<Verdict> {
    match (case.row.want, outcome) {
        (Want::Answer(digit), Outcome::Said(text)) => {
            (*text == format!("9{digit} 9{digit} 9{digit}")).then_some(Verdict::Right)
        }
        (Want::Answer(_), Outcome::Linked) => Some(Verdict::Right),
        (Want::Missing, Outcome::Refused(text)) => {
            error(text, case, &[Role::Required, Role::TypeId], "undefined")
        }
        (Want::Duplicate, Outcome::Refused(text)) => {
            error(text, case, &[Role::Unique], "")
                // Where whole programs are optimised at once, LLVM is the first to find out.
                .or_else(|| {
                    let roles = [Role::Required, Role::TypeId];
                    error(text, case, &roles, "multiply defined")
                })
        }
        (Want::DuplicateDefault, Outcome::Refused(text)) => {
            error(text, case, &[Role::UniqueDefault], "")
        }
        _ => None,
    }
}

/// Whether the sentence of one of `roles` is told of the item, in an error that has `word`.
fn error(text: &str, case: &Case, roles: &[Role], word: &str) -> Option<Verdict> {
    let text = plain(text);
    if !text.contains(word) {
        return None;
    }
    let name = case.kind.item();
    let version = Compat::of("0.1").ok()?;
    let item = Item::new("facade", version, [name], 0);
    let sentences: Vec<String> = roles.iter().map(|role| role.sentence(&item)).collect();
    let told = |text: &str, sentence: &str| {
        let mut places = text.match_indices(sentence);
        places.any(|(at, _)| {
            let start = text.floor_char_boundary(at.saturating_sub(NEAR));
            text[start..at].contains(name)
        })
    };
    if sentences.iter().any(|sentence| told(&text, sentence)) {
        return Some(Verdict::Right);
    }
    // In a mangled symbol the letters of a sentence stand in their order.
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let text = letters(&text);
    sentences
        .iter()
        .any(|sentence| told(&text, &letters(sentence)))
        .then_some(Verdict::Mangled)
}

/// How far before its sentence an item is named: a method can stand between.
const NEAR: usize = 40;

#[cfg(test)]
mod tests {
    use super::super::row::{Kind, Profile, ROWS};
    use super::super::target::TARGETS;
    use super::*;
    use linkface_symbol::{demangled, encode};

    fn verdict(row: &str, outcome: Outcome) -> Verdict {
        let case = Case {
            target: &TARGETS[0],
            linker: &TARGETS[0].linkers[0],
            profile: Profile::Debug,
            kind: Kind::Function,
            row: ROWS.iter().find(|known| known.name == row).unwrap(),
        };
        Cell::new(&case, outcome).verdict
    }

    fn error(symbol: impl Fn(&Item, Role) -> String, role: Role) -> Outcome {
        let item = Item::new("facade", Compat::of("0.1").unwrap(), ["answer"], 1);
        let symbol = symbol(&item, role);
        Outcome::Refused(format!(
            "ld: error: undefined or duplicate symbol: {symbol}\n"
        ))
    }

    #[test]
    fn all_three_answers_must_be_right() {
        let said = |text: &str| verdict("required", Outcome::Said(text.to_owned()));
        assert_eq!(said("93 93 93"), Verdict::Right);
        assert_eq!(said("93 93 91"), Verdict::Wrong);
        assert_eq!(said(""), Verdict::Wrong);
        let ended = Outcome::Ended("93 93 93".to_owned());
        assert_eq!(verdict("required", ended), Verdict::Wrong);
        assert_eq!(verdict("required", Outcome::Linked), Verdict::Right);
    }

    #[test]
    fn an_error_must_be_the_one_that_is_meant() {
        for (row, role) in [("missing", Role::Required), ("duplicate", Role::Unique)] {
            assert_eq!(verdict(row, error(demangled, role)), Verdict::Right);
            assert_eq!(verdict(row, error(encode, role)), Verdict::Mangled);
            assert_eq!(verdict(row, error(demangled, Role::Pull)), Verdict::Wrong);
            assert_eq!(verdict(row, error(encode, Role::Pull)), Verdict::Wrong);
            assert_eq!(verdict(row, Outcome::Linked), Verdict::Wrong);
        }
    }
}
