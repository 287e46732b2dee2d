//! A provider: records go to the `log` crate, hence to whatever backend it was given. `env_logger`,
//! `fern`, `tracing-log` and all others work without knowing of `logger`.

use linkface::implement;

#[implement(logger::sink)]
mod to_log {
    use logger::{Level, Record};

    fn log(record: &Record<'_>) {
        let record = log::Record::builder()
            .level(theirs(record.level))
            .target(record.target)
            .module_path(Some(record.target))
            .file_static(Some(record.file))
            .line(Some(record.line))
            .args(record.args)
            .build();
        log::logger().log(&record);
    }

    fn enabled(level: Level, target: &str) -> bool {
        log::log_enabled!(target: target, theirs(level))
    }

    fn flush() {
        log::logger().flush();
    }

    const fn theirs(level: Level) -> log::Level {
        match level {
            Level::Error => log::Level::Error,
            Level::Warn => log::Level::Warn,
            Level::Info => log::Level::Info,
            Level::Debug => log::Level::Debug,
            Level::Trace => log::Level::Trace,
        }
    }
}
