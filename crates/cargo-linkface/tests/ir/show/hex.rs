#[inline(never)]
pub fn parse_hex(data: &str) -> Option<u64> {
    let mut value = 0u64;
    for byte in data.bytes() {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            _ => return None,
        };
        value = value.checked_mul(16)?;
        value = value.checked_add(digit.into())?;
    }
    Some(value)
}
