//! The console on the first CMSDK UART of Arm's MPS2 boards.
#![no_std]

use linkface::implement;

const UART0: *mut Registers = 0x4000_4000 as *mut Registers;

#[repr(C)]
struct Registers {
    data: u32,
    state: u32,
    control: u32,
}

const TX_FULL: u32 = 1;
const TX_ENABLE: u32 = 1;

#[implement(console::write)]
fn write(bytes: &[u8]) {
    for &byte in bytes {
        flush();
        // SAFETY: the UART's registers, which only this driver touches; the program has one thread.
        unsafe {
            (&raw mut (*UART0).control).write_volatile(TX_ENABLE);
            (&raw mut (*UART0).data).write_volatile(byte.into());
        }
    }
}

#[implement(console::flush)]
fn flush() {
    // SAFETY: as above.
    while unsafe { (&raw const (*UART0).state).read_volatile() } & TX_FULL != 0 {
        core::hint::spin_loop();
    }
}
