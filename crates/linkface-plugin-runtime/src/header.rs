//! What a plugin's file says before anything of it runs: a section of bytes that needs no relocation.
//!
//! ```text
//! header = magic:16 format:u32 len:u32 runtime:u32 pointer-width:u8 big-endian:u8 panic:u8 0:u8
//!          target:text rustc:text package:text version:text exports:u16 export*
//! export = role:u8 name:text build:u64 description-len:u32 description
//! text   = length:u16 UTF-8                        little-endian throughout
//! ```

use crate::bytes::{Reader, Unreadable, Writer};
use crate::loadable::Loadable;
use core::fmt;

/// What a header begins with.
pub const MAGIC: [u8; 16] = *b"linkface-plugin\0";
/// The version of the header itself.
pub const FORMAT: u32 = 1;
/// The version of everything else that crosses: tables, objects, wires.
pub const RUNTIME: u32 = 1;
/// The header's section in an ELF file.
pub const SECTION_ELF: &str = ".linkface";
/// The header's section in a Mach-O file, in the segment `__DATA`.
pub const SECTION_MACHO: &str = "__linkface";
/// The header's section in a PE file.
pub const SECTION_PE: &str = ".lnkface";

/// What `export!` says of a plugin.
#[derive(Clone, Copy, Debug)]
pub struct Contents {
    /// Whether the plugin aborts where others unwind.
    pub aborts: bool,
    /// The compiler that compiled it.
    pub rustc: &'static str,
    /// Its package.
    pub package: &'static str,
    /// Its package's version.
    pub version: &'static str,
    /// What it has and what it needs.
    pub exports: &'static [Export],
}

/// An interface that a plugin implements, or needs from its host.
#[derive(Clone, Copy, Debug)]
pub struct Export {
    /// Which of the two.
    pub role: Role,
    /// The implementor's name.
    pub name: &'static str,
    /// See [`Loadable::BUILD`].
    pub build: u64,
    /// See [`Loadable::DESCRIPTION`].
    pub description: &'static [u8],
}

/// What an interface is to a plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// The plugin implements it.
    Implements = 0,
    /// The plugin calls the host's.
    Needs = 1,
}

impl Export {
    /// `name` implements the interface of `L`.
    #[must_use]
    pub const fn implements<L: Loadable>(name: &'static str) -> Self {
        Self {
            role: Role::Implements,
            name,
            build: L::BUILD,
            description: L::DESCRIPTION,
        }
    }

    /// The plugin needs the interface of `L`.
    #[must_use]
    pub const fn needs<L: Loadable>() -> Self {
        Self {
            role: Role::Needs,
            name: "",
            build: L::BUILD,
            description: L::DESCRIPTION,
        }
    }
}

/// For which the crate is compiled.
const TARGET: [&str; 4] = [
    std::env::consts::ARCH,
    "-",
    std::env::consts::OS,
    if cfg!(target_env = "gnu") {
        "-gnu"
    } else if cfg!(target_env = "musl") {
        "-musl"
    } else if cfg!(target_env = "msvc") {
        "-msvc"
    } else {
        ""
    },
];

const fn target_len() -> usize {
    TARGET[0].len() + TARGET[1].len() + TARGET[2].len() + TARGET[3].len()
}

/// As in a header: `x86_64-linux-gnu`.
#[must_use]
pub fn target() -> String {
    TARGET.concat()
}

impl Contents {
    /// How many bytes [`encode`](Self::encode) makes.
    #[must_use]
    pub const fn encoded_len(&self) -> usize {
        let texts = [self.rustc, self.package, self.version];
        let mut len = MAGIC.len() + 4 * 3 + 4 + 2 + target_len() + 2;
        let mut n = 0;
        while n < texts.len() {
            len += 2 + texts[n].len();
            n += 1;
        }
        n = 0;
        while n < self.exports.len() {
            let export = &self.exports[n];
            len += 1 + 2 + export.name.len() + 8 + 4 + export.description.len();
            n += 1;
        }
        len
    }

