//! Not meant to build: two providers.

linkface::link!();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", token::token()?);
    Ok(())
}
