//! Punycode ([RFC 3492]): Unicode text in ASCII letters and digits.
//!
//! [RFC 3492]: https://www.rfc-editor.org/rfc/rfc3492

// The names of section 5 of the RFC. All arithmetic is in 64 bits: no text that fits in memory
// overflows it.
const BASE: u64 = 36;
const T_MIN: u64 = 1;
const T_MAX: u64 = 26;
const SKEW: u64 = 38;
const DAMP: u64 = 700;
const INITIAL_BIAS: u64 = 72;
const INITIAL_N: u64 = 128;
const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// `text` in Punycode.
pub(crate) fn encode(text: &str) -> String {
    let mut out: String = text.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u64;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0, INITIAL_BIAS, basic);
    while let Some(next) = text.chars().map(u64::from).filter(|code| *code >= n).min() {
        delta += (next - n) * (handled + 1);
        n = next;
        for code in text.chars().map(u64::from) {
            if code < n {
                delta += 1;
            }
            if code == n {
                write_number(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    out
}

/// The text that `puny` stands for, unless `puny` isn't Punycode. Digits must be lower case, as in
/// mangled names.
pub(crate) fn decode(puny: &str) -> Option<String> {
    let (basic, extended) = puny.rsplit_once('-').unwrap_or(("", puny));
    if !basic.is_ascii() {
        return None;
    }
    let mut text: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (INITIAL_N, 0_u64, INITIAL_BIAS);
    let mut digits = extended.bytes().peekable();
    while digits.peek().is_some() {
        let delta = read_number(&mut digits, bias)?;
        let length = text.len() as u64 + 1;
        bias = adapt(delta, length, text.len() == basic.len());
        i = i.checked_add(delta)?;
        n = n.checked_add(i / length)?;
        i %= length;
        let c = char::from_u32(u32::try_from(n).ok()?)?;
        text.insert(usize::try_from(i).ok()?, c);
        i += 1;
    }
    Some(text.into_iter().collect())
}

/// Appends a generalised variable-length integer (section 3.3 of the RFC).
fn write_number(out: &mut String, mut number: u64, bias: u64) {
    let mut k = BASE;
    loop {
        let t = threshold(k, bias);
        let digit = if number < t {
            number
        } else {
            t + (number - t) % (BASE - t)
        };
        out.push(char::from(DIGITS[(digit % BASE) as usize]));
        if number < t {
            return;
        }
        number = (number - t) / (BASE - t);
        k += BASE;
    }
}

fn read_number(digits: &mut impl Iterator<Item = u8>, bias: u64) -> Option<u64> {
    let (mut number, mut weight, mut k) = (0_u64, 1_u64, BASE);
    loop {
        let next = digits.next()?;
        let digit = DIGITS.iter().position(|digit| *digit == next)? as u64;
        number = digit.checked_mul(weight)?.checked_add(number)?;
        let t = threshold(k, bias);
        if digit < t {
            return Some(number);
        }
        weight = weight.checked_mul(BASE - t)?;
        k = k.checked_add(BASE)?;
    }
}

fn threshold(k: u64, bias: u64) -> u64 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// Section 6.1 of the RFC.
fn adapt(delta: u64, length: u64, first: bool) -> u64 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Section 7.1 of the RFC. Its case annotations are left out: digits are lower case here.
    const SAMPLES: [(&str, &str); 19] = [
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
        ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
        ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
        (
            "यहलोगहिन्दीक्योंनहींबोलसकतेहैं",
            "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd",
        ),
        (
            "なぜみんな日本語を話してくれないのか",
            "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
        ),
        (
            "세계의모든사람들이한국어를이해한다면얼마나좋을까",
            "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
        ),
        (
            "почемужеонинеговорятпорусски",
            "b1abfaaepdrnnbgefbadotcwatmq2g4l",
        ),
        (
            "PorquénopuedensimplementehablarenEspañol",
            "PorqunopuedensimplementehablarenEspaol-fmd56a",
        ),
        (
            "TạisaohọkhôngthểchỉnóitiếngViệt",
            "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g",
        ),
        ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
        (
            "安室奈美恵-with-SUPER-MONKEYS",
            "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
        ),
        (
            "Hello-Another-Way-それぞれの場所",
            "Hello-Another-Way--fc4qua05auwb3674vfr0b",
        ),
        ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
        ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"),
        ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
        ("そのスピードで", "d9juau41awczczp"),
        ("-> $1.00 <-", "-> $1.00 <--"),
    ];

    #[test]
    fn the_samples_of_the_rfc() {
        for (text, puny) in SAMPLES {
            assert_eq!(encode(text), puny);
            assert_eq!(decode(puny).as_deref(), Some(text));
        }
    }

    #[test]
    fn the_whole_range_of_chars() {
        for text in [
            "\u{80}",
            "\u{10ffff}",
            "a\u{d7ff}\u{e000}\u{10ffff}\u{80}b",
            "",
            "a",
            "-",
            "--\u{e9}-",
        ] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
        let long: String = ('\u{80}'..='\u{10ffff}').step_by(523).collect();
        assert_eq!(decode(&encode(&long)), Some(long));
    }

    #[test]
    fn garbage_is_refused() {
        // Not a digit; upper case; a number cut short; a surrogate; past the last character;
        // overflow.
        for puny in [
            "a-!",
            "a-A",
            "a-9",
            "a-ü",
            "ü-a",
            "ib9b",
            "zy0c",
            "en32g",
            "99999999",
            "999999999999999999999999",
        ] {
            assert_eq!(decode(puny), None, "{puny}");
        }
    }
}
