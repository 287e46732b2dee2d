//! A storm that comes and goes. It has an allocator of its own, which knows its blocks.

mod allocator;

use linkface_plugin::export;
use std::sync::Arc;
use weather::{Layer, LoadedRadio, Question, RadioApi, WeatherApi};

#[global_allocator]
static ALLOCATOR: allocator::Marking = allocator::Marking;

struct Storm {
    radio: Arc<LoadedRadio>,
    asked: u32,
    /// How many blocks there were, once all was warmed up.
    blocks: usize,
    is_blowing: bool,
}

impl Storm {
    /// From 0 to 1, in eight seconds, and back.
    fn strength(time: f32) -> f32 {
        let phase = time % 16.0 / 8.0;
        if phase < 1.0 { phase } else { 2.0 - phase }
    }
}

impl WeatherApi for Storm {
    fn name(&self) -> String {
        "storm".to_owned()
    }

    fn wind(&mut self, question: Box<Question>) -> Vec<Layer> {
        let strength = Self::strength(question.time);
        let is_blowing = strength > 0.5;
        if is_blowing && !self.is_blowing {
            self.radio.say("A storm front comes from the west.");
        }
        self.is_blowing = is_blowing;
        let wind = |height: f32| strength * (1.0 + height / 4.0);
        let layers = question.heights.iter().map(|&height| Layer {
            height,
            wind: wind(height),
        });
        let layers = layers.collect();
        drop(question);
        self.asked += 1;
        match self.asked {
            10 => self.blocks = allocator::blocks(),
            30 if self.blocks == allocator::blocks() => {
                self.radio
                    .say("storm: 20 calls later, as many blocks of mine as before");
            }
            30 => self.radio.say("storm: somebody keeps blocks of mine"),
            _ => {}
        }
        layers
    }

    fn rain(&self, time: f32) -> f32 {
        Self::strength(time)
    }
}

export!(
    Storm = |host| Storm {
        radio: host.get()?,
        asked: 0,
        blocks: 0,
        is_blowing: false,
    }
);
