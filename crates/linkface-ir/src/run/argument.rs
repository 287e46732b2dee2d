//! Arguments from text, as people write them on a command line.
//!
//! What a text means is said by the parameter's type:
//!
//! | parameter | texts |
//! |---|---|
//! | `i32` and the like | `42`, `-5`, `0xff`, `0b101`, `true`, `'a'`, `b'a'` |
//! | `float`, `double` | `1.5`, `-2`, `inf`, `nan` |
//! | `ptr` | `"text"`, `[1, 2, 3]`, `[0; 16]`: memory with that in it; `null`, `@name`, `0x10` |
//! | structs, arrays, vectors | `{1, 2}`, `[1, 2]` |
//! | all | `poison`, `undef` |
//!
//! The elements of memory are as wide as the parameter's `align` says (`align 4`: 32 bits), 32 bits
//! if it says nothing, or as a suffix says: `[1u8, 2]`. If there are fewer texts than parameters,
//! integers behind text and arrays are their lengths, as Rust passes `&str` and slices; there, text
//! needs no quotes. The memory that a `sret` result goes to is never written.

mod memory;
mod number;

use super::codec::{Fill, check_width, fill};
use super::machine::Machine;
use super::poison::{Poison, Site};
use super::value::{Pointer, Value};
use crate::model::{Attribute, Name, Parameter, Type};
use memory::Memory;

/// The deepest nesting of `{` and `[` that is read.
const DEEPEST: u32 = 32;

/// Arguments, and the memory that was made for them.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The arguments, for [`Machine::call`].
    pub values: Vec<Value>,
    /// Where the result goes, and how many bytes it has, if the first parameter is `sret`.
    pub result: Option<(Pointer, u64)>,
    /// The memory of text and arrays.
    pub memories: Vec<Passed>,
}

/// Memory that was made for an argument.
#[derive(Clone, Debug)]
pub struct Passed {
    /// The number of the argument, from 1, `sret` not counted.
    pub argument: usize,
    /// Where it is.
    pub pointer: Pointer,
    /// What was put into it; `undef` bytes are zero.
    pub bytes: Vec<u8>,
    /// How many bits an element has.
    pub width: u32,
}

/// Why a text is no argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong, in one line.
    pub message: String,
    /// What to write instead.
    pub help: Vec<String>,
}

impl Wrong {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: Vec::new(),
        }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// Reads the arguments of a function, and puts into memory what they point to.
///
/// # Errors
/// If there is no such function, if there are too many or too few texts, or if one can't be a value
/// of its type.
pub fn read(
    machine: &mut Machine<'_, '_>,
    name: &str,
    texts: &[impl AsRef<str>],
) -> Result<Arguments, Wrong> {
    let unknown = || Wrong::new(format!("no function `@{name}` is defined here"));
    let index = machine.find(name).ok_or_else(unknown)?;
    let loaded = machine.functions.get(index).cloned().ok_or_else(unknown)?;
    let signature = loaded.function.signature();
    let site = Site {
        module: loaded.unit,
        function: index,
        instruction: None,
        span: loaded.function.span(),
    };
    let mut reader = Reader {
        machine,
        unit: loaded.unit,
        site,
        arguments: Arguments::default(),
    };
    let mut parameters = signature.parameters.iter().peekable();
    if let Some(ty) = parameters.peek().and_then(|first| sret(first)) {
        reader.result(
            ty,
            parameters
                .peek()
                .map_or(1, |first| align(first).unwrap_or(1)),
        )?;
        parameters.next();
    }
    let parameters: Vec<&Parameter<'_>> = parameters.collect();
    let takes = parameters.len();
    let mut missing = takes
        .checked_sub(texts.len())
        .ok_or_else(|| count(&parameters, texts.len()))?;
    let mut texts = texts.iter().map(AsRef::as_ref);
    let mut at = 0;
    while let Some(parameter) = parameters.get(at) {
        let Some(text) = texts.next() else {
            return Err(count(&parameters, takes - missing));
        };
        let nth = at + 1;
        let behind = parameters.get(at + 1).map(|parameter| &parameter.ty);
        let is_slice = missing > 0 && matches!(behind, Some(Type::Int(_)));
        let length = reader.argument(text, parameter, nth, is_slice)?;
        at += 1;
        if is_slice && let (Some(length), Some(Type::Int(width))) = (length, behind) {
            missing -= 1;
            at += 1;
            let length = i128::try_from(length).unwrap_or(0);
            reader.arguments.values.push(Value::int(*width, length));
        }
    }
    if missing > 0 {
        return Err(count(&parameters, takes - missing));
    }
    Ok(reader.arguments)
}

