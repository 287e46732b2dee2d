//! The v0 disambiguator: where a symbol keeps its hash ([RFC 2603]'s `<disambiguator>` and
//! `<base-62-number>`).
//!
//! [RFC 2603]: https://rust-lang.github.io/rfcs/2603-rust-symbol-name-mangling-v0.html

const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Appends `hash`. Demanglers compute the value that is written here in 64 bits and take an
/// overflow for garbage, so the hash is that value itself, not one more: every `u64` fits.
pub(crate) fn write(out: &mut String, hash: u64) {
    match hash {
        0 => {}
        1 => out.push_str("s_"),
        _ => {
            out.push('s');
            write_base62(out, hash - 2);
            out.push('_');
        }
    }
}

fn write_base62(out: &mut String, mut number: u64) {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[(number % 62) as usize]));
        number /= 62;
        if number == 0 {
            break;
        }
    }
    out.extend(digits.iter().rev());
}

/// Reads a hash off the front of `text`.
pub(crate) fn read(text: &str) -> Option<(u64, &str)> {
    let Some(text) = text.strip_prefix('s') else {
        return Some((0, text));
    };
    let (digits, rest) = text.split_once('_')?;
    if digits.is_empty() {
        return Some((1, rest));
    }
    let number = digits.bytes().try_fold(0_u64, |number, digit| {
        let digit = DIGITS.iter().position(|other| *other == digit)?;
        number.checked_mul(62)?.checked_add(digit as u64)
    })?;
    Some((number.checked_add(2)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let cases = [
            (0, ""),
            (1, "s_"),
            (2, "s0_"),
            (3, "s1_"),
            (12, "sa_"),
            (63, "sZ_"),
            (64, "s10_"),
        ];
        for (hash, text) in cases.into_iter().chain([(u64::MAX, "slYGhA16ahyd_")]) {
            let mut written = String::new();
            write(&mut written, hash);
            assert_eq!(written, text);
            assert_eq!(read(text), Some((hash, "")));
        }
    }

    #[test]
    fn garbage_is_refused() {
        for text in ["s", "s0", "s-_", "slYGhA16ahye_", "sZZZZZZZZZZZZZZ_"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
