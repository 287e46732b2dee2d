//! Names of C's.

/// What C and C++ keep for themselves, of what Rust lets be a name.
const KEYWORDS: [&str; 40] = [
    "alignas",
    "alignof",
    "and",
    "asm",
    "auto",
    "bool",
    "case",
    "catch",
    "char",
    "class",
    "default",
    "delete",
    "double",
    "explicit",
    "export",
    "float",
    "friend",
    "goto",
    "inline",
    "int",
    "long",
    "namespace",
    "new",
    "not",
    "operator",
    "or",
    "private",
    "protected",
    "public",
    "register",
    "short",
    "signed",
    "sizeof",
    "switch",
    "template",
    "this",
    "throw",
    "typedef",
    "union",
    "void",
];

/// A field's or parameter's name: with an underscore where C has that word.
pub(super) fn field(name: &str, n: usize) -> String {
    let name = identifier(name.strip_prefix("r#").unwrap_or(name));
    if name.is_empty() || name.starts_with(|char: char| char.is_ascii_digit()) {
        format!("_{n}")
    } else if KEYWORDS.contains(&name.as_str())
        || ["unsigned", "volatile", "try"].contains(&name.as_str())
    {
        name + "_"
    } else {
        name
    }
}

/// A type's name.
pub(super) fn identifier(name: &str) -> String {
    let mut out = String::new();
    for char in name.chars() {
        if char.is_ascii_alphanumeric() {
            out.push(char);
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    out
}

/// `PhysicsApi` → `physics_api`
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    let name = identifier(name);
    for (n, char) in name.char_indices() {
        if char.is_ascii_uppercase() {
            if n != 0 && !out.ends_with('_') {
                out.push('_');
            }
            out.push(char.to_ascii_lowercase());
        } else {
            out.push(char);
        }
    }
    out
}

/// `euler-mod` → `EULER_MOD`
pub(super) fn constant(name: &str) -> String {
    identifier(name).to_ascii_uppercase()
}
