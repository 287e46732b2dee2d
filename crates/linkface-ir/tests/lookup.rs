//! Functions are found by what people remember of them.

use linkface_ir::Module;
use linkface_ir::lookup::{Answer, census, find};

/// A module of functions with these names.
fn module(names: &[&str]) -> String {
    let mut text = String::from("source_filename = \"hex.7f3a-cgu.0\"\n");
    for name in names {
        let quoted = if name.contains('$') {
            format!("\"{name}\"")
        } else {
            (*name).to_owned()
        };
        text.push_str("\ndefine void @");
        text.push_str(&quoted);
        text.push_str("() {\n  ret void\n}\n");
    }
    text
}

const NAMES: &[&str] = &[
    "_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E",
    "_ZN3hex9parse_hex28_$u7b$$u7b$closure$u7d$$u7d$17h0000000000000001E",
    "_RNCNvCs1234_3hex5other0",
    "_RNCNvCs1234_3hex5others_0",
    "_ZN67_$LT$alloc..boxed..Box$LT$T$C$A$GT$$u20$as$u20$core..fmt..Debug$GT$3fmt17h09e96c92e95b6617E",
    "_ZN50_$LT$hex..Parser$u20$as$u20$core..fmt..Display$GT$3fmt17h09e96c92e95b6617E",
    "_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17h82ccb4427f03ad08E",
    "_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17hb7781ff11fb1b32dE",
    "_ZN5video4h26417h0000000000000003E",
    "c_function",
];

/// The names in the IR of what is found.
#[track_caller]
fn check(query: &str, expected: &[usize]) {
    let text = module(NAMES);
    let modules = [Module::new(&text)];
    let found = match find(&modules, query) {
        Answer::One(one) => vec![one],
        Answer::Several(several) => several,
        Answer::None(_) => Vec::new(),
    };
    let names: Vec<_> = found.iter().map(|found| found.entry.name.key()).collect();
    let expected: Vec<_> = expected.iter().map(|at| NAMES[*at]).collect();
    assert_eq!(names, expected, "{query}");
}

#[test]
fn by_name_path_end_and_part() {
    check("_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E", &[0]);
    check("@_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E", &[0]);
    check("hex::parse_hex", &[0]);
    check("parse_hex", &[0]);
    check(" parse_hex ", &[0]);
    check("c_function", &[9]);
    check("c_func", &[9]);
    // A part of two.
    check("arse_hex", &[0, 1]);
    check("@parse_hex", &[]);
    check("", &[]);
}

#[test]
fn closures_with_and_without_numbers() {
    check("parse_hex::{{closure}}", &[1]);
    check("parse_hex::{closure}", &[1]);
    check("other::{closure#0}", &[2]);
    check("other::{closure#1}", &[3]);
    check("other::{closure}", &[2, 3]);
}

#[test]
fn either_side_of_an_as() {
    check("<alloc::boxed::Box<T,A> as core::fmt::Debug>::fmt", &[4]);
    check("Box::fmt", &[4]);
    check("Debug::fmt", &[4]);
    check("hex::Parser::fmt", &[5]);
    check("fmt", &[4, 5]);
}

#[test]
fn hashes_choose() {
    check("Arc::drop_slow", &[6, 7]);
    check("alloc::sync::Arc<T,A>::drop_slow", &[6, 7]);
    check("drop_slow::h82c", &[6]);
    check("drop_slow::hb7781ff11fb1b32d", &[7]);
    check("drop_slow::h123", &[]);
    // Looks like a hash, and is a name.
    check("video::h264", &[8]);
}

#[test]
fn the_nearest_is_suggested() {
    let text = module(NAMES);
    let modules = [Module::new(&text)];
    let near = |query| match find(&modules, query) {
        Answer::None(near) => near.iter().map(|one| one.path.text().to_owned()).collect(),
        _ => vec![format!("`{query}` was found")],
    };
    assert_eq!(near("parse_hxe"), ["hex::parse_hex"]);
    assert_eq!(near("HEX::PARSE_HEX"), ["hex::parse_hex"]);
    assert_eq!(near("something_else"), Vec::<String>::new());
}

#[test]
fn copies_in_several_modules_are_one() {
    let text = module(&NAMES[..1]);
    let modules = [Module::new(&text), Module::new(&text)];
    let Answer::One(found) = find(&modules, "parse_hex") else {
        panic!("copies are one");
    };
    assert_eq!(found.module, 0);
}

#[test]
fn a_census_knows_whose_a_function_is() {
    let text = module(NAMES);
    let modules = [Module::new(&text)];
    let own: Vec<bool> = census(&modules).iter().map(|one| one.own).collect();
    assert_eq!(
        own,
        [
            true, true, true, true, false, true, false, false, false, true
        ]
    );
}

#[test]
fn names_cannot_command_a_terminal() {
    let path = linkface_ir::lookup::Path::new("a\u{1b}]0;title\u{7}\u{202e}\nb");
    assert_eq!(path.text(), "a\\u{1b}]0;title\\u{7}\\u{202e}\\nb");
}
