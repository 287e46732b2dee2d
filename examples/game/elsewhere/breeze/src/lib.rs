//! A breeze of last year: the interface had no rain then.
#![forbid(unsafe_code)]

use linkface_plugin::export;
use weather::{Layer, Question, WeatherApi};

struct Breeze;

impl WeatherApi for Breeze {
    fn name(&self) -> String {
        "breeze".to_owned()
    }

    fn wind(&mut self, question: Box<Question>) -> Vec<Layer> {
        let heights = question.heights.into_iter();
        heights
            .map(|height| Layer {
                height,
                wind: -height / 20.0,
            })
            .collect()
    }
}

export!(Breeze = Breeze);
