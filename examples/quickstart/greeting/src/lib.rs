//! The library in the middle: it needs a console and doesn't care which.

/// Greets `name`, in the middle of a line.
pub fn greet(name: &str) {
    let text = format!("Hello, {name}!");
    console::print(&format!("{text:^0$}", console::width()));
}
