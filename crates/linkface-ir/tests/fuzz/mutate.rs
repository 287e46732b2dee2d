//! Changes texts: bytes, tokens, lines.

use crate::random::Random;
use linkface_ir::lex::{Lexer, Token};

/// What may be put anywhere.
const WORDS: &[&str] = &[
    "define",
    "declare",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "<{",
    "}>",
    ",",
    "=",
    "*",
    "...",
    ":",
    "|",
    "\n",
    "\n}\n",
    "\ndefine void @f() {\n",
    "%0",
    "%1",
    "%x",
    "%\"a b\"",
    "@f",
    "@0",
    "!0",
    "!dbg",
    "!{",
    "!\"",
    "\"",
    "c\"",
    "#0",
    "#dbg_value(",
    "$c",
    "^0",
    ";",
    "label",
    "to",
    "unwind",
    "i1",
    "i8",
    "i32",
    "i64",
    "i128",
    "i0",
    "i8388608",
    "i99999999999",
    "ptr",
    "void",
    "float",
    "double",
    "half",
    "<4 x i32>",
    "<vscale x 2 x i64>",
    "[3 x i8]",
    "{ i32, ptr }",
    "metadata",
    "token",
    "%T",
    "ptr addrspace(3)",
    "void (i32, ...)",
    "0",
    "-1",
    "1.0",
    "0x7FF0000000000000",
    "18446744073709551616",
    "99999999999999999999999999",
    "true",
    "false",
    "null",
    "undef",
    "poison",
    "none",
    "zeroinitializer",
    "splat (i32 1)",
    "blockaddress(@f, %x)",
    "getelementptr (i8, ptr @f, i64 1)",
    "add",
    "sub nuw nsw",
    "udiv exact",
    "icmp eq",
    "fcmp fast oeq",
    "phi",
    "select",
    "br",
    "switch",
    "ret",
    "unreachable",
    "invoke",
    "call",
    "tail call",
    "landingpad",
    "cleanup",
    "catch",
    "resume",
    "alloca",
    "load atomic",
    "store volatile",
    "cmpxchg",
    "atomicrmw",
    "fence",
    "getelementptr inbounds",
    "extractvalue",
    "insertvalue",
    "trunc",
    "zext",
    "bitcast",
    "freeze",
    "indirectbr",
    "callbr",
    "catchswitch within",
    "acquire",
    "seq_cst",
    "syncscope(",
    "align 3",
    "align 99999999999999999999",
    "asm",
    "frobnicate",
    "uselistorder",
    "attributes #0 = {",
    "type opaque",
];

/// Values and types that can take each other's places, mostly.
const PLAUSIBLE: &[&str] = &[
    "%0",
    "%1",
    "%2",
    "%3",
    "%x",
    "%y",
    "%a",
    "%b",
    "%r",
    "i1",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "ptr",
    "float",
    "double",
    "half",
    "void",
    "0",
    "1",
    "2",
    "-1",
    "7",
    "1.0",
    "true",
    "null",
    "poison",
    "zeroinitializer",
    "add",
    "sub",
    "mul",
    "udiv",
    "fadd",
    "trunc",
    "zext",
    "sext",
    "fptrunc",
    "bitcast",
    "ptrtoint",
    "inttoptr",
    "acquire",
    "release",
    "monotonic",
    "seq_cst",
    "acq_rel",
    "eq",
    "ult",
    "ret",
    "br",
    "unreachable",
    "<4 x i32>",
    "<2 x i64>",
    "[2 x i8]",
    "{ i32, i1 }",
    "undef",
    "4",
    "8",
    "3",
];

/// Makes texts of seeds.
pub(crate) struct Mutator<'r> {
    random: &'r mut Random,
    seeds: &'r [String],
}

impl<'r> Mutator<'r> {
    pub(crate) fn new(random: &'r mut Random, seeds: &'r [String]) -> Self {
        Self { random, seeds }
    }

    /// A seed, changed in up to eight places of any kind.
    pub(crate) fn text(mut self) -> String {
        let mut text = self.random.of(self.seeds).clone();
        for _ in 0..=self.random.below(8) {
            text = self.change(text);
        }
        text
    }

    /// A seed with one or two changes after which it could still be right.
    pub(crate) fn plausible(mut self) -> String {
        let mut text = self.random.of(self.seeds).clone();
        for _ in 0..=self.random.below(2) {
            text = match self.random.below(5) {
                0 => self.lines(&text),
                1 => self.swap_tokens(&text),
                _ => self.token(&text, PLAUSIBLE),
            };
        }
        text
    }

