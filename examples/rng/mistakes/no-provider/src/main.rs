//! Not meant to build: depends on the half of the façade that brings no default.

linkface::link!();

fn main() -> Result<(), entropy_core::Error> {
    let mut key = [0; 16];
    entropy_core::fill(&mut key)?;
    println!("{key:?}");
    Ok(())
}
