//! What takes values apart and puts them together, and computes addresses of their parts.

use super::context::{Check, a};
use super::results::Field;
use crate::model::{Constant, Instruction, Op, Operand, Type, Value};
use crate::problem::Problem;

impl<'c> Check<'c> {
    pub(super) fn aggregate(&mut self, at: &'c Instruction<'c>) {
        match &at.op {
            Op::GetElementPtr {
                element,
                base,
                indices,
                ..
            } => self.element_pointer(at, element, base, indices),
            Op::ExtractElement { vector, index } => {
                self.typed(at, vector);
                self.typed(at, index);
                self.vector(at, vector);
                self.index(at, index);
            }
            Op::InsertElement {
                vector,
                element,
                index,
            } => {
                for operand in [vector, element, index] {
                    self.typed(at, operand);
                }
                self.index(at, index);
                if self.vector(at, vector)
                    && let Some(Type::Vector { element: holds, .. }) = self.resolve(&vector.ty)
                    && !self.same(holds, &element.ty)
                {
                    self.report(
                        Problem::new(
                            at.span,
                            format!("an element of `{}` is no `{}`", vector.ty, element.ty),
                        )
                        .label(format!("has to be `{holds}`")),
                    );
                }
            }
            Op::ShuffleVector { left, right, mask } => self.shuffle(at, left, right, mask),
            Op::ExtractValue { aggregate, indices } => {
                self.typed(at, aggregate);
                self.has_field(at, &aggregate.ty, indices);
            }
            Op::InsertValue {
                aggregate,
                element,
                indices,
            } => {
                self.typed(at, aggregate);
                self.typed(at, element);
                if self.has_field(at, &aggregate.ty, indices)
                    && let Field::Some(field) = self.field(&aggregate.ty, indices)
                    && !self.same(field, &element.ty)
                {
                    self.report(
                        Problem::new(
                            at.span,
                            format!(
                                "field {} of `{}` is no `{}`",
                                path(indices),
                                aggregate.ty,
                                element.ty
                            ),
                        )
                        .label(format!("has to be `{field}`")),
                    );
                }
            }
            _ => {}
        }
    }

    /// The field is there, or something is in the way that we don't know.
    fn has_field(&mut self, at: &Instruction<'c>, aggregate: &Type<'c>, indices: &[u64]) -> bool {
        let word = at.op.word();
        match self.resolve(aggregate) {
            None | Some(Type::Struct { .. } | Type::Array(..)) => {}
            Some(resolved) => {
                let problem = Problem::new(
                    at.span,
                    format!("`{word}` is for structs and arrays, not for `{aggregate}`"),
                );
                let problem = match resolved {
                    Type::Ptr(_) => problem.help(
                        "of what a pointer leads to, `getelementptr` computes the address of a field, \
                         and `load` takes it",
                    ),
                    Type::Vector { .. } => problem.help(format!(
                        "for vectors there is `{}`",
                        word.replace("value", "element")
                    )),
                    _ => problem,
                };
                self.report(problem);
                return false;
            }
        }
        if indices.is_empty() {
            self.report(
                Problem::new(at.span, format!("`{word}` names no field"))
                    .help("write its number after a comma: `, 0` is the first"),
            );
            return false;
        }
        if let Field::None = self.field(aggregate, indices) {
            // The first index that leads nowhere.
            let wrong = (1..=indices.len())
                .find(|end| matches!(self.field(aggregate, &indices[..*end]), Field::None))
                .unwrap_or(indices.len());
            let (before, index) = (&indices[..wrong - 1], indices[wrong - 1]);
            let inside = match self.field(aggregate, before) {
                Field::Some(ty) => ty,
                _ => aggregate,
            };
            let count = match self.resolve(inside) {
                Some(Type::Struct { fields, .. }) => Some(fields.len() as u64),
                Some(Type::Array(length, _)) => Some(*length),
                _ => None,
            };
            let label = match count {
                Some(0) | None => format!("`{inside}` has no fields"),
                Some(1) => format!("`{inside}` has only field 0"),
                Some(count) => format!("`{inside}` has fields 0 to {}", count - 1),
            };
            self.report(
                Problem::new(at.span, format!("`{inside}` has no field {index}")).label(label),
            );
            return false;
        }
        true
    }

