//! The trait is another crate's: its signatures are declared, once for all types.

use ambassador::{Delegate, delegatable_trait_remote};
use std::fmt;
use std::fmt::Display;

#[delegatable_trait_remote]
trait Display {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

#[derive(Delegate)]
#[delegate(Display)]
struct Text(String);

#[derive(Delegate)]
#[delegate(Display)]
struct Number(u8);

fn main() {
    assert_eq!(format!("{:>2}{}", Text("a".to_owned()), Number(1)), " a1");
}
