//! The token at hand.

use super::few::Few;
use crate::lex::{Lexer, Token};
use crate::model::{Local, Name};
use crate::span::Span;

/// How deep types and constants may lie in one another. LLVM has no limit but its stack.
const DEPTH: u32 = 200;

/// What was expected in the place of the token at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unexpected {
    /// Where.
    pub(super) span: Span,
    /// What would be right there, in words: "a type".
    pub(super) expected: &'static str,
}

/// A result of reading: what was expected, if it wasn't there.
pub(super) type Read<T> = Result<T, Unexpected>;

/// Gives names of a function their numbers. Outside of functions there are none.
pub(super) trait Names<'a> {
    /// The local of this name.
    fn local(&mut self, name: Name<'a>) -> Local;
}

/// Reads a text token by token, with one token at hand.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// The token at hand.
    pub(super) token: Token<'a>,
    start: usize,
    previous: usize,
    depth: u32,
}

impl<'a> Cursor<'a> {
    /// At the first token of `text` from byte `at` on.
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let mut lexer = Lexer::new(text, at);
        let (token, start) = lexer.read();
        Self {
            text,
            lexer,
            token,
            start,
            previous: at,
            depth: 0,
        }
    }

    /// Goes on to the next token; the one that was at hand.
    pub(super) fn bump(&mut self) -> Token<'a> {
        let token = self.token;
        self.previous = self.lexer.at();
        (self.token, self.start) = self.lexer.read();
        token
    }

    /// Where the token at hand starts.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where the token before it ended.
    pub(super) fn end(&self) -> usize {
        self.previous
    }

    /// Where the token at hand is.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.lexer.at())
    }

    /// From `start` to the token before the one at hand.
    pub(super) fn since(&self, start: usize) -> Span {
        Span::new(start, self.previous.max(start))
    }

    /// The text from `start` to the token before the one at hand.
    pub(super) fn text_since(&self, start: usize) -> &'a str {
        self.text.get(start..self.previous).unwrap_or_default()
    }

    /// Whether the token at hand is the first of its line.
    pub(super) fn starts_line(&self) -> bool {
        self.lexer.starts_line()
    }

    /// Whole lines of comment that were passed.
    pub(super) fn take_comments(&mut self) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text;
        self.lexer
            .take_comments()
            .into_iter()
            .map(move |span| span.of(text))
    }

    /// The error that `expected` isn't here.
    pub(super) fn unexpected<T>(&self, expected: &'static str) -> Read<T> {
        Err(Unexpected {
            span: self.span(),
            expected,
        })
    }

    /// Whether the token at hand is this sign.
    pub(super) fn is(&self, sign: u8) -> bool {
        matches!(self.token, Token::Punct(at_hand) if at_hand == sign)
    }

    /// Passes this sign, if it is at hand.
    pub(super) fn eat(&mut self, sign: u8) -> bool {
        let here = self.is(sign);
        if here {
            self.bump();
        }
        here
    }

    /// Passes this sign.
    pub(super) fn expect(&mut self, sign: u8) -> Read<()> {
        if self.eat(sign) {
            return Ok(());
        }
        self.unexpected(match sign {
            b'(' => "`(`",
            b')' => "`)`",
            b'[' => "`[`",
            b']' => "`]`",
            b'{' => "`{`",
            b'}' => "`}`",
            b'<' => "`<`",
            b'>' => "`>`",
            b',' => "`,`",
            b'=' => "`=`",
            _ => "something else",
        })
    }

    /// The word at hand; empty if it isn't one.
    pub(super) fn word(&self) -> &'a str {
        match self.token {
            Token::Word(word) => word,
            _ => "",
        }
    }

    /// Passes this word, if it is at hand.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let here = self.word() == word;
        if here {
            self.bump();
        }
        here
    }

    /// Passes this word.
    pub(super) fn expect_word(&mut self, word: &'static str) -> Read<()> {
        if self.eat_word(word) {
            Ok(())
        } else {
            self.unexpected(word)
        }
    }

    /// The string at hand: what is between its quotes.
    pub(super) fn string(&mut self) -> Read<&'a str> {
        match self.token {
            Token::Text(text) => {
                self.bump();
                Ok(text)
            }
            _ => self.unexpected("a string"),
        }
    }

    /// The whole number at hand.
    pub(super) fn integer(&mut self) -> Read<u64> {
        if let Token::Number(digits) = self.token
            && let Ok(number) = digits.parse()
        {
            self.bump();
            return Ok(number);
        }
        self.unexpected("a whole number")
    }

    /// The whole number between `(` and `)`.
    pub(super) fn integer_in_parentheses(&mut self) -> Read<u64> {
        self.expect(b'(')?;
        let number = self.integer()?;
        self.expect(b')')?;
        Ok(number)
    }

    /// Passes everything up to the sign that closes the `(` at hand; what was between them.
    pub(super) fn parenthesised(&mut self) -> Read<&'a str> {
        let open = self.lexer.at();
        self.expect(b'(')?;
        let mut depth = 1u32;
        loop {
            match self.token {
                Token::Punct(b'(') => depth = depth.saturating_add(1),
                Token::Punct(b')') => depth -= 1,
                Token::End => return self.unexpected("`)`"),
                _ => {}
            }
            let close = self.start;
            self.bump();
            if depth == 0 {
                return Ok(self.text.get(open..close).unwrap_or_default());
            }
        }
    }

    /// Reads something that may lie in itself.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth == DEPTH {
            return self.unexpected("less nesting");
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Reads `a, b, c` up to `close`, and passes it.
    pub(super) fn list<T>(
        &mut self,
        close: u8,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Box<[T]>> {
        if self.eat(close) {
            return Ok(Box::default());
        }
        let mut items = Few::new();
        loop {
            items.push(read(self)?);
            if self.eat(close) {
                return Ok(items.finish());
            }
            self.expect(b',')?;
        }
    }
}
