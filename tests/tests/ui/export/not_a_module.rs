#[linkface_plugin::attr::export]
pub struct Euler;

#[linkface_plugin::attr::export(versions = 2)]
pub mod api {
    pub fn add(a: u8) -> u8 {
        a
    }
}

fn main() {
    let _ = Euler;
    let _ = api::add(1);
}
