//! Variables of the source.

use crate::explain::sentence::Explainer;
use crate::metadata::{Field, NodeKind};
use crate::model::value::{Constant, Meta};
use crate::model::{Instruction, Local, Op, Value};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn variable(&self, instruction: &Instruction<'a>) -> String {
        let Op::DebugRecord { kind, arguments } = &instruction.op else {
            return String::new();
        };
        let name = match arguments.get(1) {
            Some(Meta::Node(id)) => self.name_of_variable(*id),
            _ => None,
        };
        let name = name.map_or("a variable of the source".to_owned(), |name| {
            format!("`{name}`")
        });
        let first = arguments.first();
        let part = if arguments.iter().any(is_fragment) {
            "a part of "
        } else {
            ""
        };
        match (*kind, first) {
            ("declare", Some(meta)) => {
                format!("{name} of the source lives at {}.", self.record_value(meta))
            }
            (_, Some(Meta::Value(operand)))
                if matches!(
                    operand.value,
                    Value::Constant(Constant::Poison | Constant::Undef)
                ) =>
            {
                format!(
                    "From here on {part}{name} of the source is known to nobody: it was optimised away."
                )
            }
            ("value" | "assign", Some(meta)) => format!(
                "From here on {part}{name} of the source is {}.",
                self.record_value(meta)
            ),
            _ => "Something of the source is here.".to_owned(),
        }
    }

    /// The variable that lives at an address, with its type.
    pub(super) fn variable_in(&self, slot: Local) -> Option<String> {
        let mut records = self.function.instructions().iter();
        let id = records.find_map(|record| match &record.op {
            Op::DebugRecord {
                kind: "declare",
                arguments,
            } => match &**arguments {
                [Meta::Value(operand), Meta::Node(id), ..]
                    if operand.value.local() == Some(slot) =>
                {
                    Some(*id)
                }
                _ => None,
            },
            _ => None,
        })?;
        let name = self.name_of_variable(id)?;
        Some(match self.type_of_variable(id) {
            Some(ty) => format!("`{name}: {ty}`"),
            None => format!("`{name}`"),
        })
    }

    fn name_of_variable(&self, id: u32) -> Option<&'a str> {
        match self.debug_field(id, "name")? {
            Field::Text(name) => Some(name),
            _ => None,
        }
    }

    fn type_of_variable(&self, id: u32) -> Option<&'a str> {
        let Field::Meta(Meta::Node(ty)) = self.debug_field(id, "type")? else {
            return None;
        };
        match self.debug_field(ty, "name")? {
            Field::Text(name) => Some(name),
            _ => None,
        }
    }

    fn debug_field(&self, id: u32, name: &str) -> Option<Field<'a>> {
        let node = self.module?.metadata().node(id)?;
        let NodeKind::Special { fields, .. } = node.kind else {
            return None;
        };
        let mut fields = fields.into_iter();
        fields
            .find(|(field, _)| *field == name)
            .map(|(_, content)| content)
    }

    fn record_value(&self, meta: &Meta<'a>) -> String {
        match meta {
            Meta::Value(operand) => self.operand(operand),
            Meta::List(operands) => {
                let items: Vec<String> = operands
                    .iter()
                    .map(|operand| self.operand(operand))
                    .collect();
                format!("computed from {}", Self::list(&items))
            }
            _ => "nothing".to_owned(),
        }
    }
}

fn is_fragment(meta: &Meta<'_>) -> bool {
    matches!(meta, Meta::Inline(text) if text.contains("DW_OP_LLVM_fragment"))
}
