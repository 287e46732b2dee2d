//! Plugins for programs. `docs/json.md` documents it.

use super::diff::Answer;
use super::open::Interface;
use crate::output::json;
use linkface_plugin::describe::flag;
use linkface_plugin::header::{Header, Role};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Plugin<'a> {
    reason: &'static str,
    version: u32,
    file: &'a str,
    package: &'a str,
    package_version: &'a str,
    rustc: &'a str,
    target: &'a str,
    pointer_width: u8,
    big_endian: bool,
    panic: &'static str,
    runtime: u32,
    exports: Vec<Export<'a>>,
}

#[derive(Debug, Serialize)]
struct Export<'a> {
    role: &'static str,
    name: Option<&'a str>,
    interface: &'a str,
    interface_version: u64,
    same_build: bool,
    build: Option<String>,
    methods: Vec<Method<'a>>,
    rust: String,
}

#[derive(Debug, Serialize)]
struct Method<'a> {
    name: &'a str,
    since: u64,
    default: bool,
    signature: String,
}

impl<'a> Plugin<'a> {
    pub(super) fn new(file: &'a str, header: &'a Header, interfaces: &'a [Interface]) -> Self {
        Self {
            reason: "linkface-plugin",
            version: json::VERSION,
            file,
            package: &header.package,
            package_version: &header.version,
            rustc: &header.rustc,
            target: &header.target,
            pointer_width: header.pointer_width,
            big_endian: header.big_endian,
            panic: if header.aborts { "abort" } else { "unwind" },
            runtime: header.runtime,
            exports: interfaces.iter().map(Export::new).collect(),
        }
    }
}

impl<'a> Export<'a> {
    fn new(interface: &'a Interface) -> Self {
        let description = &interface.description;
        let root = description.root();
        let methods = root.members.iter().map(|member| {
            let method = description.node(member);
            Method {
                name: &member.name,
                since: method.number,
                default: method.is(flag::DEFAULT),
                signature: description.signature(method),
            }
        });
        let implements = interface.role == Role::Implements;
        Self {
            role: if implements { "implements" } else { "needs" },
            name: implements.then_some(interface.name.as_str()),
            interface: &root.name,
            interface_version: root.number,
            same_build: root.is(flag::SAME_BUILD),
            build: (interface.build != 0).then(|| format!("{:016x}", interface.build)),
            methods: methods.collect(),
            rust: description.to_rust(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Diff<'a> {
    reason: &'static str,
    version: u32,
    old: &'a str,
    new: &'a str,
    roles: Vec<RoleOf<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleOf<'a> {
    plugin: &'static str,
    loads: bool,
    differences: Vec<Difference<'a>>,
    others: &'a [String],
    defaults: &'a [String],
}

#[derive(Debug, Serialize)]
struct Difference<'a> {
    kind: String,
    interface: &'a str,
    method: Option<&'a str>,
    path: &'a str,
    what: &'a str,
    also: &'a [String],
    text: String,
}

impl<'a> Diff<'a> {
    pub(super) fn new([old, new]: &'a [String; 2], answers: &'a [Answer]) -> Self {
        let role = |answer: &'a Answer| RoleOf {
            plugin: answer.plugin,
            loads: answer.loads(),
            differences: answer
                .differences
                .iter()
                .map(|difference| Difference {
                    kind: kebab(&format!("{:?}", difference.kind())),
                    interface: difference.interface(),
                    method: difference.method(),
                    path: difference.path(),
                    what: difference.what(),
                    also: difference.also(),
                    text: difference.to_string(),
                })
                .collect(),
            others: &answer.others,
            defaults: &answer.defaults,
        };
        Self {
            reason: "linkface-plugin-diff",
            version: json::VERSION,
            old,
            new,
            roles: answers.iter().map(role).collect(),
        }
    }
}

/// `FieldOnlyInOne` → `field-only-in-one`
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for (n, char) in name.char_indices() {
        if n != 0 && char.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(char.to_ascii_lowercase());
    }
    out
}
