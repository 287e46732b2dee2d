//! A provider of `{{facade}}`.
//!
//! A program that depends on this crate, and says `linkface::link!();`, gets these implementations.
{{head}}
use linkface::implement;

// An item that is left out is an error here. Implementations stand below.
linkface::provider!({{facade_crate}});

{{items}}
