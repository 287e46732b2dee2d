//! Text to styled spans.

use crate::explain::{self, Kind};
use crate::lex::{Lexer, Token};
use crate::lookup::Path;
use crate::metadata::NodeKind;
use crate::model::value::Meta;
use crate::model::{Flags, Name};
use crate::module::Module;

/// What a part of a line is, for colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Punctuation, and what has no style of its own.
    Plain,
    /// `add`, `br`, `define`.
    Opcode,
    /// `i32`, `ptr`.
    Type,
    /// `%x`.
    Local,
    /// A label: `%bb1` behind `label`, `bb1:`.
    Label,
    /// `@f`.
    Global,
    /// `42`, `true`, `null`, `"text"`.
    Constant,
    /// `nuw`, `noundef`, `align`.
    Word,
    /// Metadata, attribute groups, remarks.
    Faint,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub style: Style,
    /// Its text.
    pub text: String,
}

pub(super) struct Painter<'m, 'a> {
    pub(super) module: &'m Module<'a>,
    /// Whether `!range !5` says what is in it, and other metadata only its kind.
    pub(super) folds_metadata: bool,
}

impl Painter<'_, '_> {
    /// One line of IR, `indent` more to the right.
    pub(super) fn line(&self, line: &str, indent: usize) -> Vec<Span> {
        let mut spans = Spans(Vec::new());
        spans.add(Style::Plain, &" ".repeat(indent));
        let mut lexer = Lexer::new(line, 0);
        let (mut end, mut first, mut label) = (0, true, false);
        let mut kind: Option<&str> = None;
        loop {
            let (token, start) = lexer.read();
            if token == Token::End {
                break;
            }
            let between = line.get(end..start).unwrap_or_default();
            end = lexer.at();
            let text = line.get(start..end).unwrap_or_default();
            if let (Some(of), Token::Metadata(_)) = (kind.take(), token) {
                spans.add(Style::Faint, &self.node(of, text));
                continue;
            }
            spans.add(Style::Plain, between);
            let style = match token {
                Token::Word(word) => {
                    let style = word_style(word, first);
                    first &= style != Style::Opcode;
                    style
                }
                Token::Local(_) if label => Style::Label,
                Token::Local(_) => Style::Local,
                Token::Label(_) => Style::Label,
                Token::Global(name) => {
                    spans.add(Style::Global, &global(name));
                    label = false;
                    continue;
                }
                Token::Number(_) | Token::Text(_) | Token::Bytes(_) => Style::Constant,
                Token::Metadata(name) => {
                    let attached = name.starts_with(|of: char| of.is_ascii_alphabetic());
                    kind = (self.folds_metadata && attached).then_some(name);
                    Style::Faint
                }
                Token::Group(_) | Token::Debug(_) | Token::Bang => Style::Faint,
                _ => Style::Plain,
            };
            label = matches!(token, Token::Word("label"));
            spans.add(style, text);
        }
        // Comments are no tokens.
        spans.add(Style::Faint, line.get(end..).unwrap_or_default());
        spans.0
    }

    /// What is shown of the node behind `!kind`.
    fn node(&self, kind: &str, text: &str) -> String {
        let content = text.strip_prefix('!').and_then(|id| id.parse().ok());
        let content = content.and_then(|id| self.module.metadata().node(id));
        let Some(NodeKind::Tuple(items)) = content.map(|node| node.kind) else {
            return String::new();
        };
        let mut values = items.iter().filter_map(|item| match item {
            Meta::Value(operand) => match &operand.value {
                crate::model::Value::Constant(constant) => Some(constant.to_string()),
                _ => None,
            },
            _ => None,
        });
        match kind {
            "range" => {
                let values: Vec<String> = values.collect();
                let pairs = values.chunks(2).map(|pair| pair.join(".."));
                format!(" {}", pairs.collect::<Vec<_>>().join(" or "))
            }
            "align" | "dereferenceable" | "dereferenceable_or_null" => {
                values.next().map_or(String::new(), |one| format!(" {one}"))
            }
            "prof" => {
                let weights: Vec<String> = values.collect();
                format!(" {}", weights.join(" : "))
            }
            _ => String::new(),
        }
    }
}

struct Spans(Vec<Span>);

impl Spans {
    /// One more; neighbours of one style are one.
    fn add(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.0.push(Span {
                style,
                text: text.to_owned(),
            }),
        }
    }
}

/// A function or global: demangled, or without the hash that makes it unique.
fn global(name: Name<'_>) -> String {
    let path = Path::new(&name.text());
    if path.is_demangled() {
        format!("@{}", path.text())
    } else {
        format!("@{}", explain::short(name.as_written()))
    }
}

fn word_style(word: &str, first: bool) -> Style {
    let is = |kind| explain::word(kind, word).is_some();
    if matches!(
        word,
        "define" | "declare" | "to" | "label" | "x" | "unwind" | "within" | "from"
    ) {
        return Style::Opcode;
    }
    if matches!(
        word,
        "true" | "false" | "null" | "none" | "undef" | "poison" | "zeroinitializer"
    ) {
        return Style::Constant;
    }
    let modifier =
        Flags::from_word(word).is_some() || matches!(word, "tail" | "musttail" | "notail");
    if first && !modifier && is(Kind::Opcode) {
        Style::Opcode
    } else if is(Kind::Type) {
        Style::Type
    } else {
        Style::Word
    }
}
