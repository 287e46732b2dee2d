//! Who implements what, after all.

use super::{Choice, ItemUse};
use crate::facts::Grade;

/// What follows from who implements which item. `grade` is that of the implementation of one item (by
/// its index) by one provider.
///
/// Two implementations of one grade collide, even if a third overrides them: each defines the label of
/// its grade. A conflict is said before a gap: it names those who could close it.
pub(super) fn choice(items: &[ItemUse], grade: impl Fn(usize, usize) -> Grade) -> Choice {
    let mut conflicting = Vec::new();
    let mut used = Vec::new();
    let mut missing = false;
    for (item, one) in items.iter().enumerate() {
        let of = |wanted: Grade| -> Vec<usize> {
            let all = one.implementors.iter().copied();
            all.filter(|provider| grade(item, *provider) == wanted)
                .collect()
        };
        let (ordinary, default) = (of(Grade::Ordinary), of(Grade::Default));
        for same in [&ordinary, &default] {
            if same.len() > 1 {
                conflicting.extend(same);
            }
        }
        match ordinary.first().or(default.first()) {
            Some(provider) => used.push(*provider),
            None => missing |= one.declared.need.is_for_a_provider(),
        }
    }
    for list in [&mut conflicting, &mut used] {
        list.sort_unstable();
        list.dedup();
    }
    match used.as_slice() {
        _ if !conflicting.is_empty() => Choice::Conflict(conflicting),
        _ if missing => Choice::Missing,
        [] => Choice::FacadeDefault,
        [one] => Choice::Provider(*one),
        _ => Choice::Shared(used),
    }
}
