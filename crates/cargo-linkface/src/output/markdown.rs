//! Long texts in a terminal: the little of Markdown that explanations need. Where there are no colours
//! it is the same text, with its lines broken.

use clap_cargo::style::{HEADER, LITERAL};
use std::fmt::Write;

/// The width that is read with ease, if the terminal has it.
const COMFORTABLE: usize = 90;

/// Renders headings, paragraphs, lists and code; what else there is stays as it is.
pub(crate) fn render(text: &str, width: Option<usize>) -> String {
    let width = width.unwrap_or(COMFORTABLE).clamp(20, COMFORTABLE);
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut code = false;
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        let continues = !code && !fence && is_prose(line) && marker(line.trim_start()) == 0;
        if continues && !paragraph.is_empty() {
            paragraph.push(' ');
            paragraph.push_str(line.trim());
            continue;
        }
        wrap(&mut out, &std::mem::take(&mut paragraph), width);
        if fence {
            code = !code;
        } else if code {
            push(&mut out, &format!("    {line}"));
        } else if let Some(heading) = heading(line) {
            push(&mut out, &format!("{HEADER}{heading}{HEADER:#}"));
        } else if is_prose(line) {
            line.clone_into(&mut paragraph);
        } else {
            push(&mut out, line);
        }
    }
    wrap(&mut out, &paragraph, width);
    out
}

/// Whether a line is part of a paragraph or of a list: neither empty, nor a heading, nor of a table.
fn is_prose(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('|') && heading(line).is_none()
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    (text.len() < line.len())
        .then(|| text.strip_prefix(' '))
        .flatten()
}

/// Breaks a paragraph, or an item of a list, whose lines are indented below its text.
fn wrap(out: &mut String, line: &str, width: usize) {
    if line.is_empty() {
        return;
    }
    let body = line.trim_start();
    let indent = line.len() - body.len();
    let hanging = indent + marker(body);
    let mut column = 0;
    let mut style = Style::default();
    for word in body.split_whitespace() {
        let length = word.chars().count();
        if column == 0 {
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if column + 1 + length > width {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', hanging));
            column = hanging;
        } else {
            out.push(' ');
            column += 1;
        }
        style.word(out, word);
        column += length;
    }
    out.push('\n');
}

/// The length of `* `, `- ` or `12. `.
fn marker(text: &str) -> usize {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - number.len();
    if text.starts_with("* ") || text.starts_with("- ") {
        2
    } else if digits > 0 && number.starts_with(". ") {
        digits + 2
    } else {
        0
    }
}

/// Code in a line: it may have several words.
#[derive(Debug, Default)]
struct Style {
    code: bool,
}

impl Style {
    fn word(&mut self, out: &mut String, word: &str) {
        if self.code {
            write_style(out, &LITERAL.render());
        }
        for c in word.chars() {
            match (c, self.code) {
                ('`', false) => {
                    write_style(out, &LITERAL.render());
                    out.push(c);
                    self.code = true;
                }
                ('`', true) => {
                    out.push(c);
                    write_style(out, &LITERAL.render_reset());
                    self.code = false;
                }
                _ => out.push(c),
            }
        }
        if self.code {
            write_style(out, &LITERAL.render_reset());
        }
    }
}

fn write_style(out: &mut String, style: &dyn std::fmt::Display) {
    write!(out, "{style}").expect("a string takes all");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let rendered = anstream::adapter::strip_str(&render(text, Some(20))).to_string();
        assert_eq!(rendered, expected);
    }

    #[test]
    fn lines_are_broken() {
        check("one two three four five", "one two three four\nfive\n");
        check(
            "* one two three four five",
            "* one two three four\n  five\n",
        );
        check("one\ntwo three\nfour five", "one two three four\nfive\n");
        check(
            "* one\n  two\n* three\n\nfour",
            "* one two\n* three\n\nfour\n",
        );
        check("10. one two three four", "10. one two three\n    four\n");
        check(
            "averyveryverylongwordindeed x",
            "averyveryverylongwordindeed\nx\n",
        );
    }

    #[test]
    fn code_and_headings_are_not() {
        check("# What\n\n`a b`\n", "What\n\n`a b`\n");
        check(
            "```toml\na = \"one two three four five\"\n```",
            "    a = \"one two three four five\"\n",
        );
        check("| a | b | c | d | e | f |", "| a | b | c | d | e | f |\n");
        check("#no heading", "#no heading\n");
    }

    #[test]
    fn code_is_bright_over_a_line_break() {
        let rendered = render("`one two three four five`", Some(20));
        let bright = LITERAL.render().to_string();
        assert_eq!(rendered.matches(&bright).count(), 5);
        assert_eq!(rendered.lines().count(), 2);
    }
}
