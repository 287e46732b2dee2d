//! The subject as a program that is asked, line by line.

use crate::Subject;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What the program is made of beside the subject.
const FRAME: &str = r#"
trait Text<'t> { fn of(text: &'t str) -> Self; }
trait Show { fn show(self) -> String; }
macro_rules! numbers {
    ($($ty:ty as $signed:ty),*) => {$(
        impl Text<'_> for $ty { fn of(text: &str) -> Self { text.parse().unwrap() } }
        impl Show for $ty { fn show(self) -> String { (self as $signed).to_string() } }
    )*};
}
numbers!(u8 as i8, i8 as i8, u16 as i16, i16 as i16, u32 as i32, i32 as i32, u64 as i64, i64 as i64, u128 as i128, i128 as i128);
impl Text<'_> for f32 { fn of(text: &str) -> Self { text.parse().unwrap() } }
impl Text<'_> for f64 { fn of(text: &str) -> Self { text.parse().unwrap() } }
impl<'t> Text<'t> for &'t str { fn of(text: &'t str) -> Self { text.trim_matches('"') } }
macro_rules! slices {
    ($($ty:ident),*) => {$(
        impl Text<'_> for &'static [$ty] {
            fn of(text: &str) -> Self {
                let inner = text.trim_matches(['[', ']']);
                let items = inner.split(',').filter(|item| !item.is_empty());
                let values: Vec<$ty> = items.map(|item| item.trim_end_matches(stringify!($ty)).parse().unwrap()).collect();
                values.leak()
            }
        }
    )*};
}
slices!(u8, u32, i32);
impl Show for bool { fn show(self) -> String { self.to_string() } }
impl Show for f32 { fn show(self) -> String { if self.is_nan() { "nan".into() } else { format!("f{:x}", self.to_bits()) } } }
impl Show for f64 { fn show(self) -> String { if self.is_nan() { "nan".into() } else { format!("f{:x}", self.to_bits()) } } }

fn main() {
    use std::io::{BufRead, Write};
    thread_local!(static MESSAGE: std::cell::RefCell<String> = const { std::cell::RefCell::new(String::new()) });
    std::panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or_default().to_owned();
        MESSAGE.with_borrow_mut(|slot| *slot = message);
    }));
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let mut parts = line.split('\t');
        let name = parts.next().unwrap();
        let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| match name {
            @arms@
            other => panic!("{other}"),
        }));
        let answer = answer.unwrap_or_else(|_| format!("panic: {}", MESSAGE.with_borrow(Clone::clone)));
        println!("{answer}");
        std::io::stdout().flush().unwrap();
    }
}
"#;

pub(crate) fn float32(bits: u32) -> String {
    if f32::from_bits(bits).is_nan() {
        "nan".to_owned()
    } else {
        format!("f{bits:x}")
    }
}

pub(crate) fn float64(bits: u64) -> String {
    if f64::from_bits(bits).is_nan() {
        "nan".to_owned()
    } else {
        format!("f{bits:x}")
    }
}

/// The program, and its IR.
pub(crate) struct Native {
    text: String,
    folder: PathBuf,
}

impl Native {
    pub(crate) fn build(subject: &str, subjects: &[Subject], flags: &[&str]) -> Self {
        let name = format!(
            "linkface-differential-{}{}",
            std::process::id(),
            flags.join("")
        );
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let arms = subjects.iter().map(|subject| {
            let name = subject.name;
            let arguments = vec!["Text::of(parts.next().unwrap())"; subject.parameters.len()];
            format!("\"{name}\" => {name}({}).show(),\n", arguments.join(", "))
        });
        let main = FRAME.replace("@arms@", &arms.collect::<String>());
        let library = folder.join("subject.rs");
        let program = folder.join("program.rs");
        fs::write(&library, subject).expect("the temporary folder can be written to");
        fs::write(&program, format!("{subject}\n{main}")).expect("it can be written to");
        let ir = folder.join("subject.ll");
        rustc(
            &library,
            &ir,
            &["--crate-type=lib", "--emit=llvm-ir"],
            flags,
        );
        rustc(&program, &folder.join("program"), &[], flags);
        let text = fs::read_to_string(ir).expect("rustc wrote it");
        Self { text, folder }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn start(&self) -> Running {
        let mut child = Command::new(self.folder.join("program"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let input = child.stdin.take().expect("it is piped");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        Running {
            child,
            input: Some(input),
            output,
        }
    }
}

impl Drop for Native {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn rustc(file: &Path, out: &Path, kind: &[&str], flags: &[&str]) {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let done = Command::new(rustc)
        .args(["--edition=2024", "-Awarnings", "-Ccodegen-units=1", "-o"])
        .args([out, file])
        .args(kind)
        .args(flags)
        .status()
        .expect("rustc runs");
    assert!(done.success(), "{} is compiled", file.display());
}

/// The program while it runs.
pub(crate) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Running {
    pub(crate) fn run(&mut self, name: &str, arguments: &[String]) -> String {
        let input = self.input.as_mut().expect("it is open until the end");
        writeln!(input, "{name}\t{}", arguments.join("\t")).expect("the program reads");
        let mut line = String::new();
        self.output
            .read_line(&mut line)
            .expect("the program answers");
        line.trim_end_matches('\n').to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}
