//! The platforms: linkers, and what runs their programs.

use super::row::Profile;

/// A platform.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) triple: &'static str,
    /// How object files are called.
    pub(super) format: &'static str,
    pub(super) linkers: &'static [Linker],
    pub(super) runner: Runner,
    /// In what CI runs.
    pub(super) usual: bool,
}

/// How programs are linked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Linker {
    pub(super) name: &'static str,
    /// rustc's arguments. `{lld}` is rust-lld, `{assets}` the folder of the linker script,
    /// `{mingw}` and `{libgcc}` folders with libraries.
    pub(super) args: &'static [&'static str],
    pub(super) needs: &'static [Need],
    /// The profiles that CI builds.
    pub(super) usual: &'static [Profile],
}

/// How programs are run.
#[derive(Clone, Copy, Debug)]
pub(super) enum Runner {
    /// By this program, with these arguments before the program's.
    Program(&'static str, &'static [&'static str], &'static [Need]),
    /// By wine, in a folder of its own.
    Wine,
    /// By `loader.c`, compiled by the first program and run by the second.
    Loader(&'static str, Option<&'static str>, &'static [Need]),
    /// As it is.
    Native,
    /// Not at all.
    LinkedOnly,
}

impl Runner {
    pub(super) const fn needs(&self) -> &'static [Need] {
        match self {
            Self::Program(_, _, needs) | Self::Loader(_, _, needs) => needs,
            Self::Wine => &[WINE],
            Self::Native | Self::LinkedOnly => &[],
        }
    }

    /// For the tables.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Program(program, ..) => format!("run by {program}"),
            Self::Wine => "run by wine".to_owned(),
            Self::Loader(_, None, _) => "run on Linux by a loader of ours".to_owned(),
            Self::Loader(_, Some(program), _) => {
                format!("run on Linux by a loader of ours in {program}")
            }
            Self::Native => "run".to_owned(),
            Self::LinkedOnly => "linked only".to_owned(),
        }
    }
}

/// A program, and Debian's package of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Need {
    pub(super) program: &'static str,
    pub(super) package: &'static str,
}

const fn need(program: &'static str, package: &'static str) -> Need {
    Need { program, package }
}

const CC: Need = need("cc", "gcc");
const WINE: Need = need("wine", "wine wine64");
const MINGW: Need = need("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64");
const AARCH64_GCC: Need = need(
    "aarch64-linux-gnu-gcc",
    "gcc-aarch64-linux-gnu libc6-dev-arm64-cross",
);
const ARM_LD: Need = need("arm-none-eabi-ld", "binutils-arm-none-eabi");
const QEMU_AARCH64: Need = need("qemu-aarch64", "qemu-user");
const QEMU_ARM: Need = need("qemu-arm", "qemu-user");
const QEMU_RISCV64: Need = need("qemu-riscv64", "qemu-user");
const QEMU_SYSTEM_ARM: Need = need("qemu-system-arm", "qemu-system-arm");

/// A linker that is called by itself, for programs at fixed addresses.
const fn plain(
    name: &'static str,
    args: &'static [&'static str],
    needs: &'static [Need],
) -> Linker {
    Linker {
        name,
        args,
        needs,
        usual: Profile::ALL,
    }
}

/// Only at the ends in CI.
const fn ends(linker: Linker) -> Linker {
    Linker {
        usual: Profile::ENDS,
        ..linker
    }
}

const ELF_LLD: Linker = plain(
    "lld",
    &[
        "-Clinker={lld}",
        "-Clinker-flavor=ld.lld",
        "-Crelocation-model=static",
    ],
    &[],
);
const APPLE_LLD: Linker = ends(plain(
    "lld",
    &[
        "-Clinker={lld}",
        "-Clinker-flavor=ld64.lld",
        "-Clink-arg=-no_fixup_chains",
        "-Clink-args=-platform_version macos 11.0 11.0",
        // Both are programs of Apple's.
        "-Csplit-debuginfo=off",
        "-Cstrip=none",
    ],
    &[],
));
const MSVC_LLD: Linker = ends(plain(
    "lld-link",
    &[
        "-Clinker={lld}",
        "-Clinker-flavor=lld-link",
        "-Clink-args=/entry:linkface_start /subsystem:console /nodefaultlib",
    ],
    &[],
));

