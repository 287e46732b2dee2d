//! A static is not assigned to.

fn main() {
    ui_facade::LEVEL = 3;
}
