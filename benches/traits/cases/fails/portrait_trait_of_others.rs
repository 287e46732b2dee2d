//! The trait is another crate's.

use std::fmt;

struct Text(String);

#[portrait::fill(portrait::delegate(String; self.0))]
impl fmt::Display for Text {}

fn main() {}
