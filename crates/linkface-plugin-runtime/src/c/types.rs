//! Types that cross, as C declares them.

use super::names::{field, identifier, snake};
use crate::describe::{DecodedMember as Member, Description, Kind, Node, flag};
use core::fmt::Write as _;
use std::collections::HashSet;

/// What was declared so far.
#[derive(Default)]
pub(super) struct Types {
    pub(super) out: String,
    declared: HashSet<String>,
    /// Structs that C doesn't have.
    none: HashSet<String>,
}

/// C has no such type.
#[derive(Debug)]
struct NoType;

impl Types {
    /// The table of an interface's methods, after the types that they need.
    pub(super) fn table(&mut self, of: &Description, interface: &Node) {
        let name = identifier(&interface.name);
        if !self.declared.insert(format!("{name}Table")) {
            return;
        }
        let mut methods = String::new();
        for member in &interface.members {
            let method = of.node(member);
            let signature = of.signature(method);
            let field = field(&member.name, 0);
            let _ = match self.method(of, method, &name) {
                Ok((returned, parameters)) => writeln!(
                    methods,
                    "    /* {signature} */\n    {returned} (*{field})({parameters});"
                ),
                Err(NoType) => writeln!(
                    methods,
                    "    /* {signature}: with a type that C doesn't have */\n    const void *{field};"
                ),
            };
        }
        let _ = write!(
            self.out,
            "\n/* An implementor of {name}. A method may be NULL: then the plugin doesn't have it. */\n\
             typedef struct {name}Table {{\n    LinkfaceTable head;\n{methods}}} {name}Table;\n\
             static inline const {name}Table *{}_table(LinkfaceObject object) {{\n    \
             return (const {name}Table *)(const void *)object.table;\n}}\n",
            snake(&name)
        );
    }

    /// What it returns, and its parameters.
    fn method(
        &mut self,
        of: &Description,
        method: &Node,
        interface: &str,
    ) -> Result<(String, String), NoType> {
        let (returned, parameters) = method.members.split_last().ok_or(NoType)?;
        if method.is(flag::ASYNC) {
            return Err(NoType);
        }
        let mut list = "void *self".to_owned();
        for (n, parameter) in parameters.iter().enumerate() {
            // Nothing crosses for it.
            if of.is_unit(parameter.node) {
                continue;
            }
            if of.node(parameter).kind == Kind::Array {
                return Err(NoType);
            }
            let (before, after) = self.declarator(of, parameter.node)?;
            let _ = write!(list, ", {before}{}{after}", field(&parameter.name, n));
        }
        let (name, value) = if of.is_unit(returned.node) {
            ("LinkfaceReturn".to_owned(), String::new())
        } else {
            let (before, after) = self.declarator(of, returned.node)?;
            let name = format!("{interface}_{}_Return", identifier(&method.name));
            (
                name,
                format!("    {before}value{after}; /* if there was no panic */\n"),
            )
        };
        if !value.is_empty() {
            let _ = write!(
                self.out,
                "typedef struct {name} {{\n{value}    LinkfacePanic *panic; /* or NULL */\n}} {name};\n"
            );
        }
        Ok((name, list))
    }

    /// What stands before and behind a name of the type.
    fn declarator(&mut self, of: &Description, node: usize) -> Result<(String, String), NoType> {
        let ty = &of.nodes()[node];
        if ty.kind == Kind::Array {
            let inner = ty.members.first().ok_or(NoType)?;
            let (before, after) = self.declarator(of, inner.node)?;
            return Ok((before, format!("[{}]{after}", ty.number)));
        }
        let name = self.name(of, node)?;
        let space = if name.ends_with('*') { "" } else { " " };
        Ok((format!("{name}{space}"), String::new()))
    }

