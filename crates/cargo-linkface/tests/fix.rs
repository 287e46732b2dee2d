//! `cargo linkface fix --qualified`: a trait's impls become external, and their callers go on.

#[path = "new/case.rs"]
mod case;

use case::Case;

const SHAPES: &str = r"//! Shapes.
use linkface_traits::attr::mode;

pub trait Area {
    fn area(&self) -> u32;
    fn scaled(&self, by: u32) -> Self;
}
pub struct Square(pub u32);
#[mode(extension)]
impl Area for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
    fn scaled(&self, by: u32) -> Self {
        Square(self.0 * by)
    }
}
";

const MAIN: &str = r#"//! Prints areas.
use linkface_traits::q;
use shapes::{Area, Square};

macro_rules! own {
    ($square:ident => $by:literal) => {
        $square.scaled($by)
    };
}

fn generic(shape: &impl Area) -> u32 {
    shape.area() // found by its bound
}

fn main() {
    // ü: bytes are counted.
    let square = Square(3);
    let twice = square.scaled(2).area() + 1;
    println!("{} {twice} {}", square.area(), generic(&own!(square => 2)));
}

#[test]
fn areas() {
    assert_eq!(Square(2).area(), 4);
}
"#;

fn workspace(name: &str) -> Case {
    let case = Case::new(name);
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"*/\"]\nexclude = [\"target\"]\n",
    );
    let traits = "linkface-traits = { path = \"<linkface>-traits\" }\n";
    for (package, file, more, source) in [
        ("shapes", "lib", "", SHAPES),
        ("app", "main", "shapes = { path = \"../shapes\" }\n", MAIN),
    ] {
        let manifest = format!(
            "[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{traits}{more}"
        );
        case.write(&format!("{package}/Cargo.toml"), &manifest);
        case.write(&format!("{package}/src/{file}.rs"), source);
    }
    case
}

const FIX: [&str; 3] = ["fix", "--qualified", "--offline"];

#[test]
fn callers_of_a_trait_that_became_external() {
    let case = workspace("fix");
    // `q!` isn't used yet.
    case.linkface(&FIX).succeeds();
    assert_eq!(case.read("app/src/main.rs"), MAIN);

    case.write(
        "shapes/src/lib.rs",
        &SHAPES.replace("#[mode(extension)]", "#[mode(external)]"),
    );
    case.linkface(&[&FIX[..], &["-n"]].concat())
        .finds()
        .says("Would qualify a call at app/src/main.rs:19");
    assert_eq!(case.read("app/src/main.rs"), MAIN, "-n only says");

    // What this program's own macro writes is its author's.
    case.linkface(&FIX).finds().says("Left a call at");
    let fixed = MAIN
        .replace(
            "square.scaled(2).area() + 1",
            "q!(q!(square.Area::scaled(2)).Area::area()) + 1",
        )
        .replace("square.area(), generic", "q!(square.Area::area()), generic")
        .replace("Square(2).area()", "q!(Square(2).Area::area())");
    assert_eq!(case.read("app/src/main.rs"), fixed);

    let by_hand = fixed.replace("$square.scaled($by)", "q!($square.Area::scaled($by))");
    case.write("app/src/main.rs", &by_hand);
    case.linkface(&FIX).succeeds();
    case.cargo("app", &["run", "--quiet"])
        .succeeds()
        .prints("9 37 36\n");
}

/// Of the traits that have a `fmt`, the compiler names the first.
#[test]
fn a_trait_is_not_guessed() {
    let case = workspace("fix-fmt");
    let shapes = format!(
        "{SHAPES}
         #[mode(external)]
         impl std::fmt::Debug for Square {{
             fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{ f.write_str(\"D\") }}
         }}
         #[mode(external)]
         impl std::fmt::Display for Square {{
             fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{ f.write_str(\"d\") }}
         }}"
    );
    case.write("shapes/src/lib.rs", &shapes);
    let main = "use std::fmt::{self, Display};\nstruct W(shapes::Square);\nimpl Display for W {\n    \
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {\n        self.0.fmt(f)\n    }\n}\n\
                fn main() {\n    println!(\"{}\", W(shapes::Square(1)));\n}\n";
    case.write("app/src/main.rs", main);
    case.linkface(&FIX)
        .finds()
        .says("Left a call at app/src/main.rs:5: several traits may be meant");
    assert_eq!(case.read("app/src/main.rs"), main);
}

#[test]
fn other_errors_are_the_users() {
    let case = workspace("fix-broken");
    case.write("app/src/main.rs", "fn main() { missing() }\n");
    case.linkface(&FIX)
        .fails()
        .says("the workspace does not compile");
}
