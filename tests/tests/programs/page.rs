//! The program that the documentation opens with, word for word as far as it goes.

use linkface_tests::{Crate, Workspace};

const CONSOLE: &str = r"
#![no_std]
use linkface::interface;

/// Writes `bytes`; returns how many were taken.
#[interface] pub fn write(bytes: &[u8]) -> usize;                 // required
#[interface] pub fn uptime_ms() -> u64 { 0 }                      // has a default
#[interface] pub static PLATFORM: &'static str;                   // required static
#[interface] pub static LEVEL: u8 = 3;                            // static with a default
#[derive(Debug)]
pub struct Error;
#[interface(pub BlockDevice)]                                     // trait + its proxy type
pub trait BlockDeviceApi: Sized + Send + core::fmt::Debug {
    fn open(id: u32) -> Option<Self>;
    fn read(&self, lba: u64, buf: &mut [u8]) -> Result<(), Error>;
    fn label<'a>(&'a self, fallback: &'a str) -> &'a str { fallback }
}
";

const UART: &str = r#"
use linkface::implement;

mod clock {
    pub fn millis() -> u64 { 42 }
}

#[derive(Debug)]
struct Virtio { id: u32 }

#[implement(console::write)]    fn uart_write(bytes: &[u8]) -> usize {
    print!("{}", std::str::from_utf8(bytes).unwrap());
    bytes.len()
}
#[implement(console::PLATFORM)] static NAME: &str = "qemu-virt";
#[implement(console::uptime_ms)] pub use clock::millis;           // implement by delegation
#[implement] impl console::BlockDeviceApi for Virtio {
    fn open(id: u32) -> Option<Self> { (id < 2).then_some(Self { id }) }
    fn read(&self, lba: u64, buf: &mut [u8]) -> Result<(), console::Error> {
        if lba > 9 { return Err(console::Error) }
        buf.fill(self.id as u8 + lba as u8);
        Ok(())
    }
}
"#;

const APP: &str = r#"
linkface::link!(uart);
fn main() {
    console::write(b"hi\n");
    let d = console::BlockDevice::open(0);
    println!("{d:?}");
    let d = d.unwrap();
    let mut buf = [0; 2];
    d.read(7, &mut buf).unwrap();
    println!("{buf:?}");
    println!("{:?}", d.read(10, &mut buf));
    println!("{}", d.label("disk"));
    println!("{} {} {}", console::PLATFORM, console::LEVEL, console::uptime_ms());
    println!("{:?}", console::BlockDevice::open(2).is_none());
    fn is_send<T: Send>(_: T) {}
    is_send(d);
}
"#;

const PRINTS: &str = "hi
Some(Virtio { id: 0 })
[7, 7]
Err(Error)
disk
qemu-virt 3 42
true
";

#[test]
fn the_page_runs() {
    Workspace::new("page")
        .member(Crate::lib("console").linkface().source(CONSOLE))
        .member(Crate::lib("uart").linkface().dep("console").source(UART))
        .member(
            Crate::bin("app")
                .linkface()
                .dep("console")
                .dep("uart")
                .source(APP),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}
