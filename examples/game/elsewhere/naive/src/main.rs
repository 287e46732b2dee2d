//! Gives a box to the plugin. Nothing says that it mustn't.

use libloading::{Library, Symbol};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let plugin = std::env::args_os().nth(1).ok_or("usage: naive PLUGIN")?;
    // SAFETY: the plugin's `take` has this type. That it frees the box with another allocator than
    // the one it came from is undefined behaviour, and what is to be shown.
    unsafe {
        let plugin = Library::new(plugin)?;
        let take: Symbol<extern "C" fn(Box<u32>) -> u32> = plugin.get("take")?;
        println!("{}", take(Box::new(7)));
    }
    Ok(())
}
