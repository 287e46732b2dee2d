//! A library that wants entropy, and says so to the façade.

use std::fmt::Write as _;

/// A name for a session that nobody guesses: 32 hexadecimal digits.
///
/// # Errors
///
/// There is no entropy.
pub fn token() -> Result<String, entropy::Error> {
    let mut bytes = [0; 16];
    entropy::fill(&mut bytes)?;
    let mut token = String::new();
    for byte in bytes {
        // Writing to a string doesn't fail.
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}