    /// The header; `N` is its [`encoded_len`](Self::encoded_len).
    ///
    /// # Panics
    ///
    /// If `N` is another number, while the crate is compiled.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "pointers have fewer bits, and a header of 4 GB doesn't compile"
    )]
    #[must_use]
    pub const fn encode<const N: usize>(&self) -> [u8; N] {
        let mut out = Writer::<N>::new();
        out.put(&MAGIC);
        out.put(&FORMAT.to_le_bytes());
        out.put(&(N as u32).to_le_bytes());
        out.put(&RUNTIME.to_le_bytes());
        out.put(&[
            usize::BITS as u8,
            cfg!(target_endian = "big") as u8,
            self.aborts as u8,
            0,
        ]);
        out.len(target_len());
        let mut n = 0;
        while n < TARGET.len() {
            out.put(TARGET[n].as_bytes());
            n += 1;
        }
        let texts = [self.rustc, self.package, self.version];
        n = 0;
        while n < texts.len() {
            out.text(texts[n]);
            n += 1;
        }
        out.len(self.exports.len());
        n = 0;
        while n < self.exports.len() {
            let export = &self.exports[n];
            out.put(&[export.role as u8]);
            out.text(export.name);
            out.put(&export.build.to_le_bytes());
            out.put(&(export.description.len() as u32).to_le_bytes());
            out.put(export.description);
            n += 1;
        }
        out.finish()
    }
}

/// A header that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version of tables, objects and wires.
    pub runtime: u32,
    /// In bits.
    pub pointer_width: u8,
    /// Whether the plugin's numbers are.
    pub big_endian: bool,
    /// Whether the plugin aborts where others unwind.
    pub aborts: bool,
    /// As [`target`] says it.
    pub target: String,
    /// The compiler that compiled it: `rustc 1.95.0 (abcdef123 2026-04-01)`.
    pub rustc: String,
    /// Its package.
    pub package: String,
    /// Its package's version.
    pub version: String,
    /// What it has and what it needs.
    pub exports: Vec<DecodedExport>,
}

/// An [`Export`] that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedExport {
    /// Whether the plugin implements the interface or needs it.
    pub role: Role,
    /// The implementor's name.
    pub name: String,
    /// See [`Loadable::BUILD`].
    pub build: u64,
    /// The interface, encoded: see [`Description::decode`](crate::describe::Description::decode).
    pub description: Vec<u8>,
}

/// Why bytes are no header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderError {
    /// They don't begin as one.
    NotAHeader,
    /// A format that this version doesn't know.
    Format(u32),
    /// They end too early, or a text isn't one that can be shown.
    Damaged,
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAHeader => f.write_str("its section for linkface doesn't begin as one"),
            Self::Format(format) => write!(
                f,
                "its header has the format {format}, and this version of linkface-plugin knows {FORMAT}"
            ),
            Self::Damaged => f.write_str("its header is damaged"),
        }
    }
}

impl core::error::Error for HeaderError {}

impl From<Unreadable> for HeaderError {
    fn from(_: Unreadable) -> Self {
        Self::Damaged
    }
}

impl Header {
    /// Reads a header, from the bytes of its section, which may be padded.
    ///
    /// # Errors
    ///
    /// If they are anything else. Any bytes are safe to give.
    pub fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let mut reader = Reader { rest: bytes };
        if reader.array() != Ok(MAGIC) {
            return Err(HeaderError::NotAHeader);
        }
        let format = reader.u32()?;
        if format != FORMAT {
            return Err(HeaderError::Format(format));
        }
        let len = reader.u32()? as usize;
        let read = MAGIC.len() + 8;
        let rest = len.checked_sub(read).ok_or(HeaderError::Damaged)?;
        reader.rest = reader.rest.get(..rest).ok_or(HeaderError::Damaged)?;
        let runtime = reader.u32()?;
        let [pointer_width, big_endian, aborts, _] = reader.array()?;
        let target = reader.text()?;
        let rustc = reader.text()?;
        let package = reader.text()?;
        let version = reader.text()?;
        let exports = (0..reader.u16()?)
            .map(|_| reader.export())
            .collect::<Result<_, _>>()?;
        if !reader.rest.is_empty() {
            return Err(HeaderError::Damaged);
        }
        Ok(Self {
            runtime,
            pointer_width,
            big_endian: big_endian != 0,
            aborts: aborts != 0,
            target,
            rustc,
            package,
            version,
            exports,
        })
    }
}

impl Reader<'_> {
    fn export(&mut self) -> Result<DecodedExport, HeaderError> {
        let [role] = self.array()?;
        let role = match role {
            0 => Role::Implements,
            1 => Role::Needs,
            _ => return Err(HeaderError::Damaged),
        };
        let name = self.text()?;
        let build = u64::from_le_bytes(self.array()?);
        let len = self.u32()? as usize;
        let description = self.bytes(len)?.to_owned();
        Ok(DecodedExport {
            role,
            name,
            build,
            description,
        })
    }
}
