//! Lists, as they are written.

use linkface_symbol::Declaration;

/// Items by name: `write`, `LEVEL` and 3 more.
pub(super) fn list(items: &[&Declaration]) -> String {
    const SHOWN: usize = 4;
    let names: Vec<String> = items
        .iter()
        .map(|declared| format!("`{}`", declared.item.path.join("::")))
        .collect();
    join(&names, SHOWN)
}

pub(super) fn join(names: &[String], shown: usize) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] if names.len() <= shown => format!("{} and {last}", all.join(", ")),
        _ => format!(
            "{} and {} more",
            names[..shown - 1].join(", "),
            names.len() - shown + 1
        ),
    }
}
