//! The changes.

use super::Change;

pub(super) const CHANGES: &[Change] = &[
    Change {
        name: "front",
        edits: &[(
            "pub struct World { pub pos",
            "pub struct World { pub z: f64, pub pos",
        )],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field z at offset 0 only in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field z at offset 0 only in host (also in PhysicsApi::reset)",
    },
    Change {
        name: "back",
        edits: &[("pub id: u64 }", "pub id: u64, pub z: u8 }")],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field z at offset 16 only in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field z at offset 16 only in host (also in PhysicsApi::reset)",
    },
    Change {
        name: "reordered",
        edits: &[(
            "pub pos: f32, pub speed: f32,",
            "pub speed: f32, pub pos: f32,",
        )],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field pos at offset 0 in host, 4 in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field speed at offset 0 in host, 4 in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "retyped",
        edits: &[("pub pos: f32", "pub pos: i32")],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field pos is f32 in host, i32 in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field pos is i32 in host, f32 in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "wider",
        edits: &[("pub pos: f32", "pub pos: f64")],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field pos is f32 in host, f64 in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field pos is f64 in host, f32 in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "removed_field",
        edits: &[("pub speed: f32, ", "")],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field speed at offset 4 only in host (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field speed at offset 4 only in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "renamed_field",
        edits: &[("pub speed: f32", "pub velocity: f32")],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field is called speed in host, velocity in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field is called velocity in host, speed in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "cfg_field",
        edits: &[(
            "pub id: u64 }",
            "#[cfg(not(feature = \"ids\"))] pub id: u64, #[cfg(not(feature = \"ids\"))] pub generation: u32 }",
        )],
        new_plugin: "PhysicsApi::step differs — arg 1 World: field generation at offset 16 only in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World: field generation at offset 16 only in host (also in PhysicsApi::reset)",
    },
    Change {
        name: "packed",
        edits: &[(
            "#[repr(C)]\n        pub struct World",
            "#[repr(C, align(32))]\n        pub struct World",
        )],
        new_plugin: "PhysicsApi::step differs — arg 1 World is 16 bytes, aligned to 8 in host, 32 bytes, aligned to 32 in plugin (also in PhysicsApi::reset)",
        old_plugin: "PhysicsApi::step differs — arg 1 World is 32 bytes, aligned to 32 in host, 16 bytes, aligned to 8 in plugin (also in PhysicsApi::reset)",
    },
    Change {
        name: "renamed_type",
        edits: &[("World", "Place")],
        new_plugin: "PhysicsApi::step differs — arg 1 is &World in host, &Place in plugin",
        old_plugin: "PhysicsApi::step differs — arg 1 is &Place in host, &World in plugin",
    },
    Change {
        name: "variant_added",
        edits: &[(
            "enum Event { Start, Stop }",
            "enum Event { Start, Pause, Stop }",
        )],
        new_plugin: "PhysicsApi::event differs — arg 1 Event: variant Pause only in plugin",
        old_plugin: "PhysicsApi::event differs — arg 1 Event: variant Pause only in host",
    },
    Change {
        name: "variant_removed",
        edits: &[("enum Event { Start, Stop }", "enum Event { Start }")],
        new_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop only in host",
        old_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop only in plugin",
    },
    Change {
        name: "discriminant",
        edits: &[(
            "enum Event { Start, Stop }",
            "enum Event { Start, Stop = 7 }",
        )],
        new_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop is 1 in host, 7 in plugin",
        old_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop is 7 in host, 1 in plugin",
    },
    Change {
        name: "variant_renamed",
        edits: &[("enum Event { Start, Stop }", "enum Event { Start, End }")],
        new_plugin: "PhysicsApi::event differs — arg 1 Event: variant is called Stop in host, End in plugin",
        old_plugin: "PhysicsApi::event differs — arg 1 Event: variant is called End in host, Stop in plugin",
    },
    Change {
        name: "repr",
        edits: &[("#[repr(u8)]", "#[repr(u16)]")],
        new_plugin: "PhysicsApi::event differs — arg 1 Event is 1 byte, aligned to 1 in host, 2 bytes, aligned to 2 in plugin",
        old_plugin: "PhysicsApi::event differs — arg 1 Event is 2 bytes, aligned to 2 in host, 1 byte, aligned to 1 in plugin",
    },
    Change {
        name: "variant_field",
        edits: &[
            (
                "enum Event { Start, Stop }",
                "enum Event { Start, Stop(u8) }",
            ),
            ("event as u32", "{ let _ = event; 0 }"),
        ],
        new_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop, field 0 at offset 1 only in plugin",
        old_plugin: "PhysicsApi::event differs — arg 1 Event: variant Stop, field 0 at offset 1 only in host",
    },
    Change {
        name: "converted_field",
        edits: &[("pub name: String,", "pub name: String, pub code: u32,")],
        new_plugin: "PhysicsApi::report differs — returns Report: field code only in plugin",
        old_plugin: "PhysicsApi::report differs — returns Report: field code only in host",
    },
    Change {
        name: "converted_order",
        edits: &[(
            "pub name: String, pub lines: Vec<String>",
            "pub lines: Vec<String>, pub name: String",
        )],
        new_plugin: "PhysicsApi::report differs — returns Report: field name is number 1 in host, 2 in plugin",
        old_plugin: "PhysicsApi::report differs — returns Report: field lines is number 1 in host, 2 in plugin",
    },
    Change {
        name: "converted_type",
        edits: &[("pub lines: Vec<String>", "pub lines: Vec<u8>")],
        new_plugin: "PhysicsApi::report differs — returns Report: field lines is Vec<String> in host, Vec<u8> in plugin",
        old_plugin: "PhysicsApi::report differs — returns Report: field lines is Vec<u8> in host, Vec<String> in plugin",
    },
    Change {
        name: "method_added",
        edits: &[
            (
                "fn optional(&self) -> u32 { 0 }",
                "fn optional(&self) -> u32 { 0 } fn fly(&self) -> u32;",
            ),
            (
                "fn optional(&self) -> u32 { 1 }",
                "fn optional(&self) -> u32 { 1 } fn fly(&self) -> u32 { 9 }",
            ),
        ],
        new_plugin: "PhysicsApi::fly is only in plugin, and both have version 1: it was removed, or added without `#[since(2)]`",
        old_plugin: "PhysicsApi::fly is only in host, and has no default body to run instead: give it one there, with `#[since(2)]`",
    },
    Change {
        name: "method_since",
        edits: &[
            ("version = 1", "version = 2"),
            (
                "fn optional(&self) -> u32 { 0 }",
                "fn optional(&self) -> u32 { 0 } #[since(2)] fn fly(&self) -> u32 { 4 }",
            ),
            (
                "fn optional(&self) -> u32 { 1 }",
                "fn optional(&self) -> u32 { 1 } fn fly(&self) -> u32 { 9 }",
            ),
        ],
        new_plugin: "loads 1",
        old_plugin: "loads 4",
    },
    Change {
        name: "method_default",
        edits: &[
            (
                "fn optional(&self) -> u32 { 0 }",
                "fn optional(&self) -> u32 { 0 } fn fly(&self) -> u32 { 4 }",
            ),
            (
                "fn optional(&self) -> u32 { 1 }",
                "fn optional(&self) -> u32 { 1 } fn fly(&self) -> u32 { 9 }",
            ),
        ],
        new_plugin: "PhysicsApi::fly is only in plugin, and both have version 1: it was removed, or added without `#[since(2)]`",
        old_plugin: "loads 4",
    },
    Change {
        name: "method_removed",
        edits: &[
            ("fn reset(&mut self, worlds: &[World]) -> bool;", ""),
            (
                "fn reset(&mut self, worlds: &[World]) -> bool { worlds.is_empty() }",
                "",
            ),
        ],
        new_plugin: "PhysicsApi::reset is only in host, and has no default body to run instead: give it one there, with `#[since(2)]`",
        old_plugin: "PhysicsApi::reset is only in plugin, and both have version 1: it was removed, or added without `#[since(2)]`",
    },
    Change {
        name: "removed_later",
        edits: &[
            ("version = 1", "version = 2"),
            ("fn reset(&mut self, worlds: &[World]) -> bool;", ""),
            (
                "fn reset(&mut self, worlds: &[World]) -> bool { worlds.is_empty() }",
                "",
            ),
        ],
        new_plugin: "PhysicsApi::reset is only in host, and has no default body to run instead: give it one there",
        old_plugin: "PhysicsApi::reset is only in plugin: version 2, of host, removed it",
    },
    Change {
        name: "optional_removed",
        edits: &[
            ("fn optional(&self) -> u32 { 0 }", ""),
            ("fn optional(&self) -> u32 { 1 }", ""),
        ],
        new_plugin: "loads 0",
        old_plugin: "PhysicsApi::optional is only in plugin, and both have version 1: it was removed, or added without `#[since(2)]`",
    },
    Change {
        name: "methods_reordered",
        edits: &[
            ("fn step(&mut self, world: &World, dt: f32) -> f32;", ""),
            (
                "fn optional(&self) -> u32 { 0 }",
                "fn optional(&self) -> u32 { 0 } fn step(&mut self, world: &World, dt: f32) -> f32;",
            ),
        ],
        new_plugin: "loads 1",
        old_plugin: "loads 1",
    },
    Change {
        name: "method_renamed",
        edits: &[("fn reset(", "fn restart(")],
        new_plugin: "PhysicsApi::reset is called reset in host, restart in plugin",
        old_plugin: "PhysicsApi::restart is called restart in host, reset in plugin",
    },
    Change {
        name: "arity",
        edits: &[
            ("dt: f32)", "dt: f32, steps: u32)"),
            ("(world, dt)", "(world, dt, steps)"),
        ],
        new_plugin: "PhysicsApi::step differs — takes 2 arguments in host, 3 arguments in plugin",
        old_plugin: "PhysicsApi::step differs — takes 3 arguments in host, 2 arguments in plugin",
    },
    Change {
        name: "argument",
        edits: &[("dt: f32)", "dt: f64)")],
        new_plugin: "PhysicsApi::step differs — arg 2 is f32 in host, f64 in plugin",
        old_plugin: "PhysicsApi::step differs — arg 2 is f64 in host, f32 in plugin",
    },
    Change {
        name: "argument_name",
        edits: &[
            ("dt: f32)", "seconds: f32)"),
            ("(world, dt)", "(world, seconds)"),
        ],
        new_plugin: "loads 1",
        old_plugin: "loads 1",
    },
    Change {
        name: "returned",
        edits: &[
            (
                "fn name(&self, long: bool) -> String",
                "fn name(&self, long: bool) -> Option<String>",
            ),
            (
                "{ if long { \"euler\" } else { \"e\" }.to_owned() }",
                "{ Some(long.to_string()) }",
            ),
        ],
        new_plugin: "PhysicsApi::name differs — returns String in host, Option<String> in plugin",
        old_plugin: "PhysicsApi::name differs — returns Option<String> in host, String in plugin",
    },
    Change {
        name: "receiver",
        edits: &[("fn name(&self,", "fn name(&mut self,")],
        new_plugin: "PhysicsApi::name differs — takes &self in host, &mut self in plugin",
        old_plugin: "PhysicsApi::name differs — takes &mut self in host, &self in plugin",
    },
    Change {
        name: "send_removed",
        edits: &[("pub trait PhysicsApi: Send", "pub trait PhysicsApi")],
        new_plugin: "PhysicsApi differs — is Send only in host",
        old_plugin: "PhysicsApi differs — is Send only in plugin",
    },
    Change {
        name: "sync_added",
        edits: &[(
            "pub trait PhysicsApi: Send",
            "pub trait PhysicsApi: Send + Sync",
        )],
        new_plugin: "PhysicsApi differs — is Sync only in plugin",
        old_plugin: "PhysicsApi differs — is Sync only in host",
    },
    Change {
        name: "unsafe_method",
        edits: &[("fn name(&self,", "unsafe fn name(&self,")],
        new_plugin: "PhysicsApi::name differs — is unsafe only in plugin",
        old_plugin: "PhysicsApi::name differs — is unsafe only in host",
    },
    Change {
        name: "unsafe_trait",
        edits: &[
            ("pub trait PhysicsApi", "pub unsafe trait PhysicsApi"),
            ("impl PhysicsApi", "unsafe impl PhysicsApi"),
        ],
        new_plugin: "PhysicsApi differs — is unsafe only in plugin",
        old_plugin: "PhysicsApi differs — is unsafe only in host",
    },
    Change {
        name: "borrowed_for_ever",
        edits: &[(
            "one: &'a str, other: &str",
            "one: &'a str, other: &'static str",
        )],
        new_plugin: "PhysicsApi::pick differs — arg 2 borrows for 'b in host, 'static in plugin",
        old_plugin: "PhysicsApi::pick differs — arg 2 borrows for 'static in host, 'b in plugin",
    },
    Change {
        name: "returned_of_another",
        edits: &[("other: &str) -> &'a str", "other: &str) -> &str")],
        new_plugin: "PhysicsApi::pick differs — what it returns borrows for 'a in host, 'self in plugin",
        old_plugin: "PhysicsApi::pick differs — what it returns borrows for 'self in host, 'a in plugin",
    },
    Change {
        name: "lifetime_bound",
        edits: &[(
            "pick<'a>(&self, one: &'a str, other: &str)",
            "pick<'a, 'b: 'a>(&self, one: &'a str, other: &'b str)",
        )],
        new_plugin: "PhysicsApi::pick differs — what it returns borrows for other lifetimes in host than in plugin",
        old_plugin: "PhysicsApi::pick differs — what it returns borrows for other lifetimes in host than in plugin",
    },
    Change {
        name: "lifetime_renamed",
        edits: &[
            ("pick<'a>(&self", "pick<'b, 'text>(&'b self"),
            (
                "one: &'a str, other: &str) -> &'a str",
                "one: &'text str, other: &'_ str) -> &'text str",
            ),
        ],
        new_plugin: "loads 1",
        old_plugin: "loads 1",
    },
    Change {
        name: "version",
        edits: &[("version = 1", "version = 3")],
        new_plugin: "loads 1",
        old_plugin: "loads 1",
    },
    Change {
        name: "lent_shared",
        edits: &[("watch: &mut dyn WatchApi", "watch: &dyn WatchApi")],
        new_plugin: "PhysicsApi::watch differs — arg 1 is &mut dyn WatchApi in host, &dyn WatchApi in plugin",
        old_plugin: "PhysicsApi::watch differs — arg 1 is &dyn WatchApi in host, &mut dyn WatchApi in plugin",
    },
    Change {
        name: "callback_argument",
        edits: &[(
            "fn seen(&mut self, event: Event) -> u32",
            "fn seen(&mut self, event: Event, at: f64) -> u32",
        )],
        new_plugin: "WatchApi::seen differs — takes 1 argument in host, 2 arguments in plugin",
        old_plugin: "WatchApi::seen differs — takes 2 arguments in host, 1 argument in plugin",
    },
    Change {
        name: "callback_added",
        edits: &[
            (
                "#[interface(loadable = LoadedWatch)]",
                "#[interface(loadable = LoadedWatch, version = 2)]",
            ),
            (
                "fn seen(&mut self, event: Event) -> u32;",
                "fn seen(&mut self, event: Event) -> u32; #[since(2)] fn lost(&mut self) {}",
            ),
        ],
        new_plugin: "loads 1",
        old_plugin: "loads 1",
    },
    Change {
        name: "callback_required",
        edits: &[(
            "fn seen(&mut self, event: Event) -> u32;",
            "fn seen(&mut self, event: Event) -> u32; fn lost(&mut self);",
        )],
        new_plugin: "WatchApi::lost is only in plugin, and has no default body to run instead: give it one there, with `#[since(2)]`",
        old_plugin: "WatchApi::lost is only in host, and both have version 1: it was removed, or added without `#[since(2)]`",
    },
];
