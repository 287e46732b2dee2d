//! Processor time: what others do on the machine doesn't count.

use anyhow::Result;
use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;
use std::time::Duration;

/// The time of this process while it does something: the shortest of `times` runs.
pub(crate) fn own<T>(times: usize, mut run: impl FnMut() -> T) -> Result<Duration> {
    best(times, UsageWho::RUSAGE_SELF, || {
        std::hint::black_box(run());
        Ok(())
    })
}

/// The time of the processes that are started and waited for.
pub(crate) fn children(times: usize, run: impl FnMut() -> Result<()>) -> Result<Duration> {
    best(times, UsageWho::RUSAGE_CHILDREN, run)
}

fn best(times: usize, who: UsageWho, mut run: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..times {
        let before = spent(&getrusage(who)?);
        run()?;
        best = best.min(spent(&getrusage(who)?).saturating_sub(before));
    }
    Ok(best)
}

fn spent(usage: &Usage) -> Duration {
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Duration::from_micros(micros.unsigned_abs())
}
