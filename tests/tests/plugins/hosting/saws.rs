//! A plugin with several implementors.
#![forbid(unsafe_code)]

#[derive(Default)]
struct Saw;
#[derive(Default)]
struct Axe;
#[derive(Default)]
struct Plane;

impl api::ToolApi for Saw {
    fn name(&self) -> String {
        "saw".to_owned()
    }
    fn act(&self, what: &str) -> String {
        format!("sawed {what}")
    }
}

impl api::ToolApi for Axe {
    fn name(&self) -> String {
        "axe".to_owned()
    }
    fn act(&self, what: &str) -> String {
        format!("cut {what}")
    }
}

impl api::OtherApi for Plane {
    fn other(&self) -> u32 {
        7
    }
}

linkface_plugin::export!(Saw, Plane, Axe);
