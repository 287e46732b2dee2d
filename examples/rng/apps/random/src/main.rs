//! No provider is chosen, so random bytes are the operating system's.

linkface::link!();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("two tokens differ: {}", token::token()? != token::token()?);
    println!("two draws differ: {}", lottery::draw() != lottery::draw());
    Ok(())
}
