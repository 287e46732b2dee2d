//! A function: its blocks, and the names in it.

use super::cursor::{Cursor, Names, Read, Unexpected};
use super::instruction::{self, Tail};
use super::signature::Parameters;
use crate::lex::Token;
use crate::model::attribute::Attributes;
use crate::model::function::{Block, BlockId, Definition, InstId, LocalInfo};
use crate::model::instruction::Opaque;
use crate::model::{Function, Instruction, Local, Name, Op, Signature, Type};
use crate::problem::Problem;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// Reads the function that begins at `start` and ends where `text` does.
pub(super) fn read(text: &str, start: usize) -> Function<'_> {
    let mut cursor = Cursor::new(text, start);
    let mut body = Body::new(text, text.len() - start);
    cursor.bump();
    let signature = match cursor.signature(&mut body) {
        Ok(signature) => signature,
        Err(error) => {
            body.problems.push(problem(text, error));
            unreadable(text, start)
        }
    };
    while !matches!(cursor.token, Token::Punct(b'{') | Token::End) {
        cursor.bump();
    }
    // Comments before the body aren't in it; those behind the brace are.
    cursor.take_comments().for_each(drop);
    cursor.bump();
    body.read(&mut cursor);
    body.finish(signature, Span::new(start, text.len()))
}

/// What we say of a signature that can't be read: its name, if there is one.
fn unreadable(text: &str, start: usize) -> Signature<'_> {
    let mut cursor = Cursor::new(text, start);
    let name = loop {
        match cursor.token {
            Token::Global(name) => break name,
            Token::End | Token::Punct(b'{') => break Name(""),
            _ => cursor.bump(),
        };
    };
    Signature {
        declared: Box::default(),
        words: Box::default(),
        convention: None,
        return_attributes: Attributes::default(),
        returns: Type::Void,
        name,
        parameters: Box::default(),
        variadic: false,
        unnamed: None,
        address_space: None,
        attributes: Attributes::default(),
        clauses: Box::default(),
        attachments: Box::default(),
    }
}

/// Says what was expected.
pub(super) fn problem(text: &str, error: Unexpected) -> Problem {
    let found = error.span.of(text);
    let found = match found.char_indices().nth(40) {
        Some((end, _)) => format!("`{}…`", &found[..end]),
        None if found.is_empty() => "the end".to_owned(),
        None => format!("`{found}`"),
    };
    let expected = match error.expected {
        word if word.bytes().all(|byte| byte.is_ascii_lowercase()) && word.len() < 9 => {
            format!("`{word}`")
        }
        words => words.to_owned(),
    };
    Problem::new(error.span, format!("expected {expected}, found {found}"))
        .label(format!("expected {expected}"))
}

/// A body as far as it is read.
pub(super) struct Body<'a> {
    text: &'a str,
    names: FxHashMap<&'a str, Local>,
    /// The locals of the names that are numbers, as far as these are small; [`NOBODY`] if there is none.
    numbered: Vec<Local>,
    locals: Vec<LocalInfo<'a>>,
    /// The number of the next thing without a name.
    next: u32,
    blocks: Vec<Block<'a>>,
    instructions: Vec<Instruction<'a>>,
    comments: Vec<(InstId, &'a str)>,
    redefinitions: Vec<(Local, Span)>,
    problems: Vec<Problem>,
    /// Whether the last block has its end.
    ended: bool,
}

/// No local at all.
const NOBODY: Local = Local(u32::MAX);

/// The number that is a name.
fn small_number(name: &str) -> Option<usize> {
    if name.len() > 8 {
        return None;
    }
    name.bytes().try_fold(0, |sum: usize, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| sum * 10 + usize::from(digit))
    })
}

/// What makes two names the same. `%"7"` is a name, and `%7` a number.
fn key(name: Name<'_>) -> &str {
    let key = name.key();
    let number = key.len() < name.as_written().len() && small_number(key).is_some();
    if number { name.as_written() } else { key }
}

