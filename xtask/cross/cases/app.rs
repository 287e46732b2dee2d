//! The program: links the providers that cfgs name, before the façade or (`last`) after it, asks, and
//! prints three answers: from here, from here again, from inside of the façade.
#![no_std]
#![no_main]

mod rt;

#[cfg(last)]
extern crate facade;
#[cfg(not(last))]
extern crate facade;
#[cfg(provider = "2")]
extern crate fallback_2 as _;
#[cfg(provider = "5")]
extern crate fallback_5 as _;
#[cfg(provider = "3")]
extern crate provider_3 as _;
#[cfg(provider = "4")]
extern crate provider_4 as _;

#[cfg(not(asks))]
fn answers() -> [u32; 3] {
    [facade::nothing(); 3]
}

#[cfg(all(asks, kind = "function"))]
fn answers() -> [u32; 3] {
    let pointer: fn(u32) -> u32 = core::hint::black_box(facade::answer);
    [facade::answer(9), pointer(9), facade::ask(9)]
}

#[cfg(all(asks, kind = "static"))]
fn answers() -> [u32; 3] {
    let pointer: &'static [u32; 3] = core::hint::black_box(&facade::ANSWER);
    [90 + facade::ANSWER[1], 90 + pointer[1], facade::ask(9)]
}

#[cfg(all(asks, kind = "trait"))]
fn answers() -> [u32; 3] {
    use facade::{Device, DeviceApi};

    let Some(device) = <Device as DeviceApi>::open(9) else {
        return [0; 3];
    };
    let first = device.answer();
    let mut last = 0;
    device.close(&mut last);
    [first, 90 + last, facade::ask(9)]
}

pub fn main() {
    for answer in answers() {
        let digits = [answer / 10 % 10, answer % 10].map(|digit| b'0' + digit as u8);
        rt::print(&digits);
        rt::print(b" ");
    }
    rt::print(b"\n");
}