    /// The type's name, after its declaration.
    fn name(&mut self, of: &Description, node: usize) -> Result<String, NoType> {
        let ty = &of.nodes()[node];
        let inner = |n: usize| ty.members.get(n).map(|member| member.node).ok_or(NoType);
        match ty.kind {
            Kind::Primitive => primitive(&ty.name).map(str::to_owned).ok_or(NoType),
            Kind::Ref => Ok(format!("const {} *", self.pointee(of, inner(0)?)?)),
            Kind::RefMut => Ok(format!("{} *", self.pointee(of, inner(0)?)?)),
            Kind::Interface | Kind::Lent => Ok("LinkfaceObject".to_owned()),
            Kind::Str => Ok("LinkfaceStr".to_owned()),
            Kind::String => Ok("LinkfaceString".to_owned()),
            Kind::Struct => self.structure(of, ty),
            Kind::Enum => self.enumeration(of, ty),
            Kind::Slice | Kind::SliceMut => {
                let item = self.name(of, inner(0)?)?;
                let is_mut = ty.kind == Kind::SliceMut;
                let (prefix, qualifier) = if is_mut {
                    ("SliceMut", "")
                } else {
                    ("Slice", "const ")
                };
                let fields = format!("    {qualifier}{item} *start;\n    uintptr_t len;\n");
                Ok(self.declare(
                    &format!(
                        "{prefix}_{}",
                        identifier(item.trim_start_matches("struct "))
                    ),
                    &fields,
                ))
            }
            Kind::Vec => {
                let item = self.name(of, inner(0)?)?;
                let fields = format!(
                    "    {item} *start;\n    uintptr_t len, capacity;\n    \
                     /* Frees the buffer, not what its elements own. */\n    \
                     void (*free)({item} *start, uintptr_t capacity);\n"
                );
                Ok(self.declare(
                    &format!("Vec_{}", identifier(item.trim_start_matches("struct "))),
                    &fields,
                ))
            }
            Kind::Box => {
                let item = self.name(of, inner(0)?)?;
                let fields = format!("    {item} *value;\n    void (*free)({item} *value);\n");
                Ok(self.declare(
                    &format!("Box_{}", identifier(item.trim_start_matches("struct "))),
                    &fields,
                ))
            }
            Kind::Option => {
                // An optional object is one that may be NULL.
                if of.nodes()[inner(0)?].kind == Kind::Interface {
                    return Err(NoType);
                }
                let (before, after) = self.declarator(of, inner(0)?)?;
                let fields = format!("    uint8_t is_some;\n    {before}value{after};\n");
                Ok(self.declare(
                    &format!("Option_{}", identifier(&of.type_name(inner(0)?))),
                    &fields,
                ))
            }
            Kind::Result => {
                let mut fields = "    uint8_t is_ok;\n    union {\n".to_owned();
                for (n, name) in ["ok", "err"].into_iter().enumerate() {
                    if !of.is_unit(inner(n)?) {
                        let (before, after) = self.declarator(of, inner(n)?)?;
                        let _ = writeln!(fields, "        {before}{name}{after};");
                    }
                }
                if fields.ends_with("{\n") {
                    "    uint8_t is_ok;\n".clone_into(&mut fields);
                } else {
                    fields.push_str("    } value;\n");
                }
                Ok(self.declare(&identifier(&of.type_name(node)), &fields))
            }
            Kind::Tuple => {
                let fields = self.fields(of, &ty.members)?;
                Ok(self.declare(
                    &format!("Tuple_{}", identifier(&of.type_name(node))),
                    &fields,
                ))
            }
            _ => Err(NoType),
        }
    }

    fn pointee(&mut self, of: &Description, node: usize) -> Result<String, NoType> {
        if of.nodes()[node].kind == Kind::Array {
            return Err(NoType);
        }
        self.name(of, node)
    }

    fn declare(&mut self, name: &str, fields: &str) -> String {
        if self.declared.insert(name.to_owned()) {
            let _ = write!(self.out, "typedef struct {name} {{\n{fields}}} {name};\n");
        }
        name.to_owned()
    }

    fn fields(&mut self, of: &Description, members: &[Member]) -> Result<String, NoType> {
        let mut out = String::new();
        for (n, member) in members.iter().enumerate() {
            if of.is_unit(member.node) {
                continue;
            }
            let (before, after) = self.declarator(of, member.node)?;
            let _ = writeln!(out, "    {before}{}{after};", field(&member.name, n));
        }
        Ok(out)
    }

