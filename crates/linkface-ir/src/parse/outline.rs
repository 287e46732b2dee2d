//! What is in a module beside the functions that it defines.

use super::cursor::{Cursor, Names, Read};
use super::index::node_end;
use super::meta::NoNames;
use super::signature::Parameters;
use crate::lex::Token;
use crate::model::{Local, Name};
use crate::module::{Entry, Outline};
use crate::span::Span;

/// Parameters of a `declare` have no registers.
impl<'a> Parameters<'a> for NoNames {
    fn parameter(&mut self, _: usize, name: Option<Name<'a>>) -> Option<Local> {
        name.map(|name| self.local(name))
    }
}

/// Reads what lies between the functions.
pub(super) fn read<'a>(text: &'a str, functions: &[Entry<'a>]) -> Outline<'a> {
    let mut outline = Outline::default();
    let mut at = 0;
    for entry in functions {
        gap(&text[..entry.span.range().start], at, &mut outline);
        at = entry.span.range().end;
    }
    gap(text, at, &mut outline);
    outline
}

/// Reads from `start` to the end of `text`.
fn gap<'a>(text: &'a str, start: usize, outline: &mut Outline<'a>) {
    let mut cursor = Cursor::new(text, start);
    while cursor.token != Token::End {
        let start = cursor.start();
        if item(text, &mut cursor, outline).is_err() || cursor.start() == start {
            cursor = Cursor::new(text, start);
            skip(&mut cursor);
            outline.other.push(cursor.since(start));
        }
    }
}

/// Passes an item that isn't read: its line, and what follows while brackets are open.
fn skip(cursor: &mut Cursor<'_>) {
    let mut depth = 0u32;
    loop {
        match cursor.token {
            Token::End => return,
            Token::Punct(b'(' | b'[' | b'{') => depth = depth.saturating_add(1),
            Token::Punct(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        cursor.bump();
        if cursor.starts_line() && depth == 0 {
            return;
        }
    }
}

fn item<'a>(text: &'a str, cursor: &mut Cursor<'a>, outline: &mut Outline<'a>) -> Read<()> {
    let start = cursor.start();
    match cursor.token {
        Token::Word("declare") => {
            cursor.bump();
            outline.declarations.push(cursor.signature(&mut NoNames)?);
        }
        Token::Global(name) => {
            cursor.bump();
            cursor.expect(b'=')?;
            cursor.global(name, start, outline)?;
        }
        Token::Local(name) => {
            cursor.bump();
            cursor.expect(b'=')?;
            cursor.expect_word("type")?;
            outline.types.push((name, cursor.ty()?));
        }
        Token::Word("attributes") => {
            cursor.bump();
            let Token::Group(number) = cursor.bump() else {
                return cursor.unexpected("`#0`");
            };
            cursor.expect(b'=')?;
            cursor.expect(b'{')?;
            outline
                .attribute_groups
                .push((number, cursor.group_attributes()?));
        }
        Token::Metadata(name) => metadata(text, cursor, name, outline)?,
        Token::Word("source_filename") => {
            cursor.bump();
            cursor.expect(b'=')?;
            outline.source_filename = Some(cursor.string()?);
        }
        Token::Word("target") => {
            cursor.bump();
            let layout = cursor.eat_word("datalayout");
            if !layout {
                cursor.expect_word("triple")?;
            }
            cursor.expect(b'=')?;
            let text = Some(cursor.string()?);
            if layout {
                outline.data_layout = text;
            } else {
                outline.triple = text;
            }
        }
        Token::Word("module") => {
            cursor.bump();
            cursor.expect_word("asm")?;
            outline.assembly.push(cursor.string()?);
        }
        Token::Comdat(name) => {
            cursor.bump();
            cursor.expect(b'=')?;
            cursor.expect_word("comdat")?;
            let Token::Word(kind) = cursor.bump() else {
                return cursor.unexpected("`any` or another kind");
            };
            outline.comdats.push((name, kind));
        }
        Token::Summary(_) | Token::Word("uselistorder" | "uselistorder_bb") => {
            skip(cursor);
            outline.directives.push(cursor.since(start));
        }
        _ => return cursor.unexpected("an item"),
    }
    Ok(())
}

/// `!name = !{!0}` is kept; `!0 = …` is found by its number when it is asked for.
fn metadata<'a>(
    text: &'a str,
    cursor: &mut Cursor<'a>,
    name: &'a str,
    outline: &mut Outline<'a>,
) -> Read<()> {
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        match node_end(text, cursor.start()) {
            Some(end) => *cursor = Cursor::new(text, end),
            None => skip(cursor),
        }
        return Ok(());
    }
    cursor.bump();
    cursor.expect(b'=')?;
    if cursor.bump() != Token::Bang {
        return cursor.unexpected("`!{`");
    }
    cursor.expect(b'{')?;
    let nodes = cursor.list(b'}', |cursor| match cursor.bump() {
        Token::Metadata(number) => number
            .parse()
            .map_or_else(|_| cursor.unexpected("a node"), Ok),
        _ => cursor.unexpected("a node"),
    })?;
    outline.named_metadata.push((Name(name), nodes.into_vec()));
    Ok(())
}

impl Span {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}