    fn change(&mut self, text: String) -> String {
        match self.random.below(12) {
            0 => self.byte(text),
            1 | 2 => self.token(&text, WORDS),
            3 => self.swap_tokens(&text),
            4 => self.drop_token(&text),
            5 => self.lines(&text),
            6 => {
                let at = text.floor_char_boundary(self.random.below(text.len() + 1));
                text[..at].to_owned()
            }
            7 => {
                let at = text.floor_char_boundary(self.random.below(text.len() + 1));
                text[at..].to_owned()
            }
            8 => {
                let other = self.random.of(self.seeds);
                let (to, from) = (
                    self.random.below(text.len() + 1),
                    self.random.below(other.len() + 1),
                );
                let (to, from) = (
                    text.floor_char_boundary(to),
                    other.floor_char_boundary(from),
                );
                format!("{}{}", &text[..to], &other[from..])
            }
            9 => {
                let at = text.floor_char_boundary(self.random.below(text.len() + 1));
                let open = ["[1 x ", "{ ", "<2 x ", "(", "!{", "add (i8 "];
                let nested = self.random.of(&open).repeat(1 << self.random.below(11));
                format!("{}{nested}{}", &text[..at], &text[at..])
            }
            10 => {
                let at = text.floor_char_boundary(self.random.below(text.len() + 1));
                format!("{}{}{}", &text[..at], self.random.of(WORDS), &text[at..])
            }
            _ => self.number(&text),
        }
    }

    fn byte(&mut self, text: String) -> String {
        let mut bytes = text.into_bytes();
        if bytes.is_empty() {
            return String::new();
        }
        let at = self.random.below(bytes.len());
        let new = u8::try_from(self.random.below(256)).unwrap_or(0);
        match self.random.below(3) {
            0 => bytes[at] = new,
            1 => bytes.insert(at, new),
            _ => drop(bytes.remove(at)),
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Puts a word in the place of a token.
    fn token(&mut self, text: &str, words: &[&str]) -> String {
        let tokens = tokens(text);
        if tokens.is_empty() {
            return text.to_owned();
        }
        let (start, end) = *self.random.of(&tokens);
        format!(
            "{}{}{}",
            &text[..start],
            self.random.of(words),
            &text[end..]
        )
    }

    fn swap_tokens(&mut self, text: &str) -> String {
        let tokens = tokens(text);
        if tokens.len() < 2 {
            return text.to_owned();
        }
        let (one, other) = (
            self.random.below(tokens.len()),
            self.random.below(tokens.len()),
        );
        let ((a, b), (c, d)) = (tokens[one.min(other)], tokens[one.max(other)]);
        if b > c {
            return text.to_owned();
        }
        [
            &text[..a],
            &text[c..d],
            &text[b..c],
            &text[a..b],
            &text[d..],
        ]
        .concat()
    }

    fn drop_token(&mut self, text: &str) -> String {
        let tokens = tokens(text);
        if tokens.is_empty() {
            return text.to_owned();
        }
        let (start, end) = *self.random.of(&tokens);
        format!("{}{}", &text[..start], &text[end..])
    }

    /// Doubles, drops or swaps lines.
    fn lines(&mut self, text: &str) -> String {
        let mut lines: Vec<&str> = text.lines().collect();
        if lines.is_empty() {
            return String::new();
        }
        let (one, other) = (
            self.random.below(lines.len()),
            self.random.below(lines.len()),
        );
        match self.random.below(3) {
            0 => lines.insert(other, lines[one]),
            1 => drop(lines.remove(one)),
            _ => lines.swap(one, other),
        }
        lines.join("\n") + "\n"
    }

    /// Puts a number in the place of a number.
    fn number(&mut self, text: &str) -> String {
        let numbers = [
            "0",
            "4294967295",
            "4294967296",
            "-9223372036854775809",
            "340282366920938463463374607431768211456",
        ];
        let digits: Vec<usize> = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| byte.is_ascii_digit())
            .map(|(at, _)| at)
            .collect();
        if digits.is_empty() {
            return text.to_owned();
        }
        let at = *self.random.of(&digits);
        format!(
            "{}{}{}",
            &text[..at],
            self.random.of(&numbers),
            &text[at + 1..]
        )
    }
}

/// Where the tokens are.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut lexer = Lexer::new(text, 0);
    let mut tokens = Vec::new();
    loop {
        let (token, start) = lexer.read();
        if token == Token::End {
            return tokens;
        }
        tokens.push((start, lexer.at()));
    }
}
