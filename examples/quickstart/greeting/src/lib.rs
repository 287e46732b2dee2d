//! The library in the middle: it needs a console and doesn't care which.

/// Greets `name`.
pub fn greet(name: &str) {
    console::print(&format!("{}Hello, {name}!", console::prompt()));
}
