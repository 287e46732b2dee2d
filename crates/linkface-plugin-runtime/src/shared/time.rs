//! `Duration` and `SystemTime`.

use super::via::via;
use std::time::{Duration, SystemTime};

via! {
    impl [] Duration = "Duration", as (u64, u32) {
        into: |duration| (duration.as_secs(), duration.subsec_nanos()),
        from: |(seconds, nanoseconds)| Duration::new(seconds, nanoseconds),
    }
    // After 1970, or before it. `Instant` has no number that means anything to others.
    impl [] SystemTime = "SystemTime", as Result<Duration, Duration> {
        into: |time| time.duration_since(SystemTime::UNIX_EPOCH).map_err(|error| error.duration()),
        from: |since| match since {
            Ok(after) => SystemTime::UNIX_EPOCH + after,
            Err(before) => SystemTime::UNIX_EPOCH - before,
        },
    }
}
