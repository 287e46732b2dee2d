//! The default provider: what a Unix gives. Any other provider takes its place, by being linked.
#![forbid(unsafe_code)]

use entropy_core::Error;
use linkface::implement;
use std::fs::File;
use std::io::{self, Read as _};

#[implement(entropy_core::fill, default)]
fn fill(dest: &mut [u8]) -> Result<(), Error> {
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(dest))
        .map_err(|error| ours(&error))
}

fn ours(error: &io::Error) -> Error {
    error
        .raw_os_error()
        .map_or(Error::UNSUPPORTED, Error::from_raw_os_error)
}
