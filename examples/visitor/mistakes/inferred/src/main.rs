//! Not meant to build: a closure can't be `Files`, unless what it captures is named.

use patch::Files;

fn main() {
    let mut count = 0;
    let result = patch::parse(
        include_str!("../../../input/journal.patch"),
        &mut Files(|_file, _changes| {
            count += 1;
            Ok(())
        }),
    );
    println!("{count} files, {result:?}");
}
