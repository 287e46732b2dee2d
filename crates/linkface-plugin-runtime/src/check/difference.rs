//! What two images don't agree about.

use core::fmt;

/// One thing in which two images don't agree, in words: `PhysicsApi::step differs — arg 1 World: field
/// pos at offset 0 in host, 4 in plugin`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub(super) kind: DifferenceKind,
    pub(super) interface: String,
    pub(super) method: Option<String>,
    pub(super) path: String,
    pub(super) text: String,
    pub(super) also: Vec<String>,
}

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DifferenceKind {
    /// The caller has a method without a default, and the implementor doesn't have it.
    MethodMissing,
    /// The implementor has a method that the caller should know by its version, and doesn't.
    MethodRemoved,
    /// The same method has another name.
    MethodRenamed,
    /// `&self` and `&mut self`.
    Receiver,
    /// `unsafe` on one side.
    Unsafety,
    /// `async` on one side.
    Asyncness,
    /// Something is borrowed for another time.
    Lifetimes,
    /// The number of arguments.
    Arity,
    /// [`Send`], [`Sync`] or [`Unpin`] on one side.
    AutoTraits,
    /// Declared `same_build` on one side.
    SameBuild,
    /// A parameter, what is returned, or a field has another type.
    Type,
    /// A field is on one side only.
    FieldOnlyInOne,
    /// The same field has another name.
    FieldRenamed,
    /// Fields have another order, or other places.
    FieldMoved,
    /// A variant is on one side only.
    VariantOnlyInOne,
    /// The same variant has another name.
    VariantRenamed,
    /// A variant has another discriminant.
    Discriminant,
    /// A type has another size or alignment, or is laid out in another way.
    Layout,
    /// They can't be compared: too large, or no interfaces.
    Incomparable,
}

impl Difference {
    /// What kind of thing differs.
    #[must_use]
    pub fn kind(&self) -> DifferenceKind {
        self.kind
    }

    /// The interface.
    #[must_use]
    pub fn interface(&self) -> &str {
        &self.interface
    }

    /// The method, the first one that it touches. None if the interface itself differs.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// Where in the method: `arg 1 World, field pos Vec3`. Empty if the method itself differs.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What differs there: `field x at offset 0 in host, 4 in plugin`.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.text
    }

    /// Other methods that it touches, too: `PhysicsApi::reset`.
    #[must_use]
    pub fn also(&self) -> &[String] {
        &self.also
    }
}

/// As many other methods are named.
const NAMED: usize = 2;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.interface)?;
        if let Some(method) = &self.method {
            write!(f, "::{method}")?;
        }
        match self.kind {
            DifferenceKind::MethodMissing
            | DifferenceKind::MethodRemoved
            | DifferenceKind::MethodRenamed
            | DifferenceKind::SameBuild
            | DifferenceKind::Incomparable => f.write_str(" ")?,
            _ => f.write_str(" differs — ")?,
        }
        if !self.path.is_empty() {
            let colon = if self.kind == DifferenceKind::Layout {
                ""
            } else {
                ":"
            };
            write!(f, "{}{colon} ", self.path)?;
        }
        f.write_str(&self.text)?;
        if let Some((first, rest)) = self.also.split_first() {
            write!(f, " (also in {first}")?;
            for other in rest.iter().take(NAMED - 1) {
                write!(f, ", {other}")?;
            }
            if self.also.len() > NAMED {
                write!(f, " and {} more", self.also.len() - NAMED)?;
            }
            f.write_str(")")?;
        }
        Ok(())
    }
}
