//! Paths in commands that are printed to be pasted.

/// As a shell takes it for one word.
pub(super) fn quoted(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/\\._-+:@".contains(letter);
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_path_is_one_word() {
        assert_eq!(quoted("/a-b/ü_1.0"), "/a-b/ü_1.0");
        assert_eq!(quoted("/a b/c"), "\"/a b/c\"");
    }
}
