//! What is loaded of one interface isn't what is loaded of another, not even where fields can be reached.

use linkface::interface;

#[interface(loadable = LoadedText)]
trait TextApi {
    fn text(&self) -> String;
}

#[interface(loadable = LoadedNumber)]
trait NumberApi {
    fn number(&self) -> u64;
}

fn confused(number: LoadedNumber) -> LoadedText {
    LoadedText(number.0)
}

fn main() {}
