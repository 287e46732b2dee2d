//! The program: chooses a processor, a console and a disk by depending on them, then runs
//! `cat motd | tr a-z A-Z | nl`.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod pipe;
mod tasks;

use block::BlockDevice;
use console::println;
use core::panic::PanicInfo;
use linkface::implement;
use tarfs::Fs;

linkface::link!(armv7m, cmsdk_uart, semihosting);

#[cfg(feature = "ramdisk")]
use ramdisk as _;
#[cfg(feature = "romdisk")]
use romdisk as _;

#[implement(machine::NAME)]
static NAME: &str = "mps2-an385";

#[implement(machine::main)]
fn main() -> ! {
    println!("kernel: running on {}", machine::NAME);
    let mut buffer = [0; 256];
    let told = machine::command_line(&mut buffer);
    assert!(!told.ends_with(" panic"), "I was told to");

    look_at_disk();
    sched::spawn("cat", tasks::cat);
    sched::spawn("tr", tasks::tr);
    sched::spawn("nl", tasks::nl);
    sched::run();

    println!("kernel: all tasks have ended");
    off(0)
}

fn look_at_disk() {
    let disk = BlockDevice::open().expect("there is no disk");
    println!("kernel: {disk:?}, {} blocks", disk.blocks());
    let mut fs = Fs::mount(disk);
    match fs.create("motd", include_bytes!("motd")) {
        Ok(()) => println!("kernel: made motd"),
        Err(error) => println!("kernel: can't make motd: {error}"),
    }
    for file in fs.files() {
        match file {
            Ok(file) => println!("kernel: {}, {} bytes", file.name(), file.size()),
            Err(error) => println!("kernel: can't read the disk: {error}"),
        }
    }
}

#[cfg(feature = "trace")]
#[implement(sched::on_switch)]
fn trace(from: &str, to: &str) {
    println!("sched: {from} -> {to}");
}

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    println!("{info}");
    off(101)
}

fn off(status: u8) -> ! {
    console::flush();
    machine::off(status)
}
