//! Only a dynamic item can be installed.

fn main() {
    let _ = ui_facade::limit::install(|| 2);
    let _ = ui_facade::LEVEL.install(&2);
}