pub(super) const TARGETS: &[Target] = &[
    Target {
        triple: "x86_64-unknown-linux-gnu",
        format: "ELF",
        linkers: &[
            ends(Linker {
                name: "GNU ld",
                args: &[
                    "-Clinker=cc",
                    "-Clink-args=-fuse-ld=bfd -nostartfiles -nostdlib -static",
                    "-Crelocation-model=static",
                ],
                needs: &[CC, need("ld.bfd", "binutils")],
                usual: Profile::ENDS,
            }),
            ends(ELF_LLD),
        ],
        runner: Runner::Native,
        usual: true,
    },
    Target {
        triple: "aarch64-unknown-linux-gnu",
        format: "ELF",
        linkers: &[
            plain(
                "GNU ld",
                &[
                    "-Clinker=aarch64-linux-gnu-gcc",
                    "-Clink-args=-nostartfiles -nostdlib -static",
                ],
                &[AARCH64_GCC],
            ),
            Linker {
                name: "GNU ld, `relocation-model=static`",
                args: &[
                    "-Clinker=aarch64-linux-gnu-gcc",
                    "-Clink-args=-nostartfiles -nostdlib -static",
                    "-Crelocation-model=static",
                ],
                needs: &[AARCH64_GCC],
                usual: &[],
            },
            ELF_LLD,
        ],
        runner: Runner::Program("qemu-aarch64", &[], &[QEMU_AARCH64]),
        usual: true,
    },
    Target {
        triple: "armv7-unknown-linux-gnueabihf",
        format: "ELF",
        linkers: &[
            plain(
                "GNU ld",
                &[
                    "-Clinker=arm-none-eabi-ld",
                    "-Clinker-flavor=ld",
                    "-Crelocation-model=static",
                ],
                &[ARM_LD],
            ),
            ELF_LLD,
        ],
        runner: Runner::Program("qemu-arm", &[], &[QEMU_ARM]),
        usual: false,
    },
    Target {
        triple: "riscv64gc-unknown-linux-gnu",
        format: "ELF",
        linkers: &[ELF_LLD],
        runner: Runner::Program("qemu-riscv64", &[], &[QEMU_RISCV64]),
        usual: false,
    },
    Target {
        triple: "thumbv7m-none-eabi",
        format: "ELF",
        linkers: &[
            ends(plain(
                "GNU ld",
                &[
                    "-Clinker=arm-none-eabi-ld",
                    "-Clinker-flavor=ld",
                    "-Clink-arg=-T{assets}/lm3s6965evb.ld",
                ],
                &[ARM_LD],
            )),
            plain(
                "lld",
                &[
                    "-Clinker={lld}",
                    "-Clinker-flavor=ld.lld",
                    "-Clink-arg=-T{assets}/lm3s6965evb.ld",
                ],
                &[],
            ),
        ],
        runner: Runner::Program(
            "qemu-system-arm",
            &[
                "-machine",
                "lm3s6965evb",
                "-display",
                "none",
                "-monitor",
                "none",
                "-serial",
                "none",
                "-chardev",
                "stdio,id=out",
                "-semihosting-config",
                "enable=on,target=native,chardev=out",
                "-kernel",
            ],
            &[QEMU_SYSTEM_ARM],
        ),
        usual: true,
    },
    Target {
        triple: "x86_64-pc-windows-gnu",
        format: "COFF",
        linkers: &[
            plain(
                "GNU ld",
                &[
                    "-Clinker=x86_64-w64-mingw32-gcc",
                    "-Clink-args=-nostartfiles -Wl,-e,linkface_start",
                ],
                &[MINGW],
            ),
            plain(
                "lld",
                &[
                    "-Clinker={lld}",
                    "-Clinker-flavor=ld.lld",
                    "-Clink-args=-e linkface_start -L{mingw} -L{libgcc}",
                ],
                &[MINGW],
            ),
        ],
        runner: Runner::Wine,
        usual: true,
    },
    Target {
        triple: "x86_64-pc-windows-msvc",
        format: "COFF",
        linkers: &[MSVC_LLD],
        runner: Runner::Wine,
        usual: true,
    },
    Target {
        triple: "i686-pc-windows-msvc",
        format: "COFF",
        linkers: &[MSVC_LLD],
        runner: Runner::LinkedOnly,
        usual: false,
    },
    Target {
        triple: "x86_64-apple-darwin",
        format: "Mach-O",
        linkers: &[APPLE_LLD],
        runner: Runner::Loader("cc", None, &[CC]),
        usual: true,
    },
    Target {
        triple: "aarch64-apple-darwin",
        format: "Mach-O",
        linkers: &[APPLE_LLD],
        runner: Runner::Loader(
            "aarch64-linux-gnu-gcc",
            Some("qemu-aarch64"),
            &[AARCH64_GCC, QEMU_AARCH64],
        ),
        usual: false,
    },
    // Nothing but required items: see `limit.rs`.
    Target {
        triple: "wasm32-unknown-unknown",
        format: "wasm",
        linkers: &[ends(plain(
            "lld",
            &["-Clinker={lld}", "-Clinker-flavor=wasm-ld"],
            &[],
        ))],
        runner: Runner::LinkedOnly,
        usual: false,
    },
];
