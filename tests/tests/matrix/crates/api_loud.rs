
/// What each item says, asked in the declaring crate.
pub fn values() -> [u32; 9] {
    values!()
}