impl<'a> Names<'a> for Body<'a> {
    fn local(&mut self, name: Name<'a>) -> Local {
        let next = Local(count(self.locals.len()));
        // Most names that LLVM makes are numbers, one after the other: no need to hash them.
        if let Some(number) = small_number(name.as_written())
            && number < self.numbered.len().saturating_mul(2) + 64
        {
            if number >= self.numbered.len() {
                self.numbered.resize(number + 1, NOBODY);
            }
            let slot = &mut self.numbered[number];
            if *slot == NOBODY {
                *slot = *self.names.get(key(name)).unwrap_or(&next);
            }
            if *slot == next {
                self.locals.push(LocalInfo {
                    name,
                    definition: Definition::Missing,
                });
            }
            return *slot;
        }
        *self.names.entry(key(name)).or_insert_with(|| {
            self.locals.push(LocalInfo {
                name,
                definition: Definition::Missing,
            });
            next
        })
    }
}

impl<'a> Parameters<'a> for Body<'a> {
    fn parameter(&mut self, position: usize, name: Option<Name<'a>>) -> Option<Local> {
        let name = name.unwrap_or_else(|| Name(number(self.next)));
        let definition = Definition::Parameter(count(position));
        Some(self.define(name, definition, Span::default()))
    }
}

impl<'a> Body<'a> {
    fn new(text: &'a str, length: usize) -> Self {
        Self {
            text,
            names: FxHashMap::default(),
            numbered: Vec::new(),
            locals: Vec::with_capacity(length / 128),
            next: 0,
            blocks: Vec::new(),
            // Lines of LLVM's are longer on the average; what is too much is given back.
            instructions: Vec::with_capacity(length / 64),
            comments: Vec::new(),
            redefinitions: Vec::new(),
            problems: Vec::new(),
            ended: true,
        }
    }

    fn define(&mut self, name: Name<'a>, definition: Definition, span: Span) -> Local {
        if let Some(number) = name.number() {
            self.next = self.next.max(number.saturating_add(1));
        }
        let local = self.local(name);
        let info = &mut self.locals[local.index()];
        if info.definition == Definition::Missing {
            info.definition = definition;
            // How it is written where it is defined.
            info.name = name;
        } else {
            self.redefinitions.push((local, span));
        }
        local
    }

    fn read(&mut self, cursor: &mut Cursor<'a>) {
        loop {
            match cursor.token {
                Token::End => {
                    self.problems.push(
                        Problem::new(cursor.span(), "this function never ends")
                            .help("a body ends with `}`"),
                    );
                    break;
                }
                Token::Punct(b'}') => {
                    self.comment(cursor);
                    cursor.bump();
                    break;
                }
                Token::Label(name) => {
                    let span = cursor.span();
                    let comments = cursor.take_comments().collect();
                    cursor.bump();
                    self.begin(name, true, span, comments);
                }
                Token::Word("uselistorder") => {
                    self.comment(cursor);
                    let text = instruction::skip(cursor);
                    self.comments.push((self.here(), text));
                }
                _ => self.statement(cursor),
            }
        }
    }

    fn here(&self) -> InstId {
        InstId(count(self.instructions.len()))
    }

    fn comment(&mut self, cursor: &mut Cursor<'a>) {
        let here = self.here();
        self.comments
            .extend(cursor.take_comments().map(|comment| (here, comment)));
    }

