//! Tokens.
//!
//! The rules are those of LLVM's own lexer, as its [language reference] shows them; what it doesn't know
//! is a token here too ([`Token::Unknown`]), so that nothing is lost.
//!
//! [language reference]: https://llvm.org/docs/LangRef.html#identifiers

use crate::model::Name;
use crate::span::Span;

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `define`, `i32`, `nuw`.
    Word(&'a str),
    /// `%x`.
    Local(Name<'a>),
    /// `@f`.
    Global(Name<'a>),
    /// `!dbg`, `!17`, `!DILocation`: without `!`.
    Metadata(&'a str),
    /// `!` before `{` or `"`.
    Bang,
    /// `#0`.
    Group(u32),
    /// `#dbg_value`: without `#dbg_`.
    Debug(&'a str),
    /// `$name`.
    Comdat(Name<'a>),
    /// `^0`.
    Summary(&'a str),
    /// `42`, `-1.5e3`, `0x3FF0000000000000`, `u0xff`.
    Number(&'a str),
    /// `"text"`: what is between the quotes.
    Text(&'a str),
    /// `c"bytes"`: what is between the quotes.
    Bytes(&'a str),
    /// `name:`, `"name":`, `4:`.
    Label(Name<'a>),
    /// One of `( ) [ ] { } < > , = * | :`.
    Punct(u8),
    /// `...`.
    Ellipsis,
    /// Anything else, one character of it.
    Unknown(char),
    /// The end of the text.
    End,
}

/// Reads tokens off a text.
#[derive(Clone, Debug)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Whether a line began between the last token and the one before.
    newline: bool,
    /// Whole lines of comment that were passed.
    comments: Vec<Span>,
}

/// What a byte may be part of.
const NAME: u8 = 1;
const DIGIT: u8 = 2;
const SPACE: u8 = 4;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let this = byte as u8;
        classes[byte] = if this.is_ascii_digit() {
            NAME | DIGIT
        } else if this.is_ascii_alphabetic() || matches!(this, b'-' | b'$' | b'.' | b'_') {
            NAME
        } else if this.is_ascii_whitespace() || this == 0 {
            SPACE
        } else {
            0
        };
        byte += 1;
    }
    classes
};

fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

impl<'a> Lexer<'a> {
    /// Of `text`, from byte `at`.
    #[must_use]
    pub fn new(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at: text.floor_char_boundary(at),
            newline: true,
            comments: Vec::new(),
        }
    }

    /// Where the next token is looked for.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether the last token is the first of its line.
    #[must_use]
    pub fn starts_line(&self) -> bool {
        self.newline
    }

    /// Whole lines of comment since this was asked the last time.
    pub fn take_comments(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.comments)
    }

    /// The next token, and where it starts.
    pub fn read(&mut self) -> (Token<'a>, usize) {
        self.skip();
        let start = self.at;
        (self.token(), start)
    }

    /// Passes space and comments.
    fn skip(&mut self) {
        let bytes = self.text.as_bytes();
        self.newline = self.at == 0;
        // Most often there is one space, or nothing.
        if bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        while let Some(&byte) = bytes.get(self.at) {
            if !is(byte, SPACE) && byte != b';' {
                break;
            }
            if byte == b'\n' {
                self.newline = true;
                self.at += 1;
            } else if byte == b';' {
                let end = memchr::memchr(b'\n', &bytes[self.at..])
                    .map_or(bytes.len(), |length| self.at + length);
                if self.newline {
                    self.comments.push(Span::new(self.at, end));
                }
                self.at = end;
            } else {
                self.at += 1;
            }
        }
    }

    fn token(&mut self) -> Token<'a> {
        let bytes = self.text.as_bytes();
        let Some(&byte) = bytes.get(self.at) else {
            return Token::End;
        };
        match byte {
            b'%' => self.name().map_or_else(|| self.unknown(), Token::Local),
            b'@' => self.name().map_or_else(|| self.unknown(), Token::Global),
            b'$' => self.dollar(),
            b'!' => self.bang(),
            b'#' => self.hash(),
            b'^' => {
                let end = self.run(self.at + 1, DIGIT);
                let token = Token::Summary(&self.text[self.at + 1..end]);
                self.at = end;
                token
            }
            b'"' => self.quoted(),
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'<' | b'>' | b',' | b'=' | b'*' | b'|'
            | b':' => {
                self.at += 1;
                Token::Punct(byte)
            }
            _ if is(byte, NAME) => self.word(),
            b'+' if bytes.get(self.at + 1).is_some_and(|&next| is(next, NAME)) => {
                let end = self.run(self.at + 1, NAME);
                let token = Token::Number(&self.text[self.at..end]);
                self.at = end;
                token
            }
            _ => self.unknown(),
        }
    }

    /// The end of the bytes of `class` from `from` on.
    fn run(&self, from: usize, class: u8) -> usize {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let length = rest.iter().position(|&byte| !is(byte, class));
        from + length.unwrap_or(rest.len())
    }

    /// One character that no rule knows.
    fn unknown(&mut self) -> Token<'a> {
        let Some(character) = self.text[self.at..].chars().next() else {
            return Token::End;
        };
        self.at += character.len_utf8();
        Token::Unknown(character)
    }

    /// The name after a sigil; none if there is none.
    fn name(&mut self) -> Option<Name<'a>> {
        let start = self.at + 1;
        let end = if self.text.as_bytes().get(start) == Some(&b'"') {
            self.closing(start)?
        } else {
            self.run(start, NAME)
        };
        if end == start {
            return None;
        }
        self.at = end;
        Some(Name(&self.text[start..end]))
    }

    /// The byte after the quote that closes the one at `open`.
    fn closing(&self, open: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        memchr::memchr(b'"', &bytes[open + 1..]).map(|length| open + length + 2)
    }

    fn dollar(&mut self) -> Token<'a> {
        let end = self.run(self.at, NAME);
        if self.text.as_bytes().get(end) == Some(&b':') {
            return self.word();
        }
        self.name().map_or_else(|| self.unknown(), Token::Comdat)
    }

    fn bang(&mut self) -> Token<'a> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        // Names of metadata may have escapes in them, without quotes: `!a\20b`.
        let mut end = start;
        while end < bytes.len() && (is(bytes[end], NAME) || bytes[end] == b'\\') {
            end += 1;
        }
        self.at = end;
        if end == start {
            Token::Bang
        } else {
            Token::Metadata(&self.text[start..end])
        }
    }

    fn hash(&mut self) -> Token<'a> {
        let start = self.at + 1;
        let end = self.run(start, NAME);
        let word = &self.text[start..end];
        if let Some(kind) = word.strip_prefix("dbg_") {
            self.at = end;
            return Token::Debug(kind);
        }
        match word.parse() {
            Ok(number) => {
                self.at = end;
                Token::Group(number)
            }
            Err(_) => self.unknown(),
        }
    }

    fn quoted(&mut self) -> Token<'a> {
        let open = self.at;
        let Some(end) = self.closing(open) else {
            // It never ends: the rest of the text is the string.
            self.at = self.text.len();
            return Token::Text(&self.text[open + 1..]);
        };
        if self.text.as_bytes().get(end) == Some(&b':') {
            self.at = end + 1;
            return Token::Label(Name(&self.text[open..end]));
        }
        self.at = end;
        Token::Text(&self.text[open + 1..end - 1])
    }

    fn word(&mut self) -> Token<'a> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let end = self.run(start + 1, NAME);
        if bytes.get(end) == Some(&b':') {
            self.at = end + 1;
            return Token::Label(Name(&self.text[start..end]));
        }
        let first = bytes[start];
        if first == b'c'
            && end == start + 1
            && bytes.get(end) == Some(&b'"')
            && let Some(after) = self.closing(end)
        {
            self.at = after;
            return Token::Bytes(&self.text[end + 1..after - 1]);
        }
        if first == b'.' && self.text[start..].starts_with("...") {
            self.at = start + 3;
            return Token::Ellipsis;
        }
        let digit = first.is_ascii_digit()
            || (first == b'-' && bytes.get(start + 1).is_some_and(u8::is_ascii_digit));
        if digit {
            return self.number();
        }
        self.at = end;
        let word = &self.text[start..end];
        let hexadecimal = matches!(first, b'u' | b's' | b'f') && word[1..].starts_with("0x");
        if hexadecimal {
            Token::Number(word)
        } else {
            Token::Word(word)
        }
    }

    fn number(&mut self) -> Token<'a> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut end = self.run(start + 1, DIGIT);
        if bytes.get(end) == Some(&b'x') {
            end += 1;
            while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
                end += 1;
            }
        } else if bytes.get(end) == Some(&b'.') {
            end = self.run(end + 1, DIGIT);
            if matches!(bytes.get(end), Some(b'e' | b'E')) {
                let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
                let exponent = self.run(end + 1 + sign, DIGIT);
                if exponent > end + 1 + sign {
                    end = exponent;
                }
            }
        }
        self.at = end;
        Token::Number(&self.text[start..end])
    }
}
