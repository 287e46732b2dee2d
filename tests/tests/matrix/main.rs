//! Who answers: {function, static, trait} × {required, default, overridden} × every kind of root ×
//! every profile, asked in the root, in a library between, and in the façade itself.
//!
//! `cargo test --test matrix` runs debug and fat LTO, which are furthest apart.
//! `LINKFACE_MATRIX=full` runs all profiles, `LINKFACE_MATRIX=dev,thin` these two; `-- --nocapture`
//! prints the table.

mod items;
mod roots;
mod table;

use linkface_tests::Profile;
use std::fs;

#[test]
fn everyone_gets_the_right_answer() {
    let profiles = Profile::chosen(&[Profile::Debug, Profile::Fat], Profile::ALL);
    let mut columns = Vec::new();
    let mut failures = Vec::new();
    for profile in profiles {
        let workspace = roots::workspace(profile);
        let reports = workspace.folder().join("reports");
        fs::create_dir(&reports).expect("the case's folder is writable");
        for (package, output) in roots::run_all(&workspace, &reports) {
            if !output.success() {
                failures.push(format!("{}: {package}: {output}", profile.name()));
            }
        }
        columns.push(table::column(profile, &reports));
    }
    println!("{}", table::text(&columns));
    let wrongs = table::wrongs(&columns);
    assert!(
        wrongs.is_empty() && failures.is_empty(),
        "
{wrongs}
{}",
        failures.join(
            "
"
        )
    );
}
