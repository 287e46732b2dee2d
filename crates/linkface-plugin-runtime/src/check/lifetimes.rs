//! For how long something is borrowed.

use super::difference::DifferenceKind;
use super::walk::{Causes, Walk};

/// The lifetimes of a [`Member`](crate::describe::Member), as its number has them: `'static`, the
/// receiver's, those of the method or type in the order in which they come.
fn words(number: i128) -> Option<String> {
    let bytes = number.to_le_bytes();
    // Too many: a hash.
    if bytes[15] != 0 {
        return None;
    }
    let names = bytes.iter().take_while(|byte| **byte != 0);
    let names: Vec<String> = names
        .map(|byte| match byte {
            1 => Some("'static".to_owned()),
            2 => Some("'self".to_owned()),
            3..=28 => Some(format!("'{}", char::from(b'a' + byte - 3))),
            128..=252 => Some("'_".to_owned()),
            _ => None,
        })
        .collect::<Option<_>>()?;
    Some(if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join(", ")
    })
}

impl Walk<'_> {
    /// Of what is of one type otherwise.
    pub(super) fn lifetimes(&mut self, path: &str, what: &str, numbers: [i128; 2]) -> Causes {
        if numbers[0] == numbers[1] {
            return Causes::new();
        }
        let text = match numbers.map(words) {
            [Some(a), Some(b)] if a != b => format!("{what} borrows for {}", self.each([&a, &b])),
            _ => format!(
                "{what} borrows for other lifetimes in {} than in {}",
                self.names[0], self.names[1]
            ),
        };
        self.report(DifferenceKind::Lifetimes, path, text)
    }
}
