//! Paths and other text of the operating system, as the units that it is made of there.

use super::via::via;
use std::ffi::OsString;
use std::path::PathBuf;

#[cfg(unix)]
mod unix {
    use super::via;
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    use std::path::Path;

    via! {
        impl [] OsString = "OsString", as Vec<u8> {
            into: OsStringExt::into_vec,
            from: OsStringExt::from_vec,
        }
        impl ['a] &'a OsStr = "&OsStr", as &'a [u8] {
            into: OsStrExt::as_bytes,
            from: OsStrExt::from_bytes,
        }
        impl ['a] &'a Path = "&Path", as &'a OsStr {
            into: Path::as_os_str,
            from: Path::new,
        }
    }
}

#[cfg(windows)]
mod windows {
    use super::via;
    use std::ffi::OsString;
    use std::os::windows::ffi::{OsStrExt, OsStringExt};

    via! {
        impl [] OsString = "OsString", as Vec<u16> {
            into: |text| text.encode_wide().collect(),
            from: |units| OsString::from_wide(&units),
        }
    }
}

#[cfg(any(unix, windows))]
via! {
    impl [] PathBuf = "PathBuf", as OsString {
        into: PathBuf::into_os_string,
        from: PathBuf::from,
    }
}
