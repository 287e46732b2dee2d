//! A derived impl leaves out a field, and bounds only what it uses.

struct Opaque;

#[impl_tools::autoimpl(Debug ignore self.1)]
struct Pair(u8, Opaque);

fn main() {
    assert!(format!("{:?}", Pair(1, Opaque)).starts_with("Pair(1"));
}
