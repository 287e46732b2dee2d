//! The same bytes each time: for a demonstration, or to find a bug again.

linkface::link!();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("token: {}", token::token()?);
    println!("draw: {:?}", lottery::draw());
    Ok(())
}
