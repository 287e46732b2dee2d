//! A plugin that needs the host, counts its implementors, and panics wherever it is told to.
#![forbid(unsafe_code)]

use api::{LoadedDesk, ToolApi};
use std::panic::panic_any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);

struct Hammer {
    number: u32,
    desk: Arc<LoadedDesk>,
}

/// A payload that panics once more when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("and again");
    }
}

fn told(what: &str) -> bool {
    std::env::var("HAMMER").is_ok_and(|told| told == what)
}

impl Hammer {
    fn new(desk: Arc<LoadedDesk>) -> Result<Self, String> {
        if told("fail") {
            return Err("no iron".to_owned());
        }
        assert!(!told("panic"), "no wood");
        if told("load") {
            use api::DeskApi;
            return Err(format!("it is {}", desk.ask("load libhosting_saws.so")));
        }
        let number = MADE.fetch_add(1, Ordering::Relaxed) + 1;
        Ok(Self { number, desk })
    }
}

impl Drop for Hammer {
    fn drop(&mut self) {
        assert!(!told("end"), "the hammer's end");
    }
}

impl ToolApi for Hammer {
    fn name(&self) -> String {
        format!("hammer {}", self.number)
    }

    fn act(&self, what: &str) -> String {
        use api::DeskApi;
        match what {
            "panic" => panic!("the hammer broke"),
            "number" => panic_any(7_u32),
            "bomb" => panic_any(Bomb),
            other => self.desk.ask(other),
        }
    }
}

linkface_plugin::export!(Hammer = |host| Hammer::new(host.get()?)?; needs api::LoadedDesk);