    fn begin(&mut self, name: Name<'a>, labelled: bool, span: Span, comments: Box<[&'a str]>) {
        let id = BlockId(count(self.blocks.len()));
        let label = self.define(name, Definition::Block(id), span);
        let start = self.here().0;
        self.blocks.push(Block {
            label,
            labelled,
            instructions: start..start,
            span,
            comments,
            note: labelled.then(|| note(self.text, span)).flatten(),
        });
        self.ended = false;
    }

    fn statement(&mut self, cursor: &mut Cursor<'a>) {
        if self.ended {
            let span = Span::new(cursor.start(), cursor.start());
            let name = Name(number(self.next));
            self.begin(name, false, span, Box::default());
        }
        self.comment(cursor);
        let start = cursor.start();
        let mut tail = Tail::default();
        let mut written = None;
        let op = match self.instruction(cursor, &mut written, &mut tail) {
            Ok(Some(op)) => op,
            unread => {
                // A word that we don't know, or a mistake.
                if let Err(error) = unread {
                    self.problems.push(problem(self.text, error));
                }
                *cursor = Cursor::new(self.text, start);
                tail = Tail::default();
                written = assigned(cursor);
                self.opaque(cursor)
            }
        };
        let id = self.here();
        let span = cursor.since(start);
        let result = match written {
            Some(name) => Some(self.define(name, Definition::Result(id), span)),
            None if op.yields() => {
                let name = Name(number(self.next));
                Some(self.define(name, Definition::Result(id), span))
            }
            None => None,
        };
        self.ended = op.is_terminator();
        self.instructions.push(Instruction {
            result,
            op,
            debug: tail.debug,
            attachments: tail.attachments.into_boxed_slice(),
            span,
        });
        if let Some(block) = self.blocks.last_mut() {
            block.instructions.end = id.0 + 1;
        }
    }

    fn instruction(
        &mut self,
        cursor: &mut Cursor<'a>,
        written: &mut Option<Name<'a>>,
        tail: &mut Tail<'a>,
    ) -> Read<Option<Op<'a>>> {
        if let Token::Local(name) = cursor.token {
            cursor.bump();
            cursor.expect(b'=')?;
            *written = Some(name);
        }
        instruction::read(cursor, tail, self)
    }

    fn opaque(&mut self, cursor: &mut Cursor<'a>) -> Op<'a> {
        let opcode = cursor.word();
        let mut uses = Vec::new();
        let mut labels = Vec::new();
        let mut after_label = false;
        let text = instruction::skip_with(cursor, |token| {
            if let Token::Local(name) = token {
                let local = self.local(name);
                if after_label { &mut labels } else { &mut uses }.push(local);
            }
            after_label = token == Token::Word("label");
        });
        Op::Opaque(Box::new(Opaque {
            opcode,
            text,
            uses: uses.into_boxed_slice(),
            labels: labels.into_boxed_slice(),
        }))
    }

    fn finish(mut self, signature: Signature<'a>, span: Span) -> Function<'a> {
        self.instructions.shrink_to_fit();
        self.locals.shrink_to_fit();
        Function {
            signature,
            locals: self.locals,
            blocks: self.blocks,
            instructions: self.instructions,
            comments: self.comments,
            redefinitions: self.redefinitions,
            problems: self.problems,
            span,
        }
    }
}

/// The comment behind a label.
fn note(text: &str, label: Span) -> Option<&str> {
    let rest = text.get(label.range().end..)?;
    let line = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
    let line = rest.get(..line)?.trim_ascii();
    line.starts_with(';').then_some(line)
}

/// Passes `%x =`, if it is at hand.
fn assigned<'a>(cursor: &mut Cursor<'a>) -> Option<Name<'a>> {
    let Token::Local(name) = cursor.token else {
        return None;
    };
    cursor.bump();
    cursor.eat(b'=').then_some(name)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How many numbers have a text that outlives every module.
const NUMBERS: usize = 10_000;

static DIGITS: [u8; NUMBERS * 4] = {
    let mut digits = [0; NUMBERS * 4];
    let mut at = 0;
    while at < digits.len() {
        let number = at / 4;
        let power = [1000, 100, 10, 1][at % 4];
        #[expect(clippy::cast_possible_truncation, reason = "a digit")]
        let digit = (number / power % 10) as u8;
        digits[at] = b'0' + digit;
        at += 1;
    }
    digits
};

/// The name of what has no name. Compilers write the numbers of results; only a text by hand with ten
/// thousand results without one has names that aren't numbers.
fn number(number: u32) -> &'static str {
    let start = number as usize * 4;
    let Some(digits) = DIGITS.get(start..start + 4) else {
        return "unnumbered";
    };
    let text = std::str::from_utf8(digits).unwrap_or_default();
    let text = text.trim_start_matches('0');
    if text.is_empty() { "0" } else { text }
}

impl Op<'_> {
    /// Whether it has a result.
    fn yields(&self) -> bool {
        match self {
            Self::Call(call) | Self::Invoke { call, .. } | Self::CallBr { call, .. } => {
                !call.returns().is_void()
            }
            Self::Store { .. } | Self::Fence(_) | Self::DebugRecord { .. } | Self::Opaque(_) => {
                false
            }
            Self::CatchSwitch { .. } => true,
            op => !op.is_terminator(),
        }
    }
}
