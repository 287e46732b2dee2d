//! What stands before a file's hunks, and before a hunk's lines.

use crate::lines::{Cursor, Lines};
use crate::{Error, File, Hunk, Wrong};

/// Lines that git writes before `---`. What they say beyond that isn't about text.
const EXTENDED: [&str; 9] = [
    "diff --git ",
    "index ",
    "new file mode ",
    "deleted file mode ",
    "old mode ",
    "new mode ",
    "similarity index ",
    "rename from ",
    "rename to ",
];

/// Reads up to the first hunk of the next file, if there is one.
pub(crate) fn file<'s>(lines: &mut Lines<'s>) -> Result<Option<File<'s>>, Error> {
    while EXTENDED.iter().any(|it| lines.starts_with(it)) {
        lines.skip();
    }
    if lines.is_empty() {
        return Ok(None);
    }

    let mut cursor = lines.peek();
    cursor.expect("--- ", "`--- ` and a file's old name")?;
    let old = name(cursor, "a/");
    lines.skip();

    let mut cursor = lines.peek();
    cursor.expect("+++ ", "`+++ ` and the file's new name")?;
    let new = name(cursor, "b/");
    let file = match (old, new) {
        (Some(old), Some(new)) => File::Changed { old, new },
        (Some(old), None) => File::Deleted(old),
        (None, Some(new)) => File::Added(new),
        (None, None) => return Err(cursor.error(Wrong::Expected("a file that is somewhere"))),
    };
    lines.skip();

    hunk(lines.peek())?;
    Ok(Some(file))
}

/// A file's name, without what some tools write behind it.
fn name<'s>(cursor: Cursor<'s>, prefix: &str) -> Option<&'s str> {
    let name = cursor.rest.split('\t').next().unwrap_or_default();
    (name != "/dev/null").then(|| name.strip_prefix(prefix).unwrap_or(name))
}

/// `@@ -12,7 +12,9 @@ fn section()`; a length of 1 is left out.
pub(crate) fn hunk(mut cursor: Cursor<'_>) -> Result<Hunk<'_>, Error> {
    cursor.expect("@@ -", "a hunk, which begins with `@@ -`")?;
    let (old_start, old_lines) = range(&mut cursor)?;
    cursor.expect(" +", "` +` and the new lines")?;
    let (new_start, new_lines) = range(&mut cursor)?;
    cursor.expect(" @@", "` @@`")?;
    cursor.eat(" ");
    Ok(Hunk {
        old_start,
        old_lines,
        new_start,
        new_lines,
        section: cursor.rest,
    })
}

fn range(cursor: &mut Cursor<'_>) -> Result<(u32, u32), Error> {
    let at = *cursor;
    let start = cursor.number()?;
    let lines = if cursor.eat(",") { cursor.number()? } else { 1 };
    match start.checked_add(lines) {
        Some(_) => Ok((start, lines)),
        None => Err(at.error(Wrong::Expected("lines that a file can have"))),
    }
}
