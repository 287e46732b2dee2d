//! A runtime: `print` and `exit`, without any C library. One file for each system.

#[cfg_attr(
    all(target_os = "linux", target_arch = "x86_64"),
    path = "linux_x86_64.rs"
)]
#[cfg_attr(
    all(target_os = "linux", target_arch = "aarch64"),
    path = "linux_aarch64.rs"
)]
#[cfg_attr(all(target_os = "linux", target_arch = "arm"), path = "linux_arm.rs")]
#[cfg_attr(
    all(target_os = "linux", target_arch = "riscv64"),
    path = "linux_riscv64.rs"
)]
#[cfg_attr(all(target_os = "none", target_arch = "arm"), path = "cortex_m.rs")]
#[cfg_attr(windows, path = "windows.rs")]
#[cfg_attr(target_vendor = "apple", path = "apple.rs")]
#[cfg_attr(target_family = "wasm", path = "wasm.rs")]
mod system;

pub use system::print;

/// Where every system's entry point goes.
extern "C" fn start() -> ! {
    crate::main();
    system::exit(0)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    print(b"panic\n");
    system::exit(101)
}
