//! Whatever the text, nothing panics, hangs or grows without bound.
//!
//! Texts are made from `fixtures/ir` by a mutator that does the same in every run. `LINKFACE_FUZZ_CASES`
//! says how many (2,000 without it), `LINKFACE_FUZZ_SEED` which. A case that fails is written into
//! `target/tmp`, and its number is said.

mod everything;
mod mutate;
mod random;
mod seeds;

use everything::everything;
use linkface_ir::Module;
use linkface_ir::verify::Verifier;
use mutate::Mutator;
use random::Random;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

fn number(variable: &str, otherwise: u64) -> u64 {
    env::var(variable)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(otherwise)
}

#[test]
fn whatever_the_text_nothing_panics() {
    let cases = number("LINKFACE_FUZZ_CASES", 2_000);
    let first = number("LINKFACE_FUZZ_SEED", 0);
    let seeds = seeds::all();
    for case in first..first + cases {
        let mut random = Random::new(case);
        let text = Mutator::new(&mut random, &seeds).text();
        survives(case, &text);
    }
}

#[test]
fn what_no_mutation_makes() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    let texts = [
        String::new(),
        "\u{0}\u{ffff}\r\n\t".to_owned(),
        "define".to_owned(),
        "define ".to_owned(),
        "\ndefine\n{\n}\n}\n".to_owned(),
        "define void @f() {".to_owned(),
        "define void @f() {\n".repeat(1000),
        "!0 = !{}\n!4294967295 = !{}\n!99999999999999999999 = !{}\n".to_owned(),
        format!("@x = global {} undef", deep("[1 x ", "]")),
        format!("@x = global {} undef", deep("{", "}")),
        format!("@x = global i32 {}", deep("add (i32 ", ")")),
        format!("@x = global {}", deep("<{ i8 ", "}>")),
        format!("!0 = !{{{}}}", deep("!{", "}")),
        format!("!0 = {}", deep("!DIExpression(", ")")),
        format!(
            "define void @f() {{\n  %x = alloca {}\n}}\n",
            deep("{", "}")
        ),
        format!(
            "define void @f() {{\n  call void @g(metadata {})\n}}\n",
            deep("!{", "}")
        ),
        format!("define void @f() {{\n  ret {}\n}}\n", deep("void (", ")")),
        format!(
            "define void @f({}) {{\n  ret void\n}}\n",
            deep("ptr (", ")")
        ),
        "define void @f() {\n".to_owned() + &"  br label %f\n".repeat(20_000) + "}\n",
        "define void @f() {\n".to_owned()
            + &"%4294967295 = add i32 %4294967295, 1\n".repeat(2000)
            + "}\n",
        "define void @f() {\n".to_owned() + &"a:\n".repeat(20_000) + "}\n",
        "define void @f() {\n  switch i8 %x, label %a [\n".to_owned()
            + &"i8 1, label %a\n".repeat(20_000),
        "define i32 @f() {\n".to_owned() + &"  add i32 1, 2\n".repeat(12_000) + "  ret i32 %1\n}\n",
        (0..5_000).fold("define void @f() {\n".to_owned(), |text, n| {
            text + &format!("  %a{n} = add i32 %b{n}, 1\n")
        }) + "}\n",
    ];
    for (case, text) in texts.iter().enumerate() {
        survives(case as u64, text);
    }
    // Scopes that lie in each other, and calls inlined into each other.
    survives(
        0,
        "!0 = !DILocation(line: 1, scope: !1, inlinedAt: !2)\n!1 = !DILexicalBlock(scope: !1)\n\
         !2 = !DILocation(line: 1, scope: !3, inlinedAt: !0)\n!3 = !DILexicalBlock(scope: !4)\n\
         !4 = !DILexicalBlock(scope: !3)\n",
    );
    // Types that are made of themselves.
    survives(
        0,
        "%a = type %b\n%b = type %a\n%c = type { %c }\ndefine void @f(%a %x, %c %y) {\n  \
         %z = extractvalue %c %y, 0, 0, 0, 0, 0, 0\n  %w = extractvalue %a %x, 0\n  ret void\n}\n",
    );
}

/// Where an LLVM 22 is installed: what we call wrong, it calls wrong.
#[test]
fn llvm_refuses_what_we_refuse() {
    let opt = "/usr/lib/llvm-22/bin/opt";
    if !Path::new(opt).is_file() {
        eprintln!("skipped: there is no {opt}");
        return;
    }
    let cases = number("LINKFACE_FUZZ_ORACLE", 150);
    let first = number("LINKFACE_FUZZ_SEED", 0);
    let seeds = seeds::small();
    let (mut refused, mut missed, mut asked) = (0, 0, 0);
    let mut case = first;
    while asked < cases {
        case += 1;
        let mut random = Random::new(case);
        let text = Mutator::new(&mut random, &seeds).plausible();
        let module = Module::new(&text);
        let verifier = Verifier::new(Some(&module));
        let mut problems = Vec::new();
        for entry in module.functions() {
            let function = entry.parse();
            problems.extend(function.problems().iter().cloned());
            problems.extend(verifier.verify(&function));
        }
        // A few of those that we find right tell how much we miss.
        if problems.is_empty() && !case.is_multiple_of(8) {
            continue;
        }
        asked += 1;
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("oracle-{case}.ll"));
        fs::write(&file, &text).expect("the case is written");
        let takes = Command::new(opt)
            .args(["-passes=verify", "-disable-output"])
            .arg(&file)
            .stderr(Stdio::null())
            .status()
            .expect("opt runs")
            .success();
        if takes {
            let said: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
            assert!(
                problems.is_empty(),
                "LLVM takes {}, of which we say {said:?}",
                file.display()
            );
        } else if problems.is_empty() {
            missed += 1;
        } else {
            refused += 1;
        }
        let _ = fs::remove_file(&file);
    }
    eprintln!("both refuse {refused}; only LLVM {missed}, of about as many as it should take");
    assert!(refused > 0);
}

/// Everything that the crate does with a text.
fn survives(case: u64, text: &str) {
    let result = std::panic::catch_unwind(|| everything(text));
    if let Err(panic) = result {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{case}.ll"));
        let _ = fs::write(&file, text);
        eprintln!("case {case}: {}", file.display());
        std::panic::resume_unwind(panic);
    }
}
