//! The changes.

use super::Change;

pub(super) const CHANGES: &[Change] = &[
    Change {
        name: "front",
        edits: &[(
            "pub struct World { pub pos",
            "pub struct World { pub z: f64, pub pos",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "back",
        edits: &[("pub id: u64 }", "pub id: u64, pub z: u8 }")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "reordered",
        edits: &[(
            "pub pos: f32, pub speed: f32,",
            "pub speed: f32, pub pos: f32,",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "retyped",
        edits: &[("pub pos: f32", "pub pos: i32")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "wider",
        edits: &[("pub pos: f32", "pub pos: f64")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "removed_field",
        edits: &[("pub speed: f32, ", "")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "renamed_field",
        edits: &[("pub speed: f32", "pub velocity: f32")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "cfg_field",
        edits: &[(
            "pub id: u64 }",
            "#[cfg(not(feature = \"ids\"))] pub id: u64, #[cfg(not(feature = \"ids\"))] pub generation: u32 }",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "packed",
        edits: &[(
            "#[repr(C)]\n        pub struct World",
            "#[repr(C, align(32))]\n        pub struct World",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "renamed_type",
        edits: &[("World", "Place")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "variant_added",
        edits: &[(
            "enum Event { Start, Stop }",
            "enum Event { Start, Pause, Stop }",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "variant_removed",
        edits: &[("enum Event { Start, Stop }", "enum Event { Start }")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "discriminant",
        edits: &[(
            "enum Event { Start, Stop }",
            "enum Event { Start, Stop = 7 }",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "variant_renamed",
        edits: &[("enum Event { Start, Stop }", "enum Event { Start, End }")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "repr",
        edits: &[("#[repr(u8)]", "#[repr(u16)]")],
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "converted_field",
        edits: &[("pub name: String,", "pub name: String, pub code: u32,")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "converted_order",
        edits: &[(
            "pub name: String, pub lines: Vec<String>",
            "pub lines: Vec<String>, pub name: String",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "converted_type",
        edits: &[("pub lines: Vec<String>", "pub lines: Vec<u8>")],
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "optional_removed",
        edits: &[
            ("fn optional(&self) -> u32 { 0 }", ""),
            ("fn optional(&self) -> u32 { 1 }", ""),
            (
                "Euler;\n",
                "Euler;\n    impl Euler { pub fn optional(&self) {} }\n",
            ),
        ],
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "method_renamed",
        edits: &[("fn reset(", "fn restart(")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "arity",
        edits: &[
            ("dt: f32)", "dt: f32, steps: u32)"),
            ("(world, dt)", "(world, dt, steps)"),
        ],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "argument",
        edits: &[("dt: f32)", "dt: f64)")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "argument_name",
        edits: &[
            ("dt: f32)", "seconds: f32)"),
            ("(world, dt)", "(world, seconds)"),
        ],
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "receiver",
        edits: &[("fn name(&self,", "fn name(&mut self,")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "send_removed",
        edits: &[("pub trait PhysicsApi: Send", "pub trait PhysicsApi")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "sync_added",
        edits: &[(
            "pub trait PhysicsApi: Send",
            "pub trait PhysicsApi: Send + Sync",
        )],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "unsafe_method",
        edits: &[("fn name(&self,", "unsafe fn name(&self,")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "version",
        edits: &[("version = 1", "version = 3")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "lent_shared",
        edits: &[("watch: &mut dyn WatchApi", "watch: &dyn WatchApi")],
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "callback_argument",
        edits: &[(
            "fn seen(&mut self, event: Event) -> u32",
            "fn seen(&mut self, event: Event, at: f64) -> u32",
        )],
        new_plugin: "",
        old_plugin: "",
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
        new_plugin: "",
        old_plugin: "",
    },
    Change {
        name: "callback_required",
        edits: &[(
            "fn seen(&mut self, event: Event) -> u32;",
            "fn seen(&mut self, event: Event) -> u32; fn lost(&mut self);",
        )],
        new_plugin: "",
        old_plugin: "",
    },
];
