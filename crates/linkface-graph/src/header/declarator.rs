//! C types, and C's way of writing them around a name.

use std::fmt::Write as _;

/// A C type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CType {
    /// `uint32_t`, `unsigned int`, `struct`'s typedef.
    Name(String),
    /// `T *`, `const T *`
    Pointer { to: Box<Self>, constant: bool },
    /// `T [4]`
    Array { of: Box<Self>, length: u64 },
    /// `R (A a, B b)`
    Function {
        result: Box<Self>,
        parameters: Vec<(Self, String)>,
        variadic: bool,
    },
}

impl CType {
    pub(super) fn name(name: &str) -> Self {
        Self::Name(name.to_owned())
    }

    pub(super) fn pointer(to: Self, constant: bool) -> Self {
        Self::Pointer {
            to: Box::new(to),
            constant,
        }
    }

    pub(super) fn function(result: Self, parameters: Vec<(Self, String)>, variadic: bool) -> Self {
        Self::Function {
            result: Box::new(result),
            parameters,
            variadic,
        }
    }

    /// `uint32_t ticks`, `void (*each)(void *)`; with an empty name the type alone.
    pub(super) fn named(&self, name: &str) -> String {
        self.around(name.to_owned(), false)
    }

    /// The same for what can't be written to: `const uint32_t limit`, `uint8_t *const start`.
    pub(super) fn constant(&self, name: &str) -> String {
        self.around(name.to_owned(), true)
    }

    /// C writes a type from the inside out: `inner` is what has been written so far.
    fn around(&self, inner: String, constant: bool) -> String {
        let qualifier = if constant { "const" } else { "" };
        match self {
            Self::Name(name) => join(&[qualifier, name, &inner]),
            Self::Pointer { to, constant } => {
                let pointer = format!("*{}", join(&[qualifier, &inner]));
                let suffixed = matches!(**to, Self::Array { .. } | Self::Function { .. });
                let pointer = if suffixed {
                    format!("({pointer})")
                } else {
                    pointer
                };
                to.around(pointer, *constant)
            }
            Self::Array { of, length } => of.around(format!("{inner}[{length}]"), constant),
            Self::Function {
                result,
                parameters,
                variadic,
            } => {
                let mut list = parameters
                    .iter()
                    .map(|(of, name)| of.named(name))
                    .collect::<Vec<_>>();
                if *variadic {
                    list.push("...".to_owned());
                } else if list.is_empty() {
                    list.push("void".to_owned());
                }
                let mut text = inner;
                // Writing to a `String` succeeds.
                let _ = write!(text, "({})", list.join(", "));
                result.around(text, false)
            }
        }
    }
}

/// The words that are there, with a space between them.
fn join(words: &[&str]) -> String {
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::CType;

    #[track_caller]
    fn check(of: &CType, named: &str, constant: &str) {
        assert_eq!(of.named("x"), named);
        assert_eq!(of.constant("x"), constant);
    }

    #[test]
    fn types_are_written_around_their_name() {
        let int = || CType::name("int");
        let pointer = |to, constant| CType::pointer(to, constant);
        let array = |of, length| CType::Array {
            of: Box::new(of),
            length,
        };
        let function =
            |result, of: CType| CType::function(result, vec![(of, String::new())], false);

        check(&int(), "int x", "const int x");
        check(&pointer(int(), false), "int *x", "int *const x");
        check(&pointer(int(), true), "const int *x", "const int *const x");
        check(
            &pointer(pointer(int(), false), true),
            "int *const *x",
            "int *const *const x",
        );
        check(&array(int(), 4), "int x[4]", "const int x[4]");
        check(
            &array(array(int(), 4), 2),
            "int x[2][4]",
            "const int x[2][4]",
        );
        check(
            &pointer(array(int(), 4), true),
            "const int (*x)[4]",
            "const int (*const x)[4]",
        );
        check(
            &array(pointer(int(), true), 4),
            "const int *x[4]",
            "const int *const x[4]",
        );
        let callback = pointer(function(int(), int()), false);
        check(&callback, "int (*x)(int)", "int (*const x)(int)");
        check(
            &pointer(function(callback.clone(), callback), false),
            "int (*(*x)(int (*)(int)))(int)",
            "int (*(*const x)(int (*)(int)))(int)",
        );
        let none = CType::function(CType::name("void"), vec![], false);
        assert_eq!(none.named("f"), "void f(void)");
        let print = CType::function(int(), vec![(int(), "a".to_owned())], true);
        assert_eq!(print.named("f"), "int f(int a, ...)");
    }
}