fn count(parameters: &[&Parameter<'_>], given: usize) -> Wrong {
    let takes = parameters.len();
    let arguments = if takes == 1 { "argument" } else { "arguments" };
    let are = if given == 1 { "is" } else { "are" };
    Wrong::new(format!(
        "the function takes {takes} {arguments}, and {given} {are} given"
    ))
    .help(parameter_types(parameters))
}

/// What there is to give.
fn parameter_types(parameters: &[&Parameter<'_>]) -> String {
    if parameters.is_empty() {
        return "it has no parameters".to_owned();
    }
    let types: Vec<String> = parameters.iter().map(|it| it.ty.to_string()).collect();
    let types = types.join(", ");
    let pair = "`ptr` and length of a slice are one argument: `\"text\"` or `[1, 2, 3]`";
    if types.contains("ptr, i") {
        format!("its parameters are ({types}); {pair}")
    } else {
        format!("its parameters are ({types})")
    }
}

fn sret<'p, 'a>(parameter: &'p Parameter<'a>) -> Option<&'p Type<'a>> {
    parameter
        .attributes
        .iter()
        .find_map(|attribute| match attribute {
            Attribute::Type("sret", ty) => Some(ty),
            _ => None,
        })
}

fn align(parameter: &Parameter<'_>) -> Option<u64> {
    parameter
        .attributes
        .iter()
        .find_map(|attribute| match attribute {
            Attribute::Number("align", align) => Some(*align),
            _ => None,
        })
}

struct Reader<'r, 'm, 'a> {
    machine: &'r mut Machine<'m, 'a>,
    unit: usize,
    site: Site,
    arguments: Arguments,
}

impl<'a> Reader<'_, '_, 'a> {
    fn result(&mut self, ty: &Type<'a>, align: u64) -> Result<(), Wrong> {
        let context = self.machine.units.get(self.unit).cloned();
        let size = context
            .map_or(Ok(0), |unit| unit.types().size(ty))
            .map_err(Wrong::new)?;
        let pointer = self.machine.reserve(size, align, 0).ok_or_else(no_room)?;
        self.arguments.result = Some((pointer, size));
        self.arguments.values.push(Value::Ptr(pointer));
        Ok(())
    }

    /// One argument; if it is memory, how many elements that has. With a length behind it, all that is
    /// nothing else is text.
    fn argument(
        &mut self,
        text: &str,
        parameter: &Parameter<'a>,
        nth: usize,
        is_slice: bool,
    ) -> Result<Option<usize>, Wrong> {
        let memory = if parameter.ty.is_ptr() {
            let read = Memory::read(text.trim(), align(parameter))?;
            read.or_else(|| (is_slice && !is_special(text)).then(|| Memory::text(text)))
        } else {
            None
        };
        let text = text.trim();
        if let Some(memory) = memory {
            let align = align(parameter)
                .unwrap_or(1)
                .max(u64::from(memory.width / 8));
            let pointer = self
                .machine
                .place(&memory.bytes, align, nth)
                .ok_or_else(no_room)?;
            self.arguments.values.push(Value::Ptr(pointer));
            self.arguments.memories.push(Passed {
                argument: nth,
                pointer,
                bytes: memory.bytes,
                width: memory.width,
            });
            return Ok(Some(memory.length));
        }
        let value = self.value(text, &parameter.ty, DEEPEST)?;
        self.arguments.values.push(value);
        Ok(None)
    }

    fn value(&mut self, text: &str, ty: &Type<'a>, depth: u32) -> Result<Value, Wrong> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Wrong::new("the argument is nested too deeply"));
        };
        let context = self.machine.units.get(self.unit).cloned();
        let context = context.ok_or_else(|| Wrong::new("there is no such module"))?;
        let types = context.types();
        let ty = types.resolve(ty).map_err(Wrong::new)?;
        let whole = match text {
            "undef" => Some(Fill::Undef),
            "poison" => Some(Fill::Poison(Poison::made(
                self.site,
                "`poison` is an argument",
            ))),
            _ => None,
        };
        if let Some(with) = whole {
            return fill(types, ty, &with).map_err(Wrong::new);
        }
        match ty {
            Type::Int(width) => {
                check_width(*width).map_err(Wrong::new)?;
                number::int(text, *width).map(Value::Int)
            }
            Type::Float(kind) => number::float(text, *kind),
            Type::Ptr(_) => self.pointer(text),
            Type::Array(length, element)
            | Type::Vector {
                length, element, ..
            } => {
                let parts = parts(text)?;
                if u64::try_from(parts.len()).ok() != Some(*length) {
                    let given = parts.len();
                    return Err(Wrong::new(format!(
                        "`{text}` has {given} elements, not {length}"
                    )));
                }
                let values: Result<Vec<Value>, Wrong> = parts
                    .iter()
                    .map(|part| self.value(part, element, depth))
                    .collect();
                values.map(Value::aggregate)
            }
            Type::Struct { fields, .. } => {
                let parts = parts(text)?;
                if parts.len() != fields.len() {
                    let (given, takes) = (parts.len(), fields.len());
                    return Err(Wrong::new(format!(
                        "`{text}` has {given} fields, not {takes}"
                    )));
                }
                let values: Result<Vec<Value>, Wrong> = parts
                    .iter()
                    .zip(fields)
                    .map(|(part, field)| self.value(part, field, depth))
                    .collect();
                values.map(Value::aggregate)
            }
            _ => Err(Wrong::new("a parameter of this type can't be given")),
        }
    }

    fn pointer(&mut self, text: &str) -> Result<Value, Wrong> {
        if text == "null" {
            return Ok(Value::Ptr(Pointer::NULL));
        }
        if let Some(name) = text.strip_prefix('@') {
            let known = self.machine.units.iter().find_map(|unit| unit.key(name));
            let address = known.map(|key| self.machine.address(self.unit, Name(key), self.site));
            return match address {
                Some(Ok(pointer)) => Ok(Value::Ptr(pointer)),
                _ => Err(Wrong::new(format!("there is no `@{name}` in this file"))),
            };
        }
        if let Ok(address) = number::int(text, 64)
            && let Ok(address) = u64::try_from(address.bits())
        {
            return Ok(Value::Ptr(Pointer {
                address,
                provenance: super::value::Provenance::None,
            }));
        }
        Err(Wrong::new(format!("`{text}` is no pointer"))
            .help("write `\"text\"`, `[1, 2, 3]`, `null` or `@name`"))
    }
}

fn no_room() -> Wrong {
    Wrong::new("the arguments take more memory than allowed")
}

/// What a pointer may be beside memory.
fn is_special(text: &str) -> bool {
    matches!(text, "null" | "undef" | "poison") || text.starts_with('@')
}

/// The parts of `{a, b}` or `[a, b]`.
fn parts(text: &str) -> Result<Vec<&str>, Wrong> {
    let brackets = [('{', '}'), ('[', ']'), ('(', ')'), ('<', '>')];
    let inner = brackets
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    let inner = inner.ok_or_else(|| {
        Wrong::new(format!("`{text}` has no parts")).help("write `{1, 2}` or `[1, 2]`")
    })?;
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0u32, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' | '[' | '(' | '<' => depth += 1,
            '}' | ']' | ')' | '>' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = inner[start..].trim();
    if !(last.is_empty()) {
        parts.push(last);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_of_the_outermost_brackets() {
        assert_eq!(parts("{1, {2, 3}, [4]}"), Ok(vec!["1", "{2, 3}", "[4]"]));
        assert_eq!(parts("{}"), Ok(vec![]));
        assert_eq!(parts("[1,]"), Ok(vec!["1"]));
        assert!(parts("1, 2").is_err());
    }
}
