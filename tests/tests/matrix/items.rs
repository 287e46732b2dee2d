//! The items of the façade in `crates/api.rs`, and what each must say.

/// Who must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Provider,
    Default,
}

/// One item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) kind: &'static str,
    pub(crate) state: &'static str,
    pub(crate) answer: Answer,
}

const fn item(kind: &'static str, state: &'static str, answer: Answer) -> Item {
    Item {
        kind,
        state,
        answer,
    }
}

/// In the order of `values!` in `crates/api.rs`.
pub(crate) const ITEMS: [Item; 9] = [
    item("function", "required", Answer::Provider),
    item("function", "default", Answer::Default),
    item("function", "overridden", Answer::Provider),
    item("static", "required", Answer::Provider),
    item("static", "default", Answer::Default),
    item("static", "overridden", Answer::Provider),
    item("trait", "required", Answer::Provider),
    item("trait", "default", Answer::Default),
    item("trait", "overridden", Answer::Provider),
];

/// What item `index` must say: 100 and its number if the default answers, 200 and its number if the
/// provider does. No two items say the same, so that mixed-up ones show.
pub(crate) fn expected(index: usize) -> u32 {
    let base = match ITEMS[index].answer {
        Answer::Default => 100,
        Answer::Provider => 200,
    };
    base + u32::try_from(index).expect("there are nine")
}
