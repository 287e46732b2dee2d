//! Nobody implements the façade.
linkface::link!();

fn main() {
    ui_facade::write(b"hi");
}
