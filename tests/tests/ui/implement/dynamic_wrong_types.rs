//! A dynamic item is compared with its implementations as any other, and so is what is installed.

use linkface::implement;

#[implement(ui_facade::now)]
fn now(zone: &str) -> u32 {
    zone.len().try_into().unwrap()
}

#[implement(ui_facade::GREETING)]
static GREETING: [u8; 2] = *b"hi";

fn minutes() -> u64 {
    1
}

fn main() {
    let _ = ui_facade::now::install(minutes);
    let _ = ui_facade::GREETING.install(&1);
    let offset = 1;
    let _ = ui_facade::now::install(|zone| offset + zone.len() as u64);
}
