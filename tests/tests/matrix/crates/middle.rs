//! A library that calls the items and knows no provider. It also writes the report.
use std::{env, fs, path::Path};

/// Writes what `root` saw, and what the libraries in it see, into the folder `MX_REPORT`.
///
/// Not inlined, and its values are read in here: this is the library's own code, not the root's.
#[inline(never)]
pub fn report(root: &str, loud: [u32; 9], quiet: [u32; 9]) {
    let folder = env::var("MX_REPORT").expect("the test says where to");
    let readings = [
        ("the root", loud),
        ("a library", mx_api::values!()),
        ("the façade", mx_api::values()),
        ("the root, of a façade that calls nothing", quiet),
        ("a library, of a façade that calls nothing", mx_quiet::values!()),
    ];
    let mut text = String::new();
    for (reader, values) in readings {
        let values: Vec<String> = values.iter().map(u32::to_string).collect();
        text += &format!("{reader}\t{}\n", values.join(" "));
    }
    fs::write(Path::new(&folder).join(root), text).expect("the folder is there");
}
