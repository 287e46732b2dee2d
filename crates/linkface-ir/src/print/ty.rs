//! Types.

use crate::model::Type;
use std::fmt::{self, Display, Formatter};

impl Display for Type<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Void => f.write_str("void"),
            Self::Int(bits) => write!(f, "i{bits}"),
            Self::Float(float) => f.write_str(float.word()),
            Self::Ptr(0) => f.write_str("ptr"),
            Self::Ptr(space) => write!(f, "ptr addrspace({space})"),
            Self::Array(length, element) => write!(f, "[{length} x {element}]"),
            Self::Vector {
                scalable,
                length,
                element,
            } => {
                let scale = if *scalable { "vscale x " } else { "" };
                write!(f, "<{scale}{length} x {element}>")
            }
            Self::Struct { packed, fields } => {
                let (open, close) = if *packed { ("<{", "}>") } else { ("{", "}") };
                if fields.is_empty() {
                    return write!(f, "{open}{close}");
                }
                write!(f, "{open} ")?;
                list(fields, f)?;
                write!(f, " {close}")
            }
            Self::Named(name) => write!(f, "%{name}"),
            Self::Function(function) => {
                write!(f, "{} (", function.returns)?;
                list(&function.parameters, f)?;
                match (function.variadic, function.parameters.is_empty()) {
                    (true, true) => f.write_str("...)"),
                    (true, false) => f.write_str(", ...)"),
                    (false, _) => f.write_str(")"),
                }
            }
            Self::Label => f.write_str("label"),
            Self::Token => f.write_str("token"),
            Self::Metadata => f.write_str("metadata"),
            Self::X86Amx => f.write_str("x86_amx"),
            Self::OpaqueStruct => f.write_str("opaque"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

fn list(types: &[Type<'_>], f: &mut Formatter<'_>) -> fmt::Result {
    for (index, ty) in types.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{ty}")?;
    }
    Ok(())
}
