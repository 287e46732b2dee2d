//! Sleet of next year: the interface has another `Layer` there.
#![forbid(unsafe_code)]

use linkface_plugin::export;
use weather::{Layer, Question, WeatherApi};

struct Sleet;

impl WeatherApi for Sleet {
    fn name(&self) -> String {
        "sleet".to_owned()
    }

    fn wind(&mut self, question: Box<Question>) -> Vec<Layer> {
        let heights = question.heights.into_iter();
        heights
            .map(|height| Layer {
                pressure: 1013.0,
                height,
                wind: 2.0,
            })
            .collect()
    }

    fn rain(&self, _time: f32) -> f32 {
        0.5
    }
}

export!(Sleet = Sleet);
