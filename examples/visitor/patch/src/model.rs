//! What a patch consists of. All text is borrowed from it.

/// A file whose text changes.
///
/// Names are as in the patch, without `a/` and `b/`; those that git quotes stay quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File<'s> {
    /// It wasn't there.
    Added(&'s str),
    /// It won't be there.
    Deleted(&'s str),
    /// It was there and stays, maybe under another name.
    Changed {
        /// Its name before.
        old: &'s str,
        /// And after.
        new: &'s str,
    },
}

/// Some lines of a file: where they are before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk<'s> {
    /// The first of the old lines, from 1 on.
    pub old_start: u32,
    /// How many there are.
    pub old_lines: u32,
    /// The first of the new lines.
    pub new_start: u32,
    /// How many there are.
    pub new_lines: u32,
    /// The line that git thinks they belong to, such as the head of a function; or nothing.
    pub section: &'s str,
}

/// A line of a hunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'s> {
    /// What happens to it.
    pub change: Change,
    /// Its number: in the old file if it's removed, else in the new one.
    pub number: u32,
    /// Its text.
    pub text: &'s str,
}

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stays.
    Kept,
    /// It is in the old file only.
    Removed,
    /// It is in the new file only.
    Added,
}
