//! Values for people.

use linkface_ir::run::Value;

/// A value; whole numbers also without their sign, where that makes a difference.
pub(super) fn both(value: &Value) -> String {
    let plain = value.to_string();
    match value.as_int() {
        Some(int) if int.width() > 1 && int.value() < 0 => {
            format!("{plain} ({} unsigned)", int.bits())
        }
        _ => plain,
    }
}

/// The elements of memory, without their sign.
pub(super) fn elements(bytes: &[u8], width: u32) -> Vec<String> {
    let size = usize::try_from(width / 8).unwrap_or(1).max(1);
    let number = |chunk: &[u8]| {
        let number = chunk
            .iter()
            .rev()
            .fold(0, |number: u128, byte| number << 8 | u128::from(*byte));
        number.to_string()
    };
    bytes.chunks(size).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_numbers_are_shown_both_ways() {
        assert_eq!(both(&Value::int(8, -1)), "-1 (255 unsigned)");
        assert_eq!(both(&Value::int(8, 1)), "1");
        assert_eq!(both(&Value::bool(true)), "true");
    }

    #[test]
    fn elements_are_as_wide_as_they_were_written() {
        assert_eq!(elements(&[1, 0, 2, 1], 16), ["1", "258"]);
        assert_eq!(elements(&[255], 8), ["255"]);
    }
}
