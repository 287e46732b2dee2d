//! An effect: what was heard some samples ago is heard again.

use api::{EffectApi, Sample};

/// How many samples later.
const DELAY: usize = 3;

struct Echo {
    wet: Sample,
    past: [Sample; DELAY],
    at: usize,
}

impl Echo {
    fn new() -> Self {
        Self {
            wet: 0.5,
            past: [0.0; DELAY],
            at: 0,
        }
    }
}

impl EffectApi for Echo {
    fn name(&self) -> String {
        format!("echo after {DELAY} samples")
    }

    fn set(&mut self, parameter: &str, value: f32) -> Result<(), String> {
        match parameter {
            "wet" if (0.0..=1.0).contains(&value) => {
                self.wet = Sample::from(value);
                Ok(())
            }
            "wet" => Err(format!("`wet` is from 0 to 1, not {value}")),
            other => Err(format!("there is no `{other}`: an echo has `wet`")),
        }
    }

    fn process(&mut self, samples: &mut [Sample]) -> Sample {
        for sample in &mut *samples {
            let heard = *sample + self.wet * self.past[self.at];
            self.past[self.at] = heard;
            self.at = (self.at + 1) % DELAY;
            *sample = heard;
        }
        let loudest = samples.iter().copied().map(Sample::abs).reduce(Sample::max);
        loudest.expect("a host asks for at least one sample")
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        println!("the echo fades away");
    }
}

linkface_plugin::export!(Echo = Echo::new());