    fn vector(&mut self, at: &Instruction<'c>, vector: &Operand<'c>) -> bool {
        let word = at.op.word();
        let ty = &vector.ty;
        match self.resolve(ty) {
            None | Some(Type::Vector { .. }) => true,
            Some(other) => {
                let problem =
                    Problem::new(at.span, format!("`{word}` is for vectors, not for `{ty}`"));
                self.report(match other {
                    Type::Struct { .. } | Type::Array(..) => problem.help(format!(
                        "for structs and arrays there is `{}`",
                        word.replace("element", "value")
                    )),
                    _ => problem,
                });
                false
            }
        }
    }

    fn index(&mut self, at: &Instruction<'c>, index: &Operand<'c>) {
        self.wants(at, &index.ty, "the index", "an integer", |ty| {
            matches!(ty, Type::Int(_))
        });
    }

    fn shuffle(
        &mut self,
        at: &Instruction<'c>,
        left: &Operand<'c>,
        right: &Operand<'c>,
        mask: &Operand<'c>,
    ) {
        for operand in [left, right, mask] {
            self.typed(at, operand);
        }
        if !self.vector(at, left) {
            return;
        }
        if !self.same(&left.ty, &right.ty) {
            self.report(
                Problem::new(
                    at.span,
                    format!("`shufflevector` of {} and {}", a(&left.ty), a(&right.ty)),
                )
                .label("both have to be of one type"),
            );
        }
        if let Some(ty) = self.resolve(&mask.ty)
            && !matches!(ty, Type::Vector { element, .. } if **element == Type::Int(32))
        {
            self.report(
                Problem::new(
                    at.span,
                    format!("the mask is a vector of `i32`, not `{}`", mask.ty),
                )
                .label(format!("`{}`", mask.ty)),
            );
        }
    }

    fn element_pointer(
        &mut self,
        at: &Instruction<'c>,
        element: &Type<'c>,
        base: &Operand<'c>,
        indices: &[Operand<'c>],
    ) {
        self.typed(at, base);
        for index in indices {
            self.typed(at, index);
        }
        let pointers = self.scalar(&base.ty).is_none_or(Type::is_ptr);
        if !pointers {
            let ty = &base.ty;
            let problem = Problem::new(
                at.span,
                format!("`getelementptr` begins at a pointer, not at {}", a(ty)),
            )
            .label(format!("`{ty}` is no address"));
            self.report(match self.resolve(ty) {
                Some(Type::Struct { .. } | Type::Array(..)) => {
                    problem.help("for a field of a value there is `extractvalue`")
                }
                _ => problem,
            });
            return;
        }
        for index in indices {
            if !self.wants_scalar(
                at,
                &index.ty,
                "`getelementptr`",
                "integers as indices",
                |ty| matches!(ty, Type::Int(_)),
            ) {
                return;
            }
        }
        let mut ty = element;
        for index in indices.iter().skip(1) {
            let inner = match self.resolve(ty) {
                None => return,
                Some(Type::Array(_, inner) | Type::Vector { element: inner, .. }) => Some(&**inner),
                Some(Type::Struct { fields, .. }) => {
                    let number = match &index.value {
                        Value::Constant(Constant::Int(text)) => text.parse::<usize>().ok(),
                        Value::Constant(Constant::Zero | Constant::Bool(false)) => Some(0),
                        Value::Constant(Constant::Bool(true)) => Some(1),
                        Value::Constant(_) => return,
                        _ => {
                            self.report(
                                Problem::new(
                                    at.span,
                                    format!("which field of `{ty}` isn't known before the program runs"),
                                )
                                .label("the index of a field is a constant")
                                .help("only arrays, vectors and the first index are counted at run time"),
                            );
                            return;
                        }
                    };
                    number.and_then(|number| fields.get(number))
                }
                Some(_) => None,
            };
            let Some(inner) = inner else {
                let index = match &index.value {
                    Value::Constant(Constant::Int(text)) => format!(" {text}"),
                    _ => String::new(),
                };
                self.report(
                    Problem::new(at.span, format!("`{ty}` has no field{index}"))
                        .label("the indices lead nowhere")
                        .help(
                            "the first index steps over whole elements, as in an array; only those \
                             after it go into one",
                        ),
                );
                return;
            };
            ty = inner;
        }
    }
}

fn path(indices: &[u64]) -> String {
    let indices: Vec<String> = indices.iter().map(ToString::to_string).collect();
    indices.join(", ")
}
