//! What the verifier says, in its exact words.
//!
//! `wrong/`: functions that LLVM refuses, each for one reason. `lints/`: functions that LLVM takes, and
//! that can't be meant. `right/`: functions of which nothing is to be said. What is said of `x.ll` is in
//! `x.txt`; `LINKFACE_BLESS=1` writes what is said now.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use linkface_ir::problem::Problem;
use linkface_ir::verify::{Verifier, lints, verify};
use linkface_ir::{Function, Module};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

#[test]
fn what_llvm_refuses_is_said_where_and_why() {
    compare("wrong", verify);
}

#[test]
fn what_cannot_be_meant_is_said_where_and_why() {
    compare("lints", lints);
}

#[test]
fn what_llvm_takes_is_no_problem() {
    for file in files("right").into_iter().chain(files("lints")) {
        let text = fs::read_to_string(&file).expect("a case");
        let module = Module::new(&text);
        let verifier = Verifier::new(Some(&module));
        for entry in module.functions() {
            let function = entry.parse();
            assert_eq!(function.problems(), [], "{}", file.display());
            assert_eq!(verifier.verify(&function), [], "{}", file.display());
            if file
                .parent()
                .is_some_and(|folder| folder.ends_with("right"))
            {
                assert_eq!(verifier.lints(&function), [], "{}", file.display());
            }
        }
    }
}

#[test]
fn without_the_module_nothing_else_is_wrong() {
    for file in files("right").into_iter().chain(files("lints")) {
        let text = fs::read_to_string(&file).expect("a case");
        for entry in Module::new(&text).functions() {
            let problems = verify(&entry.parse(), None);
            assert_eq!(problems, [], "{}", file.display());
        }
    }
}

/// LLVM 22's own word on all of them.
#[test]
fn llvm_agrees() {
    let opt = "/usr/lib/llvm-22/bin/opt";
    if !Path::new(opt).is_file() {
        eprintln!("skipped: there is no {opt}");
        return;
    }
    for (folder, takes) in [("wrong", false), ("lints", true), ("right", true)] {
        for file in files(folder) {
            let status = Command::new(opt)
                .args(["-passes=verify", "-disable-output"])
                .arg(&file)
                .stderr(Stdio::null())
                .status()
                .expect("opt runs");
            assert_eq!(status.success(), takes, "{}", file.display());
        }
    }
}

/// Compares what is said of each file in `folder` with the text beside it.
fn compare(folder: &str, say: fn(&Function<'_>, Option<&Module<'_>>) -> Vec<Problem>) {
    let mut differ = Vec::new();
    for file in files(folder) {
        let text = fs::read_to_string(&file).expect("a case");
        let name = file.file_name().expect("a name").to_string_lossy();
        let module = Module::new(&text);
        let mut said = String::new();
        let mut count = 0;
        for entry in module.functions() {
            let function = entry.parse();
            assert_eq!(function.problems(), [], "{name} can be read");
            for problem in say(&function, Some(&module)) {
                count += 1;
                said.push_str(&render(&text, &name, &problem));
                said.push_str("\n\n");
            }
        }
        assert!(count > 0, "nothing is said of {name}");
        let recorded = file.with_extension("txt");
        if env::var_os("LINKFACE_BLESS").is_some() {
            fs::write(&recorded, &said).expect("the text is written");
        } else if fs::read_to_string(&recorded).unwrap_or_default() != said {
            differ.push(format!("{name}:\n{said}"));
        }
    }
    assert!(
        differ.is_empty(),
        "not as recorded (LINKFACE_BLESS=1 writes it):\n\n{}",
        differ.join("\n")
    );
}

fn render(text: &str, name: &str, problem: &Problem) -> String {
    let mut snippet = Snippet::source(text).path(name).annotation(
        AnnotationKind::Primary
            .span(problem.span.range())
            .label(&*problem.label),
    );
    for (span, label) in &problem.related {
        snippet = snippet.annotation(AnnotationKind::Context.span(span.range()).label(&**label));
    }
    let mut group =
        Group::with_title(Level::ERROR.primary_title(&*problem.message)).element(snippet);
    for help in &problem.help {
        group = group.element(Level::HELP.message(&**help));
    }
    Renderer::plain().render(&[group])
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/verify")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the cases are there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ll"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}
