//! A plugin that is built anew, which its text says: BUILD.
#![forbid(unsafe_code)]

use linkface_plugin::Reload;
use std::error::Error;

struct Counter(u32);

/// What is to go wrong.
fn mode(what: &str) -> bool {
    std::fs::read_to_string("mode").is_ok_and(|mode| mode == what)
}

impl Counter {
    fn new() -> Result<Self, String> {
        if mode("fail") {
            return Err("not now".to_owned());
        }
        Ok(Self(0))
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        assert!(!mode("end"), "the end of the BUILD one");
    }
}

impl counter::CounterApi for Counter {
    fn count(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
    fn build(&self) -> String {
        "BUILD".to_owned()
    }
}

// STATE
impl Reload for Counter {
    fn save(&self) -> Vec<u8> {
        assert!(!mode("save"), "no room");
        self.0.to_le_bytes().to_vec()
    }

    fn restore(&mut self, state: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>> {
        assert!(!mode("restore"), "no sense");
        if mode("refuse") {
            return Err("it is from the future".into());
        }
        self.0 = u32::from_le_bytes(state.try_into()?);
        Ok(())
    }
}
// END

linkface_plugin::export!(Counter = Counter::new()?);
