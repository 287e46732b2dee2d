//! Where functions and metadata nodes are: found by how lines begin, without reading what is in them.

use super::cursor::Cursor;
use crate::lex::Token;
use crate::metadata::Metadata;
use crate::model::Name;
use crate::module::Entry;
use crate::span::Span;
use memchr::{memchr, memmem};

/// The functions that `text` defines.
///
/// LLVM writes `define` at the start of a line, `{` at the end of it, and `}` on a line of its own. Texts
/// by hand may look otherwise: their braces are counted. A function that never ends, ends before the
/// next `define`.
pub(super) fn functions(text: &str) -> Vec<Entry<'_>> {
    let bytes = text.as_bytes();
    let close = memmem::Finder::new("\n}");
    let mut starts = memmem::find_iter(bytes, "define")
        .filter(|start| begins_function(bytes, *start))
        .peekable();
    let mut entries = Vec::new();
    while let Some(start) = starts.next() {
        let limit = starts.peek().copied().unwrap_or(bytes.len());
        let line = memchr(b'\n', &bytes[start..limit]).map_or(limit, |length| start + length);
        let canonical = bytes[start..line].ends_with(b"{");
        let found = close.find(&bytes[line..limit]).filter(|_| canonical);
        let end = found.map_or_else(|| counted(&text[..limit], start), |found| line + found + 2);
        let name = name(&text[start..line]).or_else(|| name(&text[start..end]));
        entries.push(Entry {
            name: name.unwrap_or(Name("")),
            span: Span::new(start, end),
            text,
        });
    }
    entries
}

/// Whether the `define` at `start` is a word, and the first of its line.
fn begins_function(bytes: &[u8], start: usize) -> bool {
    let ends = bytes
        .get(start + "define".len())
        .is_some_and(u8::is_ascii_whitespace);
    let mut before = bytes[..start].iter().rev();
    let first = before.find(|byte| !matches!(byte, b' ' | b'\t'));
    ends && first.is_none_or(|byte| *byte == b'\n')
}

/// The end of the function at `start`, by its braces.
fn counted(text: &str, start: usize) -> usize {
    let mut cursor = Cursor::new(text, start);
    let mut depth = 0u32;
    let mut body = false;
    // Types may have braces, too: the body's is the first behind the parameters.
    let mut parentheses = 0u32;
    let mut parameters = false;
    loop {
        match cursor.token {
            Token::End => return text.len(),
            Token::Punct(b'(') if !body => {
                parameters |= depth == 0;
                parentheses = parentheses.saturating_add(1);
            }
            Token::Punct(b')') if !body => parentheses = parentheses.saturating_sub(1),
            Token::Punct(b'{') => {
                body |= parameters && parentheses == 0 && depth == 0;
                depth = depth.saturating_add(1);
            }
            Token::Punct(b'}') => {
                depth = depth.saturating_sub(1);
                if body && depth == 0 {
                    cursor.bump();
                    return cursor.end();
                }
            }
            _ => {}
        }
        cursor.bump();
    }
}

/// The name of the function whose first line this is.
fn name(line: &str) -> Option<Name<'_>> {
    let at = memchr(b'@', line.as_bytes())?;
    let rest = &line[at + 1..];
    let end = if rest.starts_with('"') {
        memchr(b'"', &rest.as_bytes()[1..])? + 2
    } else {
        memchr(b'(', rest.as_bytes())?
    };
    Some(Name(rest[..end].trim_end()))
}

/// The numbered nodes: lines that begin with `!` and a digit. Bodies have no such lines.
pub(super) fn metadata(text: &str) -> Metadata<'_> {
    let bytes = text.as_bytes();
    let finder = memmem::Finder::new("\n!");
    let mut lines: Vec<Span> = Vec::new();
    let mut note = |start: usize| {
        let Some(end) = node_end(text, start) else {
            return start;
        };
        let number = bytes[start + 1..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .fold(0usize, |sum, byte| {
                sum.saturating_mul(10)
                    .saturating_add(usize::from(byte - b'0'))
            });
        // A number that no file of this size can need is a mistake, and would cost its weight in memory.
        if number <= bytes.len() {
            if lines.len() <= number {
                lines.resize(number + 1, Span::default());
            }
            lines[number] = Span::new(start, end);
        }
        end
    };
    let mut at = 0;
    if bytes.first() == Some(&b'!') {
        at = note(0);
    }
    while let Some(found) = finder.find(&bytes[at..]) {
        let start = at + found + 1;
        at = note(start).max(start + 1);
    }
    Metadata { text, lines }
}

/// The end of the node at `start`; none if there is no numbered node.
pub(super) fn node_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = bytes[start + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let after = start + 1 + digits;
    if digits == 0 || !bytes[after..].starts_with(b" =") {
        return None;
    }
    let line = memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |length| start + length);
    if matches!(bytes[line - 1], b')' | b'}') {
        return Some(line);
    }
    // By hand: over several lines, or with a comment behind it.
    let mut cursor = Cursor::new(text, after);
    let mut depth = 0u32;
    let mut any = false;
    cursor.bump();
    loop {
        match cursor.token {
            Token::End => return Some(text.len()),
            Token::Punct(b'(' | b'{') => {
                depth = depth.saturating_add(1);
                any = true;
            }
            Token::Punct(b')' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        cursor.bump();
        if depth == 0 && (any || cursor.starts_line()) {
            return Some(cursor.end());
        }
    }
}