    /// A struct, laid out or of what its fields are converted to.
    fn structure(&mut self, of: &Description, ty: &Node) -> Result<String, NoType> {
        let name = identifier(&ty.name);
        if self.none.contains(&name) {
            return Err(NoType);
        }
        if !self.declared.insert(format!("struct {name}")) {
            // Perhaps of itself: then behind a pointer.
            return Ok(format!("struct {name}"));
        }
        let fields = match self.fields(of, &ty.members) {
            Ok(fields) if !fields.is_empty() => fields,
            _ => {
                self.none.insert(name);
                return Err(NoType);
            }
        };
        let is_laid_out = ty.align != 0;
        let align = if is_laid_out {
            format!("    /* {} bytes, aligned to {} */\n", ty.size, ty.align)
        } else {
            String::new()
        };
        let _ = write!(
            self.out,
            "typedef struct {name} {{\n{align}{fields}}} {name};\n"
        );
        if is_laid_out {
            self.assert_layout(&format!("struct {name}"), ty);
            for (n, member) in ty.members.iter().enumerate() {
                if !of.is_unit(member.node) {
                    let _ = writeln!(
                        self.out,
                        "LINKFACE_ASSERT(offsetof(struct {name}, {}) == {}, \"{name}\");",
                        field(&member.name, n),
                        member.number
                    );
                }
            }
        }
        Ok(format!("struct {name}"))
    }

    fn assert_layout(&mut self, name: &str, ty: &Node) {
        let _ = writeln!(
            self.out,
            "LINKFACE_ASSERT(sizeof({name}) == {} && LINKFACE_ALIGN({name}) == {}, \"{name}\");",
            ty.size, ty.align
        );
    }

    /// An enum without fields: its number. With fields: a union, as RFC 2195 says.
    fn enumeration(&mut self, of: &Description, ty: &Node) -> Result<String, NoType> {
        let name = identifier(&ty.name);
        if ty.align == 0 {
            return Err(NoType);
        }
        let has_fields = ty
            .members
            .iter()
            .any(|variant| !of.node(variant).members.is_empty());
        let tag_size = if ty.number == 0 { ty.size } else { ty.number };
        let is_signed = ty.members.iter().any(|variant| variant.number < 0);
        let tag = match (tag_size, is_signed) {
            (1, false) => "uint8_t",
            (2, false) => "uint16_t",
            (4, false) => "uint32_t",
            (8, false) => "uint64_t",
            (1, true) => "int8_t",
            (2, true) => "int16_t",
            (4, true) => "int32_t",
            (8, true) => "int64_t",
            _ => return Err(NoType),
        };
        if !self.declared.insert(name.clone()) {
            return Ok(name);
        }
        let mut structs = String::new();
        for variant in &ty.members {
            let node = of.node(variant);
            let fields = self.fields(of, &node.members)?;
            if let (false, Some(first)) = (fields.is_empty(), node.members.first()) {
                let indented = fields.replace("    ", "        ");
                let _ = write!(
                    structs,
                    "    struct {{\n        uint8_t _before[{}];\n{indented}    }} {};\n",
                    first.number,
                    field(&variant.name, 0)
                );
            }
        }
        let declaration = if has_fields {
            format!("typedef union {name} {{\n    {tag} tag;\n{structs}}} {name};\n")
        } else {
            format!("typedef {tag} {name};\n")
        };
        self.out.push_str(&declaration);
        self.assert_layout(&name, ty);
        self.out.push_str("enum {\n");
        for variant in &ty.members {
            let _ = writeln!(
                self.out,
                "    {name}_{} = {},",
                identifier(&variant.name),
                variant.number
            );
        }
        self.out.push_str("};\n");
        Ok(name)
    }
}

fn primitive(name: &str) -> Option<&'static str> {
    Some(match name {
        "u8" => "uint8_t",
        "u16" => "uint16_t",
        "u32" | "char" => "uint32_t",
        "u64" => "uint64_t",
        "usize" => "uintptr_t",
        "i8" => "int8_t",
        "i16" => "int16_t",
        "i32" => "int32_t",
        "i64" => "int64_t",
        "isize" => "intptr_t",
        "f32" => "float",
        "f64" => "double",
        "bool" => "bool",
        _ => return None,
    })
}
