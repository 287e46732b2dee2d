//! Names like one that is wrong.

/// What a message says of the names there are, if one that there isn't was asked for.
pub(super) fn known(wrong: &str, names: &[String]) -> String {
    let near: Vec<&String> = names
        .iter()
        .filter(|name| distance(wrong, name) <= wrong.chars().count().max(3) / 3)
        .collect();
    let quoted = |names: &[&String]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    if !near.is_empty() {
        return format!("; near it: {}", quoted(&near));
    }
    match names.len() {
        0 => String::new(),
        1..=8 => format!("; it has {}", quoted(&names.iter().collect::<Vec<_>>())),
        count => format!(
            "; it has {} and {} more",
            quoted(&names.iter().take(7).collect::<Vec<_>>()),
            count - 7
        ),
    }
}

/// How many letters have to be put in, left out or replaced to make one of the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (n, left) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = n + 1;
        for (m, &letter) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(left != letter);
            diagonal = row[m + 1];
            row[m + 1] = replaced.min(row[m] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, known};

    #[test]
    fn names_that_differ_by_a_letter_are_near() {
        assert_eq!(distance("bong", "boing"), 1);
        assert_eq!(distance("", "abc"), 3);
        let names = ["boing", "len"].map(String::from);
        assert_eq!(known("bong", &names), "; near it: `boing`");
        assert_eq!(known("something", &names), "; it has `boing`, `len`");
        assert_eq!(known("x", &[]), "");
    }
}
