//! Calls are checked like any others.

fn main() {
    let _: u32 = ui_facade::write("text");
    ui_facade::write();
}
