//! The façade: says what a console does, and leaves it to the program which console it is.

use linkface::interface;

/// Shows a line of text to the user.
#[interface]
pub fn print(line: &str);

/// What stands before each line. A provider that doesn't say gets this body.
#[interface]
pub fn prompt() -> &'static str {
    "> "
}
