//! Several things at once.

use std::env;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// `f` of every item, in their order, as many at once as there are processors (or as
/// `CARGO_BUILD_JOBS` says).
pub(super) fn map<'a, T: Sync, R: Send>(items: &'a [T], f: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..workers().min(items.len()) {
            scope.spawn(|| {
                loop {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(nth) else { break };
                    let result = f(item);
                    if let Ok(mut results) = results.lock() {
                        results.push((nth, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_default();
    results.sort_by_key(|(nth, _)| *nth);
    results.into_iter().map(|(_, result)| result).collect()
}

fn workers() -> usize {
    let told = env::var("CARGO_BUILD_JOBS").ok();
    let told = told
        .and_then(|jobs| jobs.parse().ok())
        .filter(|jobs| *jobs > 0);
    told.unwrap_or_else(|| thread::available_parallelism().map_or(1, NonZero::get))
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_stand_where_their_items_do() {
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(
            super::map(&items, |item| item + 1),
            (1..101).collect::<Vec<_>>()
        );
        assert!(super::map(&[], |item: &usize| *item).is_empty());
    }
}
