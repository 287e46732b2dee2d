//! The façade: one item, of a `kind` and a `class`.
//!
//! Whoever answers, the answer to `n` is `10 * n` and a digit: 1 is the default here, 2 and 5 are
//! default-grade providers, 3 and 4 are ordinary ones.
#![no_std]
linkface::facade!("facade", "0.1");

#[cfg(kind = "function")]
mod function {
    use linkface::interface;

    #[cfg(class = "required")]
    #[interface]
    pub fn answer(n: u32) -> u32;

    #[cfg(class = "defaultable")]
    #[interface(default)]
    pub fn answer(n: u32) -> u32;

    #[cfg(class = "defaulted")]
    #[interface]
    pub fn answer(n: u32) -> u32 {
        10 * n + 1
    }

    pub fn ask(n: u32) -> u32 {
        answer(n)
    }
}
#[cfg(kind = "function")]
pub use function::{answer, ask};

#[cfg(kind = "static")]
mod static_item {
    use linkface::interface;

    #[cfg(class = "required")]
    #[interface]
    pub static ANSWER: [u32; 3];

    #[cfg(class = "defaultable")]
    #[interface(default)]
    pub static ANSWER: [u32; 3];

    #[cfg(class = "defaulted")]
    #[interface]
    pub static ANSWER: [u32; 3] = [7, 1, 7];

    pub fn ask(n: u32) -> u32 {
        10 * n + ANSWER[1]
    }
}
#[cfg(kind = "static")]
pub use static_item::{ANSWER, ask};

#[cfg(kind = "trait")]
mod trait_item {
    use linkface::interface;

    #[cfg_attr(class = "required", interface(pub Device))]
    #[cfg_attr(class = "defaultable", interface(pub Device, default))]
    #[cfg_attr(class = "defaulted", interface(pub Device, default = Null))]
    pub trait DeviceApi: Sized {
        fn open(n: u32) -> Option<Self>;
        fn answer(&self) -> u32;
        fn close(self, last: &mut u32);
    }

    #[cfg(class = "defaulted")]
    pub struct Null(u32);

    #[cfg(class = "defaulted")]
    impl DeviceApi for Null {
        fn open(n: u32) -> Option<Self> {
            Some(Self(n))
        }
        fn answer(&self) -> u32 {
            10 * self.0 + 1
        }
        fn close(self, last: &mut u32) {
            *last = 1;
        }
    }

    pub fn ask(n: u32) -> u32 {
        let device = <Device as DeviceApi>::open(n);
        device.map_or(0, |device| device.answer())
    }
}
#[cfg(kind = "trait")]
pub use trait_item::{Device, DeviceApi, ask};

/// Something to call for programs that ask nothing.
pub fn nothing() -> u32 {
    core::hint::black_box(96)
}
