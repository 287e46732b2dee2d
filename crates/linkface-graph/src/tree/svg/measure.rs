//! How much room a text needs, whatever the font.

/// In which size and weight a text is set.
#[derive(Clone, Copy)]
pub(super) enum Face {
    /// In a box: 13 px, bold.
    Name,
    /// Beside a box: 12 px.
    Note,
    /// Above a tree: 15 px, bold.
    Large,
}

/// In pixels, at most: no less than Verdana, as wide as any face that systems choose by themselves,
/// in bold, and no less than a column of a monospaced one.
pub(super) fn width(text: &str, face: Face) -> f64 {
    let size = match face {
        Face::Name => 13.0,
        Face::Note => 12.0,
        Face::Large => 15.0,
    };
    text.chars().map(em).sum::<f64>() * size
}

fn em(character: char) -> f64 {
    match character {
        'm' | 'M' | 'w' | 'W' | '@' | '%' | '→' => 1.1,
        'A'..='Z' | '&' | '+' | '=' | '<' | '>' | '~' | '_' => 0.86,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '|' | '!' | '(' | ')' | '['
        | ']' | '-' | '\'' | '`' | ' ' | '/' | '·' => 0.62,
        _ if character.is_ascii() || character == 'ç' => 0.72,
        // A full square, as ideographs have, and a little.
        _ => 1.1,
    }
}
