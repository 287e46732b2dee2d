//! An item's head in one line.

use super::cursor::is_punct;
use proc_macro2::{Delimiter, Group, TokenTree};

/// The head as it is written, in one line: line breaks, comments and attributes are gone, and the
/// commas that stand at the ends of lines only.
pub(super) fn signature(head: &[TokenTree]) -> String {
    let mut line = Line::default();
    line.tokens(head);
    // That of a `where` clause.
    line.text.trim_end_matches(',').to_owned()
}

#[derive(Default)]
struct Line {
    text: String,
    /// Where the last token ends in its file; none if nothing stands between it and the next.
    end: Option<usize>,
}

impl Line {
    fn tokens(&mut self, tokens: &[TokenTree]) {
        let mut tokens = tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let is_attribute = is_punct(token, '#')
                && matches!(tokens.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket);
            match token {
                // Of a parameter.
                _ if is_attribute => drop(tokens.next()),
                TokenTree::Group(group) => self.group(group),
                _ => {
                    let range = token.span().byte_range();
                    self.push(&token.to_string(), range.start, range.end);
                }
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        let is_tight = group.delimiter() != Delimiter::Brace;
        let range = group.span_open().byte_range();
        self.push(open, range.start, range.end);
        self.end = self.end.filter(|_| !is_tight);
        let mut content: Vec<TokenTree> = group.stream().into_iter().collect();
        // `(T,)` needs its comma; that of a last line goes.
        let end = group.span_close().start().line;
        if content
            .last()
            .is_some_and(|last| is_punct(last, ',') && last.span().end().line < end)
        {
            content.pop();
        }
        self.tokens(&content);
        self.end = self.end.filter(|_| !is_tight);
        let range = group.span_close().byte_range();
        self.push(close, range.start, range.end);
    }

    fn push(&mut self, text: &str, start: usize, end: usize) {
        if self.end.is_some_and(|last| last < start) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.end = Some(end);
    }
}
