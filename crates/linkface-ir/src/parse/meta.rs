//! Metadata.

use super::cursor::{Cursor, Names, Read};
use crate::lex::Token;
use crate::metadata::{Field, Node, NodeKind};
use crate::model::value::Meta;
use crate::model::{Local, Name};

/// Outside of functions there are no registers.
pub(super) struct NoNames;

impl<'a> Names<'a> for NoNames {
    fn local(&mut self, _: Name<'a>) -> Local {
        Local(u32::MAX)
    }
}

impl<'a> Cursor<'a> {
    /// Metadata: a node, a string, a value.
    pub(super) fn meta(&mut self, names: &mut impl Names<'a>) -> Read<Meta<'a>> {
        let start = self.start();
        match self.token {
            Token::Metadata("DIArgList") => {
                self.bump();
                self.expect(b'(')?;
                self.list(b')', |cursor| cursor.operand(names))
                    .map(Meta::List)
            }
            Token::Metadata(name) => {
                self.bump();
                if let Ok(number) = name.parse() {
                    return Ok(Meta::Node(number));
                }
                self.parenthesised()?;
                Ok(Meta::Inline(self.text_since(start)))
            }
            Token::Bang => {
                self.bump();
                match self.token {
                    Token::Text(text) => {
                        self.bump();
                        Ok(Meta::Text(text))
                    }
                    Token::Punct(b'{') => {
                        self.braced()?;
                        Ok(Meta::Inline(self.text_since(start)))
                    }
                    _ => self.unexpected("`{` or a string"),
                }
            }
            Token::Word("distinct") => {
                self.bump();
                self.nested(|cursor| cursor.meta(names))?;
                Ok(Meta::Inline(self.text_since(start)))
            }
            Token::Word("null") => {
                self.bump();
                Ok(Meta::Null)
            }
            _ if self.at_type() => {
                let operand = self.nested(|cursor| cursor.operand(names))?;
                Ok(Meta::Value(Box::new(operand)))
            }
            _ => self.unexpected("metadata"),
        }
    }

    /// Passes everything up to the sign that closes the `{` at hand.
    fn braced(&mut self) -> Read<()> {
        let mut depth = 0u32;
        loop {
            match self.token {
                Token::Punct(b'{') => depth = depth.saturating_add(1),
                Token::Punct(b'}') => depth -= 1,
                Token::End => return self.unexpected("`}`"),
                _ => {}
            }
            self.bump();
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

/// Reads `!0 = …` from its start.
pub(super) fn node<'a>(cursor: &mut Cursor<'a>) -> Node<'a> {
    // `!0 =`: the index has seen it.
    cursor.bump();
    cursor.bump();
    let distinct = cursor.eat_word("distinct");
    let start = cursor.start();
    let kind = kind(cursor).unwrap_or_else(|_| {
        while cursor.token != Token::End {
            cursor.bump();
        }
        NodeKind::Other(cursor.text_since(start))
    });
    Node { distinct, kind }
}

fn kind<'a>(cursor: &mut Cursor<'a>) -> Read<NodeKind<'a>> {
    let kind = match cursor.token {
        Token::Bang => {
            cursor.bump();
            cursor.expect(b'{')?;
            let items = cursor.list(b'}', |cursor| cursor.meta(&mut NoNames))?;
            NodeKind::Tuple(items.into_vec())
        }
        Token::Metadata(name) => {
            cursor.bump();
            cursor.expect(b'(')?;
            let fields = cursor.list(b')', field)?;
            NodeKind::Special {
                name,
                fields: fields.into_vec(),
            }
        }
        _ => return cursor.unexpected("metadata"),
    };
    if cursor.token == Token::End {
        Ok(kind)
    } else {
        cursor.unexpected("the end of the node")
    }
}

fn field<'a>(cursor: &mut Cursor<'a>) -> Read<(&'a str, Field<'a>)> {
    let name = match cursor.token {
        Token::Label(name) => {
            cursor.bump();
            name.as_written()
        }
        _ => "",
    };
    let start = cursor.start();
    let content = match cursor.token {
        Token::Number(number) => {
            cursor.bump();
            Field::Number(number)
        }
        Token::Text(text) => {
            cursor.bump();
            Field::Text(text)
        }
        Token::Word("null") => {
            cursor.bump();
            Field::Meta(Meta::Null)
        }
        Token::Punct(b'{') => {
            cursor.bump();
            let items = cursor.list(b'}', |cursor| cursor.meta(&mut NoNames))?;
            Field::List(items.into_vec())
        }
        Token::Word(_) if !cursor.at_type() => {
            cursor.bump();
            while cursor.eat(b'|') {
                cursor.bump();
            }
            Field::Words(cursor.text_since(start))
        }
        _ => Field::Meta(cursor.meta(&mut NoNames)?),
    };
    Ok((name, content))
}
